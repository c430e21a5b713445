/** Every series and year: last and next number, holes with their reason, dates out of order; on paper and as CSV. */
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, FileDown, Sheet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { NumeroAnomalia, NumeroSerie } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { FailureView } from "../../shared/FailureView";
import { day, instant } from "../../shared/format";
import { KEYS, useKeys } from "../../shared/keys";
import { useLanguage } from "../../shared/settings";
import { sayFailure, toast } from "../../shared/toast";
import type { Classe } from "./tipi";

const HEADS = [
  { id: "serie", end: false },
  { id: "documenti", end: true },
  { id: "ultimo", end: true },
  { id: "del", end: false },
  { id: "prossimo", end: true },
  { id: "controllo", end: false },
] as const;

export function Registro() {
  const { t } = useTranslation("documenti");
  const { data, error, refetch } = useQuery(query("documenti_numeri", {}, ["azienda"]));
  const anni = [...new Set(data?.map((serie) => serie.anno))];
  return (
    <section>
      <h2 className="mb-1 text-md font-semibold">{t("numerazione.registro")}</h2>
      {error ? <FailureView failure={error} onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <p className="text-ink-2">{t("numerazione.vuoto")}</p> : null}
      {data?.length ? (
        <table className="w-full tabular-nums">
          <thead>
            <tr className="h-8 text-sm text-ink-3 [&>th]:not-first:pl-4">
              {HEADS.map(({ id, end }) => (
                <th key={id} scope="col" className={`font-medium ${end ? "text-end" : "text-start"}`}>
                  {t(`numerazione.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          {anni.map((anno) => (
            <tbody key={anno}>
              <tr className="h-9 align-bottom">
                <th scope="rowgroup" colSpan={HEADS.length} className="pb-1 text-start font-semibold">
                  {anno}
                </th>
              </tr>
              {data
                .filter((serie) => serie.anno === anno)
                .map((serie) => (
                  <Serie key={`${serie.classe} ${serie.sezionale}`} serie={serie} />
                ))}
            </tbody>
          ))}
        </table>
      ) : null}
    </section>
  );
}

function Serie({ serie }: { serie: NumeroSerie }) {
  const { t } = useTranslation("documenti");
  const isFine = serie.anomalie.length === 0;
  return (
    <>
      <tr className="h-8 border-t border-line [&>td]:pl-4">
        <th scope="row" className="text-start font-normal">
          {t(`classi.${serie.classe as Classe}`)} {serie.sezionale}
        </th>
        <td className="text-end text-ink-2">{serie.documenti}</td>
        <td className="text-end">{serie.ultimo}</td>
        <td className="text-ink-2">{day(serie.ultima_data)}</td>
        <td className="text-end">{serie.prossimo}</td>
        <td className="text-ink-2">
          {isFine ? (
            <span className="flex items-center gap-2">
              <CircleCheck size={16} className="text-ok" aria-hidden="true" />
              {t("numerazione.in_ordine")}
            </span>
          ) : (
            t("numerazione.sotto")
          )}
        </td>
      </tr>
      {isFine ? null : (
        <tr>
          <td colSpan={HEADS.length} className="pb-2 pl-4">
            <ul className="divide-y divide-line">
              {serie.anomalie.map((found) => (
                <Anomalia key={`${found.da} ${found.numero} ${found.motivo}`} found={found} />
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

/** What needs no looking at: it has its reason. */
const EXPLAINED = ["usato_altrove", "ripristino"];

function Anomalia({ found }: { found: NumeroAnomalia }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const isFine = EXPLAINED.includes(found.motivo);
  const why =
    found.motivo === "ripristino" && found.spiegazione
      ? instant(found.spiegazione, language)
      : found.motivo === "data_precedente"
        ? day(found.spiegazione)
        : found.spiegazione;
  return (
    <li className="flex min-h-8 items-center gap-4">
      <span className="w-24 shrink-0 tabular-nums">
        {found.da === found.numero ? found.numero : `${found.da}–${found.numero}`}
      </span>
      <span className="min-w-0 flex-1 text-ink-2">
        {[t(`motivi.${found.motivo as "mancante"}`), why].filter(Boolean).join(": ")}
      </span>
      <Badge tone={isFine ? "neutral" : "warn"}>{t(isFine ? "numerazione.va_bene" : "numerazione.da_vedere")}</Badge>
      {found.documento_id ? (
        <a className="rounded-sm text-accent-ink hover:underline" href={`#/documenti/${found.documento_id}`}>
          {t("apri")}
        </a>
      ) : null}
    </li>
  );
}

/** The register into a file: PDF to print, CSV to reckon with. */
export function SalvaRegistro() {
  const { t } = useTranslation("documenti");
  const save = async (kind: "pdf" | "csv") => {
    const nome = `${t("numerazione.nome_file")}.${kind}`;
    const picked = await call("dialog_pick", { scelta: "nuovo_file", nome });
    if (!picked) return;
    await call(kind === "pdf" ? "documenti_numeri_pdf" : "documenti_numeri_csv", { token: picked.token });
    toast(t("numerazione.registro_salvato"));
  };
  const pdf = () => void save("pdf").catch(sayFailure);
  useKeys({ print: pdf });
  return (
    <>
      <Button onPress={() => void save("csv").catch(sayFailure)}>
        <Sheet size={16} aria-hidden="true" />
        {t("numerazione.csv")}
      </Button>
      <Button chord={KEYS.print[0]} onPress={pdf}>
        <FileDown size={16} aria-hidden="true" />
        {t("numerazione.pdf")}
      </Button>
    </>
  );
}
