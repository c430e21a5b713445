/** A draft: one object of what was typed. Nothing in it is parsed here; the engine reads it and answers with all its findings. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { type Args, type CommandName, query, type Result } from "../ipc/client";

/** The value at a dotted path (`righe.0.prezzo`). */
export function at(draft: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], draft);
}

/** A copy of the draft with another value at a path; what the path does not touch stays the same object. */
export function put<D>(draft: D, path: string, value: unknown): D {
  const [key = "", ...rest] = path.split(".");
  const copy = (Array.isArray(draft) ? [...draft] : { ...draft }) as Record<string, unknown>;
  copy[key] = rest.length === 0 ? value : put(copy[key], rest.join("."), value);
  return copy as D;
}

export function useDraft<D>(first: D) {
  const [draft, setDraft] = useState(first);
  const set = useCallback((path: string, value: unknown) => setDraft((before) => put(before, path, value)), []);
  /** The props of a text field of this path. */
  const text = (path: string) => ({
    path,
    value: String(at(draft, path) ?? ""),
    onChange: (typed: string) => set(path, typed),
  });
  /** The props of a checkbox or switch of this path. */
  const flag = (path: string) => ({ path, value: at(draft, path) === true, onChange: (on: boolean) => set(path, on) });
  return { draft, setDraft, set, text, flag, isChanged: draft !== first };
}

/** What the engine says of a draft while one types: asked at every change, the last answer stays until the next is there. */
export function useAnswer<N extends CommandName>(
  name: N,
  args: Args<N>,
): { answer: Result<N> | undefined; isOld: boolean } {
  const { data, isPlaceholderData } = useQuery({ ...query(name, args), placeholderData: keepPreviousData, gcTime: 0 });
  return { answer: data as Result<N> | undefined, isOld: isPlaceholderData };
}
