import i18next from "i18next";
import { FileSearch } from "lucide-react";
import { createElement } from "react";
import type { Area } from "../../shared/area";
import { readyList } from "../../shared/list/spec";
import { go } from "../../shared/route";
import { elenco } from "./elenco";
import { ListaConversioni } from "./ListaConversioni";
import { Scheda } from "./Scheda";

/** Invoices of any origin, read and printed. */
export const conversioni: Area = {
  menu: [{ group: "archivio", path: "/conversioni", icon: FileSearch, label: () => i18next.t("conversioni:titolo") }],
  pages: [
    { path: "/conversioni", page: ListaConversioni, ready: readyList(elenco) },
    {
      path: "/conversioni/:id",
      page: ({ params }) => createElement(Scheda, { key: params.id ?? "", id: params.id ?? "" }),
    },
  ],
  actions: [{ id: "conversioni.apri", label: () => i18next.t("conversioni:leggi"), run: () => go("/conversioni") }],
};
