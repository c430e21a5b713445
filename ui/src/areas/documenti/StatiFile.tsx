/** Where the file of an issued document stands, what it went through, and the way to correct one that was rejected. */
import { useQuery } from "@tanstack/react-query";
import { Send, Wrench } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { FailureView } from "../../shared/FailureView";
import { amount, day } from "../../shared/format";
import { go } from "../../shared/route";
import { useLanguage } from "../../shared/settings";
import { Messaggi } from "./Messaggi";
import { SegnaStato } from "./SegnaStato";
import { STATO_TONES } from "./stati";

export function StatiFile({ id }: { id: string }) {
  const { t } = useTranslation("documenti");
  const { data = [] } = useQuery(query("efatture_states", { id }, ["documenti"]));
  const [marking, setMarking] = useState(false);
  const last = data[0]?.stato;
  const isRejected = last === "scartata";
  const isHere = last === "da_salvare" || last === "salvata";
  const names = new Set(data.map((state) => state.nome_file));
  return (
    <section>
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t("banco.stati_titolo")}</h2>
      <ul className="divide-y divide-line">
        {data.map((state) => (
          <li key={state.id} className="py-1">
            <div className="flex min-h-6 items-center justify-between gap-4">
              <Badge tone={STATO_TONES[state.stato]}>{t(`banco.stati.${state.stato}`)}</Badge>
              <span className="text-sm text-ink-3 tabular-nums">{day(state.giorno)}</span>
            </div>
            {state.note ? (
              <p className="text-sm break-words whitespace-pre-line text-ink-2 select-text">{state.note}</p>
            ) : null}
            {names.size > 1 ? <p className="text-sm text-ink-3">{state.nome_file}</p> : null}
          </li>
        ))}
      </ul>
      {isHere ? <p className="pt-1 text-sm text-ink-3">{t("salvare_non_e_inviare")}</p> : null}
      {isRejected ? <p className="pt-1 text-sm text-ink-2">{t("banco.correggi_spiega")}</p> : null}
      <div className="flex flex-wrap gap-2 pt-2">
        <Button onPress={() => setMarking(true)}>
          <Send size={16} aria-hidden="true" />
          {t("banco.segna")}
        </Button>
        {isRejected ? (
          <Button look="primary" onPress={() => go(`/documenti/nuovo?corregge=${id}`)}>
            <Wrench size={16} aria-hidden="true" />
            {t("banco.correggi")}
          </Button>
        ) : null}
      </div>
      <Messaggi id={id} said={data.map((state) => state.note)} />
      <SegnaStato ids={[id]} isOpen={marking} onClose={() => setMarking(false)} />
    </section>
  );
}

/** The figures of a document in its four places, compared when asked for. */
export function Prova({ id }: { id: string }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const [asked, setAsked] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["documenti", "documenti_prova", id],
    queryFn: () => call("documenti_prova", { id }),
    enabled: asked,
  });
  return (
    <section>
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t("banco.prova")}</h2>
      {asked ? null : <Button onPress={() => setAsked(true)}>{t("banco.prova_fai")}</Button>}
      <div role="status">
        {error ? <FailureView failure={error} /> : null}
        {data ? (
          <>
            <table className="w-full text-sm">
              <thead>
                <tr className="text-ink-3">
                  <th scope="col">
                    <span className="sr-only">{t("banco.prova")}</span>
                  </th>
                  {(["scheda", "elenco", "xml", "pdf"] as const).map((place) => (
                    <th key={place} scope="col" className="text-end font-medium">
                      {t(`banco.prova_${place}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.righe.map((riga) => (
                  <tr key={riga.voce} className={`h-7 ${riga.uguale ? "" : "font-medium text-bad"}`}>
                    <th scope="row" className="text-start font-normal text-ink-2">
                      {t(`banco.prova_voci.${riga.voce as "netto"}`)}
                    </th>
                    <td className="amount">{amount(riga.scheda, language)}</td>
                    <td className="amount">{amount(riga.elenco, language)}</td>
                    <td className="amount">{riga.xml ? amount(riga.xml, language) : "–"}</td>
                    <td className="amount">{riga.pdf ? amount(riga.scheda, language) : t("banco.prova_manca")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className={`pt-1 text-sm ${data.ok ? "text-ink-2" : "text-bad"}`}>
              {t(data.ok ? "banco.prova_torna" : "banco.prova_diversa")}
            </p>
          </>
        ) : null}
      </div>
    </section>
  );
}
