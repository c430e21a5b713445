/** The editor of a draft: head and lines on the left, the engine's totals, findings and PDF page on the right. */
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, write } from "../../ipc/client";
import type { DocumentoDraft } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { FailureView } from "../../shared/FailureView";
import { KEYS, useKeys } from "../../shared/keys";
import { RecordPage } from "../../shared/Page";
import { ProblemsProvider } from "../../shared/problems";
import { back, go, replace, usePlace } from "../../shared/route";
import { sayFailure, toast } from "../../shared/toast";
import { type Draft, forget, shownProblems, useDraft, usePreview, useSame, useStill } from "../../shared/useDraft";
import { AltreAzioni } from "./AltreAzioni";
import { Anteprima } from "./Anteprima";
import { tellChanges } from "./Cambiati";
import { Coda } from "./Coda";
import { Emetti } from "./Emetti";
import { Righe } from "./Righe";
import { StoriaDocumento } from "./Storia";
import { Testata } from "./Testata";
import { Problemi, Totali } from "./Totali";
import { usual } from "./tipi";

const AUTOSAVE_MS = 1_000;

export function Editor({ first, isNew }: { first: DocumentoDraft; isNew: boolean }) {
  const { t } = useTranslation("documenti");
  const { search } = usePlace();
  const place = `/documenti/${first.id ?? "nuovo"}`;
  const draft = useDraft(place, first);
  const preview = usePreview(draft.value, (value) => call("documenti_preview", { draft: value }));
  const [issuing, setIssuing] = useState(false);
  const [isAsked, setAsked] = useState(!isNew);
  const [failure, setFailure] = useState<unknown>();
  const store = useAutosave(draft, place, setFailure);
  const problems = preview?.problems ?? [];
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
  const made = search.get("cliente");
  useEffect(() => {
    if (made && !isNew) void chooseCustomer(made);
  }, [made, isNew, chooseCustomer]);

  const save = async () => {
    const id = await store();
    if (id) toast(t("bozza_salvata"));
    if (id && !first.id) replace(`/documenti/${id}`);
  };
  const createCustomer = async (name: string) => {
    const id = await store();
    if (!id) return;
    replace(`/documenti/${id}`);
    go(`/clienti/nuovo?${new URLSearchParams({ nome: name, torna: `/documenti/${id}` })}`);
  };
  const ask = () => {
    setAsked(true);
    setIssuing(true);
  };
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
      setFailure(reason);
    }
  };
  const leave = () => void store().then(() => back("/documenti"));
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
        title={t(`tipi.${draft.value.tipo}`)}
        state={
          <Badge tone={draft.isDirty ? "neutral" : "ok"}>
            {t(draft.isDirty ? "da_salvare_ora" : draft.value.id ? "bozza_al_sicuro" : "stati.bozza")}
          </Badge>
        }
        note={preview?.numero_previsto ? t("numero_previsto", { numero: preview.numero_previsto }) : " "}
        actionsLabel={t("azioni")}
        actions={
          <>
            {draft.value.id ? <AltreAzioni id={draft.value.id} tipo={draft.value.tipo} stato="bozza" /> : null}
            <Button chord={KEYS.save[0]} onPress={() => void save()}>
              {t("salva_bozza")}
            </Button>
            <Button look="primary" chord={KEYS.issue[0]} onPress={ask}>
              {t("emetti")}
            </Button>
          </>
        }
        side={
          <div className="flex flex-col gap-5">
            {preview ? <Totali totali={preview.totali} /> : null}
            <Problemi problems={problems} />
            <Anteprima id={null} draft={draft.value} />
            {draft.value.id ? <StoriaDocumento id={draft.value.id} /> : null}
          </div>
        }
        sideLabel={t("accanto")}
      >
        {failure ? (
          <div className="mb-4">
            <FailureView failure={failure} />
          </div>
        ) : null}
        <Testata draft={draft} onCustomer={chooseCustomer} onCreateCustomer={createCustomer} />
        <Righe draft={draft} totali={preview?.totali.righe ?? []} />
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

/** Keeps the draft a second after one stops typing; answers how to keep it now. A draft can always be stored. */
function useAutosave(
  draft: Draft<DocumentoDraft>,
  place: string,
  onFailure: (failure: unknown) => void,
): () => Promise<string | null> {
  const now = useRef(draft);
  now.current = draft;
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const made = useRef<string | null>(null);
  const failed = useRef(onFailure);
  failed.current = onFailure;
  const store = useCallback(() => {
    const next = running.current.then(async () => {
      const { value: sent, isDirty, settle } = now.current;
      if (!isDirty) return sent.id ?? made.current;
      try {
        const saved = await write("documenti_save", { draft: { ...sent, id: sent.id ?? made.current } });
        made.current = saved.value.id;
        settle(saved.value.draft, sent);
        failed.current(undefined);
        return saved.value.id;
      } catch (reason) {
        failed.current(reason); // what was typed stays in the form
        return null;
      }
    });
    running.current = next;
    return next;
  }, []);
  const still = useStill(draft.value, AUTOSAVE_MS);
  useEffect(() => {
    if (draft.isDirty && still === now.current.value) void store();
  }, [still, draft.isDirty, store]);
  // leaving in the middle of that second: kept all the same, and only what cannot be kept waits at its place
  useEffect(() => () => void store().then((id) => id && forget(place)), [store, place]);
  return store;
}
