import { useTranslation } from "react-i18next";
import { Button } from "../../shared/Button";
import { KEYS } from "../../shared/keys";
import type { AziendaForm } from "./useAzienda";

/** What can be done with what was typed. */
export function Salva({ form: { draft, save } }: { form: AziendaForm }) {
  const { t } = useTranslation("azienda");
  return (
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
  );
}
