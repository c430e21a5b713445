/** The head of a draft: kind, customer, date, series. */
import { useQuery } from "@tanstack/react-query";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { DocumentoDraft, SoggettoFilter, Tipo } from "../../ipc/generated";
import { ComboBox } from "../../shared/ComboBox";
import { useCreator } from "../../shared/create";
import { DateInput } from "../../shared/DateInput";
import { focusField } from "../../shared/problems";
import { Select } from "../../shared/Select";
import { TextField } from "../../shared/TextField";
import { type Draft, sameBut } from "../../shared/useDraft";
import { TIPI } from "./tipi";

interface Props {
  draft: Draft<DocumentoDraft>;
  onCustomer: (id: string) => Promise<void>;
}

const MAIN = "-";
/** A list or dialog that closes gives the cursor back to where it came from first. */
const CLOSING_MS = 60;

/** Typing in the lines does not draw it again. */
export const Testata = memo(TestataBody, (one, other) => sameBut("righe", one.draft.value, other.draft.value));

function TestataBody({ draft, onCustomer }: Props) {
  const { t } = useTranslation("documenti");
  const { data: series = [] } = useQuery(query("sezionali_list", {}, ["azienda"]));
  const own = series.filter((one) => one.draft.codice !== "");
  return (
    <section aria-label={t("testata")} className="mb-5 grid grid-cols-12 gap-x-3 gap-y-3">
      <div className="col-span-7">
        <Cliente draft={draft} onCustomer={onCustomer} />
      </div>
      <div className="col-span-5">
        <Select
          label={t("campi.tipo")}
          path="tipo"
          value={draft.value.tipo}
          onChange={(tipo) => draft.change({ tipo: tipo as Tipo })}
          options={TIPI.map((tipo) => ({ id: tipo, label: t(`tipi.${tipo}`) }))}
        />
      </div>
      <div className="col-span-4 xl:col-span-3">
        <DateInput label={t("campi.data")} {...draft.text("data_documento")} />
      </div>
      {draft.value.tipo === "PREVENTIVO" ? (
        <div className="col-span-4 xl:col-span-3">
          <DateInput label={t("campi.valido_fino")} {...draft.text("valido_fino")} />
        </div>
      ) : null}
      {own.length > 0 ? (
        <div className="col-span-4 xl:col-span-3">
          <Select
            label={t("campi.sezionale")}
            path="sezionale"
            value={draft.value.sezionale || MAIN}
            onChange={(id) => draft.change({ sezionale: id === MAIN ? "" : id })}
            options={[
              { id: MAIN, label: t("sezionale_principale") },
              ...own.map(({ draft: one }) => ({ id: one.codice, label: one.codice, note: one.descrizione })),
            ]}
          />
        </div>
      ) : null}
      <div
        className={
          own.length > 0 || draft.value.tipo === "PREVENTIVO" ? "col-span-4 xl:col-span-6" : "col-span-8 xl:col-span-9"
        }
      >
        <TextField label={t("campi.causale")} {...draft.text("causale")} />
      </div>
    </section>
  );
}

function Cliente({ draft, onCustomer }: Props) {
  const { t } = useTranslation("documenti");
  const [testo, setTesto] = useState("");
  const id = draft.value.cliente_id;
  const { data: chosen } = useQuery({ ...query("anagrafiche_get", { id: id ?? "" }), enabled: id !== null });
  const filter: SoggettoFilter = {
    faccia: "cliente",
    testo,
    natura: null,
    cestino: false,
    sort: "nome",
    direction: "ascending",
    page: { cursor: null, limit: 20 },
  };
  const { data: found } = useQuery(query("anagrafiche_list", { filter }));
  const [created, setCreated] = useState<string>();
  const NuovoCliente = useCreator("cliente");
  const choose = (next: string) => {
    setCreated(undefined);
    void onCustomer(next);
    // the lines are what comes next; where there are some already, one is only changing the customer
    if (draft.value.righe.length === 0) setTimeout(() => focusField("righe.0.descrizione"), CLOSING_MS);
  };
  return (
    <>
      <ComboBox
        label={t("campi.cliente")}
        path="cliente_id"
        autoFocus={id === null}
        required
        value={id}
        text={chosen?.nome_completo ?? ""}
        placeholder={t("scegli_cliente")}
        onSearch={setTesto}
        onChange={choose}
        {...(NuovoCliente ? { onCreate: setCreated } : {})}
        options={(found?.rows ?? []).map((row) => ({
          id: row.id,
          label: row.nome,
          note: row.partita_iva || row.codice_fiscale || row.comune,
        }))}
      />
      {created !== undefined && NuovoCliente ? (
        <NuovoCliente name={created} onDone={choose} onClose={() => setCreated(undefined)} />
      ) : null}
    </>
  );
}
