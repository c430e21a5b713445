export const impostazioni = {
  archivio: "Archivio aperto",
  aspetto: "Aspetto",
  chiudi_archivio: "Chiudi questo archivio",
  lingua: "Lingua",
  menu: "Menù",
  menu_spiega: "Spegni i gruppi che non usi.",
  nome: "Nome",
  percorso: "Dove sta",
  tema: "Tema",
  titolo: "Impostazioni",
  versione: "Versione",
} as const;
