/** What else can be done with a document, in one menu. */
import { Ban, CheckCheck, Copy, EllipsisVertical, Replace, Trash2, X } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Stato, Tipo } from "../../ipc/generated";
import { IconButton } from "../../shared/Button";
import { keep } from "../../shared/keep";
import { KEYS } from "../../shared/keys";
import { Menu, type MenuAction } from "../../shared/Menu";
import { go, replace } from "../../shared/route";
import { sayFailure } from "../../shared/toast";
import { conversions, statesByHand } from "./tipi";

const ICONS = { accettato: CheckCheck, rifiutato: X, annullato: Ban } as const;

interface Props {
  id: string;
  tipo: Tipo;
  stato: Stato;
  /** What comes before; a credit note has a button of its own. */
  first?: readonly MenuAction[];
}

export const AltreAzioni = memo(function AltreAzioni({ id, tipo, stato, first = [] }: Props) {
  const { t } = useTranslation("documenti");
  const remove = async () => {
    try {
      await keep("documenti_delete", { id }, t("bozza_eliminata"));
      replace("/documenti");
    } catch (reason) {
      sayFailure(reason);
    }
  };
  const mark = (next: Stato) =>
    void keep("documenti_stato", { id, stato: next }, t("stato_cambiato", { stato: t(`stati.${next}`) })).catch(
      sayFailure,
    );
  const actions: MenuAction[] = [
    ...first,
    {
      id: "duplica",
      label: t("duplica"),
      icon: <Copy size={16} aria-hidden="true" />,
      chord: KEYS.duplicate[0],
      run: () => go(`/documenti/nuovo?duplica=${id}`),
    },
  ];
  if (stato === "bozza") {
    actions.push({
      id: "elimina",
      label: t("elimina_bozza"),
      icon: <Trash2 size={16} aria-hidden="true" />,
      run: () => void remove(),
    });
  } else if (stato !== "annullato") {
    for (const target of conversions(tipo).filter((one) => one !== "NOTA_CREDITO")) {
      actions.push({
        id: target,
        label: t("converti_in", { tipo: t(`tipi.${target}`).toLowerCase() }),
        icon: <Replace size={16} aria-hidden="true" />,
        run: () => go(`/documenti/nuovo?converti=${id}&tipo=${target}`),
      });
    }
  }
  for (const next of statesByHand(tipo, stato)) {
    const Icon = ICONS[next as keyof typeof ICONS];
    actions.push({
      id: next,
      label: t(`segna.${next as keyof typeof ICONS}`),
      icon: <Icon size={16} aria-hidden="true" />,
      run: () => mark(next),
    });
  }
  return (
    <Menu
      trigger={
        <IconButton label={t("altro")}>
          <EllipsisVertical size={16} aria-hidden="true" />
        </IconButton>
      }
      actions={actions}
    />
  );
});
