/** The archives of this computer, from anywhere: the recent ones, another one, the demo put away. */
import { useQuery } from "@tanstack/react-query";
import { FolderClosed, FolderOpen, FolderSync, LogOut, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, queries, query } from "../ipc/client";
import type { AppState } from "../ipc/generated";
import { ArchivioRifiutato, type Named } from "../shared/ArchivioRifiutato";
import { IconButton } from "../shared/Button";
import { Dialog } from "../shared/Dialog";
import { Menu, type MenuAction } from "../shared/Menu";
import { replace } from "../shared/route";
import { sayFailure, toast } from "../shared/toast";

interface Refused {
  failure: unknown;
  archive: Named;
}

export function Archivi() {
  const { t } = useTranslation("app");
  const { data } = useQuery(query("app_state", {}));
  const [refused, setRefused] = useState<Refused | null>(null);
  const open = async (archive: Named, allow_synced = false) => {
    try {
      const state = await ("token" in archive
        ? call("archive_open", { token: archive.token, allow_synced })
        : call("archive_open_recent", { index: archive.index, allow_synced }));
      setRefused(null);
      await enter(state, state.archive?.new_here && !state.archive.demo ? "/numerazione?arrivato=1" : "/documenti");
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
          <IconButton label={t("archivi.titolo")}>
            <FolderSync size={16} aria-hidden="true" />
          </IconButton>
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

/** Another archive, or none, is open: nothing asked before is true any more. */
async function enter(state: AppState, path: string): Promise<void> {
  replace(path);
  await queries.resetQueries();
  queries.setQueryData(query("app_state", {}).queryKey, state);
}
