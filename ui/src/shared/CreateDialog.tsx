/** The dialog of a record made over the page that needs it: what was typed stays until it is kept or given up. */
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../ipc/generated";
import { Button } from "./Button";
import type { CreateProps } from "./create";
import { Dialog } from "./Dialog";
import { FailureView } from "./FailureView";
import { KEYS } from "./keys";
import { ProblemsProvider } from "./problems";
import { type Draft, shownProblems } from "./useDraft";

interface Props<D> {
  title: string;
  draft: Draft<D>;
  problems: readonly Problem[];
  /** Keeps the record and answers its id. */
  save: (draft: D) => Promise<string>;
  onDone: CreateProps["onDone"];
  onClose: () => void;
  children: ReactNode;
}

export function CreateDialog<D extends object>({ title, draft, problems, save, onDone, onClose, children }: Props<D>) {
  const { t } = useTranslation("shared");
  const [failure, setFailure] = useState<unknown>();
  const keep = async () => {
    try {
      const id = await save(draft.value);
      draft.drop();
      onDone(id);
    } catch (reason) {
      setFailure(reason);
    }
  };
  const close = () => {
    draft.drop();
    onClose();
  };
  return (
    <ProblemsProvider problems={shownProblems(problems, draft.value, failure !== undefined)}>
      <Dialog
        title={title}
        isOpen
        onClose={close}
        size="medium"
        keys={{ save: () => void keep(), issue: () => void keep() }}
        actions={
          <>
            <Button onPress={close}>{t("crea.lascia_stare")}</Button>
            <Button look="primary" chord={KEYS.save[0]} onPress={() => void keep()}>
              {t("crea.salva_e_usa")}
            </Button>
          </>
        }
      >
        {failure ? <FailureView failure={failure} onRetry={() => void keep()} /> : null}
        {children}
      </Dialog>
    </ProblemsProvider>
  );
}
