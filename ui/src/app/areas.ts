/** The areas that this window has, in the order of the sidebar. A new area adds one line here and nothing elsewhere in the frame. */
import { anagrafiche } from "../areas/anagrafiche";
import { archivio } from "../areas/archivio";
import { azienda } from "../areas/azienda";
import { conversioni } from "../areas/conversioni";
import { documenti } from "../areas/documenti";
import { impostazioni } from "../areas/impostazioni";
import { prodotti } from "../areas/prodotti";
import { riepiloghi } from "../areas/riepiloghi";
import { scadenze } from "../areas/scadenze";
import type { Area } from "../shared/area";

export const areas: readonly Area[] = [
  riepiloghi,
  documenti,
  anagrafiche,
  prodotti,
  scadenze,
  conversioni,
  azienda,
  archivio,
  impostazioni,
];
