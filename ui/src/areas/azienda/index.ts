import i18next from "i18next";
import { Building2 } from "lucide-react";
import type { Area } from "../../shared/area";
import { go } from "../../shared/route";
import { AziendaPage } from "./AziendaPage";
import { Benvenuto } from "./Benvenuto";

/** The company or person that the archive belongs to; without an archive, the first run. */
export const azienda: Area = {
  menu: [{ group: "impostazioni", path: "/azienda", icon: Building2, label: () => i18next.t("azienda:titolo") }],
  pages: [{ path: "/azienda", page: AziendaPage }],
  actions: [{ id: "azienda.apri", label: () => i18next.t("azienda:apri"), run: () => go("/azienda") }],
  welcome: Benvenuto,
};
