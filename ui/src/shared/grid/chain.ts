/** Where the pages of a list begin: the engine gives each page by the key that comes before it, and the grid asks for rows
 * by their number. What is known grows page by page, and is corrected by every page that is asked again. */

export interface Start {
  /** The key after which the page begins; none for the first. */
  cursor: string | null;
  /** The index of its first row. */
  index: number;
}

export interface Chain {
  starts: Start[];
  /** How many rows there are, once the last page was seen. */
  end: number | null;
  /** The count of all rows with which it did not agree last. */
  doubted?: number;
}

const BEGUN: Chain = { starts: [{ cursor: null, index: 0 }], end: null };

export const START: Start = { cursor: null, index: 0 };

/** The page that holds an index, as far as pages are known. */
export function pageAt(starts: readonly Start[], index: number): number {
  let n = starts.length - 1;
  while (n > 0 && (starts[n]?.index ?? 0) > index) n--;
  return n;
}

/** Takes down what a page says of itself: how many rows it has and after which key the next one begins. */
export function learn(chain: Chain = structuredClone(BEGUN), start: Start, next: string | null, count: number): Chain {
  const { starts } = chain;
  const n = starts.findIndex(({ cursor }) => cursor === start.cursor);
  const here = starts[n];
  if (!here) return chain; // begins where no page begins any more
  const index = here.index + count;
  if (next === null) {
    starts.length = n + 1;
    chain.end = index;
  } else {
    // the pages after it still begin at a key of the list, if no longer quite at the next row: each is put right by the
    // one before it as one gets there
    starts[n + 1] = { cursor: next, index };
    if (chain.end !== null && chain.end <= index) chain.end = null; // it grew: there is more than there was
  }
  return chain;
}

/** Lets go of what a count of all rows does not bear out, once for each count; whether there was any. */
export function doubt(chain: Chain, count: number): boolean {
  if (chain.end === null || chain.end === count || chain.doubted === count || chain.starts.length < 2) return false;
  chain.starts.length = 2;
  chain.end = null;
  chain.doubted = count;
  return true;
}
