/** Files of documents into a folder that the person chooses, in parts, so that one sees how far it is and can stop. */
import { call, type Failure, toFailure, wrote } from "../../ipc/client";
import type { SalvataggioReport, Scelto } from "../../ipc/generated";

/** Documents written between two looks at whether to go on. */
export const PART = 20;

/** What a person gets to read at the end. */
export interface Salvataggio extends SalvataggioReport {
  kind: "xml" | "pdf";
  ids: readonly string[];
  percorso: string;
  /** Documents not reached: it was stopped, or broke off. */
  rimasti: number;
  /** Why it broke off. */
  guasto: Failure | null;
}

/** Asks for the folder; null when none was chosen. */
export function pickFolder(): Promise<Scelto | null> {
  return call("dialog_pick", { scelta: "documenti", nome: "" });
}

/** The folder of the last time; asked for only when there is none. */
export async function usualFolder(): Promise<Scelto | null> {
  return (await call("dialog_again", {})) ?? (await pickFolder());
}

/** Writes the files and tells what became of each; `onDone` hears how many documents are done and says whether to go on. */
export async function saveInto(
  folder: Scelto,
  kind: "xml" | "pdf",
  ids: readonly string[],
  onDone: (done: number) => boolean = () => true,
): Promise<Salvataggio> {
  const report: Salvataggio = {
    kind,
    ids,
    percorso: folder.percorso,
    rimasti: ids.length,
    guasto: null,
    salvati: [],
    falliti: [],
    senza_xml: [],
  };
  try {
    while (report.rimasti > 0 && onDone(ids.length - report.rimasti)) {
      const at = ids.length - report.rimasti;
      const args = { ids: ids.slice(at, at + PART), token: folder.token };
      const part = await call(kind === "xml" ? "efatture_save" : "documenti_pdf_save", args);
      report.salvati.push(...part.salvati);
      report.falliti.push(...part.falliti);
      report.senza_xml.push(...part.senza_xml);
      report.rimasti -= args.ids.length;
    }
  } catch (reason) {
    report.guasto = toFailure(reason); // what was written before is told all the same
  }
  await wrote(["efatture"]);
  return report;
}
