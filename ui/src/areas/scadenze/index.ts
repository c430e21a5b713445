import i18next from "i18next";
import { CalendarClock } from "lucide-react";
import { createElement } from "react";
import type { Area } from "../../shared/area";
import { readyList } from "../../shared/list/spec";
import { go } from "../../shared/route";
import { scadenze as elenco, incassi } from "./elenco";
import { ListaIncassi } from "./ListaIncassi";
import { RateDocumento } from "./RateDocumento";
import { Scadenzario } from "./Scadenzario";
import { VaiAlDocumento } from "./VaiAlDocumento";

/** What is due from customers, and what was cashed of it. */
export const scadenze: Area = {
  menu: [
    {
      group: "contabilita",
      path: "/scadenzario",
      icon: CalendarClock,
      label: () => i18next.t("scadenze:titolo"),
      waits: { what: "scadute", words: (count) => i18next.t("scadenze:sospese", { count }) },
    },
  ],
  pages: [
    { path: "/scadenzario", page: Scadenzario, ready: readyList(elenco) },
    { path: "/scadenzario/incassi", page: ListaIncassi, ready: readyList(incassi) },
    { path: "/scadenze/:id", page: ({ params }) => createElement(VaiAlDocumento, { id: params.id ?? "" }) },
  ],
  actions: [
    {
      id: "scadenze.scadute",
      label: () => i18next.t("scadenze:vedi_scadute"),
      run: () => go("/scadenzario?quali=scadute"),
    },
    {
      id: "scadenze.incassi",
      label: () => i18next.t("scadenze:titolo_incassi"),
      run: () => go("/scadenzario/incassi"),
    },
  ],
  panels: { documento: RateDocumento },
};
