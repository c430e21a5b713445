/** The company's form: its pages are two looks at one draft, so that what is typed in one is there in the other. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { AziendaDraft, Problem } from "../../ipc/generated";
import { keep } from "../../shared/keep";
import { useKeys } from "../../shared/keys";
import { type Draft, shownProblems, useDraft, useSame } from "../../shared/useDraft";
import { usePreview, useWhole } from "../../shared/usePreview";

export interface AziendaForm {
  draft: Draft<AziendaDraft>;
  problems: readonly Problem[];
  failure: unknown;
  save: () => Promise<void>;
}

export function useAzienda(first: AziendaDraft): AziendaForm {
  const { t } = useTranslation("azienda");
  const draft = useDraft("/azienda", first);
  const preview = useWhole(usePreview(draft, (value) => call("azienda_preview", { draft: value })));
  const [failure, setFailure] = useState<unknown>();
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
  return { draft, problems: useSame(shownProblems(preview ?? [], draft.value, true)), failure, save };
}
