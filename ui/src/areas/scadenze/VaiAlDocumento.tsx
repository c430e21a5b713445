/** A cashing found by its note leads to its document. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import { FailedPage } from "../../shared/Page";
import { replace } from "../../shared/route";

export function VaiAlDocumento({ id }: { id: string }) {
  const { t } = useTranslation("scadenze");
  const { data, error } = useQuery(query("scadenze_incasso", { id }));
  useEffect(() => {
    if (data) replace(`/documenti/${data.documento_id}`);
  }, [data]);
  return error ? <FailedPage title={t("incasso_titolo")} failure={error} /> : null;
}
