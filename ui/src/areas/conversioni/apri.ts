/** Opening files: chosen with the system's dialog, or dropped onto the window. */
import i18next from "i18next";
import { useState } from "react";
import { call, write } from "../../ipc/client";
import type { Scelta } from "../../ipc/generated";
import { undo } from "../../shared/keep";
import { go } from "../../shared/route";
import { sayFailure, toast } from "../../shared/toast";

export interface Opener {
  busy: boolean;
  /** Opens what a dialog or a drop gave. */
  open: (tokens: readonly string[]) => Promise<void>;
  /** Asks for files, or for a folder. */
  choose: (scelta: Extract<Scelta, "fatture" | "cartella">) => Promise<void>;
}

/** `keep`: the bytes are kept in the archive too. One document is shown at once, several stand in the list. */
export function useOpener(keep: boolean): Opener {
  const [busy, setBusy] = useState(false);
  const open = async (tokens: readonly string[]) => {
    if (tokens.length === 0 || busy) return;
    setBusy(true);
    try {
      const { value } = await write("conversioni_open", { tokens: [...tokens], keep });
      const { nuovi, noti, illeggibili, primo } = value;
      toast(i18next.t("conversioni:aperti", { nuovi, noti, illeggibili }), undo);
      if (primo && nuovi + noti === 1) go(`/conversioni/${primo}`);
    } catch (reason) {
      sayFailure(reason);
    }
    setBusy(false);
  };
  const choose = async (scelta: "fatture" | "cartella") => {
    try {
      const picked = await call("dialog_pick_many", { scelta });
      await open(picked.map((file) => file.token));
    } catch (reason) {
      sayFailure(reason);
    }
  };
  return { busy, open, choose };
}
