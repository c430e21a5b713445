/** The short lists inside a draft: instalments, funds, withholdings, references, delivery notes. */
import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type {
  CassaDraft,
  DdtDraft,
  DocumentoDraft,
  Mandato,
  RataDraft,
  RiferimentoDraft,
  RiferimentoTipo,
  RitenutaDraft,
} from "../../ipc/generated";
import { MoneyInput, PercentInput } from "../../shared/AmountInput";
import { Button, IconButton } from "../../shared/Button";
import { CodeField } from "../../shared/CodeField";
import { DateInput } from "../../shared/DateInput";
import { focusField } from "../../shared/problems";
import { Select } from "../../shared/Select";
import { TextField } from "../../shared/TextField";
import type { Draft } from "../../shared/useDraft";

type D = Draft<DocumentoDraft>;
type Key = "rate" | "casse" | "ritenute" | "riferimenti" | "ddt";
type ItemOf<K extends Key> = DocumentoDraft[K][number];

interface ElencoProps<K extends Key> {
  draft: D;
  name: K;
  title: string;
  addLabel: string;
  empty: ItemOf<K>;
  /** The field that a new entry starts in. */
  firstField: string;
  children: (
    item: ItemOf<K>,
    bind: (key: keyof ItemOf<K> & string) => { path: string; value: string; onChange: (text: string) => void },
    change: (what: Partial<ItemOf<K>>) => void,
  ) => ReactNode;
}

function Elenco<K extends Key>({ draft, name, title, addLabel, empty, firstField, children }: ElencoProps<K>) {
  const { t } = useTranslation("documenti");
  const items = draft.value[name] as ItemOf<K>[];
  const put = (next: ItemOf<K>[]) => draft.change({ [name]: next } as Partial<DocumentoDraft>);
  const changeAt = (index: number, what: Partial<ItemOf<K>>) =>
    put(items.map((item, i) => (i === index ? { ...item, ...what } : item)));
  const add = () => {
    put([...items, empty]);
    requestAnimationFrame(() => focusField(`${name}.${items.length}.${firstField}`));
  };
  return (
    <section aria-label={title} className="col-span-full flex flex-col gap-2">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name of its own, and every field in it is controlled
        <div key={index} className="flex items-end gap-2">
          <div className="grid min-w-0 flex-1 grid-flow-col auto-cols-fr gap-2">
            {children(
              item,
              (key) => ({
                path: `${name}.${index}.${key}`,
                value: item[key] as string,
                onChange: (text) => changeAt(index, { [key]: text } as unknown as Partial<ItemOf<K>>),
              }),
              (what) => changeAt(index, what),
            )}
          </div>
          <IconButton
            label={t("togli_voce", { titolo: title, n: index + 1 })}
            onPress={() => put(items.filter((_, i) => i !== index))}
          >
            <Trash2 size={16} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button look="quiet" onPress={add}>
          <Plus size={14} aria-hidden="true" />
          {addLabel}
        </Button>
      </div>
    </section>
  );
}

const RATA: RataDraft = { scadenza: "", importo: "", modalita: "" };
const CASSA: CassaDraft = { tipo: "", aliquota: "", aliquota_iva: "", natura: "", ritenuta: null };
const RITENUTA: RitenutaDraft = {
  tipo: "RT01",
  aliquota: "20",
  base_percentuale: "",
  causale: "A",
  mandato: null,
  gia_soggette: "",
};
const ENASARCO = "RT04";
/** The choice of an agent whose contribution has no cap here. */
const NO_CAP = "-";
const MANDATI: readonly Mandato[] = ["plurimandatario", "monomandatario"];
const DDT: DdtDraft = { numero: "", data_ddt: "", righe: [] };
const RIFERIMENTO: RiferimentoDraft = {
  tipo: "ordine",
  id_documento: "",
  data_documento: "",
  num_item: "",
  codice_commessa: "",
  cup: "",
  cig: "",
  righe: [],
};
const RIFERIMENTI: readonly RiferimentoTipo[] = [
  "ordine",
  "contratto",
  "convenzione",
  "ricezione",
  "fattura_collegata",
];

export function Rate({ draft }: { draft: D }) {
  const { t } = useTranslation("documenti");
  return (
    <Elenco
      draft={draft}
      name="rate"
      title={t("rate")}
      addLabel={t("aggiungi.rata")}
      empty={RATA}
      firstField="scadenza"
    >
      {(_, bind) => (
        <>
          <DateInput label={t("campi.scadenza")} {...bind("scadenza")} />
          <MoneyInput label={t("campi.importo")} {...bind("importo")} placeholder={t("quel_che_resta")} />
          <CodeField
            label={t("campi.modalita_pagamento")}
            list="modalita_pagamento"
            {...bind("modalita")}
            none={t("come_documento")}
          />
        </>
      )}
    </Elenco>
  );
}

export function Casse({ draft }: { draft: D }) {
  const { t } = useTranslation("documenti");
  return (
    <Elenco
      draft={draft}
      name="casse"
      title={t("casse")}
      addLabel={t("aggiungi.cassa")}
      empty={CASSA}
      firstField="tipo"
    >
      {(_, bind) => (
        <>
          <CodeField label={t("campi.tipo_cassa")} list="tipo_cassa" {...bind("tipo")} />
          <PercentInput label={t("campi.aliquota")} {...bind("aliquota")} />
          <PercentInput label={t("campi.aliquota_iva")} {...bind("aliquota_iva")} />
          <CodeField label={t("riga.natura")} list="natura" {...bind("natura")} none={t("con_iva")} />
        </>
      )}
    </Elenco>
  );
}

export function Ritenute({ draft }: { draft: D }) {
  const { t } = useTranslation("documenti");
  return (
    <Elenco
      draft={draft}
      name="ritenute"
      title={t("ritenute")}
      addLabel={t("aggiungi.ritenuta")}
      empty={RITENUTA}
      firstField="tipo"
    >
      {({ tipo, mandato }, bind, change) => (
        <>
          <CodeField label={t("campi.tipo_ritenuta")} list="tipo_ritenuta" {...bind("tipo")} />
          <PercentInput label={t("campi.aliquota")} {...bind("aliquota")} />
          <PercentInput label={t("campi.base_percentuale")} {...bind("base_percentuale")} placeholder="100" />
          <CodeField label={t("campi.causale_ritenuta")} list="causale_pagamento" {...bind("causale")} />
          {tipo === ENASARCO ? (
            <>
              <Select
                label={t("campi.mandato")}
                value={mandato ?? NO_CAP}
                onChange={(id) => change({ mandato: MANDATI.find((one) => one === id) ?? null })}
                options={[
                  { id: NO_CAP, label: t("mandato.nessuno") },
                  ...MANDATI.map((id) => ({ id, label: t(`mandato.${id}`) })),
                ]}
              />
              <MoneyInput label={t("campi.gia_soggette")} {...bind("gia_soggette")} />
            </>
          ) : null}
        </>
      )}
    </Elenco>
  );
}

export function Riferimenti({ draft }: { draft: D }) {
  const { t } = useTranslation("documenti");
  return (
    <Elenco
      draft={draft}
      name="riferimenti"
      title={t("riferimenti")}
      addLabel={t("aggiungi.riferimento")}
      empty={RIFERIMENTO}
      firstField="id_documento"
    >
      {(item, bind, change) => (
        <>
          <Select
            label={t("campi.tipo")}
            value={item.tipo}
            onChange={(tipo) => change({ tipo: tipo as RiferimentoTipo })}
            options={RIFERIMENTI.map((id) => ({ id, label: t(`riferimento.${id}`) }))}
          />
          <TextField label={t("campi.id_documento")} {...bind("id_documento")} />
          <DateInput label={t("campi.data")} {...bind("data_documento")} />
          <TextField label={t("campi.cup")} {...bind("cup")} kind="code" />
          <TextField label={t("campi.cig")} {...bind("cig")} kind="code" />
        </>
      )}
    </Elenco>
  );
}

export function Ddt({ draft }: { draft: D }) {
  const { t } = useTranslation("documenti");
  return (
    <Elenco draft={draft} name="ddt" title={t("tipi.DDT")} addLabel={t("aggiungi.ddt")} empty={DDT} firstField="numero">
      {(_, bind) => (
        <>
          <TextField label={t("campi.numero_ddt")} {...bind("numero")} />
          <DateInput label={t("campi.data")} {...bind("data_ddt")} />
        </>
      )}
    </Elenco>
  );
}
