import i18next from "i18next";
import { BookUser, Factory, Users } from "lucide-react";
import { createElement } from "react";
import type { Faccia } from "../../ipc/generated";
import type { Area } from "../../shared/area";
import { readyList } from "../../shared/list/spec";
import { go } from "../../shared/route";
import { PATHS } from "./draft";
import { elenchi } from "./elenco";
import { ImportaSoggetti } from "./ImportaSoggetti";
import { ListaSoggetti } from "./ListaSoggetti";
import { NuovoCliente } from "./NuovoCliente";
import { SchedaSoggetto } from "./SchedaSoggetto";

const FACES: readonly Faccia[] = ["cliente", "fornitore", "contatto"];
const MENU = {
  cliente: { group: "vendite", icon: Users },
  fornitore: { group: "acquisti", icon: Factory },
  contatto: { group: "comunicazioni", icon: BookUser },
} as const;

/** Customers, suppliers and contacts: one record, three faces. */
export const anagrafiche: Area = {
  menu: FACES.map((faccia) => ({
    ...MENU[faccia],
    path: PATHS[faccia],
    label: () => i18next.t(`anagrafiche:facce.${faccia}`),
  })),
  pages: [
    ...FACES.flatMap((faccia) => [
      {
        path: PATHS[faccia],
        page: () => createElement(ListaSoggetti, { key: faccia, faccia }),
        ready: readyList(elenchi[faccia]),
      },
      // before the records, which would take the word for an id
      { path: `${PATHS[faccia]}/importa`, page: () => createElement(ImportaSoggetti, { key: faccia, faccia }) },
      {
        path: `${PATHS[faccia]}/:id`,
        page: ({ params }: { params: Readonly<Record<string, string>> }) =>
          createElement(SchedaSoggetto, { key: params.id ?? "", faccia, id: params.id ?? "" }),
      },
    ]),
    {
      path: "/anagrafiche/:id", // where a search leads
      page: ({ params }) =>
        createElement(SchedaSoggetto, { key: params.id ?? "", faccia: "cliente", id: params.id ?? "" }),
    },
  ],
  creators: { cliente: NuovoCliente },
  actions: FACES.flatMap((faccia) => [
    {
      id: `anagrafiche.${faccia}`,
      label: () => i18next.t(`anagrafiche:nuovo.${faccia}`),
      run: () => go(`${PATHS[faccia]}/nuovo`),
    },
    {
      id: `anagrafiche.importa.${faccia}`,
      label: () => i18next.t(`anagrafiche:importa.${faccia}`),
      run: () => go(`${PATHS[faccia]}/importa`),
    },
  ]),
};
