/** The four figures at the top. */
import { useTranslation } from "react-i18next";
import type { Panoramica, Serie } from "../../ipc/generated";
import { day, euro } from "../../shared/format";
import { useLanguage } from "../../shared/settings";
import { APERTE, fatturati, incassati, SCADUTE } from "./rotte";

export function Cifre({ data }: { data: Panoramica }) {
  const { t } = useTranslation("riepiloghi");
  const language = useLanguage();
  const before = (serie: Serie, href: string) => ({
    note: t("prima", { importo: euro(serie.prima.importo, language), giorno: day(serie.prima.al) }),
    noteHref: href,
  });
  return (
    <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <Cifra
        label={t("fatturato_anno", { anno: data.anno })}
        text={euro(data.fatturato.anno.importo, language)}
        href={fatturati(data.fatturato.anno)}
        {...before(data.fatturato, fatturati(data.fatturato.prima))}
      />
      <Cifra
        label={t("incassato_anno", { anno: data.anno })}
        text={euro(data.incassato.anno.importo, language)}
        href={incassati(data.incassato.anno)}
        {...before(data.incassato, incassati(data.incassato.prima))}
      />
      <Cifra
        label={t("aperto")}
        text={euro(data.aperto.importo, language)}
        href={APERTE}
        note={t("rate", { count: data.aperto.righe })}
        noteHref={APERTE}
      />
      <Cifra
        label={t("scaduto")}
        text={euro(data.scaduto.importo, language)}
        href={SCADUTE}
        note={t("rate", { count: data.scaduto.righe })}
        noteHref={SCADUTE}
        isLate={data.scaduto.righe > 0}
      />
    </ul>
  );
}

interface CifraProps {
  label: string;
  text: string;
  href: string;
  note: string;
  /** Where the note leads, when its rows are others. */
  noteHref: string;
  isLate?: boolean;
}

function Cifra({ label, text, href, note, noteHref, isLate = false }: CifraProps) {
  return (
    <li className="flex min-w-0 flex-col gap-1 rounded-lg border border-line bg-surface p-4">
      <a href={href} className="flex flex-col gap-1 rounded-sm hover:underline">
        <span className="text-sm font-medium text-ink-2">{label}</span>
        <span className={`text-xl font-semibold tabular-nums [overflow-wrap:anywhere] ${isLate ? "text-bad" : ""}`}>
          {text}
        </span>
      </a>
      {noteHref === href ? (
        <span className="text-sm text-ink-3 tabular-nums">{note}</span>
      ) : (
        <a href={noteHref} className="self-start rounded-sm text-sm text-ink-3 tabular-nums hover:underline">
          {note}
        </a>
      )}
    </li>
  );
}
