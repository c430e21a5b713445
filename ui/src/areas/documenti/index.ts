import i18next from "i18next";
import { FileText, ListOrdered, Send } from "lucide-react";
import { createElement } from "react";
import type { Tipo } from "../../ipc/generated";
import type { Area } from "../../shared/area";
import { readyList } from "../../shared/list/spec";
import { go } from "../../shared/route";
import { Banco } from "./Banco";
import { elenco } from "./elenco";
import { ListaDocumenti } from "./ListaDocumenti";
import { Numerazione } from "./Numerazione";
import { PaginaDocumento } from "./PaginaDocumento";
import { TIPI } from "./tipi";

/** Quotes, delivery notes, invoices and the rest of the active cycle. */
export const documenti: Area = {
  menu: [
    {
      group: "vendite",
      path: "/documenti",
      icon: FileText,
      label: () => i18next.t("documenti:titolo"),
      waits: { what: "bozze", words: (count) => i18next.t("documenti:sospese", { count }) },
    },
    {
      group: "vendite",
      path: "/da-inviare",
      icon: Send,
      label: () => i18next.t("documenti:banco.titolo"),
      waits: { what: "da_inviare", words: (count) => i18next.t("documenti:banco.sospesi", { count }) },
    },
    {
      group: "vendite",
      path: "/numerazione",
      icon: ListOrdered,
      label: () => i18next.t("documenti:numerazione.titolo"),
    },
  ],
  pages: [
    { path: "/documenti", page: ListaDocumenti, ready: readyList(elenco) },
    { path: "/da-inviare", page: Banco },
    { path: "/numerazione", page: Numerazione },
    {
      path: "/documenti/:id",
      page: ({ params }) => createElement(PaginaDocumento, { key: params.id ?? "", id: params.id ?? "" }),
    },
  ],
  onFound: (hit) =>
    hit.ripetibile
      ? [
          {
            id: "documenti.ripeti",
            label: () => i18next.t("documenti:ripeti", { cliente: hit.title }),
            run: () => go(`/documenti/nuovo?ripeti=${hit.id}`),
          },
        ]
      : [],
  actions: TIPI.map((tipo: Tipo) => ({
    id: `documenti.${tipo}`,
    label: () => i18next.t("documenti:nuovo_tipo", { tipo: i18next.t(`documenti:tipi.${tipo}`).toLowerCase() }),
    run: () => go(`/documenti/nuovo?tipo=${tipo}`),
  })),
};
