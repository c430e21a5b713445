/** The list of customers, of suppliers or of contacts. */
import { FileUp, Users } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Faccia, Natura, SoggettoRow } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import type { Column } from "../../shared/grid/columns";
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
  return useMemo(
    () => [
      {
        id: "nome",
        header: t("campi.nome_completo"),
        width: 216,
        grow: true,
        main: true,
        sortable: true,
        text: (row) => row.nome,
      },
      {
        id: "natura",
        header: t("campi.natura"),
        width: 148,
        text: (row) => t(`nature.${row.natura}`),
        cell: (row) => <Badge>{t(`nature.${row.natura}`)}</Badge>,
      },
      {
        id: "partita_iva",
        header: t("campi.partita_iva"),
        width: 116,
        sortable: true,
        text: (row) => row.partita_iva,
      },
      { id: "codice_fiscale", header: t("campi.codice_fiscale"), width: 168, text: (row) => row.codice_fiscale },
      {
        id: "comune",
        header: t("campi.comune"),
        width: 148,
        sortable: true,
        text: (row) => [row.comune, row.provincia && `(${row.provincia})`].filter(Boolean).join(" "),
      },
      { id: "telefono", header: t("campi.telefono"), width: 108, text: (row) => row.telefono },
      { id: "email", header: t("campi.email"), width: 152, text: (row) => row.email },
    ],
    [t],
  );
}
