/** Marking instalments: one key settles, the same key takes it back, and undo does too. */
import i18next from "i18next";
import { write } from "../../ipc/client";
import type { Saldo, ScadenzaRow } from "../../ipc/generated";
import { euro } from "../../shared/format";
import { keep, undo } from "../../shared/keep";
import { current } from "../../shared/settings";
import { sayFailure, toast } from "../../shared/toast";

const NOTHING = "0.00";

/** Settles what is left of each with today's date. */
export async function salda(ids: readonly string[]): Promise<void> {
  try {
    const { value } = await write("scadenze_salda", { ids: [...ids] });
    if (value.rate === 0) toast(i18next.t("scadenze:niente_da_segnare"));
    else toast(said(value), () => void undo());
  } catch (reason) {
    sayFailure(reason);
  }
}

/** Settles an instalment, or takes its last cashing back when nothing is left of it. */
export function segna(row: ScadenzaRow): void {
  if (row.stato !== "pagata") void salda([row.id]);
  else void keep("scadenze_riapri", { id: row.id }, i18next.t("scadenze:riaperta")).catch(sayFailure);
}

/** What was done, money first. */
function said({ rate, incassato, compensato }: Saldo): string {
  const { language } = current();
  const parts: string[] = [i18next.t("scadenze:segnate", { count: rate })];
  if (compensato !== NOTHING) parts.push(i18next.t("scadenze:compensati", { importo: euro(compensato, language) }));
  if (incassato.startsWith("-"))
    parts.push(i18next.t("scadenze:resi", { importo: euro(incassato.slice(1), language) }));
  else if (incassato !== NOTHING) parts.push(i18next.t("scadenze:incassati", { importo: euro(incassato, language) }));
  return parts.join(", ");
}
