/** What a document or its file can be said to be, right in the cell of a list. */
import type { TFunction } from "i18next";
import type { DocumentoRow, EfatturaStato } from "../../ipc/generated";
import { keep } from "../../shared/keep";
import type { MenuAction } from "../../shared/Menu";
import { sayFailure } from "../../shared/toast";
import { A_MANO } from "./stati";
import { statesByHand } from "./tipi";

type T = TFunction<"documenti">;

/** The states of a file as of today; `onMore` asks for another day or what SDI said. */
export function segniFile(t: T, id: string, now: EfatturaStato, onMore: (id: string) => void): MenuAction[] {
  const mark = (stato: EfatturaStato) => {
    const said = t("banco.segnati", { stato: t(`banco.stati.${stato}`).toLowerCase() });
    keep("efatture_mark", { ids: [id], stato, giorno: "", note: "" }, said).catch(sayFailure);
  };
  const states = A_MANO.filter((stato) => stato !== now);
  return [
    ...states.map((stato) => ({ id: stato, label: t(`banco.stati.${stato}`), run: () => mark(stato) })),
    { id: "altro", label: t("banco.segna_altro"), run: () => onMore(id) },
  ];
}

/** Of an issued document that has a file the states of that; of the others their own. */
export function segniDocumento(t: T, row: DocumentoRow, onMore: (id: string) => void): MenuAction[] {
  const { id, tipo, stato, file } = row;
  if (file && stato === "emesso") return segniFile(t, id, file, onMore);
  return statesByHand(tipo, stato).map((next) => ({
    id: next,
    label: t(`stati.${next}`),
    run: () => {
      const said = t("stato_cambiato", { stato: t(`stati.${next}`) });
      keep("documenti_stato", { id, stato: next }, said).catch(sayFailure);
    },
  }));
}
