/** The sentence of an engine code. The catalogue is generated from the engine's own table, one file a language. */

import i18next from "i18next";
import { amount, type Language } from "./format";

const files = import.meta.glob<{ codes: Record<string, string> }>("../i18n/*/codes.ts", { eager: true });

/** What happened and what to do, with the official code where there is one: `... (SDI 00423)`. */
export function sentence(
  problem: { code: string; args: Readonly<Record<string, string>>; sdi: string | null },
  language: Language,
): string {
  const known = files[`../i18n/${language}/codes.ts`]?.codes[problem.code];
  const text = known?.replace(/\{(\w+)\}/g, (hole, name: string) => shown(problem.args[name] ?? hole, language));
  const said = text ?? i18next.t("shared:unknown_code", { code: problem.code });
  return problem.sdi ? `${said} (SDI ${problem.sdi})` : said;
}

/** An amount as it is shown everywhere; any other value as it came. */
function shown(value: string, language: Language): string {
  return /^-?\d+\.\d\d$/.test(value) ? amount(value, language) : value;
}
