/** The editor of a draft: head and lines on the left, the engine's totals, findings and PDF page on the right. */
import { memo, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, write } from "../../ipc/client";
import type { DocumentoDraft, DocumentoPreview, Problem } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { FailureView } from "../../shared/FailureView";
import { useHold } from "../../shared/hold";
import { KEYS, useKeys, type Verb } from "../../shared/keys";
import { RecordPage } from "../../shared/Page";
import { ProblemsProvider } from "../../shared/problems";
import { back, go, replace } from "../../shared/route";
import { sayFailure, toast } from "../../shared/toast";
import { shownProblems, useDraft, useSame } from "../../shared/useDraft";
import { type Preview, useAnswer, usePreview } from "../../shared/usePreview";
import { useStable } from "../../shared/useStable";
import { AltreAzioni } from "./AltreAzioni";
import { Anteprima } from "./Anteprima";
import { tellChanges } from "./Cambiati";
import { Coda } from "./Coda";
import { Emetti } from "./Emetti";
import type { Soggetto } from "./Perche";
import { Righe } from "./Righe";
import { StoriaDocumento } from "./Storia";
import { Testata } from "./Testata";
import { Problemi, Totali } from "./Totali";
import { usual } from "./tipi";
import { type Failed, useAutosave } from "./useAutosave";

const NONE: readonly Problem[] = [];
const ISSUE: readonly Verb[] = ["issue"];

export function Editor({ first, isNew }: { first: DocumentoDraft; isNew: boolean }) {
  const { t } = useTranslation("documenti");
  const place = `/documenti/${first.id ?? "nuovo"}`;
  const draft = useDraft(place, first);
  const preview = usePreview(draft, (value) => call("documenti_preview", { draft: value }));
  const [issuing, setIssuing] = useState(false);
  const [isAsked, setAsked] = useState(!isNew);
  const [failure, setFailure] = useState<Failed>();
  const store = useAutosave(draft, place, setFailure);
  const found = useAnswer(preview, "problems");
  const problems = found ?? NONE;
  const numero = useAnswer(preview, "numero_previsto");
  const subject = useStable(() => ({ draft: draft.value, id: null }));
  const shown = useSame(shownProblems(problems, draft.value, isAsked));
  const refusals = problems.filter((problem) => problem.severity === "error");

  const chooseCustomer = useCallback(
    async (cliente_id: string) => {
      draft.change({ cliente_id });
      try {
        draft.change(usual(await call("documenti_new", { tipo: draft.value.tipo, cliente_id })));
      } catch (reason) {
        sayFailure(reason); // the customer stays chosen; only the usual terms are missing
      }
    },
    [draft.change, draft.value.tipo],
  );

  const save = useStable(async () => {
    const id = await store();
    if (id) toast(t("bozza_salvata"));
    if (id && !first.id) replace(`/documenti/${id}`);
  });
  const ask = useStable(() => {
    setAsked(true);
    setIssuing(true);
  });
  const issue = async () => {
    try {
      const id = await store(); // what is typed becomes the document, not a second draft beside it
      const { value } = await write("documenti_issue", { draft: { ...draft.value, id } });
      toast(t("emesso_detto"));
      tellChanges(value.documento.id, value.caratteri_cambiati);
      draft.settle(value.documento.draft);
      setIssuing(false);
      replace(`/documenti/${value.documento.id}`);
    } catch (reason) {
      setIssuing(false);
      setFailure({ reason, retry: () => void issue() });
    }
  };
  const leave = () => void store().then(() => back("/documenti"));
  useHold(ISSUE, found === undefined); // before the first answer there is nothing to ask about
  useKeys({
    save: () => void save(),
    issue: ask,
    back: leave,
    new: () => go(`/documenti/nuovo?tipo=${draft.value.tipo}`),
    duplicate: () => void store().then((id) => id && go(`/documenti/nuovo?duplica=${id}`)),
  });
  return (
    <ProblemsProvider problems={shown}>
      <RecordPage
        split="xl" // below, the lines need the whole width
        title={t(`tipi.${draft.value.tipo}`)}
        state={
          <Badge tone={draft.isDirty || !draft.value.id ? "neutral" : "ok"}>
            {t(draft.isDirty ? "da_salvare_ora" : draft.value.id ? "bozza_al_sicuro" : "stati.bozza")}
          </Badge>
        }
        note={numero ? t("numero_previsto", { numero }) : " "}
        actionsLabel={t("azioni")}
        actions={
          <>
            {draft.value.id ? <AltreAzioni id={draft.value.id} tipo={draft.value.tipo} stato="bozza" /> : null}
            <Bottoni onSave={save} onIssue={ask} />
          </>
        }
        side={
          <div className="flex flex-col gap-5">
            <TotaliVivi preview={preview} of={subject} />
            <Problemi problems={problems} />
            <Anteprima id={null} draft={draft.value} />
            {draft.value.id ? <StoriaDocumento id={draft.value.id} /> : null}
          </div>
        }
        sideLabel={t("accanto")}
        notice={failure ? <FailureView failure={failure.reason} onRetry={failure.retry} /> : null}
      >
        <Testata draft={draft} onCustomer={chooseCustomer} />
        <Righe draft={draft} preview={preview} of={subject} />
        <Coda draft={draft} />
      </RecordPage>
      <Emetti
        isOpen={issuing}
        tipo={draft.value.tipo}
        clienteId={draft.value.cliente_id}
        preview={preview}
        refusals={refusals}
        onIssue={issue}
        onClose={() => setIssuing(false)}
      />
    </ProblemsProvider>
  );
}

/** The totals as the engine says them: drawn when they change, and nothing else with them. */
const TotaliVivi = memo(function TotaliVivi({ preview, of }: { preview: Preview<DocumentoPreview>; of: Soggetto }) {
  const totali = useAnswer(preview, "totali");
  return totali ? <Totali totali={totali} of={of} /> : null;
});

const Bottoni = memo(function Bottoni({ onSave, onIssue }: { onSave: () => Promise<void>; onIssue: () => void }) {
  const { t } = useTranslation("documenti");
  return (
    <>
      <Button chord={KEYS.save[0]} onPress={() => void onSave()}>
        {t("salva_bozza")}
      </Button>
      <Button look="primary" chord={KEYS.issue[0]} onPress={onIssue}>
        {t("emetti")}
      </Button>
    </>
  );
});
