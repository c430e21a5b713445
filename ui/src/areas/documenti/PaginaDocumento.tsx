/** One document: the editor of a draft, or the frozen document. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { DocumentoDraft, Tipo } from "../../ipc/generated";
import { OF_PAGE, useHold } from "../../shared/hold";
import { FailedPage } from "../../shared/Page";
import { usePlace } from "../../shared/route";
import { DocumentoEmesso } from "./DocumentoEmesso";
import { Editor } from "./Editor";
import { TIPI } from "./tipi";

export function PaginaDocumento({ id }: { id: string }) {
  return id === "nuovo" ? <Nuovo /> : <Esistente id={id} />;
}

function Esistente({ id }: { id: string }) {
  const { t } = useTranslation("documenti");
  const { data, error, isLoading } = useQuery(query("documenti_get", { id }, ["efatture", "anagrafiche"]));
  useHold(OF_PAGE, isLoading);
  if (error) return <FailedPage title={t("titolo")} failure={error} />;
  if (!data) return null;
  return data.stato === "bozza" ? <Editor first={data.draft} isNew={false} /> : <DocumentoEmesso view={data} />;
}

let begun = 0;

/** A draft with its usual values: from nothing, from a customer, from another document. Asked for once. */
function Nuovo() {
  const { t } = useTranslation("documenti");
  const { search } = usePlace();
  const [nth] = useState(() => ++begun);
  const { data, error, isLoading } = useQuery({ queryKey: ["begun", nth], queryFn: () => begin(search), gcTime: 0 });
  useHold(OF_PAGE, isLoading);
  if (error) return <FailedPage title={t("titolo")} failure={error} />;
  return data ? <Editor first={data} isNew /> : null;
}

function begin(search: URLSearchParams): Promise<DocumentoDraft> {
  const duplicated = search.get("duplica");
  const converted = search.get("converti");
  const repeated = search.get("ripeti");
  const tipo = TIPI.find((known) => known === search.get("tipo")) ?? ("FATTURA" satisfies Tipo);
  const corrected = search.get("corregge");
  if (corrected) return call("documenti_correct", { id: corrected });
  if (duplicated) return call("documenti_duplicate", { id: duplicated });
  if (repeated) return call("documenti_repeat", { cliente_id: repeated });
  if (converted) return call("documenti_convert", { ids: converted.split(","), tipo });
  return call("documenti_new", { tipo, cliente_id: search.get("cliente") });
}
