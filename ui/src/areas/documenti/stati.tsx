/** Where a file stands: its states in their order, their colours, and the clock. */
import { useTranslation } from "react-i18next";
import type { BancoRow, EfatturaStato, Pagamento } from "../../ipc/generated";
import type { Tone } from "../../shared/Badge";
import { day } from "../../shared/format";

export const STATI: readonly EfatturaStato[] = [
  "da_salvare",
  "salvata",
  "inviata",
  "consegnata",
  "mancata_consegna",
  "scartata",
  "accettata",
  "rifiutata",
  "decorrenza_termini",
];

/** What a person can say of a file; that it was saved the program knows by itself. */
export const A_MANO = STATI.slice(2);

export const STATO_TONES: Record<EfatturaStato, Tone> = {
  da_salvare: "warn",
  salvata: "accent",
  inviata: "accent",
  consegnata: "ok",
  mancata_consegna: "warn", // issued, but the customer is to be told
  scartata: "bad",
  accettata: "ok",
  rifiutata: "bad",
  decorrenza_termini: "ok",
};

export const PAGAMENTI: readonly Pagamento[] = ["aperto", "scaduto", "parziale", "pagato"];

export const PAGAMENTO_TONES: Record<Pagamento, Tone> = {
  aperto: "neutral",
  scaduto: "bad",
  parziale: "warn",
  pagato: "ok",
};

/** From here on a term is near. */
const NEAR_DAYS = 3;

/** Until when, and how many days are left. */
export function Scadenza({ row }: { row: Pick<BancoRow, "entro" | "giorni"> }) {
  const { t } = useTranslation("documenti");
  if (row.entro === "") return null;
  const left =
    row.giorni === 0
      ? t("banco.oggi")
      : row.giorni < 0
        ? t("banco.passato", { count: Math.abs(row.giorni) })
        : t("banco.fra", { count: row.giorni });
  const look = row.giorni < 0 ? "text-bad" : row.giorni <= NEAR_DAYS ? "text-warn" : "text-ink-3";
  return (
    <span className="truncate tabular-nums" title={`${day(row.entro)} ${left}`}>
      {day(row.entro)} <span className={look}>{left}</span>
    </span>
  );
}
