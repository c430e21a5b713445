/** Why a figure is what it is, in the engine's words; each step leads to where it comes from. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { DocumentoDraft, Passo } from "../../ipc/generated";
import { Press } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { FailureView } from "../../shared/FailureView";
import { euro } from "../../shared/format";
import { Popover } from "../../shared/Menu";
import { focusField } from "../../shared/problems";
import { useLanguage } from "../../shared/settings";

/** A draft as it is typed, or a stored document; asked for when a computation is opened. */
export type Soggetto = () => { draft: DocumentoDraft; id: null } | { draft: null; id: string };

/** What closes gives the cursor back first. */
const CLOSING_MS = 60;

interface Props {
  /** Which total, as the engine names it. */
  voce: string;
  label: string;
  of: Soggetto;
  className: string;
  children: ReactNode;
}

/** A total that opens its computation. */
export function Perche({ voce, label, of, className, children }: Props) {
  const { t } = useTranslation("documenti");
  const hint = t("perche", { totale: label });
  return (
    <Popover
      label={hint}
      trigger={
        <Press className={`-mx-2 w-[calc(100%+1rem)] rounded-md px-2 text-start hover:bg-hover ${className}`}>
          {children}
        </Press>
      }
    >
      {(close) => (
        <div className="max-h-96 w-96 max-w-full overflow-auto">
          <p className="mb-1 font-medium">{hint}</p>
          <Passi voce={voce} of={of} onLead={close} />
        </div>
      )}
    </Popover>
  );
}

function Passi({ voce, of, onLead }: { voce: string; of: Soggetto; onLead: () => void }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const [subject] = useState(of);
  const args = { ...subject, in_inglese: language === "en" };
  const { data, error, refetch } = useQuery({
    ...query("documenti_spiega", args, ["azienda", "anagrafiche"]),
    gcTime: 0,
  });
  const passi = data?.find((one) => one.voce === voce)?.passi;
  if (error) return <FailureView failure={error} onRetry={() => void refetch()} />;
  const lead = (field: string) => {
    onLead();
    setTimeout(() => focusField(field), CLOSING_MS);
  };
  return (
    <div>
      {data && !passi ? <p className="text-ink-2">{t("perche_niente")}</p> : null}
      <ol>
        {(passi ?? []).map((passo, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one computation, which have no names
          <li key={at}>
            {subject.draft && passo.field ? (
              <Press
                className="flex w-full items-baseline justify-between gap-4 rounded-md px-1 py-1 text-start hover:bg-hover"
                onPress={() => lead(passo.field)}
              >
                <Parole passo={passo} />
              </Press>
            ) : (
              <p className="flex items-baseline justify-between gap-4 px-1 py-1">
                <Parole passo={passo} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The same for the total of one line, over the page. */
export function PercheRiga({ index, of, onClose }: { index: number; of: Soggetto; onClose: () => void }) {
  const { t } = useTranslation("documenti");
  const title = t("riga.totale_n", { n: index + 1 });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Passi voce={`riga.${index}`} of={of} onLead={onClose} />
    </Dialog>
  );
}

function Parole({ passo }: { passo: Passo }) {
  const language = useLanguage();
  return (
    <>
      <span className="min-w-0 text-ink-2">{passo.testo}</span>
      {passo.importo === null ? null : <span className="amount shrink-0">{euro(passo.importo, language)}</span>}
    </>
  );
}
