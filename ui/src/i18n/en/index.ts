import type { it } from "../it";
import type { Translated } from "../words";
import { anagrafiche } from "./anagrafiche";
import { app } from "./app";
import { archivio } from "./archivio";
import { azienda } from "./azienda";
import { conversioni } from "./conversioni";
import { documenti } from "./documenti";
import { importa } from "./importa";
import { impostazioni } from "./impostazioni";
import { prodotti } from "./prodotti";
import { riepiloghi } from "./riepiloghi";
import { scadenze } from "./scadenze";
import { shared } from "./shared";

export const en: Translated<typeof it> = {
  anagrafiche,
  app,
  archivio,
  azienda,
  conversioni,
  documenti,
  importa,
  impostazioni,
  prodotti,
  riepiloghi,
  scadenze,
  shared,
};
