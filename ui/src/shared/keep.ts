/** Writing from a page with a way back: what was done is said at the foot of the window and can be taken back there. */
import i18next from "i18next";
import { type Args, type Result, type WriteName, write } from "../ipc/client";
import { sayFailure, toast } from "./toast";

/** Writes and offers to take it back; a refusal is thrown to the page, which shows it where it belongs. */
export async function keep<N extends WriteName>(
  name: N,
  args: Args<N>,
  said: string,
  onKept?: (saved: Result<N>) => void,
): Promise<Result<N>> {
  const saved = await write(name, args, onKept);
  toast(said, undo);
  return saved;
}

/** Takes back the last write; a refusal is said, since the page that wrote may be gone. */
export async function undo(): Promise<void> {
  try {
    await write("app_undo", {});
    toast(i18next.t("shared:undone"));
  } catch (reason) {
    sayFailure(reason);
  }
}
