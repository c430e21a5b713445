/** The history of a record: what each write changed, in words, and the way back to one of its states. */
import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../ipc/client";
import type { Cambio, StoriaRow } from "../ipc/generated";
import { Button } from "./Button";
import { instant } from "./format";
import { keep } from "./keep";
import { useLanguage } from "./settings";
import { sayFailure } from "./toast";

export interface StoriaProps {
  area: string;
  id: string;
  /** Further areas whose writes change this record. */
  reads?: readonly string[];
  /** A verb of the change log in words. */
  verb: (verb: string) => string;
  /** The name of a field by its path in the draft. */
  field: (path: string) => string;
  /** A value as the form shows it; codes become words. */
  value?: (path: string, value: string) => string;
}

/** The one user of an archive so far: only others are named. */
const OWNER = "proprietario";
/** Writes shown before "all of them" is asked for. */
const FIRST = 5;

export function Storia(props: StoriaProps) {
  const { t } = useTranslation("shared");
  const { data = [] } = useQuery(
    query("storia", { area: props.area, id: props.id }, [props.area, ...(props.reads ?? [])]),
  );
  const [all, setAll] = useState(false);
  if (data.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t("storia.titolo")}</h2>
      <ul className="divide-y divide-line">
        {(all ? data : data.slice(0, FIRST)).map((row) => (
          <Scrittura key={row.tx} row={row} {...props} />
        ))}
      </ul>
      {data.length > FIRST && !all ? (
        <div className="pt-2">
          <Button onPress={() => setAll(true)}>{t("storia.tutta", { n: data.length })}</Button>
        </div>
      ) : null}
    </section>
  );
}

function Scrittura({ row, area, id, verb, field, value }: StoriaProps & { row: StoriaRow }) {
  const { t } = useTranslation("shared");
  const language = useLanguage();
  const words = row.annulla ? t("storia.annullato", { verbo: verb(row.verb) }) : verb(row.verb);
  const restore = () => void keep("storia_ripristina", { area, id, tx: row.tx }, t("storia.tornato")).catch(sayFailure);
  return (
    <li className="py-1.5">
      <div className="flex min-h-6 items-center justify-between gap-4">
        <span className="min-w-0">
          {words}
          {row.actor === OWNER ? null : <span className="text-ink-3"> · {row.actor}</span>}
        </span>
        <span className="shrink-0 text-sm text-ink-3 tabular-nums">{instant(row.at, language)}</span>
      </div>
      {row.cambi.length > 0 ? (
        <ul className="text-sm text-ink-2">
          {row.cambi.map((cambio) => (
            <li key={cambio.campo} className="break-words select-text">
              {said(t, cambio, field, value)}
            </li>
          ))}
        </ul>
      ) : null}
      {row.ripristinabile ? (
        <div className="-ml-3">
          <Button look="quiet" onPress={restore}>
            <Undo2 size={14} aria-hidden="true" />
            {t("storia.torna")}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function said(
  t: ReturnType<typeof useTranslation<"shared">>["t"],
  { campo, prima, dopo }: Cambio,
  field: StoriaProps["field"],
  value: StoriaProps["value"],
): string {
  const name = field(campo);
  if (prima === "true" || dopo === "true") return t(dopo === "true" ? "storia.si" : "storia.no", { campo: name });
  const [before, after] = [prima, dopo].map((text) => value?.(campo, text) ?? text) as [string, string];
  if (prima === "") return t("storia.messo", { campo: name, dopo: after });
  if (dopo === "") return t("storia.tolto", { campo: name, prima: before });
  return t("storia.da_a", { campo: name, prima: before, dopo: after });
}
