/** One product or service. */
import { useQuery } from "@tanstack/react-query";
import { Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { Problem, ProdottoDraft, ProdottoPreview, ProdottoView } from "../../ipc/generated";
import { MoneyInput, PercentInput } from "../../shared/AmountInput";
import { IconButton } from "../../shared/Button";
import { CodeField } from "../../shared/CodeField";
import { FailureView, ProblemList } from "../../shared/FailureView";
import { euro } from "../../shared/format";
import { OF_PAGE, useHold } from "../../shared/hold";
import { keep } from "../../shared/keep";
import { useKeys } from "../../shared/keys";
import { FailedPage, RecordPage, Section } from "../../shared/Page";
import { ProblemsProvider } from "../../shared/problems";
import { DraftActions, DraftState } from "../../shared/record";
import { back, go, replace } from "../../shared/route";
import { Storia } from "../../shared/Storia";
import { useLanguage } from "../../shared/settings";
import { TextBox, TextField } from "../../shared/TextField";
import { Checkbox } from "../../shared/Toggle";
import { sayFailure } from "../../shared/toast";
import { type Draft, shownProblems, useDraft, useSame } from "../../shared/useDraft";
import { usePreview, useWhole } from "../../shared/usePreview";

/** A product with nothing in it. */
export const NEW: ProdottoDraft = {
  id: null,
  codice: "",
  descrizione: "",
  servizio: false,
  unita_misura: "",
  prezzo: "",
  prezzo_ivato: false,
  aliquota_iva: "",
  natura: "",
  riferimento_normativo: "",
  categoria: "",
  codice_ean: "",
  no_sdi: false,
  note: "",
};

export function SchedaProdotto({ id }: { id: string }) {
  const { t } = useTranslation("prodotti");
  const isNew = id === "nuovo";
  const { data, error, isLoading } = useQuery({ ...query("prodotti_get", { id }), enabled: !isNew });
  useHold(OF_PAGE, isLoading);
  if (isNew) return <Scheda first={NEW} />;
  if (error) return <FailedPage title={t("titolo")} failure={error} />;
  return data ? <Scheda first={data.draft} view={data} /> : null;
}

function Scheda({ first, view }: { first: ProdottoDraft; view?: ProdottoView }) {
  const { t } = useTranslation("prodotti");
  const draft = useDraft(`/prodotti/${first.id ?? "nuovo"}`, first);
  const preview = useWhole(usePreview(draft, (value) => call("prodotti_preview", { draft: value })));
  const [failure, setFailure] = useState<unknown>();
  const isAsked = view !== undefined || failure !== undefined;
  const problems = useSame(shownProblems(preview?.problems ?? [], draft.value, isAsked));
  const save = async () => {
    const sent = draft.value;
    try {
      setFailure(undefined);
      const settle = (saved: { value: ProdottoView }) => draft.settle(saved.value.draft, sent);
      const { value } = await keep("prodotti_save", { draft: sent }, t("salvato"), settle);
      if (!sent.id) replace(`/prodotti/${value.id}`);
    } catch (reason) {
      setFailure(reason);
    }
  };
  useKeys({ save: () => void save(), back: () => back("/prodotti"), new: () => go("/prodotti/nuovo") });
  return (
    <ProblemsProvider problems={problems}>
      <RecordPage
        title={view?.draft.descrizione || t("nuovo")}
        state={<DraftState isDirty={draft.isDirty} isBinned={view?.cestinato} />}
        actionsLabel={t("azioni")}
        actions={
          <>
            {view ? <Cestino view={view} /> : null}
            <DraftActions draft={draft} onSave={() => void save()} />
          </>
        }
        side={
          <div className="flex flex-col gap-6">
            <Prezzi preview={preview} problems={failure ? [] : problems} ivato={draft.value.prezzo_ivato} />
            {view ? (
              <Storia
                area="prodotti"
                id={view.id}
                verb={(verb) => t(`verbi.${verb.replace(".", "_")}` as "verbi.demo_fill", { defaultValue: verb })}
                field={(path) =>
                  path === "cestinato" ? t("cestinato") : t(`campi.${path}` as "campi.note", { defaultValue: path })
                }
              />
            ) : null}
          </div>
        }
        sideLabel={t("accanto")}
        notice={failure ? <FailureView failure={failure} /> : null}
      >
        <Campi draft={draft} isNew={!view} />
      </RecordPage>
    </ProblemsProvider>
  );
}

function Campi({ draft, isNew }: { draft: Draft<ProdottoDraft>; isNew: boolean }) {
  const { t } = useTranslation("prodotti");
  return (
    <>
      <Section title={t("sezioni.cosa")}>
        <TextField label={t("campi.codice")} {...draft.text("codice")} />
        <div className="col-span-2">
          <TextField label={t("campi.descrizione")} {...draft.text("descrizione")} required autoFocus={isNew} />
        </div>
        <TextField label={t("campi.categoria")} {...draft.text("categoria")} />
        <TextField label={t("campi.unita_misura")} {...draft.text("unita_misura")} placeholder={t("esempio_unita")} />
        <TextField label={t("campi.codice_ean")} {...draft.text("codice_ean")} kind="code" />
        <div className="col-span-full">
          <Checkbox label={t("campi.servizio")} {...draft.flag("servizio")} />
        </div>
      </Section>
      <Section title={t("sezioni.prezzo")}>
        <MoneyInput label={t("campi.prezzo")} {...draft.text("prezzo")} />
        <PercentInput label={t("campi.aliquota_iva")} {...draft.text("aliquota_iva")} />
        <CodeField label={t("campi.natura")} list="natura" {...draft.text("natura")} none={t("con_iva")} />
        {draft.value.natura ? (
          <div className="col-span-full">
            <TextField
              label={t("campi.riferimento_normativo")}
              {...draft.text("riferimento_normativo")}
              hint={t("aiuto_riferimento")}
            />
          </div>
        ) : null}
        <div className="col-span-full flex flex-wrap gap-x-6">
          <Checkbox label={t("campi.prezzo_ivato")} {...draft.flag("prezzo_ivato")} />
          <Checkbox label={t("campi.no_sdi")} {...draft.flag("no_sdi")} />
        </div>
      </Section>
      <Section title={t("sezioni.altro")}>
        <div className="col-span-full">
          <TextBox label={t("campi.note")} {...draft.text("note")} />
        </div>
      </Section>
    </>
  );
}

/** What the typed price means, worked out by the engine. */
function Prezzi({
  preview,
  problems,
  ivato,
}: {
  preview: ProdottoPreview | undefined;
  problems: readonly Problem[];
  ivato: boolean;
}) {
  const { t } = useTranslation("prodotti");
  const language = useLanguage();
  const rows = [
    { label: t("senza_iva"), value: preview?.prezzo_netto && euro(preview.prezzo_netto, language), typed: !ivato },
    {
      label: t("con_iva_compresa"),
      value: preview?.prezzo_lordo && euro(preview.prezzo_lordo, language),
      typed: ivato,
    },
  ];
  return (
    <div className="flex flex-col gap-6">
      <dl className="rounded-lg border border-line bg-surface px-4 py-2">
        {rows.map((row) => (
          <div key={row.label} className="flex min-h-8 items-center justify-between gap-4">
            <dt className="text-ink-2">{row.label}</dt>
            <dd className={`amount ${row.typed ? "font-semibold" : ""}`}>{row.value || "–"}</dd>
          </div>
        ))}
      </dl>
      {problems.length > 0 ? (
        <section>
          <h2 className="mb-1 text-sm font-medium text-ink-2">{t("da_controllare")}</h2>
          <ProblemList problems={problems} />
        </section>
      ) : null}
    </div>
  );
}

function Cestino({ view }: { view: ProdottoView }) {
  const { t } = useTranslation("prodotti");
  const bin = async () => {
    try {
      await keep("prodotti_bin", { id: view.id }, t("messo_nel_cestino"));
      replace("/prodotti");
    } catch (reason) {
      sayFailure(reason);
    }
  };
  const unbin = () => void keep("prodotti_unbin", { id: view.id }, t("ripreso")).catch(sayFailure);
  return view.cestinato ? (
    <IconButton label={t("riprendi")} onPress={unbin}>
      <Undo2 size={16} aria-hidden="true" />
    </IconButton>
  ) : (
    <IconButton label={t("cestina")} onPress={() => void bin()}>
      <Trash2 size={16} aria-hidden="true" />
    </IconButton>
  );
}
