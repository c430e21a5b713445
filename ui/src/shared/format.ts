/** Showing amounts and dates. Amounts are canonical decimal strings and stay strings: `Intl` formats them digit by digit. */

export type Language = "it" | "en";

/** A canonical decimal as the engine writes it: optional minus, digits, optional point and digits. */
export type Decimal = string;

const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const LOCALE: Record<Language, string> = { it: "it-IT", en: "en-GB" };
const MINUS = "\u2212";

const formatters = new Map<string, Intl.NumberFormat>();

/** Up to the eight decimals an amount of ours can have, so that showing never rounds. */
function formatter(language: Language, min: number, money: boolean): Intl.NumberFormat {
  const key = `${language}/${min}/${money}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALE[language], {
    minimumFractionDigits: min,
    maximumFractionDigits: 8,
    useGrouping: "always",
    ...(money ? { style: "currency", currency: "EUR" } : {}),
  });
  formatters.set(key, made);
  return made;
}

function show(value: Decimal, language: Language, min: number, money: boolean): string {
  if (!DECIMAL.test(value)) return value; // never hide what the engine said behind a NaN
  // a decimal string is formatted digit by digit; TypeScript only wants to see that it is numeric
  return formatter(language, min, money)
    .format(value as `${number}`)
    .replace("-", MINUS);
}

/** `1234.5` as `1.234,50 €`. */
export function euro(value: Decimal, language: Language): string {
  return show(value, language, 2, true);
}

/** `1234.5` as `1.234,50`: for columns, whose header says what it is, and for prices, which keep all their decimals. */
export function amount(value: Decimal, language: Language): string {
  return show(value, language, 2, false);
}

/** A quantity or a rate: no decimals that are not there. */
export function quantity(value: Decimal, language: Language): string {
  return show(value, language, 0, false);
}

/** `22` as `22%`. */
export function percent(value: Decimal, language: Language): string {
  return `${quantity(value, language)}%`;
}

/** `2026-11-23` as `23/11/2026`, in both languages: an invoice's date is never read the American way. */
export function day(iso: string): string {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  return y ? `${d}/${m}/${y}` : iso;
}

/** The month of an ISO date: `nov` or `novembre 2026`. */
export function month(iso: string, language: Language, length: "short" | "long"): string {
  const at = new Date(iso);
  if (at.toString() === "Invalid Date") return iso;
  const parts: Intl.DateTimeFormatOptions =
    length === "short" ? { month: "short" } : { month: "long", year: "numeric" };
  return new Intl.DateTimeFormat(LOCALE[language], { ...parts, timeZone: "UTC" }).format(at);
}

/** An instant (UTC, RFC 3339) as day and hour of Rome. */
export function instant(utc: string, language: Language): string {
  const at = new Date(utc);
  if (at.toString() === "Invalid Date") return utc;
  return new Intl.DateTimeFormat(LOCALE[language], {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Rome",
  }).format(at);
}

/** How long ago, in the largest whole unit: `3 ore fa`. */
export function ago(utc: string, now: Date, language: Language): string {
  const seconds = Math.round((new Date(utc).getTime() - now.getTime()) / 1000);
  const rtf = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: "auto" });
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ];
  for (const [unit, size] of units) if (Math.abs(seconds) >= size) return rtf.format(Math.round(seconds / size), unit);
  return rtf.format(0, "second");
}

/** A canonical decimal as one would type it: `1234.50` as `1234,50`, so that a field can be edited and sent back unchanged. */
export function entry(value: Decimal): string {
  return DECIMAL.test(value) ? value.replace(".", ",") : value;
}

/** What stands in a field that is not being edited: an entry grouped (`1234,5` as `1.234,50`), anything else as typed. */
export function entryAtRest(text: string, minDecimals: number, language: Language): string {
  const typed = text.trim();
  return /^-?\d+(?:,\d{1,8})?$/.test(typed) ? show(typed.replace(",", "."), language, minDecimals, false) : text;
}
