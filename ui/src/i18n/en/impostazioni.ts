import type { impostazioni as it } from "../it/impostazioni";
import type { Translated } from "../words";

export const impostazioni: Translated<typeof it> = {
  archivio: "Open archive",
  aspetto: "Appearance",
  chiudi_archivio: "Close this archive",
  grandezza: "Size",
  grandezza_tasti: "Anywhere with {{piu}} and {{meno}}.",
  lingua: "Language",
  menu: "Menu",
  menu_spiega: "Switch off the groups you do not use.",
  nome: "Name",
  percorso: "Where it lies",
  invio_avanza: "Enter goes to the next field, as Tab does",
  tasti_f: "F1 new, F2 save, F3 print, F4 mail",
  tastiera: "Keyboard",
  tema: "Theme",
  titolo: "Settings",
  versione: "Version",
};
