/** The window without an archive: begin in three short steps, open one, or look at the demo. */
import { useQuery } from "@tanstack/react-query";
import { FilePlus2, FolderOpen, Sparkles, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, queries, query } from "../../ipc/client";
import type { AppState } from "../../ipc/generated";
import { ArchivioRifiutato, type Named } from "../../shared/ArchivioRifiutato";
import { Button, IconButton } from "../../shared/Button";
import { useKeys } from "../../shared/keys";
import { replace } from "../../shared/route";
import { sayFailure, toast } from "../../shared/toast";
import { Passi } from "./Passi";

/** Opens an archive; whether one in a folder that a cloud program copies is opened too. */
type Open = (allowSynced: boolean) => Promise<AppState>;

/** The archive is open: nothing asked before is true any more. */
export async function enter(state: AppState, path: string): Promise<void> {
  replace(path);
  await queries.resetQueries();
  queries.setQueryData(query("app_state", {}).queryKey, state);
}

export function Benvenuto() {
  const [isMaking, setMaking] = useState(false);
  return (
    <main className="h-full overflow-auto bg-canvas">
      <div className="mx-auto flex min-h-full max-w-3xl flex-col justify-center px-8 py-12">
        {isMaking ? <Passi onBack={() => setMaking(false)} /> : <Scelta onNew={() => setMaking(true)} />}
      </div>
    </main>
  );
}

function Scelta({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation("azienda");
  const { data } = useQuery(query("app_state", {}));
  const [refused, setRefused] = useState<{ failure: unknown; open: Open; archive: Named | null }>();
  const [busy, setBusy] = useState(false);
  useKeys({ new: onNew });
  const through = async (open: Open, archive: Named | null, allowSynced = false) => {
    setBusy(true);
    setRefused(undefined);
    try {
      const state = await open(allowSynced);
      // numbers may have been used on the computer it comes from: that is asked once, where they are written
      if (state) await enter(state, state.archive?.new_here && !state.archive.demo ? "/numerazione?arrivato=1" : "/");
    } catch (failure) {
      setRefused({ failure, open, archive });
    }
    setBusy(false);
  };
  const openOther = async () => {
    try {
      const picked = await call("dialog_pick", { scelta: "archivio", nome: "" });
      if (!picked) return;
      const { token } = picked;
      await through((allow_synced) => call("archive_open", { token, allow_synced }), { token });
    } catch (reason) {
      sayFailure(reason);
    }
  };
  const removeDemo = async () => {
    const state = await call("archive_demo_remove", {});
    queries.setQueryData(query("app_state", {}).queryKey, state);
    toast(t("benvenuto.demo_tolta"));
  };
  return (
    <>
      <h1 className="text-xl font-semibold">{t("benvenuto.titolo")}</h1>
      <p className="mt-1 mb-6 text-md text-ink-2">{t("benvenuto.testo")}</p>
      {refused ? (
        <div className="mb-4">
          <ArchivioRifiutato
            failure={refused.failure}
            archive={refused.archive}
            onOpenAnyway={() => void through(refused.open, refused.archive, true)}
          />
        </div>
      ) : null}
      <div className="grid grid-cols-3 gap-3">
        <Carta
          icon={<FilePlus2 size={20} aria-hidden="true" />}
          title={t("benvenuto.nuovo")}
          text={t("benvenuto.nuovo_testo")}
          action={
            <Button look="primary" autoFocus onPress={onNew} isDisabled={busy}>
              {t("benvenuto.comincia")}
            </Button>
          }
        />
        <Carta
          icon={<FolderOpen size={20} aria-hidden="true" />}
          title={t("benvenuto.apri")}
          text={t("benvenuto.apri_testo")}
          action={
            <Button onPress={() => void openOther()} isDisabled={busy}>
              {t("benvenuto.scegli_file")}
            </Button>
          }
        />
        <Carta
          icon={<Sparkles size={20} aria-hidden="true" />}
          title={t("benvenuto.demo")}
          text={t("benvenuto.demo_testo")}
          action={
            <div className="flex gap-2">
              <Button onPress={() => void through(() => call("archive_demo", {}), null)} isDisabled={busy}>
                {t(busy ? "benvenuto.attendi" : "benvenuto.guarda")}
              </Button>
              {data?.has_demo ? (
                <IconButton label={t("benvenuto.togli_demo")} onPress={() => void removeDemo().catch(sayFailure)}>
                  <Trash2 size={16} aria-hidden="true" />
                </IconButton>
              ) : null}
            </div>
          }
        />
      </div>
      {data && data.recent.length > 0 ? (
        <section className="mt-8">
          <h2 className="mb-1 text-sm font-medium text-ink-2">{t("benvenuto.recenti")}</h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {data.recent.map((one) => (
              <li key={one.index}>
                <button
                  type="button"
                  disabled={busy}
                  onClick={() =>
                    void through((allow_synced) => call("archive_open_recent", { index: one.index, allow_synced }), {
                      index: one.index,
                    })
                  }
                  className="flex w-full items-baseline gap-3 rounded-lg px-4 py-2 text-start -outline-offset-2! hover:bg-hover"
                >
                  <span className="font-medium">{one.name}</span>
                  <span className="min-w-0 truncate text-sm text-ink-3">{one.path}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Carta({ icon, title, text, action }: { icon: ReactNode; title: string; text: string; action: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-4">
      <span className="text-accent-ink">{icon}</span>
      <h2 className="text-md font-semibold">{title}</h2>
      <p className="flex-1 text-ink-2">{text}</p>
      <div className="pt-2">{action}</div>
    </section>
  );
}
