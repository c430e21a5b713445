/** Views of a list: a filter, an order and an arrangement of columns under a name. They are kept on this computer, as the
 * widths are: how one looks at the books is no part of the books. */
import { useState } from "react";
import type { Layout } from "../grid/columns";
import { recall, remember } from "../settings";

export interface View {
  name: string;
  /** Filter and order as they stand in the address. */
  words: string;
  layout: Layout;
  /** The list opens with it. */
  isFirst: boolean;
}

const storeOf = (list: string) => `views.${list}`;

export function viewsOf(list: string): readonly View[] {
  return recall<View[]>(storeOf(list)) ?? [];
}

/** What the list opens with when the address asks for nothing. */
export function firstView(list: string): View | undefined {
  return viewsOf(list).find((view) => view.isFirst);
}

export function useViews(list: string) {
  const [views, setViews] = useState(() => viewsOf(list));
  const put = (next: readonly View[]) => {
    setViews(next);
    remember(storeOf(list), next);
  };
  const others = (name: string) => views.filter((view) => view.name !== name);
  return {
    views,
    /** Under a name that is taken the new one takes its place. */
    save: (view: View) => put([...others(view.name), view].sort((a, b) => a.name.localeCompare(b.name))),
    remove: (name: string) => put(others(name)),
    put,
    /** One at most opens the list. */
    setFirst: (name: string, isFirst: boolean) =>
      put(views.map((view) => ({ ...view, isFirst: view.name === name && isFirst }))),
  };
}
