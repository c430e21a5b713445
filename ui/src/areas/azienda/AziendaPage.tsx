/** The company: what stands on every document, and what new documents begin with. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { AziendaDraft } from "../../ipc/generated";
import { FailureView, ProblemList } from "../../shared/FailureView";
import { FailedPage, RecordPage } from "../../shared/Page";
import { ProblemsProvider } from "../../shared/problems";
import { DraftActions, DraftState } from "../../shared/record";
import { ChiSei } from "./ChiSei";
import { Documenti } from "./Documenti";
import { EMPTY } from "./draft";
import { Recapiti } from "./Recapiti";
import { useAzienda } from "./useAzienda";

export function AziendaPage() {
  const { t } = useTranslation("azienda");
  const { data, error } = useQuery(query("azienda_get", {}));
  if (error) return <FailedPage title={t("titolo")} failure={error} />;
  return data === undefined ? null : <Scheda first={data?.draft ?? EMPTY} />;
}

function Scheda({ first }: { first: AziendaDraft }) {
  const { t } = useTranslation("azienda");
  const form = useAzienda(first);
  const { draft, problems, failure } = form;
  return (
    <ProblemsProvider problems={problems}>
      <RecordPage
        title={t("titolo")}
        state={<DraftState isDirty={draft.isDirty} />}
        note={t("spiega")}
        actionsLabel={t("azioni")}
        actions={<DraftActions draft={draft} onSave={() => void form.save()} />}
        side={
          <div className="flex flex-col gap-6">
            <section>
              <h2 className="mb-1 text-sm font-medium text-ink-2">{t("aspetto.titolo")}</h2>
              <p className="mb-2 text-ink-3">{t("aspetto.dove")}</p>
              <a className="rounded-sm text-accent-ink hover:underline" href="#/aspetto">
                {t("aspetto.vai")}
              </a>
            </section>
            {problems.length > 0 ? (
              <section>
                <h2 className="mb-1 text-sm font-medium text-ink-2">{t("da_controllare")}</h2>
                <ProblemList problems={problems} />
              </section>
            ) : null}
          </div>
        }
        sideLabel={t("accanto")}
        notice={failure ? <FailureView failure={failure} /> : null}
      >
        <ChiSei draft={draft} />
        <Recapiti draft={draft} />
        <Documenti draft={draft} />
      </RecordPage>
    </ProblemsProvider>
  );
}
