/** The company: what stands on every document, and what new documents begin with. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { AziendaDraft } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { FailureView, ProblemList } from "../../shared/FailureView";
import { keep } from "../../shared/keep";
import { KEYS, useKeys } from "../../shared/keys";
import { FailedPage, RecordPage } from "../../shared/Page";
import { ProblemsProvider } from "../../shared/problems";
import { shownProblems, useDraft, usePreview, useSame } from "../../shared/useDraft";
import { ChiSei } from "./ChiSei";
import { Documenti } from "./Documenti";
import { EMPTY } from "./draft";
import { Logo } from "./Logo";
import { Recapiti } from "./Recapiti";

export function AziendaPage() {
  const { t } = useTranslation("azienda");
  const { data, error } = useQuery(query("azienda_get", {}));
  if (error) return <FailedPage title={t("titolo")} failure={error} />;
  return data === undefined ? null : <Scheda first={data?.draft ?? EMPTY} />;
}

function Scheda({ first }: { first: AziendaDraft }) {
  const { t } = useTranslation("azienda");
  const draft = useDraft("/azienda", first);
  const preview = usePreview(draft.value, (value) => call("azienda_preview", { draft: value }));
  const [failure, setFailure] = useState<unknown>();
  const problems = useSame(shownProblems(preview ?? [], draft.value, true));
  const save = async () => {
    const sent = draft.value;
    try {
      setFailure(undefined);
      const { value } = await keep("azienda_save", { draft: sent }, t("salvata"));
      draft.settle(value.draft, sent);
    } catch (reason) {
      setFailure(reason);
    }
  };
  useKeys({ save: () => void save() });
  return (
    <ProblemsProvider problems={problems}>
      <RecordPage
        title={t("titolo")}
        state={draft.isDirty ? <Badge>{t("da_salvare")}</Badge> : null}
        note={t("spiega")}
        actionsLabel={t("azioni")}
        actions={
          <>
            {draft.isDirty ? (
              <Button look="quiet" onPress={draft.drop}>
                {t("scarta")}
              </Button>
            ) : null}
            <Button look="primary" chord={KEYS.save[0]} onPress={() => void save()}>
              {t("salva")}
            </Button>
          </>
        }
        side={
          <div className="flex flex-col gap-6">
            <Logo draft={draft} />
            {problems.length > 0 ? (
              <section>
                <h2 className="mb-1 text-sm font-medium text-ink-2">{t("da_controllare")}</h2>
                <ProblemList problems={problems} />
              </section>
            ) : null}
          </div>
        }
        sideLabel={t("accanto")}
      >
        {failure ? (
          <div className="mb-4">
            <FailureView failure={failure} />
          </div>
        ) : null}
        <ChiSei draft={draft} />
        <Recapiti draft={draft} />
        <Documenti draft={draft} />
      </RecordPage>
    </ProblemsProvider>
  );
}
