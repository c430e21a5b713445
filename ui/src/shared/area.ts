/** What an area tells the frame about itself, in its `index.ts`. */
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { Profilo, SearchHit, Sospesi } from "../ipc/generated";
import type { Creators } from "./create";
import type { Panels } from "./panels";

/** The groups of the sidebar, in their order. */
export const GROUPS = [
  "panoramica",
  "vendite",
  "acquisti",
  "magazzino",
  "contabilita",
  "archivio",
  "comunicazioni",
  "impostazioni",
] as const;
export type Group = (typeof GROUPS)[number];

/** What a profile does not need until its owner switches it on. */
export const HIDDEN: Record<Profilo, readonly Group[]> = {
  impresa: [],
  professionista: [],
  privato: ["panoramica", "vendite", "acquisti", "magazzino", "contabilita"],
};

export interface MenuEntry {
  group: Group;
  /** Where it leads, and which paths it lights up for. */
  path: string;
  icon: LucideIcon;
  /** Its words in the present language. */
  label: () => string;
  /** What waits there, by its name in the engine's answer, and in words. */
  waits?: { what: keyof Sospesi; words: (count: number) => string };
}

export interface AreaPage {
  /** `/clienti/:id`; the parameters arrive as props. */
  path: string;
  page: ComponentType<{ params: Readonly<Record<string, string>> }>;
  /** Fetches what the page shows first; waited for a moment, so that it is drawn once and whole. */
  ready?: (search: URLSearchParams) => Promise<unknown>;
}

export interface AreaAction {
  id: string;
  label: () => string;
  run: () => void;
}

export interface Area {
  menu: readonly MenuEntry[];
  pages: readonly AreaPage[];
  /** What the palette offers from anywhere. */
  actions?: readonly AreaAction[];
  /** What can be done with a record that the palette found, from there. */
  onFound?: (hit: SearchHit) => readonly AreaAction[];
  /** Forms by which other areas have a record made without leaving their page. */
  creators?: Creators;
  /** What it shows on the pages of other areas' records. */
  panels?: Panels;
  /** Fills the window while no archive is open: the first run, the choice of an archive. */
  welcome?: ComponentType;
}
