import i18next from "i18next";
import { Settings2 } from "lucide-react";
import type { Area } from "../../shared/area";
import { Impostazioni } from "./Impostazioni";

/** How the window looks and speaks, and which archive is open. */
export const impostazioni: Area = {
  menu: [
    { group: "impostazioni", path: "/impostazioni", icon: Settings2, label: () => i18next.t("impostazioni:titolo") },
  ],
  pages: [{ path: "/impostazioni", page: Impostazioni }],
};
