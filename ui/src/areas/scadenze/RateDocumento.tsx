/** On the page of a document: its instalments, where each stands, and the key that settles the first open one. */
import { useQuery } from "@tanstack/react-query";
import { CheckCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import { Button } from "../../shared/Button";
import { FailureView } from "../../shared/FailureView";
import { euro } from "../../shared/format";
import { KEYS, useKeys } from "../../shared/keys";
import type { PanelProps } from "../../shared/panels";
import { useLanguage } from "../../shared/settings";
import { type Chiesta, Incassi, SegnaIncasso } from "./SegnaIncasso";
import { segna } from "./segna";
import { Giorno, Stato } from "./stati";

export function RateDocumento({ id }: PanelProps) {
  const { t } = useTranslation("scadenze");
  const language = useLanguage();
  const [asked, setAsked] = useState<Chiesta | null>(null);
  const { data = [], error, refetch } = useQuery(query("scadenze_documento", { id }, ["documenti"]));
  // the key goes on where something is open; once all is paid it takes the last one back
  const next = (data.find(({ riga }) => riga.stato !== "pagata") ?? data.at(-1))?.riga;
  useKeys(next ? { paid: () => segna(next) } : {});
  if (error) return <FailureView failure={error} onRetry={() => void refetch()} />;
  if (!next) return null;
  return (
    <section>
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t("rate_titolo")}</h2>
      <ul className="divide-y divide-line">
        {data.map(({ riga, incassi }) => (
          <li key={riga.id} className="py-1">
            <div className="flex min-h-8 flex-wrap items-center gap-x-3">
              <Giorno row={riga} />
              <Stato stato={riga.stato} />
              <span className="amount ml-auto">{euro(riga.importo, language)}</span>
            </div>
            {riga.stato === "parziale" || (riga.stato === "scaduta" && incassi.length > 0) ? (
              <p className="text-sm text-ink-2 tabular-nums">
                {t("resta_breve", { residuo: euro(riga.residuo, language) })}
              </p>
            ) : null}
            <Incassi incassi={incassi} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button chord={KEYS.paid[0]} onPress={() => segna(next)}>
          <CheckCheck size={16} aria-hidden="true" />
          {t(next.stato === "pagata" ? "riapri" : "segna")}
        </Button>
        {next.stato === "pagata" ? null : (
          <Button look="quiet" onPress={() => setAsked(next)}>
            {t("altro_importo")}
          </Button>
        )}
      </div>
      <SegnaIncasso di={asked} onClose={() => setAsked(null)} />
    </section>
  );
}
