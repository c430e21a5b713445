/** The rhythm every area keeps: a page with its bar, a list; a record with head, content and side. */
import type { ReactNode } from "react";
import { Toolbar as AriaToolbar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { queries, toFailure } from "../ipc/client";
import { Button } from "./Button";
import { FailureView } from "./FailureView";
import { KEYS, useKeys } from "./keys";
import { back } from "./route";

/** Actions beside a title: one stop of the Tab key, arrows inside. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className="flex flex-wrap items-center gap-2">
      {children}
    </AriaToolbar>
  );
}

interface HeadProps {
  title: string;
  /** Beside the title: a `Badge`. */
  state?: ReactNode;
  /** Under it: what tells this record from others. */
  note?: ReactNode;
  actions?: ReactNode;
  actionsLabel: string;
}

function Head({ title, state, note, actions, actionsLabel }: HeadProps) {
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-6 py-1.5">
      {/* where both do not fit, the actions go under the title */}
      <div className="min-w-0 flex-1 basis-40">
        <div className="flex items-center gap-2">
          {/* three lines at most: longer texts stand in the form below too */}
          <h1 className="line-clamp-3 min-w-0 text-lg font-semibold [overflow-wrap:anywhere]" title={title}>
            {title}
          </h1>
          {state}
        </div>
        {note ? <div className="text-sm text-ink-3 [overflow-wrap:anywhere]">{note}</div> : null}
      </div>
      {actions ? <Toolbar label={actionsLabel}>{actions}</Toolbar> : null}
    </header>
  );
}

/** A page whose content fills it: a list, most often. */
export function ListPage({ children, ...head }: HeadProps & { children: ReactNode }) {
  return (
    <div className="relative flex h-full min-h-0 flex-col bg-surface short:overflow-auto">
      <Head {...head} />
      <div className="min-h-0 flex-1 short:min-h-104 short:shrink-0">{children}</div>
    </div>
  );
}

const SPLITS = {
  lg: {
    both: "max-lg:flex-col max-lg:overflow-auto",
    content: "lg:overflow-auto",
    side: "max-lg:border-t lg:w-[34%] lg:max-w-2xl lg:overflow-auto lg:border-l",
  },
  xl: {
    both: "max-xl:flex-col max-xl:overflow-auto",
    content: "xl:overflow-auto",
    side: "max-xl:border-t xl:w-[34%] xl:max-w-2xl xl:overflow-auto xl:border-l",
  },
};

/** One record: head with state and actions, content, and beside it what belongs to it. */
export function RecordPage({
  children,
  side,
  sideLabel,
  notice,
  split = "lg",
  ...head
}: HeadProps & {
  children: ReactNode;
  side?: ReactNode;
  sideLabel?: string;
  /** Above the content: what the last command met with. */
  notice?: ReactNode;
  /** The width of the window from which the side stands beside the content; below, it follows it. */
  split?: keyof typeof SPLITS;
}) {
  const look = SPLITS[split];
  return (
    <div className="relative flex h-full min-h-0 flex-col bg-surface short:block short:overflow-auto">
      <Head {...head} />
      <div className={`relative flex min-h-0 flex-1 ${look.both}`}>
        <div className={`relative min-w-0 flex-1 px-6 py-4 ${look.content}`}>
          {notice ? <div className="mb-4">{notice}</div> : null}
          {children}
        </div>
        {side ? (
          <aside aria-label={sideLabel} className={`shrink-0 border-line bg-canvas p-4 ${look.side}`}>
            {side}
          </aside>
        ) : null}
      </div>
    </div>
  );
}

/** Stands for a page whose content did not come; Escape and its button lead back. */
export function FailedPage({ title, failure }: { title: string; failure: unknown }) {
  const { t } = useTranslation("shared");
  const leave = () => back("/");
  const again = () =>
    void queries.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
  // what the disk refused may work the next time; what is not there stays away
  const retry = toFailure(failure).code.startsWith("db_") ? { onRetry: again } : {};
  useKeys({ back: leave });
  return (
    <RecordPage title={title} actionsLabel={title}>
      <div className="flex flex-col items-start gap-3">
        <FailureView failure={failure} {...retry} />
        <Button chord={KEYS.back[0]} onPress={leave}>
          {t("keys.back")}
        </Button>
      </div>
    </RecordPage>
  );
}

/** Fields that belong together, under a heading, in as many columns as fit. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-md font-semibold">{title}</h2>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-4 gap-y-3">{children}</div>
    </section>
  );
}

/** An empty page teaches: one sentence, one button. */
export function EmptyState({ icon, text, action }: { icon?: ReactNode; text: string; action?: ReactNode }) {
  return (
    <div className="mx-auto flex flex-col items-center gap-3 p-8 text-center">
      {icon ? <span className="text-ink-3">{icon}</span> : null}
      <p className="max-w-80 text-balance text-ink-2">{text}</p>
      {action}
    </div>
  );
}
