/** A customer made over the page that needs one: what an invoice asks for, and nothing else. */
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { Natura, SoggettoDraft } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { CodeField } from "../../shared/CodeField";
import { CreateDialog } from "../../shared/CreateDialog";
import type { CreateProps } from "../../shared/create";
import { keep } from "../../shared/keep";
import { Select } from "../../shared/Select";
import { TextField, type TextFieldProps } from "../../shared/TextField";
import { type Draft, useDraft } from "../../shared/useDraft";
import { usePreview, useWhole } from "../../shared/usePreview";
import { NATURE } from "./CampiSoggetto";
import { newSoggetto } from "./draft";

export function NuovoCliente({ name, ...ends }: CreateProps) {
  const { t } = useTranslation("anagrafiche");
  const draft = useDraft(`/clienti/nuovo/${name}`, newSoggetto("cliente", name));
  const preview = useWhole(usePreview(draft, (value) => call("anagrafiche_preview", { draft: value })));
  return (
    <CreateDialog
      title={t("nuovo.cliente")}
      draft={draft}
      problems={preview?.problems ?? []}
      save={async (value) => (await keep("anagrafiche_save", { draft: value }, t("salvato"))).value.id}
      {...ends}
    >
      {preview?.simili.length ? (
        <p className="flex flex-wrap items-center gap-2 text-ink-2">
          {t("gia_presente")}
          {preview.simili.map((row) => (
            <Button key={row.id} onPress={() => ends.onDone(row.id)}>
              {t("usa", { nome: row.nome })}
            </Button>
          ))}
        </p>
      ) : null}
      <Campi draft={draft} proposed={preview?.codice_destinatario ?? ""} />
    </CreateDialog>
  );
}

type Testo = "denominazione" | "nome" | "cognome" | "partita_iva" | "codice_fiscale" | Indirizzo | Recapito;
type Indirizzo = "indirizzo" | "numero_civico" | "cap" | "comune" | "provincia";
type Recapito = "codice_destinatario" | "pec" | "email";

function Campi({ draft, proposed }: { draft: Draft<SoggettoDraft>; proposed: string }) {
  const { t } = useTranslation("anagrafiche");
  const { natura } = draft.value;
  const isPerson = natura === "privato" || natura === "persona_con_iva";
  const testo = (key: Testo, span: string, extra: Partial<TextFieldProps> = {}) => (
    <div className={span}>
      <TextField label={t(`campi.${key}`)} {...draft.text(key)} {...extra} />
    </div>
  );
  return (
    <div className="grid grid-cols-12 gap-3">
      <div className="col-span-4">
        <Select
          label={t("campi.natura")}
          {...draft.text("natura")}
          onChange={(id) => draft.change({ natura: id as Natura })}
          options={NATURE.map((id) => ({ id, label: t(`nature.${id}`) }))}
        />
      </div>
      {natura === "privato" ? null : testo("denominazione", "col-span-8")}
      {isPerson || natura === "estero" ? (
        <>
          {testo("nome", "col-span-4")}
          {testo("cognome", "col-span-4")}
        </>
      ) : null}
      {natura === "privato" ? null : testo("partita_iva", "col-span-6", { kind: "code", autoFocus: true })}
      {testo("codice_fiscale", "col-span-6", { kind: "code", autoFocus: natura === "privato" })}
      {testo("indirizzo", "col-span-9")}
      {testo("numero_civico", "col-span-3")}
      {testo("cap", "col-span-3", { kind: "code" })}
      {testo("comune", "col-span-6")}
      {natura === "estero" ? null : testo("provincia", "col-span-3", { kind: "code" })}
      {natura === "estero" ? (
        <div className="col-span-6">
          <CodeField label={t("campi.nazione")} list="nazioni" {...draft.text("nazione")} none={t("italia")} />
        </div>
      ) : null}
      {testo("codice_destinatario", "col-span-4", {
        kind: "code",
        ...(proposed ? { hint: t("codice_proposto", { codice: proposed }) } : {}),
      })}
      {testo("pec", "col-span-4", { type: "email" })}
      {testo("email", "col-span-4", { type: "email" })}
    </div>
  );
}
