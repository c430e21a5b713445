import i18next from "i18next";
import { ArchiveRestore, ShieldCheck, Trash2 } from "lucide-react";
import type { Area } from "../../shared/area";
import { go } from "../../shared/route";
import { Cestino } from "./Cestino";
import { Copie } from "./Copie";
import { Verifica } from "./Verifica";

/** The archive file: copies, restore, check. */
export const archivio: Area = {
  menu: [
    { group: "impostazioni", path: "/cestino", icon: Trash2, label: () => i18next.t("archivio:cestino.titolo") },
    { group: "impostazioni", path: "/copie", icon: ArchiveRestore, label: () => i18next.t("archivio:titolo") },
    { group: "impostazioni", path: "/verifica", icon: ShieldCheck, label: () => i18next.t("archivio:verifica") },
  ],
  pages: [
    { path: "/cestino", page: Cestino },
    { path: "/copie", page: Copie },
    { path: "/verifica", page: Verifica },
  ],
  actions: [{ id: "archivio.copie", label: () => i18next.t("archivio:fai_copia"), run: () => go("/copie") }],
};
