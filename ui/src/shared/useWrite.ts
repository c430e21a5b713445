/** Writing from a page: what was typed stays on a refusal, and what was done can be taken back. */

import i18next from "i18next";
import { useCallback, useState } from "react";
import { type Args, type Failure, type Result, toFailure, type WriteName, write } from "../ipc/client";
import { sayFailure, toast } from "./toast";

interface Manner {
  /** The notice when it is done; none without. */
  said?: string;
  /** Whether the notice offers to take it back; issuing and sending cannot be. */
  undoable?: boolean;
}

export interface Write<N extends WriteName> {
  /** The engine's answer, or undefined when it refused: then `failure` says why. */
  run: (args: Args<N>, manner?: Manner) => Promise<Result<N> | undefined>;
  isRunning: boolean;
  failure: Failure | null;
  forget: () => void;
}

export function useWrite<N extends WriteName>(name: N): Write<N> {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(
    async (args: Args<N>, { said, undoable = true }: Manner = {}) => {
      setRunning(true);
      setFailure(null);
      try {
        const saved = await write(name, args);
        if (said) toast(said, undoable ? undo : undefined);
        return saved;
      } catch (reason) {
        setFailure(toFailure(reason));
        return undefined;
      } finally {
        setRunning(false);
      }
    },
    [name],
  );
  const forget = useCallback(() => setFailure(null), []);
  return { run, isRunning, failure, forget };
}

/** Writes and offers to take it back; a refusal is thrown to the page, which shows it where it belongs. */
export async function keep<N extends WriteName>(name: N, args: Args<N>, said: string): Promise<Result<N>> {
  const saved = await write(name, args);
  toast(said, undo);
  return saved;
}

/** Takes back the last write; a refusal is said, since the page that wrote may be gone. */
async function undo(): Promise<void> {
  try {
    await write("app_undo", {});
    toast(i18next.t("shared:undone"));
  } catch (reason) {
    sayFailure(reason);
  }
}
