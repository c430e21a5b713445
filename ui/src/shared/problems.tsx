/** The engine's findings at their fields. A form hands them in once; every field finds its own by its path. */
import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from "react";
import type { Problem } from "../ipc/generated";

const Problems = createContext<readonly Problem[]>([]);

export function ProblemsProvider({ problems, children }: { problems: readonly Problem[]; children: ReactNode }) {
  return <Problems.Provider value={problems}>{children}</Problems.Provider>;
}

export function useProblems(): readonly Problem[] {
  return useContext(Problems);
}

/** The findings at one path. */
export function useProblemsAt(path: string | undefined): readonly Problem[] {
  const problems = useContext(Problems);
  return path === undefined ? [] : problems.filter((problem) => problem.field === path);
}

/** Puts the cursor into the field of a path; where no field has exactly this path, into the nearest around it. */
export function focusField(path: string, within: ParentNode = document): boolean {
  const fields = [...within.querySelectorAll<HTMLElement>("[data-field]")];
  for (let at = path; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
    const field =
      fields.find(({ dataset }) => dataset.field === at) ??
      fields.find(({ dataset }) => dataset.field?.startsWith(`${at}.`));
    const target = field?.querySelector<HTMLElement>("input,textarea,button,select,[tabindex]");
    if (!target) continue;
    target.scrollIntoView?.({ block: "center" });
    target.focus();
    return true;
  }
  return false;
}

/** Puts the cursor from a field of text into the one after it; lines of a grid have their own way. */
export function focusNextField(from: EventTarget | null): boolean {
  if (!(from instanceof HTMLInputElement) || from.closest("[data-riga], [role=grid]")) return false;
  const root = from.closest("[role=dialog]") ?? document;
  const fields = [...root.querySelectorAll<HTMLElement>("[data-field]")];
  const here = fields.findIndex((field) => field.contains(from));
  if (here < 0) return false;
  for (const field of fields.slice(here + 1)) {
    const target = field.querySelector<HTMLInputElement>("input:not(:disabled),textarea,button[aria-haspopup]");
    if (!target) continue;
    target.focus();
    target.select?.();
    return true;
  }
  return false;
}

/** The words at the fields of these findings, by path, read once the fields stand on the page. */
export function useFieldNames(problems: readonly Problem[]): Readonly<Record<string, string>> {
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  useLayoutEffect(() => {
    const labels = [...document.querySelectorAll<HTMLElement>("[data-field]")].map((field) => [
      field.dataset.field,
      field.querySelector("label, span[id]")?.firstChild?.textContent,
    ]);
    const found = Object.fromEntries(
      labels.filter(([path, name]) => name && problems.some((problem) => problem.field === path)),
    );
    setNames((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
  }, [problems]);
  return names;
}
