/** What was done to this document, newest first; a draft can go back to one of its states. */
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Storia } from "../../shared/Storia";

export const StoriaDocumento = memo(function StoriaDocumento({ id }: { id: string }) {
  const { t } = useTranslation("documenti");
  /** `righe.2.prezzo` is the price of line 3. */
  const field = (path: string) => {
    const parts = path.split(".");
    const name = parts.at(-1) ?? path;
    const words = t(`campi.${name}` as "campi.note", {
      defaultValue: t(`riga.${name}` as "campi.note", { defaultValue: name }),
    });
    const line = parts[0] === "righe" && parts.length > 2 ? parts[1] : undefined;
    return line === undefined ? words : t("storia_riga", { n: +line + 1, campo: words });
  };
  return (
    <Storia
      area="documenti"
      id={id}
      reads={["efatture"]}
      verb={(verb) => t(`verbi.${verb.replace(".", "_")}` as "verbi.documenti_save", { defaultValue: verb })}
      field={field}
    />
  );
});
