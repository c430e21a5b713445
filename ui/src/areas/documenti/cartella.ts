/** Files of documents into a folder that the person chooses. */
import { call, refresh } from "../../ipc/client";
import type { SalvataggioReport } from "../../ipc/generated";

/** Asks for the folder and writes the files; null when no folder was chosen. */
export async function saveInto(kind: "xml" | "pdf", ids: readonly string[]): Promise<SalvataggioReport | null> {
  const folder = await call("dialog_pick", { scelta: "cartella", nome: "" });
  if (!folder) return null;
  const args = { ids: [...ids], token: folder.token };
  const report = await call(kind === "xml" ? "efatture_save" : "documenti_pdf_save", args);
  await refresh(["efatture"]);
  return report;
}
