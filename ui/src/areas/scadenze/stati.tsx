/** Where an instalment stands, in a word, and how late it is. */
import { useTranslation } from "react-i18next";
import type { ScadenzaRow, StatoScadenza } from "../../ipc/generated";
import { Badge, type Tone } from "../../shared/Badge";
import { day } from "../../shared/format";

const TONES: Record<StatoScadenza, Tone> = { aperta: "neutral", scaduta: "bad", parziale: "warn", pagata: "ok" };

export function Stato({ stato }: { stato: StatoScadenza }) {
  const { t } = useTranslation("scadenze");
  return <Badge tone={TONES[stato]}>{t(`stati.${stato}`)}</Badge>;
}

/** The due date; of what is open also how far off it is. */
export function Giorno({ row }: { row: Pick<ScadenzaRow, "scadenza" | "giorni" | "stato"> }) {
  const { t } = useTranslation("scadenze");
  return (
    <span className="truncate tabular-nums">
      {day(row.scadenza)}{" "}
      {row.stato === "pagata" ? null : (
        <span className={row.giorni > 0 ? "text-bad" : "text-ink-3"}>
          {row.giorni === 0
            ? t("oggi")
            : t(row.giorni > 0 ? "da_giorni" : "fra_giorni", { count: Math.abs(row.giorni) })}
        </span>
      )}
    </span>
  );
}
