/** The list of products and services. */
import { useQuery } from "@tanstack/react-query";
import { FileUp, Package } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { ProdottoDraft, ProdottoRow } from "../../ipc/generated";
import { amount, entry, percent } from "../../shared/format";
import type { Column, Edit } from "../../shared/grid/columns";
import { keep } from "../../shared/keep";
import type { FilterField } from "../../shared/list/FilterBar";
import { ListView } from "../../shared/list/ListView";
import { go } from "../../shared/route";
import { useLanguage } from "../../shared/settings";
import { elenco } from "./elenco";

export function ListaProdotti() {
  const { t } = useTranslation("prodotti");
  return (
    <ListView
      spec={elenco}
      title={t("titolo")}
      actionsLabel={t("azioni")}
      columns={useColumns()}
      fields={useFields()}
      create={{ label: t("nuovo"), run: () => go("/prodotti/nuovo") }}
      pathOf={(row) => `/prodotti/${row.id}`}
      more={[
        {
          label: t("importa_breve"),
          icon: <FileUp size={16} aria-hidden="true" />,
          run: () => go("/prodotti/importa"),
        },
      ]}
      empty={{ icon: <Package size={32} strokeWidth={1.5} aria-hidden="true" />, text: t("vuoto") }}
    />
  );
}

function useFields(): readonly FilterField[] {
  const { t } = useTranslation("prodotti");
  const { data: categorie = [] } = useQuery(query("prodotti_categorie", {}));
  const options = categorie.map((nome) => ({ id: nome, label: nome }));
  return [
    { kind: "text", name: "testo", label: t("cerca") },
    ...(options.length > 0
      ? [{ kind: "choice" as const, name: "categoria", label: t("campi.categoria"), any: t("tutte"), options }]
      : []),
    { kind: "flag", name: "cestino", label: t("cestino") },
  ];
}

function useColumns(): readonly Column<ProdottoRow>[] {
  const { t } = useTranslation("prodotti");
  const language = useLanguage();
  return useMemo(() => {
    const edit = (field: "codice" | "descrizione" | "categoria" | "unita_misura" | "prezzo"): Edit<ProdottoRow> => ({
      entry: (row) => (field === "prezzo" ? entry(row.prezzo) : row[field]),
      save: async ({ id }, text) => {
        const { draft } = await call("prodotti_get", { id });
        const changed: ProdottoDraft = { ...draft, [field]: text };
        await keep("prodotti_save", { draft: changed }, t("salvato"));
      },
    });
    return [
      {
        id: "codice",
        header: t("campi.codice"),
        width: 112,
        sortable: true,
        text: (row) => row.codice,
        edit: edit("codice"),
      },
      {
        id: "descrizione",
        header: t("campi.descrizione"),
        width: 240,
        grow: true,
        main: true,
        sortable: true,
        text: (row) => row.descrizione,
        edit: edit("descrizione"),
      },
      {
        id: "servizio",
        header: t("campi.tipo"),
        width: 96,
        text: (row) => t(row.servizio ? "servizio" : "bene"),
      },
      {
        id: "categoria",
        header: t("campi.categoria"),
        width: 144,
        sortable: true,
        text: (row) => row.categoria,
        edit: edit("categoria"),
      },
      {
        id: "unita_misura",
        header: t("campi.unita_misura"),
        width: 72,
        text: (row) => row.unita_misura,
        edit: edit("unita_misura"),
      },
      {
        id: "prezzo",
        header: t("campi.prezzo"),
        width: 120,
        align: "end",
        sortable: true,
        text: (row) => amount(row.prezzo, language),
        edit: edit("prezzo"),
      },
      {
        id: "prezzo_ivato",
        header: t("campi.prezzo_con"),
        width: 112,
        text: (row) => t(row.prezzo_ivato ? "iva_compresa" : "iva_esclusa"),
      },
      {
        id: "iva",
        header: t("campi.aliquota_iva"),
        width: 80,
        align: "end",
        text: (row) => row.natura || percent(row.aliquota_iva, language),
      },
    ];
  }, [t, language]);
}
