/** A table pasted into the lines: what each column was taken for, and what it makes, before it is added. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { Colonna, Incollate, RigaDraft } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { FailureView } from "../../shared/FailureView";
import { Select } from "../../shared/Select";
import { sentence } from "../../shared/sentence";
import { useLanguage } from "../../shared/settings";

const COLONNE: readonly Colonna[] = [
  "descrizione",
  "codice",
  "quantita",
  "unita_misura",
  "prezzo",
  "sconti",
  "iva",
  "ignora",
];
/** Rows shown; the others are as well understood as these. */
const SHOWN = 50;

interface Props {
  testo: string;
  prezziIvati: boolean;
  onInsert: (righe: readonly RigaDraft[]) => void;
  onClose: () => void;
}

export function Incolla({ testo, prezziIvati, onInsert, onClose }: Props) {
  const { t } = useTranslation("documenti");
  const [colonne, setColonne] = useState<Colonna[] | null>(null);
  const { data, error, refetch } = useQuery({
    ...query("documenti_incolla", { testo, colonne, prezzi_ivati: prezziIvati }, ["prodotti"]),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const count = data?.righe.length ?? 0;
  const insert = () => data && count > 0 && onInsert(data.righe);
  return (
    <Dialog
      title={t("incolla.titolo")}
      isOpen
      onClose={onClose}
      size="large"
      keys={{ issue: insert, save: insert }}
      actions={
        <>
          <Button onPress={onClose}>{t("annulla")}</Button>
          {count > 0 ? (
            <Button look="primary" autoFocus onPress={insert}>
              {t("incolla.aggiungi", { count })}
            </Button>
          ) : null}
        </>
      }
    >
      {error ? <FailureView failure={error} onRetry={() => void refetch()} /> : null}
      {data ? <Tabella data={data} onColonne={setColonne} /> : null}
      {data ? <Dubbi data={data} /> : null}
    </Dialog>
  );
}

function Tabella({ data, onColonne }: { data: Incollate; onColonne: (colonne: Colonna[]) => void }) {
  const { t } = useTranslation("documenti");
  const name = (colonna: Colonna) => (colonna === "ignora" ? t("incolla.ignora") : t(`riga.${colonna}`));
  const isLines = data.colonne.length === 1;
  if (isLines) return <Lette righe={data.righe.slice(0, SHOWN)} />;
  return (
    <div className="max-h-80 overflow-auto rounded-md border border-line">
      <table className="w-full border-collapse">
        <thead>
          <tr>
            {data.colonne.map((colonna, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of a pasted table has no name but its place
              <th key={at} className="sticky top-0 z-10 min-w-28 bg-canvas p-1 text-start font-normal">
                <Select
                  bare
                  label={t("incolla.colonna_n", { n: at + 1 })}
                  value={colonna}
                  onChange={(id) => onColonne(data.colonne.map((old, i) => (i === at ? (id as Colonna) : old)))}
                  options={COLONNE.map((id) => ({ id, label: name(id) }))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.celle.slice(0, SHOWN).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a pasted table has no name but its place
            <tr key={at} className="border-t border-line">
              {data.colonne.map((colonna, i) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  key={i}
                  className={`max-w-64 truncate px-3 py-1 ${LOOK[colonna] ?? ""}`}
                  title={row[i]}
                >
                  {row[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const LOOK: Partial<Record<Colonna, string>> = {
  quantita: "amount",
  prezzo: "amount",
  iva: "amount",
  ignora: "text-ink-3 line-through",
};

/** Lines of text: each was read as if it had been typed. */
function Lette({ righe }: { righe: readonly RigaDraft[] }) {
  const { t } = useTranslation("documenti");
  return (
    <ul className="divide-y divide-line rounded-md border border-line">
      {righe.map((riga, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of a pasted text has no name but its place
        <li key={at} className="flex min-h-8 items-center gap-4 px-3">
          <span className="min-w-0 flex-1 truncate">{riga.descrizione}</span>
          <span className="text-ink-2 tabular-nums">
            {[
              riga.quantita && `${riga.quantita} ${riga.unita_misura}`.trim(),
              riga.prezzo && t("incolla.a_prezzo", { prezzo: riga.prezzo }),
              riga.sconti,
              riga.natura || riga.aliquota_iva,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Dubbi({ data }: { data: Incollate }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const more = data.celle.length - SHOWN;
  return (
    <div role="status" className="flex flex-col gap-1 text-ink-2">
      {data.righe.length === 0 ? <p>{t("incolla.niente")}</p> : null}
      {data.intestazione.length > 0 ? <p>{t("incolla.intestazione")}</p> : null}
      {more > 0 ? <p>{t("incolla.altre", { count: more })}</p> : null}
      {data.totali_saltati > 0 ? <p>{t("incolla.totali", { count: data.totali_saltati })}</p> : null}
      <ul>
        {data.problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.field} ${problem.code}`} className="text-bad">
            {t("riga_numero", { n: String(+(problem.field.split(".")[1] ?? 0) + 1) })}: {sentence(problem, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}
