/** Long work: what the engine says of how far it is, while it runs. */
import { useEffect, useState } from "react";
import { call } from "../ipc/client";

const EVERY_MS = 200;

export interface Job {
  done: number;
  total: number;
  cancel: () => void;
}

/** The work that runs while `busy`; null before the engine has counted its steps. */
export function useJob(busy: boolean): Job | null {
  const [state, setState] = useState<{ done: number; total: number } | null>(null);
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void call("job_progress", {}).then(setState, () => undefined), EVERY_MS);
    return () => {
      clearInterval(timer);
      setState(null);
    };
  }, [busy]);
  if (!state || state.total === 0) return null;
  return { ...state, cancel: () => void call("job_cancel", {}) };
}

/** Asks for a place and writes the report of the last long work there; whether it was written. */
export async function saveReport(nome: string): Promise<boolean> {
  const picked = await call("dialog_pick", { scelta: "nuovo_file", nome });
  if (!picked) return false;
  await call("report_save", { token: picked.token });
  return true;
}
