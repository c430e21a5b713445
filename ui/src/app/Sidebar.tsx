import { useQuery } from "@tanstack/react-query";
import { PanelLeftClose, PanelLeftOpen, Search } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../ipc/client";
import { type Area, GROUPS, type Group, type MenuEntry } from "../shared/area";
import { IconButton, Press } from "../shared/Button";
import { quantity } from "../shared/format";
import { Kbd } from "../shared/Kbd";
import { KEYS } from "../shared/keys";
import { usePlace, warm } from "../shared/route";
import { set, useLanguage, useSettings } from "../shared/settings";
import { Foot } from "./Foot";
import { useHidden } from "./useHidden";

/** A group of one page, whose name says it all. */
const ALONE: readonly Group[] = ["panoramica"];

/** The areas by group; folds to icons. */
export function Sidebar({ areas, onSearch }: { areas: readonly Area[]; onSearch: () => void }) {
  const { t } = useTranslation("app");
  const { sidebar } = useSettings();
  const hidden = useHidden();
  const isWide = useIsWide();
  const isOpen = sidebar === "open" && isWide;
  const Fold = isOpen ? PanelLeftClose : PanelLeftOpen;
  const entries = areas.flatMap((area) => area.menu);
  const { data: waiting } = useQuery(query("riepiloghi_sospesi", {}, ["documenti", "efatture", "scadenze"]));
  const groups = GROUPS.filter((group) => !hidden.includes(group) && entries.some((entry) => entry.group === group));
  return (
    <nav aria-label={t("menu")} className={`flex shrink-0 flex-col bg-canvas ${isOpen ? "w-56" : "w-12"}`}>
      <div className={`flex gap-1 p-2 ${isOpen ? "" : "flex-col items-center"}`}>
        {isOpen ? (
          <Press
            onPress={onSearch}
            className="flex h-8 flex-1 items-center gap-2 rounded-md border border-line bg-surface px-2 text-ink-3 hover:bg-hover"
          >
            <Search size={14} aria-hidden="true" />
            <span className="flex-1 text-start">{t("search")}</span>
            <Kbd chord={KEYS.palette[0]} />
          </Press>
        ) : null}
        <IconButton
          label={t(isOpen ? "collapse" : "expand")}
          onPress={() => set({ sidebar: isOpen ? "icons" : "open" })}
        >
          <Fold size={16} aria-hidden="true" />
        </IconButton>
        {isOpen ? null : (
          <IconButton label={t("search")} chord={KEYS.palette[0]} onPress={onSearch}>
            <Search size={16} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-auto px-2 pb-2">
        {groups.map((group) => (
          <section key={group} aria-label={t(`groups.${group}`)} className="mt-3 first:mt-1">
            {isOpen && !ALONE.includes(group) ? (
              <h2 className="px-2 pb-1 text-xs font-medium text-ink-3">{t(`groups.${group}`)}</h2>
            ) : null}
            <ul>
              {entries
                .filter((entry) => entry.group === group)
                .map((entry) => (
                  <Entry
                    key={entry.path}
                    entry={entry}
                    isOpen={isOpen}
                    count={entry.waits ? (waiting?.[entry.waits.what] ?? 0) : 0}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
      <Foot isOpen={isOpen} />
    </nav>
  );
}

interface EntryProps {
  entry: MenuEntry;
  isOpen: boolean;
  /** What waits there; nothing is said of none. */
  count: number;
}

function Entry({ entry, isOpen, count }: EntryProps) {
  const { path } = usePlace();
  const language = useLanguage();
  const isHere = path === entry.path || path.startsWith(`${entry.path}/`);
  const Icon = entry.icon;
  const come = () => warm(entry.path);
  const waiting = count > 0 ? entry.waits?.words(count) : undefined;
  return (
    <li>
      <a
        onPointerEnter={come}
        onFocus={come}
        href={`#${entry.path}`}
        aria-current={isHere ? "page" : undefined}
        title={isOpen ? waiting : [entry.label(), waiting].filter(Boolean).join(": ")}
        className={`flex h-8 items-center gap-2 rounded-md px-2 ${isHere ? "bg-accent-soft font-medium text-accent-ink" : "text-ink-2 hover:bg-hover hover:text-ink"}`}
      >
        <Icon size={16} strokeWidth={1.75} className="shrink-0" aria-hidden="true" />
        <span className={isOpen ? "flex-1 truncate" : "sr-only"}>{entry.label()}</span>
        {waiting ? (
          <>
            <span className="sr-only">{waiting}</span>
            {isOpen ? (
              <span aria-hidden="true" className="text-xs font-normal text-ink-3 tabular-nums">
                {quantity(`${count}`, language)}
              </span>
            ) : null}
          </>
        ) : null}
      </a>
    </li>
  );
}

/** Under 60rem, which is also a large zoom, the sidebar keeps to its icons. */
const wide = globalThis.matchMedia?.("(min-width: 60rem)");

function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      wide?.addEventListener("change", listener);
      return () => wide?.removeEventListener("change", listener);
    },
    () => wide?.matches ?? true,
  );
}
