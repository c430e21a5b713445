/** Safety copies: the last ones, one now, a second place, back from one, one tried out. */
import { useQuery } from "@tanstack/react-query";
import { DatabaseBackup, FileClock, FolderOpen, FolderSync, HardDrive } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, queries, query, refresh } from "../../ipc/client";
import type { Copia } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { FailureView } from "../../shared/FailureView";
import { ago, instant } from "../../shared/format";
import { useKeys } from "../../shared/keys";
import { RecordPage } from "../../shared/Page";
import { useLanguage } from "../../shared/settings";
import { sayFailure, toast } from "../../shared/toast";
import { ProvaCopia } from "./ProvaCopia";
import { type Candidate, Ripristina } from "./Ripristina";

export function Copie() {
  const { t } = useTranslation("archivio");
  const { data: copies, error, refetch } = useQuery(query("backup_list", {}));
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const [tried, setTried] = useState<Copia | null>(null);
  const [busy, setBusy] = useState(false);
  const backup = async () => {
    setBusy(true);
    try {
      await call("backup_now", {});
      await refresh(["backup", "app"]);
      toast(t("copia_fatta"));
    } catch (reason) {
      sayFailure(reason);
    }
    setBusy(false);
  };
  useKeys({ new: () => void backup(), save: () => void backup() });
  const fromFile = async () => {
    const picked = await call("dialog_pick", { scelta: "copia", nome: "" });
    if (picked) setCandidate({ token: picked.token, nome: picked.percorso });
  };
  return (
    <RecordPage
      title={t("titolo")}
      note={t("spiega")}
      actionsLabel={t("azioni")}
      actions={
        <>
          <Button onPress={() => void call("app_open_backups", {}).catch(sayFailure)}>
            <FolderOpen size={16} aria-hidden="true" />
            {t("apri_cartella")}
          </Button>
          <Button look="primary" isDisabled={busy} onPress={() => void backup()}>
            <DatabaseBackup size={16} aria-hidden="true" />
            {t("fai_copia")}
          </Button>
        </>
      }
    >
      <div className="flex max-w-3xl flex-col gap-8">
        {error ? <FailureView failure={error} onRetry={() => void refetch()} /> : null}
        <Elenco
          copies={copies}
          onChoose={setCandidate}
          onTry={setTried}
          onFile={() => void fromFile().catch(sayFailure)}
        />
        <SecondoPosto />
      </div>
      <ProvaCopia copia={tried} onClose={() => setTried(null)} />
      <Ripristina candidate={candidate} onClose={() => setCandidate(null)} onDone={() => queries.invalidateQueries()} />
    </RecordPage>
  );
}

interface ElencoProps {
  copies: readonly Copia[] | undefined;
  onChoose: (candidate: Candidate) => void;
  onTry: (copia: Copia) => void;
  onFile: () => void;
}

function Elenco({ copies, onChoose, onTry, onFile }: ElencoProps) {
  const { t } = useTranslation("archivio");
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const shown = all ? copies : copies?.slice(0, 8);
  return (
    <section>
      <h2 className="mb-1 text-md font-semibold">{t("ultime")}</h2>
      {copies?.length === 0 ? <p className="text-ink-2">{t("nessuna")}</p> : null}
      <ul className="divide-y divide-line">
        {shown?.map((copia) => (
          <li key={copia.nome} className="flex min-h-9 items-center gap-4">
            <span className="w-36 tabular-nums">{instant(copia.at, language)}</span>
            <span className="w-32 text-ink-3">{ago(copia.at, new Date(), language)}</span>
            <span className="min-w-0 flex-1 text-ink-3 [overflow-wrap:anywhere]">{copia.nome}</span>
            <Button look="quiet" onPress={() => onTry(copia)}>
              {t("prova.prova")}
            </Button>
            <Button look="quiet" onPress={() => onChoose({ nome: copia.nome, at: copia.at })}>
              {t("ripristina")}
            </Button>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex gap-2">
        {copies && copies.length > 8 && !all ? (
          <Button onPress={() => setAll(true)}>{t("tutte", { n: copies.length })}</Button>
        ) : null}
        <Button onPress={onFile}>
          <FileClock size={16} aria-hidden="true" />
          {t("da_file")}
        </Button>
      </div>
    </section>
  );
}

function SecondoPosto() {
  const { t } = useTranslation("archivio");
  const { data } = useQuery(query("app_state", {}, ["backup"]));
  const folder = data?.archive?.second_backup ?? "";
  const choose = async () => {
    const picked = await call("dialog_pick", { scelta: "cartella", nome: "" });
    if (!picked) return;
    await call("backup_folder", { token: picked.token });
    await refresh(["app"]);
    toast(t("secondo_scelto"));
  };
  return (
    <section>
      <h2 className="mb-1 text-md font-semibold">{t("secondo_posto")}</h2>
      <p className="mb-2 text-ink-2">{t("secondo_spiega")}</p>
      {folder ? (
        <p className="mb-2 flex items-center gap-2">
          <HardDrive size={16} className="shrink-0 text-ink-3" aria-hidden="true" />
          <span className="min-w-0 break-all select-text">{folder}</span>
        </p>
      ) : null}
      <Button onPress={() => void choose().catch(sayFailure)}>
        <FolderSync size={16} aria-hidden="true" />
        {t(folder ? "secondo_cambia" : "secondo_scegli")}
      </Button>
    </section>
  );
}
