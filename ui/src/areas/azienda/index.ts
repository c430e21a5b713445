import i18next from "i18next";
import { Building2, Palette } from "lucide-react";
import type { Area } from "../../shared/area";
import { go } from "../../shared/route";
import { AspettoPage } from "./AspettoPage";
import { AziendaPage } from "./AziendaPage";
import { Benvenuto } from "./Benvenuto";

/** The company or person that the archive belongs to; without an archive, the first run. */
export const azienda: Area = {
  menu: [
    { group: "impostazioni", path: "/azienda", icon: Building2, label: () => i18next.t("azienda:titolo") },
    { group: "impostazioni", path: "/aspetto", icon: Palette, label: () => i18next.t("azienda:aspetto.titolo") },
  ],
  pages: [
    { path: "/azienda", page: AziendaPage },
    { path: "/aspetto", page: AspettoPage },
  ],
  actions: [{ id: "azienda.apri", label: () => i18next.t("azienda:apri"), run: () => go("/azienda") }],
  welcome: Benvenuto,
};
