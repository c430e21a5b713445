/** Which column fills which field, with the first values of each. */
import { useTranslation } from "react-i18next";
import type { ImportReport } from "../../ipc/generated";
import { Select } from "../Select";
import { useLanguage } from "../settings";

const NONE = "-";

export function Colonne({ report, onChange }: { report: ImportReport; onChange: (colonne: string[]) => void }) {
  const { t } = useTranslation("importa");
  const language = useLanguage();
  const fields = [
    { id: NONE, label: t("non_importare") },
    ...report.campi.map((campo) => ({ id: campo.code, label: campo[language] })),
  ];
  const columns = report.intestazioni.map((head, at) => ({ head, at }));
  return (
    <section>
      <h2 className="mb-1 text-md font-semibold">{t("colonne")}</h2>
      <p className="mb-2 text-ink-3">{t("colonne_spiega")}</p>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {columns.map(({ head, at }) => (
          <li
            key={at}
            className="grid min-h-11 grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_15rem] items-center gap-4 px-3 py-1"
          >
            <span className="truncate font-medium" title={head}>
              {head}
            </span>
            <span className="truncate text-sm text-ink-3" title={samples(report, at)}>
              {samples(report, at)}
            </span>
            <Select
              bare
              label={t("campo_di", { colonna: head })}
              value={report.colonne[at] || NONE}
              onChange={(id) =>
                onChange(report.colonne.map((field, place) => (place === at ? (id === NONE ? "" : id) : field)))
              }
              options={fields}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function samples(report: ImportReport, at: number): string {
  return report.esempi
    .map((cells) => cells[at] ?? "")
    .filter((cell) => cell !== "")
    .slice(0, 3)
    .join(" · ");
}
