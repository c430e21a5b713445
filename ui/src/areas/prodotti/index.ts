import i18next from "i18next";
import { Package } from "lucide-react";
import { createElement } from "react";
import type { Area } from "../../shared/area";
import { readyList } from "../../shared/list/spec";
import { go } from "../../shared/route";
import { elenco } from "./elenco";
import { ImportaProdotti } from "./ImportaProdotti";
import { ListaProdotti } from "./ListaProdotti";
import { NuovoProdotto } from "./NuovoProdotto";
import { SchedaProdotto } from "./SchedaProdotto";

/** Products and services. */
export const prodotti: Area = {
  menu: [{ group: "magazzino", path: "/prodotti", icon: Package, label: () => i18next.t("prodotti:titolo") }],
  pages: [
    { path: "/prodotti", page: ListaProdotti, ready: readyList(elenco) },
    { path: "/prodotti/importa", page: ImportaProdotti },
    {
      path: "/prodotti/:id",
      page: ({ params }) => createElement(SchedaProdotto, { key: params.id ?? "", id: params.id ?? "" }),
    },
  ],
  creators: { prodotto: NuovoProdotto },
  actions: [
    { id: "prodotti.nuovo", label: () => i18next.t("prodotti:nuovo"), run: () => go("/prodotti/nuovo") },
    { id: "prodotti.importa", label: () => i18next.t("prodotti:importa"), run: () => go("/prodotti/importa") },
  ],
};
