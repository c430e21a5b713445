import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../shared/Dialog";
import { Kbd } from "../shared/Kbd";
import { KEYS, keycaps, spoken } from "../shared/keys";
import { useLanguage } from "../shared/settings";

/** The keys that answer on the present page. */
export function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation("app");
  return (
    <Dialog title={t("keys_title")} isOpen={isOpen} onClose={onClose}>
      <KeyList />
      <Typed />
    </Dialog>
  );
}

function KeyList() {
  const { t } = useTranslation("shared");
  const language = useLanguage();
  const [verbs] = useState(spoken); // of the page below: once the dialog listens, only its own are heard
  return (
    <dl className="divide-y divide-line">
      {verbs.map((verb) => (
        <div key={verb} className="flex min-h-8 items-center justify-between gap-4">
          <dt>{t(`keys.${verb}`)}</dt>
          <dd className="flex gap-2">
            {KEYS[verb].map((chord) => (
              <span key={chord}>
                <span className="sr-only">{keycaps(chord, language).join(" + ")}</span>
                <Kbd chord={chord} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What fields understand besides what one expects. */
function Typed() {
  const { t } = useTranslation("app");
  return (
    <section>
      <h3 className="pb-1 text-sm font-medium text-ink-2">{t("typed_title")}</h3>
      <dl className="divide-y divide-line">
        {TYPED.map((what) => (
          <div key={what} className="flex min-h-8 flex-wrap items-center justify-between gap-x-4">
            <dt>{t(`typed.${what}`)}</dt>
            <dd className="text-ink-3 tabular-nums">{t(`typed_as.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const TYPED = ["data", "importo", "riga", "sconti", "termini"] as const;
