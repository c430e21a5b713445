/** Opening files: chosen with the system's dialog, or dropped onto the window. */
import i18next from "i18next";
import { useRef, useState } from "react";
import { call, write } from "../../ipc/client";
import type { EsitoRicevuta, Scelta } from "../../ipc/generated";
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
  const last = useRef(Promise.resolve());
  // what is given while others are being opened is opened after them
  const open = (tokens: readonly string[]) => {
    last.current = last.current.then(() => openNow(tokens));
    return last.current;
  };
  const openNow = async (tokens: readonly string[]) => {
    if (tokens.length === 0) return;
    setBusy(true);
    try {
      const { value } = await write("conversioni_open", { tokens: [...tokens], keep });
      const { nuovi, noti, illeggibili, altri, messaggi, primo } = value;
      if (nuovi + noti + illeggibili > 0) toast(i18next.t("conversioni:aperti", { nuovi, noti, illeggibili }), undo);
      if (altri > 0) toast(i18next.t("conversioni:altri", { count: altri }));
      if (messaggi > 0) await receive(tokens);
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

/** Messages of SDI among the files bring the documents on that they are about. */
async function receive(tokens: readonly string[]): Promise<void> {
  const { value } = await write("efatture_receive", { tokens: [...tokens] });
  const count = (...esiti: EsitoRicevuta[]) => value.filter((row) => esiti.includes(row.esito)).length;
  const said = { abbinate: count("abbinata", "gia_nota"), altre: count("senza_file") };
  toast(i18next.t("conversioni:ricevute", said), undo);
}
