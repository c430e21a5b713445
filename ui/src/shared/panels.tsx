/** What other areas show on the page of a record: each brings its own, the page only leaves the room. */
import { type ComponentType, createContext, type ReactNode, useContext } from "react";

/** Records whose pages leave room. */
export type Subject = "documento";

export interface PanelProps {
  /** The record. */
  id: string;
}

export type Panels = Readonly<Partial<Record<Subject, ComponentType<PanelProps>>>>;

type All = Readonly<Partial<Record<Subject, readonly ComponentType<PanelProps>[]>>>;
const Context = createContext<All>({});

/** The panels of all areas by record, in the order of the areas. */
export function panelsOf(all: readonly Panels[]): All {
  const found: Partial<Record<Subject, ComponentType<PanelProps>[]>> = {};
  for (const panels of all)
    for (const [subject, panel] of Object.entries(panels) as [Subject, ComponentType<PanelProps>][])
      found[subject] = [...(found[subject] ?? []), panel];
  return found;
}

export function PanelsProvider({ panels, children }: { panels: All; children: ReactNode }) {
  return <Context.Provider value={panels}>{children}</Context.Provider>;
}

export function Panels({ about, id }: { about: Subject; id: string }) {
  const panels = useContext(Context)[about] ?? [];
  return panels.map((Panel, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while the window is open
    <Panel key={i} id={id} />
  ));
}
