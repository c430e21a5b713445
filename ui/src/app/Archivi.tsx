/** The archives of this computer, from anywhere: the recent ones, another one, the demo put away. */
import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, FolderClosed, FolderOpen, FolderSync, LogOut, ShieldCheck, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, queries, query } from "../ipc/client";
import type { AppState, OpenArchive } from "../ipc/generated";
import { ArchivioRifiutato, type Named } from "../shared/ArchivioRifiutato";
import { IconButton, Press } from "../shared/Button";
import { Dialog } from "../shared/Dialog";
import { ago } from "../shared/format";
import { Menu, type MenuAction } from "../shared/Menu";
import { replace } from "../shared/route";
import { useLanguage } from "../shared/settings";
import { sayFailure, toast } from "../shared/toast";

interface Refused {
  failure: unknown;
  archive: Named;
}

export function Archivi({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation("app");
  const { data } = useQuery({ ...query("app_state", {}, ["backup"]), refetchInterval: 60_000 });
  const [refused, setRefused] = useState<Refused | null>(null);
  const open = async (archive: Named, allow_synced = false) => {
    try {
      const state = await ("token" in archive
        ? call("archive_open", { token: archive.token, allow_synced })
        : call("archive_open_recent", { index: archive.index, allow_synced }));
      setRefused(null);
      await enter(state, state.archive?.new_here && !state.archive.demo ? "/numerazione?arrivato=1" : "/");
    } catch (failure) {
      setRefused({ failure, archive }); // the archive of before is still open
    }
  };
  const openOther = async () => {
    const picked = await call("dialog_pick", { scelta: "archivio", nome: "" });
    if (picked) await open({ token: picked.token });
  };
  const close = async (command: "archive_close" | "archive_demo_remove") => enter(await call(command, {}), "/");
  const removeDemo = async () => {
    await close("archive_demo_remove");
    toast(t("archivi.esempio_tolto"));
  };
  const actions: MenuAction[] = [
    ...(data?.recent ?? [])
      .filter((one) => one.path !== data?.archive?.path)
      .map((one) => ({
        id: `recent.${one.index}`,
        label: one.name,
        icon: <FolderClosed size={16} aria-hidden="true" />,
        run: () => void open({ index: one.index }),
      })),
    {
      id: "other",
      label: t("archivi.altro"),
      icon: <FolderOpen size={16} aria-hidden="true" />,
      run: () => void openOther().catch(sayFailure),
    },
    {
      id: "close",
      label: t("archivi.chiudi"),
      icon: <LogOut size={16} aria-hidden="true" />,
      run: () => void close("archive_close").catch(sayFailure),
    },
    ...(data?.archive?.demo
      ? [
          {
            id: "demo",
            label: t("archivi.togli_esempio"),
            icon: <Trash2 size={16} aria-hidden="true" />,
            run: () => void removeDemo().catch(sayFailure),
          },
        ]
      : []),
  ];
  return (
    <>
      <Menu
        trigger={
          isOpen ? (
            <Press className="flex min-w-0 flex-1 items-center gap-1 rounded-md px-2 py-1 text-start hover:bg-hover">
              <Aperto archive={data?.archive ?? null} />
            </Press>
          ) : (
            <IconButton label={t("archivi.titolo")}>
              <FolderSync size={16} aria-hidden="true" />
            </IconButton>
          )
        }
        actions={actions}
      />
      <Dialog title={t("archivi.non_aperto")} isOpen={refused !== null} onClose={() => setRefused(null)}>
        {refused ? (
          <>
            <ArchivioRifiutato
              failure={refused.failure}
              archive={refused.archive}
              onOpenAnyway={() => void open(refused.archive, true)}
            />
            <p className="text-ink-2">{t("archivi.resta")}</p>
          </>
        ) : null}
      </Dialog>
    </>
  );
}

/** The open archive and the age of its last copy. */
function Aperto({ archive }: { archive: OpenArchive | null }) {
  const { t } = useTranslation("app");
  const language = useLanguage();
  const last = archive?.last_backup;
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" title={archive?.name}>
          {archive?.name ?? t("archive_none")}
        </span>
        {archive ? (
          <span className={`flex items-center gap-1 text-xs ${last ? "text-ink-3" : "text-warn"}`}>
            <ShieldCheck size={12} className="shrink-0" aria-hidden="true" />
            <span className="truncate">
              {last ? t("backup_last", { when: ago(last, new Date(), language) }) : t("backup_never")}
            </span>
          </span>
        ) : null}
      </span>
      <ChevronsUpDown size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
      <span className="sr-only">{t("archivi.titolo")}</span>
    </>
  );
}

/** Another archive, or none, is open: nothing asked before is true any more. */
async function enter(state: AppState, path: string): Promise<void> {
  replace(path);
  await queries.resetQueries();
  queries.setQueryData(query("app_state", {}).queryKey, state);
}
