import { useEffect, useRef } from "react";
import { call } from "../ipc/client";
import type { AppState, Lingua, Tema } from "../ipc/generated";
import { type Settings, set, useSettings } from "../shared/settings";
import { sayFailure } from "../shared/toast";

const TEMA: Record<Settings["theme"], Tema> = { system: "sistema", light: "chiaro", dark: "scuro" };

/**
 * Language and theme are remembered by the program. The page keeps them too, so as to begin in the right colours:
 * the program's first answer wins, afterwards every choice made here is handed to it.
 */
export function usePreferenze(state: AppState | undefined): void {
  const { theme, language } = useSettings();
  const told = useRef<{ tema: Tema; lingua: Lingua } | null>(null);
  useEffect(() => {
    if (!state || told.current) return;
    told.current = { tema: state.tema, lingua: state.lingua };
    const theme = (Object.keys(TEMA) as Settings["theme"][]).find((name) => TEMA[name] === state.tema);
    set({ theme: theme ?? "system", language: state.lingua });
  }, [state]);
  useEffect(() => {
    const wanted = { tema: TEMA[theme], lingua: language };
    if (!told.current || (told.current.tema === wanted.tema && told.current.lingua === wanted.lingua)) return;
    told.current = wanted;
    call("settings_save", { preferenze: wanted }).catch(sayFailure);
  }, [theme, language]);
}
