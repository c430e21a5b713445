import { type Chain, doubt, learn, pageAt, START } from "./chain";

const at = (chain: Chain, n: number) => chain.starts[n] ?? START;

/** Three pages of 2, 3 and 1 rows. */
function known(): Chain {
  const chain = learn(undefined, START, "b", 2);
  learn(chain, at(chain, 1), "e", 3);
  return learn(chain, at(chain, 2), null, 1);
}

test("every page tells where the next begins, the last how many rows there are", () => {
  const chain = known();
  expect(chain).toEqual({
    starts: [
      { cursor: null, index: 0 },
      { cursor: "b", index: 2 },
      { cursor: "e", index: 5 },
    ],
    end: 6,
  });
  expect([0, 1, 2, 4, 5, 99].map((index) => pageAt(chain.starts, index))).toEqual([0, 0, 1, 1, 2, 2]);
});

test("a row more above moves the next beginning; the later ones serve until one gets there", () => {
  const chain = known();
  learn(chain, START, "a", 2);
  expect(chain.starts.map(({ cursor }) => cursor)).toEqual([null, "a", "e"]);
  // a page that begins where none begins any more says nothing
  learn(chain, { cursor: "b", index: 2 }, "x", 3);
  expect(chain.starts.map(({ cursor }) => cursor)).toEqual([null, "a", "e"]);
  learn(chain, at(chain, 1), "d", 3);
  learn(chain, at(chain, 2), null, 2);
  expect(chain.end).toBe(7);
});

test("a list that became shorter ends where its last page ends", () => {
  const chain = known();
  learn(chain, START, null, 1);
  expect(chain).toEqual({ starts: [START], end: 1 });
});

test("a list of one page that grew has more than it had", () => {
  const chain = learn(undefined, START, null, 2);
  learn(chain, START, "c", 3);
  expect(chain).toEqual({ starts: [START, { cursor: "c", index: 3 }], end: null });
  learn(chain, at(chain, 1), null, 2);
  expect(chain.end).toBe(5);
  expect(doubt(chain, 50)).toBe(true);
});

test("a count that says otherwise is believed once", () => {
  const chain = known();
  expect(doubt(chain, 6)).toBe(false);
  expect(doubt(chain, 7)).toBe(true);
  expect([chain.starts.length, chain.end]).toEqual([2, null]);
  learn(chain, at(chain, 1), "e", 3);
  learn(chain, at(chain, 2), null, 1);
  expect(doubt(chain, 7)).toBe(false);
});
