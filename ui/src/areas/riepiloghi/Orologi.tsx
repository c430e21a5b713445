/** What waits, and until when. */
import { useQuery } from "@tanstack/react-query";
import { CalendarClock, FileCheck2, FilePen, FileWarning, type LucideIcon, Send, Truck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Attesa, Orologio } from "../../ipc/generated";
import { Card } from "../../shared/charts/Card";
import { FailureView } from "../../shared/FailureView";
import { day } from "../../shared/format";
import { orologiQuery } from "./chiedi";
import { attesaAt } from "./rotte";

const ICONS: Record<Attesa, LucideIcon> = {
  scartate: FileWarning,
  da_salvare: Send,
  salvate: FileCheck2,
  ddt: Truck,
  rate: CalendarClock,
  bozze: FilePen,
};
/** From here on a term is near. */
const NEAR_DAYS = 3;

export function Orologi() {
  const { t } = useTranslation("riepiloghi");
  const { data, error, refetch } = useQuery(orologiQuery());
  return (
    <Card title={t("orologi_titolo")} note={t("orologi_nota")}>
      {error ? <FailureView failure={error} onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <p className="text-ink-2">{t("orologi_nessuno")}</p> : null}
      <ul aria-label={t("orologi_titolo")} className="-mx-2">
        {data?.map((orologio) => (
          <li key={orologio.attesa}>
            <Voce orologio={orologio} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Voce({ orologio }: { orologio: Orologio }) {
  const { t } = useTranslation("riepiloghi");
  const { attesa, figura, oltre, entro, giorni } = orologio;
  const Icon = ICONS[attesa];
  const look = giorni < 0 ? "text-bad" : giorni <= NEAR_DAYS ? "text-warn" : "text-ink-3";
  return (
    <a
      href={attesaAt(orologio)}
      className="flex items-start gap-3 rounded-md px-2 py-1.5 -outline-offset-2! hover:bg-hover"
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="block">{t(`attese.${attesa}`, { count: figura.righe })}</span>
        {oltre > 0 && attesa !== "ddt" ? (
          <span className="block text-sm text-bad">{t("oltre", { count: oltre })}</span>
        ) : null}
      </span>
      {entro ? (
        <span className={`text-end text-sm tabular-nums ${look}`}>
          {day(entro)}
          <span className="block">
            {giorni === 0 ? t("oggi") : t(giorni < 0 ? "passati" : "mancano", { count: Math.abs(giorni) })}
          </span>
        </span>
      ) : null}
    </a>
  );
}
