/** What became, or would become, of the rows: counts, and those a person wants to look at. */
import { useTranslation } from "react-i18next";
import type { Esito, ImportConti, ImportReport, ImportRow } from "../../ipc/generated";
import type { Tone } from "../Badge";
import { Report } from "../Progress";
import { sentence } from "../sentence";
import { useLanguage } from "../settings";

const TONES: Record<Esito, Tone> = {
  nuovo: "warn", // listed here only when something went into its notes
  completato: "accent",
  doppione: "neutral",
  vuota: "neutral",
  rifiutata: "bad",
};
const COUNTS = ["nuovi", "completati", "doppioni", "con_note", "vuote", "rifiutate"] as const;

export function Conti({ conti, isDone }: { conti: ImportConti; isDone: boolean }) {
  const { t } = useTranslation("importa");
  return (
    <section role="status">
      <h2 className="mb-2 text-md font-semibold">{t(isDone ? "fatto" : "prima", { count: conti.righe })}</h2>
      <dl className="grid grid-cols-6 gap-2 max-lg:grid-cols-3">
        {COUNTS.map((count) => (
          <div key={count} className="flex flex-col-reverse rounded-lg border border-line px-3 py-2">
            <dt className="text-sm text-ink-3">{t(`conti.${count}`)}</dt>
            <dd
              className={`text-lg font-semibold tabular-nums ${count === "rifiutate" && conti[count] > 0 ? "text-bad" : ""}`}
            >
              {conti[count]}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Righe({ report }: { report: ImportReport }) {
  const { t } = useTranslation("importa");
  const words = useReason(report);
  if (report.righe.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1 text-md font-semibold">{t("da_guardare")}</h2>
      <p className="mb-2 text-ink-3">{t("da_guardare_spiega")}</p>
      <Report
        label={t("da_guardare")}
        outcomes={report.righe.map((riga) => ({
          id: `${riga.riga}`,
          subject: t("riga", { n: riga.riga, nome: riga.nome }),
          tone: TONES[riga.esito],
          state: t(`esiti.${riga.esito}`),
          note: words(riga),
        }))}
      />
    </section>
  );
}

/** Why a row had its outcome. */
function useReason(report: ImportReport) {
  const { t } = useTranslation("importa");
  const language = useLanguage();
  const name = (field: string) =>
    report.campi.find((campo) => campo.code === field)?.[language] ?? field.replace("_", " ");
  return (riga: ImportRow) => {
    const same = riga.uguale_per ? t("uguale", { a: riga.uguale_a, per: name(riga.uguale_per) }) : "";
    const problems = riga.problems.map((problem) => `${name(problem.field)}: ${sentence(problem, language)}`);
    return [same, ...problems].filter(Boolean).join(" ");
  };
}
