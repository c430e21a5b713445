import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../shared/format";
import { en } from "./en";
import { it } from "./it";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shared";
    resources: typeof it;
  }
}

/** Readies the catalogues; React escapes by itself. */
export function startWords(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "it",
    defaultNS: "shared",
    resources: { it, en },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}
