import { en } from "./en";
import { it as italian } from "./it";

type Words = { readonly [key: string]: string | Words };

function leaves(words: Words, under = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === "string") found.set(under + key, value);
    else for (const [path, text] of leaves(value, `${under}${key}.`)) found.set(path, text);
  }
  return found;
}

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test("both languages have the same keys, with the same holes, and none empty", () => {
  const [one, two] = [leaves(italian), leaves(en)];
  expect([...two.keys()].sort()).toEqual([...one.keys()].sort());
  for (const [key, text] of one) {
    expect(holes(two.get(key) ?? ""), key).toEqual(holes(text));
    expect(text.trim(), key).not.toBe("");
    expect(two.get(key)?.trim(), key).not.toBe("");
  }
});

const sources = import.meta.glob<string>(["../**/*.tsx", "!../**/*.test.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Attributes whose value a person reads or hears. */
const SPOKEN =
  /\b(?:aria-label|label|title|placeholder|hint|text|alt|header|note|sideLabel|actionsLabel)="([^"]*\p{L}[^"]*)"/gu;
/** Words between two tags; what stands in braces is code. */
const BETWEEN = /(?<![=-])>([^<>{}()=;&|]*\p{L}{2}[^<>{}()=;&|]*)<\/?[A-Za-z]/gu;

/** Hard-coded words of a TSX text. */
function hardCoded(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "");
  return [...code.matchAll(SPOKEN), ...code.matchAll(BETWEEN)].map(([, words]) => words?.trim() ?? "");
}

test("no words stand in the pages themselves", () => {
  const found = Object.entries(sources).flatMap(([file, source]) =>
    hardCoded(source).map((words) => `${file}: ${words}`),
  );
  expect(found).toEqual([]);
});

test("the scan sees hard-coded words", () => {
  expect(hardCoded('<p className="x">Ciao a tutti</p>')).toEqual(["Ciao a tutti"]);
  expect(hardCoded('<TextField label="Prezzo" path="prezzo" />')).toEqual(["Prezzo"]);
  expect(hardCoded("<p>{t('ciao')}</p>")).toEqual([]);
  expect(hardCoded("const f = (a: Map<string, Row>) => a;")).toEqual([]);
});
