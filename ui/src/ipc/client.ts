import { QueryClient, type QueryKey } from "@tanstack/react-query";
import { invoke } from "@tauri-apps/api/core";
import type { Commands, FailureWire, Problem, Saved } from "./generated";

export type CommandName = keyof Commands;
export type Args<N extends CommandName> = Commands[N] extends { args: infer A } ? A : never;
export type Result<N extends CommandName> = Commands[N] extends { result: infer R } ? R : never;

/** Commands that write: their answer says what they touched. */
export type WriteName = { [N in CommandName]: Commands[N]["result"] extends Saved<unknown> ? N : never }[CommandName];

type Backend = (name: string, args: Record<string, unknown>) => Promise<unknown>;
let backend: Backend = (name, args) => invoke(name, args);

/** Tests hand in their own engine; the program talks to the shell. */
export function setBackend(fake: Backend): void {
  backend = fake;
}

/** A refusal of the engine: a code, the findings at their fields, a detail meant for the log only. */
export class Failure extends Error {
  override readonly name = "Failure";
  constructor(
    readonly code: string,
    readonly problems: readonly Problem[],
    readonly detail: string,
    readonly args: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

/** Whatever a command rejected with, as a `Failure`; what is not one of ours becomes `unexpected`. */
export function toFailure(reason: unknown): Failure {
  if (reason instanceof Failure) return reason;
  if (isFailureWire(reason)) return new Failure(reason.code, reason.problems, reason.detail, reason.args);
  return new Failure("unexpected", [], reason instanceof Error ? reason.message : String(reason));
}

function isFailureWire(value: unknown): value is FailureWire {
  return typeof value === "object" && value !== null && "code" in value && "problems" in value && "detail" in value;
}

const panicListeners = new Set<(failure: Failure) => void>();

/** Hears of promises that the engine broke; answers how to stop. */
export function onPanic(listener: (failure: Failure) => void): () => void {
  panicListeners.add(listener);
  return () => void panicListeners.delete(listener);
}

export async function call<N extends CommandName>(name: N, args: Args<N>): Promise<Result<N>> {
  try {
    return (await backend(name, args as Record<string, unknown>)) as Result<N>;
  } catch (reason) {
    const failure = toFailure(reason);
    if (failure.code === "panic") for (const listener of panicListeners) listener(failure);
    throw failure;
  }
}

/**
 * Failures are answers, not accidents, so nothing is retried; the engine is local, so nothing goes stale by itself, and
 * what nobody looks at is soon asked again rather than kept.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Infinity, gcTime: 60_000, refetchOnWindowFocus: false, networkMode: "always" },
    mutations: { retry: false, networkMode: "always" },
  },
});

/** The area of a command is the first word of its name: `documenti_list` reads `documenti`. */
export function keyOf<N extends CommandName>(name: N, args: Args<N>): QueryKey {
  return [name.slice(0, name.indexOf("_")), name, args];
}

/** For `useQuery`; `reads` names the further areas whose writes make this answer old. */
export function query<N extends CommandName>(name: N, args: Args<N>, reads: readonly string[] = []) {
  return { queryKey: keyOf(name, args), queryFn: () => call(name, args), meta: { reads } };
}

const writeListeners = new Set<() => void>();

/** Hears of every write that was done: what could be taken back before it no longer can from there. */
export function onWrite(listener: () => void): void {
  writeListeners.add(listener);
}

/**
 * Calls a command that writes and makes every answer that its `touched` areas spoiled be asked again. `onKept` hears
 * that it is kept before the new answers are there.
 */
export async function write<N extends WriteName>(
  name: N,
  args: Args<N>,
  onKept?: (saved: Result<N>) => void,
): Promise<Result<N>> {
  const saved = await call(name, args);
  onKept?.(saved);
  await wrote((saved as Saved<unknown>).touched);
  return saved;
}

/** For work of many writes, each by `call`: what `write` does after one of them, once. */
export function wrote(touched: readonly string[]): Promise<void> {
  tell();
  return refresh(touched);
}

/** Tells that something was written; whoever wrote sees to it that it is asked again. */
export function tell(): void {
  for (const listener of writeListeners) listener();
}

/** Asks again whatever was read from one of these areas. */
export function refresh(touched: readonly string[]): Promise<void> {
  const spoiled = (area: unknown) => touched.includes(area as string);
  return queries.invalidateQueries({
    predicate: ({ queryKey, meta }) =>
      spoiled(queryKey[0]) || ((meta?.reads as string[] | undefined) ?? []).some(spoiled),
  });
}
