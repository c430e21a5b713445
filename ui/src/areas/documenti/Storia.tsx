/** What was done to this document, newest first. */
import { useQuery } from "@tanstack/react-query";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import { instant } from "../../shared/format";
import { useLanguage } from "../../shared/settings";

export function Storia({ id }: { id: string }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const { data = [] } = useQuery(query("storia", { area: "documenti", id }, ["documenti", "efatture"]));
  if (data.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t("storia_titolo")}</h2>
      <ul className="divide-y divide-line">
        {data.map((entry) => (
          <li key={`${entry.at} ${entry.verb}`} className="flex min-h-8 items-center justify-between gap-4">
            <span>{verbWords(entry.verb)}</span>
            <span className="text-sm text-ink-3 tabular-nums">{instant(entry.at, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A verb of the change log in words; one without words is shown as it is written. */
function verbWords(verb: string): string {
  return i18next.t(`documenti:verbi.${verb.replace(".", "_")}` as "documenti:verbi.documenti_save", {
    defaultValue: verb,
  });
}
