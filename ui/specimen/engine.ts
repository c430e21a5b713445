/** An engine of cardboard: enough answers to look at the frame and the shared pieces without the program. */
import type { Page, PageRequest } from "../src/ipc/generated";

export interface Sample {
  id: string;
  numero: string;
  giorno: string;
  cliente: string;
  stato: "bozza" | "emessa" | "scartata";
  totale: string;
}

export const COUNT = 50_000;
const NAMES = [
  "Caffè Perù S.n.c.",
  "Comune di Forlì",
  "Officine Meccaniche Brambilla e Figli S.r.l.",
  "Dott.ssa Chiara D'Angelo",
  "Studio Ferri & Associati",
];
const STATES = ["emessa", "emessa", "bozza", "emessa", "scartata"] as const;

export async function loadPage({ cursor, limit }: PageRequest): Promise<Page<Sample>> {
  const from = cursor === null ? 0 : samples.findIndex((row) => row.id === cursor) + 1;
  const rows = samples.slice(from, from + limit);
  return { rows, next: from + limit < COUNT ? (rows.at(-1)?.id ?? null) : null };
}

const samples: Sample[] = Array.from({ length: COUNT }, (_, i) => ({
  id: `r${i}`,
  numero: `${COUNT - i}/A`,
  giorno: `2026-${pad(12 - (i % 12))}-${pad(1 + (i % 28))}`,
  cliente: NAMES[i % NAMES.length] ?? "",
  stato: STATES[i % STATES.length] ?? "emessa",
  totale: `${i % 7 === 3 ? "-" : ""}${(i * 7919) % 100_000}.${pad(i % 100)}`,
}));

function pad(n: number): string {
  return String(n).padStart(2, "0");
}

export async function answer(name: string, args: Record<string, unknown>): Promise<unknown> {
  if (name === "app_state")
    return {
      archive: {
        name: "Rossi Impianti S.r.l.",
        profilo: "impresa",
        last_backup: new Date(Date.now() - 3 * 3_600_000).toISOString(),
      },
      lingua: "it",
      tema: "sistema",
      log_path: "/home/rossi/.local/share/fatturein1click/log",
    };
  if (name === "app_search")
    return samples
      .slice(0, 300)
      .filter((row) => row.cliente.toLowerCase().includes(String(args.text).toLowerCase()))
      .slice(0, 6)
      .map((row) => ({ area: "documenti", id: row.id, title: `${row.numero} ${row.cliente}`, note: row.totale }));
  return name === "settings_save" ? args.preferenze : null;
}
