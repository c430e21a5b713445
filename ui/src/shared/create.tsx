/** Records made over the page that needs them: each area makes its own, the page only asks by name. */
import { type ComponentType, createContext, type ReactNode, useContext } from "react";

/** What can be made from elsewhere. */
export type Creatable = "cliente" | "prodotto";

export interface CreateProps {
  /** What was typed where none was found. */
  name: string;
  onDone: (id: string) => void;
  onClose: () => void;
}

export type Creators = Readonly<Partial<Record<Creatable, ComponentType<CreateProps>>>>;

const Context = createContext<Creators>({});

export function CreatorsProvider({ creators, children }: { creators: Creators; children: ReactNode }) {
  return <Context.Provider value={creators}>{children}</Context.Provider>;
}

/** The form that makes such a record, where an area offers one. */
export function useCreator(what: Creatable): ComponentType<CreateProps> | undefined {
  return useContext(Context)[what];
}
