import css from "./theme.css?raw";

type Tokens = Record<string, string>;

/** WCAG relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel =
      new Uint8Array([...hex.slice(at, at + 2)].map((c) => "0123456789abcdef".indexOf(c))).reduce(
        (sum, d) => sum * 16 + d,
        0,
      ) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function tokens(selector: string): Tokens {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}", 1)[0] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? "", value ?? ""]),
  );
}

const GROUNDS = ["canvas", "surface", "raised", "hover"];
const PAIRS: [string, string, number][] = [
  ...["ink", "ink-2", "ink-3"].flatMap((ink) => GROUNDS.map((ground): [string, string, number] => [ink, ground, 4.5])),
  ...["ok", "warn", "bad"].flatMap((state): [string, string, number][] => [
    [state, `${state}-soft`, 4.5],
    [state, "surface", 4.5],
    [state, "raised", 4.5],
    ["ink", `${state}-soft`, 4.5],
  ]),
  ["accent-ink", "accent-soft", 4.5],
  ["ink", "accent-soft", 4.5],
  ["ink-3", "accent-soft", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ["edge", "surface", 3],
  ["edge", "raised", 3],
  ["accent-ink", "surface", 3],
];

describe.each([":root", ':root[data-theme="dark"]'])("%s", (selector) => {
  const theme = tokens(selector);
  test.each(PAIRS)("%s on %s has %d : 1", (ink, ground, least) => {
    expect(contrast(theme[ink] ?? "", theme[ground] ?? "")).toBeGreaterThanOrEqual(least);
  });
});

test("no component sets a variable that what stands in it would inherit", () => {
  const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.*"], {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const setting = Object.entries(sources).filter(([, text]) => /["'`]--[a-z][\w-]*["'`]|\[--[\w-]+:/.test(text));
  expect(Object.keys(sources).length).toBeGreaterThan(100);
  expect(setting.map(([name]) => name)).toEqual([]);
  for (const own of ["--trigger-width", "--visual-viewport-height", "--page-height"])
    expect(css).toMatch(new RegExp(`@property ${own} \\{\\s*syntax: "\\*";\\s*inherits: false;`));
});
