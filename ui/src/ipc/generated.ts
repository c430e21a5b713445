// Written by the shell's bindings step from the Rust types; edits are lost.

export type Severity = "error" | "warning";

/** One page of rows. */
export interface Page<T> {
  rows: T[];
  next: string | null;
}

/** One finding at one field: `field` is a dotted path into the draft (`righe.0.prezzo`), empty when it concerns the whole. */
export interface Problem {
  code: string;
  field: string;
  severity: Severity;
  args: Record<string, string>;
  sdi: string | null;
}

/** What crosses the window when a command refuses. */
export interface FailureWire {
  code: string;
  problems: Problem[];
  detail: string;
}

/** The answer of a command that wrote: what is there now and the areas it touched. */
export interface Saved<T> {
  value: T;
  touched: string[];
}

export type Lingua = "it" | "en";
export type Tema = "sistema" | "chiaro" | "scuro";
export type Profilo = "impresa" | "professionista" | "privato";

export interface Preferenze {
  lingua: Lingua;
  tema: Tema;
}

/** The open archive, as the foot of the sidebar shows it; `last_backup` is an instant (RFC 3339, UTC). */
export interface OpenArchive {
  name: string;
  profilo: Profilo;
  last_backup: string | null;
}

export interface AppState {
  archive: OpenArchive | null;
  lingua: Lingua;
  tema: Tema;
  log_path: string;
}

/** One record that a search found, and the page that shows it. */
export interface SearchHit {
  area: string;
  id: string;
  title: string;
  note: string;
}

/** Every command: what it takes and what it answers. */
export interface Commands {
  app_state: { args: Record<string, never>; result: AppState };
  app_search: { args: { text: string }; result: SearchHit[] };
  settings_save: { args: { preferenze: Preferenze }; result: Preferenze };
  app_open_backups: { args: Record<string, never>; result: null };
  app_undo: { args: Record<string, never>; result: Saved<null> };
}
