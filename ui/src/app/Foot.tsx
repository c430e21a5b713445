import { Languages, MoonStar, Sun, SunMoon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../shared/Button";
import { Menu } from "../shared/Menu";
import { type Settings, set, useSettings } from "../shared/settings";
import { Archivi } from "./Archivi";

const THEMES = { system: SunMoon, light: Sun, dark: MoonStar } as const;

/** The open archive and the age of its last copy; how the window looks and speaks. */
export function Foot({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation("app");
  const { theme } = useSettings();
  const Theme = THEMES[theme];
  return (
    <footer className={`flex border-t border-line p-2 ${isOpen ? "items-center gap-1" : "flex-col items-center"}`}>
      <Archivi isOpen={isOpen} />
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
