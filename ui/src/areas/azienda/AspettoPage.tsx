/** How documents are printed, with a made-up one beside that shows it as it will be. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { AziendaDraft, ColonnaStampa, Esempio } from "../../ipc/generated";
import { FailureView } from "../../shared/FailureView";
import { FailedPage, RecordPage, Section } from "../../shared/Page";
import { PdfPreview } from "../../shared/PdfPreview";
import { ProblemsProvider } from "../../shared/problems";
import { DraftActions, DraftState } from "../../shared/record";
import { Select } from "../../shared/Select";
import { TextBox } from "../../shared/TextField";
import { Checkbox } from "../../shared/Toggle";
import { useStill } from "../../shared/useDraft";
import { Colori } from "./Colori";
import { Disegni } from "./Disegni";
import { EMPTY } from "./draft";
import { Logo } from "./Logo";
import { useAzienda } from "./useAzienda";

const ESEMPI: readonly Esempio[] = ["breve", "lunga", "inglese"];
const COLONNE: readonly ColonnaStampa[] = ["codice", "unita", "sconto", "iva"];
const PAUSE_MS = 250;

export function AspettoPage() {
  const { t } = useTranslation("azienda");
  const { data, error } = useQuery(query("azienda_get", {}));
  if (error) return <FailedPage title={t("aspetto.titolo")} failure={error} />;
  return data === undefined ? null : <Scheda first={data?.draft ?? EMPTY} />;
}

function Scheda({ first }: { first: AziendaDraft }) {
  const { t } = useTranslation("azienda");
  const form = useAzienda(first);
  const { draft, problems, failure } = form;
  const { aspetto } = draft.value;
  const change = (part: Partial<typeof aspetto>) =>
    draft.change((before) => ({ aspetto: { ...before.aspetto, ...part } }));
  const hide = (colonna: ColonnaStampa, isShown: boolean) => {
    const others = aspetto.nascoste.filter((one) => one !== colonna);
    change({ nascoste: isShown ? others : [...others, colonna] });
  };
  return (
    <ProblemsProvider problems={problems}>
      <RecordPage
        title={t("aspetto.titolo")}
        state={<DraftState isDirty={draft.isDirty} />}
        note={t("aspetto.spiega")}
        actionsLabel={t("aspetto.azioni")}
        actions={<DraftActions draft={draft} onSave={() => void form.save()} />}
        side={<Prova azienda={draft.value} />}
        sideLabel={t("aspetto.prova")}
        notice={failure ? <FailureView failure={failure} /> : null}
      >
        <Section title={t("aspetto.disegno")}>
          <Disegni azienda={draft.value} onChange={(disegno) => change({ disegno })} />
        </Section>
        <Section title={t("aspetto.colore")}>
          <Colori value={aspetto.colore} onChange={(colore) => change({ colore })} />
        </Section>
        <Logo draft={draft} />
        <Section title={t("aspetto.testi")}>
          <div className="col-span-full flex flex-col gap-3">
            <TextBox
              label={t("aspetto.intestazione")}
              hint={t("aspetto.intestazione_aiuto")}
              path="aspetto.intestazione"
              value={aspetto.intestazione}
              onChange={(intestazione) => change({ intestazione })}
              rows={2}
            />
            <TextBox
              label={t("aspetto.chiusura")}
              hint={t("aspetto.chiusura_aiuto")}
              path="aspetto.chiusura"
              value={aspetto.chiusura}
              onChange={(chiusura) => change({ chiusura })}
              rows={2}
            />
            <TextBox label={t("aspetto.piede")} hint={t("aspetto.piede_aiuto")} {...draft.text("nota_pie")} rows={2} />
          </div>
        </Section>
        <Section title={t("aspetto.colonne")}>
          <div className="col-span-full flex flex-col">
            {COLONNE.map((colonna) => (
              <Checkbox
                key={colonna}
                label={t(`aspetto.colonna.${colonna}`)}
                value={!aspetto.nascoste.includes(colonna)}
                onChange={(isShown) => hide(colonna, isShown)}
              />
            ))}
            <p className="mt-1 text-sm text-ink-3">{t("aspetto.colonne_aiuto")}</p>
          </div>
        </Section>
      </RecordPage>
    </ProblemsProvider>
  );
}

/** The made-up document. */
function Prova({ azienda }: { azienda: AziendaDraft }) {
  const { t } = useTranslation("azienda");
  const [esempio, setEsempio] = useState<Esempio>("breve");
  const asked = { draft: useStill(azienda, PAUSE_MS), esempio };
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t("aspetto.esempio")}
        value={esempio}
        onChange={(id) => setEsempio(id as Esempio)}
        options={ESEMPI.map((id) => ({ id, label: t(`aspetto.esempi.${id}`) }))}
      />
      <PdfPreview
        of={["stampa", "azienda_esempio", asked]}
        pages={() => call("azienda_esempio_pagine", asked)}
        page={(page, width) => call("azienda_esempio", { ...asked, page, width })}
        missing={t("aspetto.prova_assente")}
      />
    </div>
  );
}
