import { useQuery } from "@tanstack/react-query";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../ipc/client";
import { Button } from "../shared/Button";

interface Props {
  children: ReactNode;
  openBackups: () => void;
}

/** Catches a page that broke, so that the window never turns white. */
export class ErrorPage extends Component<Props, { reference: string | null }> {
  override state = { reference: null };

  static getDerivedStateFromError(): { reference: string } {
    return { reference: crypto.randomUUID().slice(0, 8) };
  }

  override componentDidCatch(error: unknown): void {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
    // the page is broken already: a report that fails too must not break it again
    call("app_report", { reference: this.state.reference ?? "", detail }).catch(() => {});
  }

  override render(): ReactNode {
    if (this.state.reference === null) return this.props.children;
    return (
      <Broken
        reference={this.state.reference}
        openBackups={this.props.openBackups}
        onReload={() => this.setState({ reference: null })}
      />
    );
  }
}

function Broken({
  reference,
  openBackups,
  onReload,
}: {
  reference: string;
  openBackups: () => void;
  onReload: () => void;
}) {
  const { t } = useTranslation("app");
  const { data } = useQuery(query("app_state", {}));
  return (
    <div role="alert" className="mx-auto flex h-full max-w-lg flex-col justify-center gap-3 p-8">
      <h1 className="text-xl font-semibold">{t("error_title")}</h1>
      <p className="text-ink-2">{t("error_text")}</p>
      <p className="font-medium tabular-nums select-text">{t("error_reference", { reference })}</p>
      {data ? <p className="break-all text-ink-3 select-text">{t("error_log", { path: data.log_path })}</p> : null}
      <div className="flex gap-2 pt-2">
        <Button look="primary" onPress={onReload}>
          {t("error_reload")}
        </Button>
        <Button onPress={openBackups}>{t("error_backups")}</Button>
      </div>
    </div>
  );
}
