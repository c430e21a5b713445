import { useQuery } from "@tanstack/react-query";
import { Languages, MoonStar, ShieldCheck, Sun, SunMoon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { query } from "../ipc/client";
import { IconButton } from "../shared/Button";
import { ago } from "../shared/format";
import { Menu } from "../shared/Menu";
import { type Settings, set, useSettings } from "../shared/settings";
import { Archivi } from "./Archivi";

const THEMES = { system: SunMoon, light: Sun, dark: MoonStar } as const;

/** The open archive and the age of its last copy; how the window looks and speaks. */
export function Foot({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation("app");
  const { theme, language } = useSettings();
  const { data } = useQuery({ ...query("app_state", {}, ["backup"]), refetchInterval: 60_000 });
  const Theme = THEMES[theme];
  const last = data?.archive?.last_backup;
  return (
    <footer className={`flex border-t border-line p-2 ${isOpen ? "items-center gap-1" : "flex-col items-center"}`}>
      {isOpen ? (
        <div className="min-w-0 flex-1 px-2">
          <div className="truncate font-medium" title={data?.archive?.name}>
            {data?.archive?.name ?? t("archive_none")}
          </div>
          {data?.archive ? (
            <div className={`flex items-center gap-1 text-xs ${last ? "text-ink-3" : "text-warn"}`}>
              <ShieldCheck size={12} aria-hidden="true" />
              <span className="truncate">
                {last ? t("backup_last", { when: ago(last, new Date(), language) }) : t("backup_never")}
              </span>
            </div>
          ) : null}
        </div>
      ) : null}
      <Archivi />
      <Menu
        trigger={
          <IconButton label={t("theme")}>
            <Theme size={16} aria-hidden="true" />
          </IconButton>
        }
        actions={(Object.keys(THEMES) as Settings["theme"][]).map((id) => ({
          id,
          label: t(`theme_${id}`),
          run: () => set({ theme: id }),
        }))}
      />
      <Menu
        trigger={
          <IconButton label={t("language")}>
            <Languages size={16} aria-hidden="true" />
          </IconButton>
        }
        actions={LANGUAGES.map(({ id, label }) => ({ id, label, run: () => set({ language: id }) }))}
      />
    </footer>
  );
}

/** Each language by its own name. */
const LANGUAGES = [
  { id: "it", label: "Italiano" },
  { id: "en", label: "English" },
] as const;
