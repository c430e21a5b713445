/** The list of customers, of suppliers or of contacts. */
import { FileUp, Users } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { Faccia, Natura, SoggettoDraft, SoggettoRow } from "../../ipc/generated";
import type { Column, Edit } from "../../shared/grid/columns";
import { keep } from "../../shared/keep";
import { ListView } from "../../shared/list/ListView";
import { go } from "../../shared/route";
import { PATHS } from "./draft";
import { elenchi } from "./elenco";

const NATURE: readonly Natura[] = ["societa", "persona_con_iva", "privato", "pa", "estero"];

export function ListaSoggetti({ faccia }: { faccia: Faccia }) {
  const { t } = useTranslation("anagrafiche");
  return (
    <ListView
      spec={elenchi[faccia]}
      title={t(`facce.${faccia}`)}
      actionsLabel={t("azioni")}
      columns={useColumns()}
      fields={[
        { kind: "text", name: "testo", label: t("cerca") },
        {
          kind: "choice",
          name: "natura",
          label: t("campi.natura"),
          any: t("nature.tutte"),
          options: NATURE.map((natura) => ({ id: natura, label: t(`nature.${natura}`) })),
        },
        { kind: "flag", name: "cestino", label: t("cestino") },
      ]}
      create={{ label: t(`nuovo.${faccia}`), run: () => go(`${PATHS[faccia]}/nuovo`) }}
      pathOf={(row) => `${PATHS[faccia]}/${row.id}`}
      more={[
        {
          label: t("importa_breve"),
          icon: <FileUp size={16} aria-hidden="true" />,
          run: () => go(`${PATHS[faccia]}/importa`),
        },
      ]}
      empty={{ icon: <Users size={32} strokeWidth={1.5} aria-hidden="true" />, text: t(`vuoto.${faccia}`) }}
    />
  );
}

function useColumns(): readonly Column<SoggettoRow>[] {
  const { t } = useTranslation("anagrafiche");
  return useMemo(() => {
    const edit = (field: "codice" | "telefono" | "email"): Edit<SoggettoRow> => ({
      entry: (row) => row[field],
      save: async ({ id }, text) => {
        const { draft } = await call("anagrafiche_get", { id });
        const changed: SoggettoDraft = { ...draft, [field]: text };
        await keep("anagrafiche_save", { draft: changed }, t("salvato"));
      },
    });
    return [
      {
        id: "codice",
        header: t("campi.codice"),
        width: 104,
        sortable: true,
        hidden: true,
        text: (row) => row.codice,
        edit: edit("codice"),
      },
      {
        id: "nome",
        header: t("campi.nome_completo"),
        width: 192,
        grow: true,
        main: true,
        sortable: true,
        text: (row) => row.nome,
      },
      {
        id: "natura",
        header: t("campi.natura"),
        width: 184,
        text: (row) => t(`nature.${row.natura}`),
      },
      {
        id: "partita_iva",
        header: t("campi.partita_iva"),
        width: 112,
        sortable: true,
        text: (row) => row.partita_iva,
      },
      { id: "codice_fiscale", header: t("campi.codice_fiscale"), width: 160, text: (row) => row.codice_fiscale },
      { id: "comune", header: t("campi.comune"), width: 112, sortable: true, text: (row) => row.comune },
      { id: "provincia", header: t("campi.provincia_breve"), width: 56, text: (row) => row.provincia },
      { id: "nazione", header: t("campi.nazione"), width: 80, hidden: true, text: (row) => row.nazione },
      { id: "telefono", header: t("campi.telefono"), width: 116, text: (row) => row.telefono, edit: edit("telefono") },
      { id: "email", header: t("campi.email"), width: 128, text: (row) => row.email, edit: edit("email") },
    ];
  }, [t]);
}
