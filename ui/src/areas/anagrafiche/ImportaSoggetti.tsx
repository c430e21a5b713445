/** Customers, suppliers or contacts from the list of another program. */
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { Faccia } from "../../ipc/generated";
import { ImportPage } from "../../shared/importa/ImportPage";
import { keep } from "../../shared/keep";
import { PATHS } from "./draft";

export function ImportaSoggetti({ faccia }: { faccia: Faccia }) {
  const { t } = useTranslation("anagrafiche");
  return (
    <ImportPage
      title={t(`importa.${faccia}`)}
      home={PATHS[faccia]}
      preview={(token, options) => call("anagrafiche_import_preview", { token, faccia, options })}
      run={async (token, options) =>
        (await keep("anagrafiche_import", { token, faccia, options }, t("importati"))).value
      }
    />
  );
}
