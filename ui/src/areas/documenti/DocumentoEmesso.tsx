/** An issued document: frozen, with what can still be done with it. */
import { FileCode2, FileDown, Undo } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DocumentoView } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { day, instant } from "../../shared/format";
import { keep } from "../../shared/keep";
import { KEYS, useKeys } from "../../shared/keys";
import { RecordPage } from "../../shared/Page";
import { Panels } from "../../shared/panels";
import { back, go } from "../../shared/route";
import { useLanguage } from "../../shared/settings";
import { TextBox, TextField } from "../../shared/TextField";
import { sayFailure } from "../../shared/toast";
import { useDraft } from "../../shared/useDraft";
import { AltreAzioni } from "./AltreAzioni";
import { Anteprima } from "./Anteprima";
import { Cambiati } from "./Cambiati";
import { pickFolder } from "./cartella";
import { useEmailOne } from "./Email";
import { useSalvataggio } from "./Scelti";
import { Prova, StatiFile } from "./StatiFile";
import { StoriaDocumento } from "./Storia";
import { Totali } from "./Totali";
import { conversions, TONES } from "./tipi";

export function DocumentoEmesso({ view }: { view: DocumentoView }) {
  const { t } = useTranslation("documenti");
  const saving = useSalvataggio();
  const email = useEmailOne(view.id);
  const { tipo } = view.draft;
  const save = (kind: "xml" | "pdf") => saving.save(kind, [view.id], pickFolder);
  const duplicate = () => go(`/documenti/nuovo?duplica=${view.id}`);
  useKeys({
    back: () => back("/documenti"),
    duplicate,
    print: () => save("pdf"),
    mail: email.mail,
    ...(view.nome_file ? { xml: () => save("xml") } : {}),
    new: () => go(`/documenti/nuovo?tipo=${tipo}`),
  });
  const canCredit = conversions(tipo).includes("NOTA_CREDITO") && view.stato !== "annullato";
  return (
    <RecordPage
      title={t("tipo_numero", { tipo: t(`tipi.${tipo}`), numero: view.numero })}
      state={<Badge tone={TONES[view.stato]}>{t(`stati.${view.stato}`)}</Badge>}
      note={t("di_cliente", { cliente: view.cliente, data: day(view.draft.data_documento) })}
      actionsLabel={t("azioni")}
      actions={
        <>
          {canCredit ? (
            <Button onPress={() => go(`/documenti/nuovo?converti=${view.id}&tipo=NOTA_CREDITO`)}>
              <Undo size={16} aria-hidden="true" />
              {t("tipi.NOTA_CREDITO")}
            </Button>
          ) : null}
          <AltreAzioni id={view.id} tipo={tipo} stato={view.stato} first={email.actions(view.nome_file !== "")} />
          <Button look={view.nome_file ? "normal" : "primary"} chord={KEYS.print[0]} onPress={() => save("pdf")}>
            <FileDown size={16} aria-hidden="true" />
            {t("salva_pdf")}
          </Button>
          {view.nome_file ? (
            <Button look="primary" chord={KEYS.xml[0]} onPress={() => save("xml")}>
              <FileCode2 size={16} aria-hidden="true" />
              {t("salva_xml")}
            </Button>
          ) : null}
        </>
      }
      side={
        <div className="flex flex-col gap-6">
          <Cambiati id={view.id} />
          <Totali totali={view.totali} of={() => ({ draft: null, id: view.id })} />
          <Panels about="documento" id={view.id} />
          <Fatti view={view} />
          <Annotazioni view={view} />
          {view.nome_file ? <StatiFile id={view.id} /> : null}
          <Prova id={view.id} />
          <StoriaDocumento id={view.id} />
        </div>
      }
      sideLabel={t("accanto")}
    >
      <div className="mx-auto max-w-3xl">
        <Anteprima id={view.id} draft={null} />
      </div>
      {saving.shown}
    </RecordPage>
  );
}

function Fatti({ view }: { view: DocumentoView }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  return (
    <section>
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t("fatti")}</h2>
      <dl className="divide-y divide-line">
        <Fatto label={t("emesso_il")} value={instant(view.emesso_at, language)} />
        {view.nome_file ? (
          <Fatto label={t("file_xml")} value={view.nome_file} />
        ) : (
          <Fatto label={t("file_xml")} value={t("solo_pdf")} />
        )}
        {view.legami.map((legame) => (
          <div key={legame.id} className="flex min-h-8 items-center justify-between gap-4">
            <dt className="text-ink-2">{t(legame.deriva ? "diventato" : "viene_da")}</dt>
            <dd>
              <a className="rounded-sm text-accent-ink hover:underline" href={`#/documenti/${legame.id}`}>
                {t("tipo_numero", { tipo: t(`tipi.${legame.tipo}`), numero: legame.numero || t("stati.bozza") })}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Fatto({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4">
      <dt className="text-ink-2">{label}</dt>
      <dd className="ml-auto max-w-full select-text tabular-nums [overflow-wrap:anywhere]">{value}</dd>
    </div>
  );
}

/** Notes and category stay editable: they stand outside what is frozen. */
function Annotazioni({ view }: { view: DocumentoView }) {
  const { t } = useTranslation("documenti");
  const { note, categoria } = view.draft;
  const draft = useDraft(`/documenti/${view.id}/note`, { note, categoria });
  const save = () => {
    if (!draft.isDirty) return;
    const sent = draft.value;
    void keep("documenti_annota", { id: view.id, ...sent }, t("annotato")).then(
      () => draft.settle(sent, sent),
      sayFailure,
    );
  };
  useKeys({ save });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that its fields are left
    <section className="flex flex-col gap-2" onBlur={save}>
      <TextField label={t("campi.categoria")} {...draft.text("categoria")} />
      <TextBox label={t("campi.note")} {...draft.text("note")} rows={2} />
    </section>
  );
}
