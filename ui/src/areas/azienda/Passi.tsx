/** The three steps of a new archive: who you are, where the file lies, where second copies go. */
import { FolderOpen, HardDrive, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { Scelta, Scelto } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { FailureView } from "../../shared/FailureView";
import { useKeys } from "../../shared/keys";
import { ProblemsProvider } from "../../shared/problems";
import { shownProblems, useDraft } from "../../shared/useDraft";
import { usePreview, useWhole } from "../../shared/usePreview";
import { enter } from "./Benvenuto";
import { ChiSei } from "./ChiSei";
import { EMPTY } from "./draft";

const STEPS = ["chi", "dove", "copie"] as const;

export function Passi({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation("azienda");
  const draft = useDraft("/benvenuto", EMPTY);
  const preview = useWhole(usePreview(draft, (value) => call("azienda_preview", { draft: value })));
  const [step, setStep] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const [file, setFile] = useState<Scelto>();
  const [folder, setFolder] = useState<Scelto>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const problems = preview ?? [];

  const pick = async (scelta: Scelta, put: (picked: Scelto) => void) => {
    setFailure(undefined);
    try {
      const picked = await call("dialog_pick", { scelta, nome: fileName(draft.value) });
      if (picked) put(picked);
    } catch (reason) {
      setFailure(reason);
    }
  };
  const create = async () => {
    if (!file) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const made = await call("archive_new", { token: file.token, azienda: draft.value, allow_synced: true });
      if (folder) await call("backup_folder", { token: folder.token });
      draft.settle(EMPTY);
      await enter(made, "/");
    } catch (reason) {
      setFailure(reason);
      setBusy(false);
    }
  };
  const checked = async () => {
    setAsked(true);
    try {
      // asked again: the last answer may be about half a word
      const found = await call("azienda_preview", { draft: draft.value });
      if (found.every((problem) => problem.severity !== "error")) setStep(1);
    } catch (reason) {
      setFailure(reason);
    }
  };
  const forward = () => {
    if (step === 0) void checked();
    else if (step === 1 && file && !file.rete) setStep(2);
    else if (step === 2) void create();
  };
  const picked = step === 1 ? file : step === 2 ? folder : undefined;
  const backward = () => (step === 0 ? onBack() : setStep(step - 1));
  useKeys({ issue: forward, back: backward });
  return (
    <ProblemsProvider problems={shownProblems(problems, draft.value, isAsked)}>
      <h1 className="mb-3 text-xl font-semibold">{t("passi.titolo")}</h1>
      <ol className="mb-6 flex gap-6 text-sm">
        {STEPS.map((name, index) => (
          <li
            key={name}
            aria-current={index === step ? "step" : undefined}
            className="flex items-center gap-2 text-ink-3 aria-[current]:font-medium aria-[current]:text-ink"
          >
            <span
              className={`flex size-5 items-center justify-center rounded-full text-xs ${index <= step ? "bg-accent text-on-accent" : "bg-hover"}`}
            >
              {index + 1}
            </span>
            {t(`passi.${name}`)}
          </li>
        ))}
      </ol>
      {failure ? (
        <div className="mb-4">
          <FailureView failure={failure} />
        </div>
      ) : null}
      {step === 0 ? <ChiSei draft={draft} autoFocus /> : null}
      {step === 1 ? (
        <Luogo
          text={t("passi.dove_testo")}
          button={t("passi.dove_scegli")}
          picked={file}
          onPick={() => void pick("nuovo_archivio", setFile)}
        />
      ) : null}
      {step === 2 ? (
        <Luogo
          text={t("passi.copie_testo")}
          button={t("passi.copie_scegli")}
          picked={folder}
          onPick={() => void pick("cartella", setFolder)}
        />
      ) : null}
      <div className="mt-6 flex justify-between gap-2">
        <Button look="quiet" onPress={backward}>
          {t("passi.indietro")}
        </Button>
        <Button
          key={`${step} ${picked?.token ?? ""}`} // once a place is chosen, Enter goes on
          autoFocus={picked !== undefined}
          look="primary"
          chord="Mod+Enter"
          isDisabled={busy || (step === 1 && file?.rete !== "")}
          onPress={forward}
        >
          {t(step < 2 ? "passi.avanti" : folder ? "passi.crea" : "passi.crea_senza")}
        </Button>
      </div>
    </ProblemsProvider>
  );
}

function fileName({ denominazione, nome, cognome }: { denominazione: string; nome: string; cognome: string }): string {
  const name = (denominazione || `${nome} ${cognome}`).trim().replace(/[\\/:*?"<>|]/g, " ");
  return `${name || "archivio"}.f1c`;
}

interface LuogoProps {
  text: string;
  button: string;
  picked: Scelto | undefined;
  onPick: () => void;
}

function Luogo({ text, button, picked, onPick }: LuogoProps) {
  const { t } = useTranslation("azienda");
  return (
    <section className="flex flex-col gap-4">
      <p className="max-w-prose text-md text-ink-2">{text}</p>
      <div>
        <Button onPress={onPick} autoFocus>
          <FolderOpen size={16} aria-hidden="true" />
          {button}
        </Button>
      </div>
      {picked ? (
        <p className="flex items-center gap-2 rounded-lg border border-line bg-surface px-4 py-3">
          <HardDrive size={16} className="shrink-0 text-ink-3" aria-hidden="true" />
          <span className="min-w-0 break-all select-text">{picked.percorso}</span>
        </p>
      ) : null}
      {picked && (picked.sincronizzato_da || picked.rete) ? (
        <p role="alert" className="flex gap-2 rounded-lg border border-warn/40 bg-warn-soft px-4 py-3">
          <TriangleAlert size={16} className="mt-0.5 shrink-0 text-warn" aria-hidden="true" />
          {picked.rete ? t("passi.rete") : t("passi.sincronizzata", { nome: picked.sincronizzato_da })}
        </p>
      ) : null}
    </section>
  );
}
