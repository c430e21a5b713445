/** Issuing cannot be undone: it says first what it will do, or what is still in its way. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { DocumentoPreview, Problem, Tipo } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { ProblemList } from "../../shared/FailureView";
import { day, euro } from "../../shared/format";
import { KEYS } from "../../shared/keys";
import { focusField } from "../../shared/problems";
import { useLanguage } from "../../shared/settings";
import { type Preview, useWhole } from "../../shared/usePreview";

const RETURN_MS = 60;

interface Props {
  tipo: Tipo;
  clienteId: string | null;
  preview: Preview<DocumentoPreview>;
  refusals: readonly Problem[];
  onIssue: () => Promise<void>;
  onClose: () => void;
}

export function Emetti({ isOpen, ...rest }: Props & { isOpen: boolean }) {
  return isOpen ? <Domanda {...rest} /> : null; // while one types there is nothing of it to draw
}

function Domanda({ tipo, clienteId, refusals, onIssue, onClose, ...rest }: Props) {
  const { t } = useTranslation("documenti");
  const preview = useWhole(rest.preview);
  const language = useLanguage();
  const { data: cliente } = useQuery({
    ...query("anagrafiche_get", { id: clienteId ?? "" }),
    enabled: clienteId !== null,
  });
  const refused = refusals.length > 0 || !preview;
  const go = () => {
    if (!refused) void onIssue();
  };
  const lead = (path: string) => {
    onClose();
    // the closing dialog gives the cursor back to the page first
    setTimeout(() => focusField(path), RETURN_MS);
  };
  return (
    <Dialog
      title={t(refused ? "manca_qualcosa" : "emetti_titolo", {
        tipo: t(`tipi.${tipo}`),
        numero: preview?.numero_previsto ?? "",
      })}
      isOpen
      onClose={onClose}
      keys={{ issue: go, back: onClose }}
      actions={
        refused ? (
          <Button look="primary" autoFocus onPress={onClose}>
            {t("torna_al_documento")}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t("annulla")}</Button>
            <Button look="primary" autoFocus chord={KEYS.issue[0]} onPress={go}>
              {t("emetti")}
            </Button>
          </>
        )
      }
    >
      {refused ? (
        <>
          <p className="mb-2 text-ink-2">{t("manca_testo")}</p>
          <ProblemList problems={refusals} onChoose={lead} />
        </>
      ) : (
        <div className="flex flex-col gap-3">
          <p className="flex items-baseline justify-between gap-4">
            <span className="min-w-0">
              <span className="block font-medium [overflow-wrap:anywhere]">{cliente?.nome_completo}</span>
              {t("emetti_data", { data: day(preview.data_documento) })}
            </span>
            <span className="amount text-xl font-semibold">{euro(preview.totali.netto_a_pagare, language)}</span>
          </p>
          <ul className="list-disc pl-5 text-ink-2">
            <li>{t("emetti_numero", { numero: preview.numero_previsto })}</li>
            <li>{preview.td ? t("emetti_xml", { td: preview.td }) : t("emetti_solo_pdf")}</li>
            <li>{t(preview.td ? "emetti_fermo" : "emetti_fermo_interno")}</li>
          </ul>
        </div>
      )}
    </Dialog>
  );
}
