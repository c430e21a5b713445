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
    const { value } = await write("app_undo", {});
    toast(undone(value.verb));
  } catch (reason) {
    sayFailure(reason);
  }
}

/** What was taken back, in words; the last write need not be the one that is in sight. */
function undone(verb: string): string {
  const key = `shared:undone_verbs.${verb.replace(".", "_")}`;
  if (!i18next.exists(key)) return i18next.t("shared:undone");
  return i18next.t("shared:undone_what", { cosa: i18next.t(key as "shared:undone_verbs.documenti_save") });
}
