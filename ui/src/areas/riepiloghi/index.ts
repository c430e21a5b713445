import i18next from "i18next";
import { ChartColumn } from "lucide-react";
import type { Area } from "../../shared/area";
import { ready } from "./chiedi";
import { Panoramica } from "./Panoramica";

/** The business at a glance: where the window opens. */
export const riepiloghi: Area = {
  menu: [{ group: "panoramica", path: "/panoramica", icon: ChartColumn, label: () => i18next.t("riepiloghi:titolo") }],
  pages: [{ path: "/panoramica", page: Panoramica, ready }],
};
