/** Products and services from the list of another program. */
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import { ImportPage } from "../../shared/importa/ImportPage";
import { keep } from "../../shared/keep";

export function ImportaProdotti() {
  const { t } = useTranslation("prodotti");
  return (
    <ImportPage
      title={t("importa")}
      home="/prodotti"
      preview={(token, options) => call("prodotti_import_preview", { token, options })}
      run={async (token, options) => (await keep("prodotti_import", { token, options }, t("importati"))).value}
    />
  );
}
