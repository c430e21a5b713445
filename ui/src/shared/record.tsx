/** What the page of one record shows of its draft: whether it is saved, and what can be done with what was typed. */
import { useTranslation } from "react-i18next";
import { Badge } from "./Badge";
import { Button } from "./Button";
import { KEYS } from "./keys";
import type { Draft } from "./useDraft";

/** Beside the title. */
export function DraftState({ isDirty, isBinned = false }: { isDirty: boolean; isBinned?: boolean }) {
  const { t } = useTranslation("shared");
  if (isBinned) return <Badge tone="warn">{t("record.binned")}</Badge>;
  return isDirty ? <Badge>{t("record.unsaved")}</Badge> : null;
}

/** The last actions of the bar. */
export function DraftActions<D>({ draft, onSave }: { draft: Draft<D>; onSave: () => void }) {
  const { t } = useTranslation("shared");
  return (
    <>
      {draft.isDirty ? (
        <Button look="quiet" onPress={draft.drop}>
          {t("record.drop")}
        </Button>
      ) : null}
      <Button look="primary" chord={KEYS.save[0]} onPress={onSave}>
        {t("record.save")}
      </Button>
    </>
  );
}
