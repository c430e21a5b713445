/** Beside the form: who it may already be, what is doubtful, its documents. */
import { useQuery } from "@tanstack/react-query";
import { UserRoundSearch } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { DocumentoFilter, Problem, SoggettoPreview, SoggettoView } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { ProblemList } from "../../shared/FailureView";
import { day, euro } from "../../shared/format";
import { go } from "../../shared/route";
import { Storia } from "../../shared/Storia";
import { useLanguage } from "../../shared/settings";

interface Props {
  preview: SoggettoPreview | undefined;
  problems: readonly Problem[];
  view: SoggettoView | undefined;
  home: string;
}

export function Accanto({ preview, problems, view, home }: Props) {
  const { t } = useTranslation("anagrafiche");
  return (
    <div className="flex flex-col gap-6">
      {preview?.simili.map((row) => (
        <section key={row.id} role="note" className="rounded-lg border border-warn/40 bg-warn-soft p-3">
          <p className="flex items-start gap-2">
            <UserRoundSearch size={16} className="mt-0.5 shrink-0 text-warn" aria-hidden="true" />
            <span className="min-w-0">
              {t("gia_presente")} <strong className="font-semibold">{row.nome}</strong>
              <span className="block text-sm text-ink-2">
                {[row.partita_iva || row.codice_fiscale, row.comune].filter(Boolean).join(" · ")}
              </span>
            </span>
          </p>
          <div className="pt-2 pl-6">
            <Button onPress={() => go(`${home}/${row.id}`)}>{t("apri_quella")}</Button>
          </div>
        </section>
      ))}
      {problems.length > 0 ? (
        <section>
          <h2 className="mb-1 text-sm font-medium text-ink-2">{t("da_controllare")}</h2>
          <ProblemList problems={problems} />
        </section>
      ) : null}
      {view ? <Documenti id={view.id} /> : null}
      {view ? <StoriaSoggetto id={view.id} /> : null}
      {!view && problems.length === 0 && !preview?.simili.length ? (
        <p className="text-ink-3">{t("mentre_scrivi")}</p>
      ) : null}
    </div>
  );
}

const StoriaSoggetto = memo(function StoriaSoggetto({ id }: { id: string }) {
  const { t } = useTranslation("anagrafiche");
  return (
    <Storia
      area="anagrafiche"
      id={id}
      verb={(verb) => t(`verbi.${verb.replace(".", "_")}` as "verbi.demo_fill", { defaultValue: verb })}
      field={(path) =>
        path === "cestinato" ? t("cestinato") : t(`campi.${path}` as "campi.note", { defaultValue: path })
      }
      value={(path, value) =>
        path === "natura" ? t(`nature.${value}` as "nature.pa", { defaultValue: value }) : value
      }
    />
  );
});

const Documenti = memo(function Documenti({ id }: { id: string }) {
  const { t } = useTranslation(["anagrafiche", "documenti"]);
  const language = useLanguage();
  const filter: DocumentoFilter = {
    testo: "",
    tipi: [],
    stati: [],
    anno: null,
    dal: "",
    al: "",
    cliente_id: id,
    sezionale: null,
    da_salvare: false,
    pagamento: null,
    sort: "data",
    direction: "descending",
    page: { cursor: null, limit: 12 },
  };
  const { data } = useQuery(query("documenti_list", { filter }));
  if (!data) return null;
  return (
    <section>
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t("documenti")}</h2>
      {data.rows.length === 0 ? <p className="text-ink-3">{t("nessun_documento")}</p> : null}
      <ul className="divide-y divide-line">
        {data.rows.map((row) => (
          <li key={row.id}>
            <a
              href={`#/documenti/${row.id}`}
              className="flex min-h-8 flex-wrap items-center gap-x-3 rounded-md hover:bg-hover"
            >
              <span className="w-20 shrink-0 text-ink-3 tabular-nums">{day(row.data_documento)}</span>
              <span className="min-w-24 flex-1">
                {t(`documenti:tipi.${row.tipo}`)} {row.numero}
              </span>
              <span className="amount ml-auto">{euro(row.totale, language)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
});
