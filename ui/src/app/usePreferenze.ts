import { useEffect, useRef } from "react";
import { call } from "../ipc/client";
import type { AppState, Preferenze, Tema } from "../ipc/generated";
import { type Settings, set, useSettings } from "../shared/settings";
import { sayFailure } from "../shared/toast";

const TEMA: Record<Settings["theme"], Tema> = { system: "sistema", light: "chiaro", dark: "scuro" };

/**
 * Language, theme and size are remembered by the program. The page keeps them too, so as to begin in the right colours:
 * the program's first answer wins, afterwards every choice made here is handed to it.
 */
export function usePreferenze(state: AppState | undefined): void {
  const { theme, language, zoom } = useSettings();
  const told = useRef<Preferenze | null>(null);
  useEffect(() => {
    if (!state || told.current) return;
    told.current = { tema: state.tema, lingua: state.lingua, zoom: state.zoom };
    const theme = (Object.keys(TEMA) as Settings["theme"][]).find((name) => TEMA[name] === state.tema);
    set({ theme: theme ?? "system", language: state.lingua, zoom: state.zoom });
  }, [state]);
  useEffect(() => {
    const wanted: Preferenze = { tema: TEMA[theme], lingua: language, zoom };
    const before = told.current;
    if (!before || (before.tema === wanted.tema && before.lingua === language && before.zoom === zoom)) return;
    told.current = wanted;
    call("settings_save", { preferenze: wanted }).catch(sayFailure);
  }, [theme, language, zoom]);
}
