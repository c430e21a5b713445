/** The two lists of the schedule: what is due, and what came in. */
import { useTranslation } from "react-i18next";
import { usePlace } from "../../shared/route";

const PATHS = { scadenze: "/scadenzario", incassi: "/scadenzario/incassi" } as const;

export function Schede() {
  const { t } = useTranslation("scadenze");
  const { path } = usePlace();
  return (
    <nav aria-label={t("schede")} className="flex gap-4 border-b border-line px-6">
      {(["scadenze", "incassi"] as const).map((id) => (
        <a
          key={id}
          href={`#${PATHS[id]}`}
          aria-current={path === PATHS[id] ? "page" : undefined}
          className="-mb-px flex h-9 items-center border-b-2 border-transparent text-ink-2 -outline-offset-2! hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
        >
          {t(`schede_${id}`)}
        </a>
      ))}
    </nav>
  );
}
