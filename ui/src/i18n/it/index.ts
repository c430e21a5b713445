/** Every Italian catalogue by area; the keys that `t` accepts are these. */
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

export const it = {
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
} as const;
