import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { Suspense, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { call, queries, query } from "../ipc/client";
import type { Area } from "../shared/area";
import { Button } from "../shared/Button";
import { CreatorsProvider } from "../shared/create";
import { FailureView } from "../shared/FailureView";
import { undo } from "../shared/keep";
import { useKeys } from "../shared/keys";
import { PanelsProvider, panelsOf } from "../shared/panels";
import { beforeShowing, match, type Place, replace, usePlace } from "../shared/route";
import { useLanguage } from "../shared/settings";
import { sayFailure, Toasts } from "../shared/toast";
import { useStill } from "../shared/useDraft";
import { zoomBy, zoomNormal } from "../shared/zoom";
import { ErrorPage } from "./ErrorPage";
import { KeysHelp } from "./KeysHelp";
import { Palette } from "./Palette";
import { Panic } from "./Panic";
import { Sidebar } from "./Sidebar";
import { useHidden } from "./useHidden";
import { usePreferenze } from "./usePreferenze";
import { Whole } from "./Whole";

/** An archive that takes longer to open says so. */
const OPENING_MS = 400;

/** The frame: sidebar, the page of the present place, and what can be called from anywhere. */
export function App({ areas }: { areas: readonly Area[] }) {
  const language = useLanguage();
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider locale={language === "it" ? "it-IT" : "en-GB"}>
        <Frame areas={areas} />
        <Panic />
        <Toasts />
        <Whole />
      </I18nProvider>
    </QueryClientProvider>
  );
}

function Frame({ areas }: { areas: readonly Area[] }) {
  const [over, setOver] = useState<"palette" | "keys" | null>(null);
  const { path } = usePlace();
  const { data: state, error, refetch } = useQuery(query("app_state", {}));
  usePreferenze(state);
  useKeys({
    palette: () => setOver("palette"),
    help: () => setOver("keys"),
    undo: () => void undo(),
    zoom_in: () => zoomBy(1),
    zoom_out: () => zoomBy(-1),
    zoom_normal: zoomNormal,
  });
  const close = () => setOver(null);
  const creators = useMemo(() => Object.assign({}, ...areas.map((area) => area.creators)), [areas]);
  const panels = useMemo(() => panelsOf(areas.map((area) => area.panels ?? {})), [areas]);
  const Welcome = areas.find((area) => area.welcome)?.welcome;
  if (error && !state) {
    return (
      <main className="mx-auto flex h-full max-w-lg flex-col justify-center p-8">
        <FailureView failure={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!state) return <Opening />;
  if (state.archive === null && Welcome) return <Welcome />;
  return (
    <div className="flex h-full">
      <Sidebar areas={areas} onSearch={() => setOver("palette")} />
      <main className="min-w-0 flex-1 border-l border-line bg-surface">
        <ErrorPage key={path} openBackups={() => void call("app_open_backups", {}).catch(sayFailure)}>
          <CreatorsProvider creators={creators}>
            <PanelsProvider panels={panels}>
              <Suspense fallback={null}>
                <Page areas={areas} path={path} />
              </Suspense>
            </PanelsProvider>
          </CreatorsProvider>
        </ErrorPage>
      </main>
      <Palette areas={areas} isOpen={over === "palette"} onClose={close} />
      <KeysHelp isOpen={over === "keys"} onClose={close} />
    </div>
  );
}

/** Most often a few milliseconds, in which nothing is better than a frame that turns into the welcome. */
function Opening() {
  const { t } = useTranslation("app");
  const isLong = useStill(true, OPENING_MS, false);
  return isLong ? (
    <main className="flex h-full items-center justify-center p-8">
      <p role="status" className="max-w-md text-center text-ink-2">
        {t("opening")}
      </p>
    </main>
  ) : null;
}

function readyOf(areas: readonly Area[], { path, search }: Place): Promise<unknown> | undefined {
  const page = areas.flatMap((area) => area.pages).find((one) => match(one.path, path) !== null);
  return page?.ready?.(search);
}

function Page({ areas, path }: { areas: readonly Area[]; path: string }) {
  const { t } = useTranslation("app");
  const pages = areas.flatMap((area) => area.pages);
  const hidden = useHidden();
  const entries = areas.flatMap((area) => area.menu);
  const home = (entries.find((entry) => !hidden.includes(entry.group)) ?? entries[0])?.path;
  useEffect(() => beforeShowing((place) => readyOf(areas, place)), [areas]);
  useEffect(() => {
    if (path === "/" && home !== undefined) replace(home);
  }, [path, home]);
  if (path === "/" && home !== undefined) return null;
  for (const { path: pattern, page: Body } of pages) {
    const params = match(pattern, path);
    if (params) return <Body params={params} />;
  }
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3">
      <h1 className="text-lg font-semibold">{t("not_found")}</h1>
      {home === undefined ? null : <Button onPress={() => replace(home)}>{t("go_home")}</Button>}
    </div>
  );
}
