/** A line typed in one go: what the engine understands of it while one types, and how it becomes the line. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call, query } from "../../ipc/client";
import type { RigaCapita, RigaDraft } from "../../ipc/generated";

/** Texts that were taken back: they are meant as words. */
const meantAsWords = new Set<string>();

export function meanAsWords(text: string): void {
  meantAsWords.add(text);
}

/** A line with nothing but words so far may be more than words; one without a digit is not worth asking about. */
export function isOpen(riga: RigaDraft): boolean {
  const { descrizione, prodotto_id, quantita, prezzo } = riga;
  return !prodotto_id && !quantita && !prezzo && /\d/.test(descrizione) && !meantAsWords.has(descrizione);
}

/** What is understood so far. */
export function useCapita(riga: RigaDraft, prezzi_ivati: boolean): RigaCapita | undefined {
  const isAsked = isOpen(riga);
  const args = { testo: riga.descrizione, prodotto_id: null, prezzi_ivati };
  const { data } = useQuery({
    ...query("documenti_riga", args, ["prodotti"]),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return isAsked ? data : undefined;
}

/** The line that the words are, or null when they are only words. */
export async function understood(riga: RigaDraft, prezzi_ivati: boolean): Promise<RigaDraft | null> {
  if (!isOpen(riga)) return null;
  return (await call("documenti_riga", { testo: riga.descrizione, prodotto_id: null, prezzi_ivati })).riga;
}

/** The line of a product, with what was typed around its name; what the line has already stays. */
export async function ofProduct(
  prodotto_id: string,
  testo: string,
  riga: RigaDraft,
  prezzi_ivati: boolean,
): Promise<Partial<RigaDraft>> {
  const { riga: made } = await call("documenti_riga", { testo, prodotto_id, prezzi_ivati });
  if (!made) return {};
  return { ...made, quantita: made.quantita || riga.quantita, sconti: made.sconti || riga.sconti };
}
