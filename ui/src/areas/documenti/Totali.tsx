/** The engine's totals and findings; nothing is added up here. */
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Problem, Totali as T } from "../../ipc/generated";
import { ProblemList } from "../../shared/FailureView";
import { day, euro, percent } from "../../shared/format";
import { useLanguage } from "../../shared/settings";
import { Perche, type Soggetto } from "./Perche";

/** Whether an amount has any digit but zeros. */
const isSome = (amount: string) => /[1-9]/.test(amount);

interface Row {
  /** Which total it is to the engine. */
  voce: string;
  label: string;
  value: string;
  /** Taken off what the customer pays. */
  isOff?: boolean;
}

export const Totali = memo(function Totali({ totali, of }: { totali: T; of: Soggetto }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const differs = totali.netto_a_pagare !== totali.totale_documento;
  return (
    <section
      aria-label={t("totali.titolo")}
      aria-live="off"
      className="rounded-lg border border-line bg-surface px-4 py-3"
    >
      <Rows rows={above(totali, t, language)} of={of} />
      <Somma voce="totale" label={t("totali.totale")} value={totali.totale_documento} isLast={!differs} of={of} />
      {differs ? (
        <>
          <Rows rows={below(totali, t, language)} of={of} />
          <Somma voce="netto" label={t("totali.netto")} value={totali.netto_a_pagare} isLast of={of} />
        </>
      ) : null}
      {totali.rate.length > 0 ? (
        <ul aria-label={t("rate")} className="mt-2 border-t border-line pt-2 text-sm text-ink-2">
          {totali.rate.map((rata, at) => {
            const label = t("scade", { data: day(rata.scadenza) });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the engine names an instalment by its place
              <Rata key={at} voce={`rata.${at}`} label={label} value={rata.importo} of={of} />
            );
          })}
        </ul>
      ) : null}
    </section>
  );
});

type Words = ReturnType<typeof useTranslation<"documenti">>["t"];

function above(totali: T, t: Words, language: "it" | "en"): Row[] {
  const rows: Row[] = [];
  if (isSome(totali.sconto)) {
    rows.push({ voce: "merce", label: t("totali.merce"), value: totali.merce });
    rows.push({ voce: "sconto", label: t("totali.sconto"), value: totali.sconto, isOff: true });
  }
  for (const [at, cassa] of totali.casse.entries()) {
    rows.push({
      voce: `cassa.${at}`,
      label: t("totali.cassa", { tipo: cassa.tipo, aliquota: percent(cassa.aliquota, language) }),
      value: cassa.importo,
    });
  }
  rows.push({ voce: "imponibile", label: t("totali.imponibile"), value: totali.imponibile });
  for (const [at, gruppo] of totali.riepilogo.entries()) {
    const come = gruppo.natura || percent(gruppo.aliquota_iva, language);
    rows.push({
      voce: `gruppo.${at}`,
      label: t("totali.iva_su", { come, imponibile: euro(gruppo.imponibile, language) }),
      value: gruppo.imposta,
    });
  }
  if (isSome(totali.bollo)) {
    rows.push({
      voce: "bollo",
      label: t(totali.bollo_addebitato ? "totali.bollo_addebitato" : "totali.bollo_nostro"),
      value: totali.bollo,
    });
  }
  if (isSome(totali.arrotondamento))
    rows.push({ voce: "arrotondamento", label: t("totali.arrotondamento"), value: totali.arrotondamento });
  return rows;
}

function below(totali: T, t: Words, language: "it" | "en"): Row[] {
  const rows: Row[] = totali.ritenute.map((ritenuta, at) => ({
    voce: `ritenuta.${at}`,
    label: t("totali.ritenuta", {
      tipo: ritenuta.tipo,
      aliquota: percent(ritenuta.aliquota, language),
      base: euro(ritenuta.base, language),
    }),
    value: ritenuta.importo,
    isOff: true,
  }));
  if (isSome(totali.iva_split))
    rows.push({ voce: "split", label: t("totali.split"), value: totali.iva_split, isOff: true });
  if (isSome(totali.sconto_in_fattura)) {
    rows.push({
      voce: "sconto_in_fattura",
      label: t("totali.sconto_in_fattura"),
      value: totali.sconto_in_fattura,
      isOff: true,
    });
  }
  return rows;
}

function Rows({ rows, of }: { rows: readonly Row[]; of: Soggetto }) {
  return (
    <ul className="mt-1 first:mt-0">
      {rows.map((row) => (
        <Voce key={row.voce} {...row} of={of} />
      ))}
    </ul>
  );
}

type Shown = Row & { of: Soggetto };

/** Only what changes is drawn again while one types: here, and in the two below. */
const Voce = memo(function Voce({ voce, label, value, isOff, of }: Shown) {
  const language = useLanguage();
  return (
    <li>
      <Perche
        voce={voce}
        label={label}
        of={of}
        className="flex min-h-6 items-baseline justify-between gap-4 text-ink-2"
      >
        <span className="min-w-0">{label}</span>
        <output className="amount text-ink">
          {isOff ? "\u2212" : ""}
          {euro(value, language)}
        </output>
      </Perche>
    </li>
  );
});

const Rata = memo(function Rata({ voce, label, value, of }: Shown) {
  const language = useLanguage();
  return (
    <li>
      <Perche voce={voce} label={label} of={of} className="flex justify-between gap-4">
        <span className="tabular-nums">{label}</span>
        <span className="amount">{euro(value, language)}</span>
      </Perche>
    </li>
  );
});

/** Longer amounts are not set in large letters: they would not fit beside the form. */
const LARGE = 12;

const Somma = memo(function Somma({ voce, label, value, isLast, of }: Shown & { isLast: boolean }) {
  const language = useLanguage();
  return (
    <div className="mt-2 border-t border-line pt-2">
      <Perche
        voce={voce}
        label={label}
        of={of}
        className="flex flex-wrap items-baseline justify-between gap-x-4 font-semibold"
      >
        <span>{label}</span>
        <output className={`amount ml-auto ${isLast && value.length <= LARGE ? "text-xl" : ""}`}>
          {euro(value, language)}
        </output>
      </Perche>
    </div>
  );
});

/** Everything the engine finds, each leading to its field. */
export const Problemi = memo(function Problemi({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation("documenti");
  if (problems.length === 0) return null;
  const refuses = problems.some((problem) => problem.severity === "error");
  return (
    <section>
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t(refuses ? "prima_di_emettere" : "da_controllare")}</h2>
      <ProblemList problems={problems} />
    </section>
  );
});
