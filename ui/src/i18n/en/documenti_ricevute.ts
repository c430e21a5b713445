import type { ricevute as it } from "../it/documenti_ricevute";
import type { Translated } from "../words";

export const ricevute: Translated<typeof it> = {
  apri_scartato: "Open the rejected document",
  di_sdi: "Messages of the Sistema di Interscambio",
  esiti: {
    abbinata: "Matched",
    gia_nota: "Read before",
    illeggibile: "Unreadable",
    non_messaggio: "No message",
    senza_file: "No file of that name",
  },
  lascia: "Let the messages of the Sistema di Interscambio go here",
  leggi: "Read messages…",
  numero_sdi: "{{nome}}, SdI {{n}}",
  salva: "Save the message {{nome}}",
  salvata: "Saved {{nome}}",
  tipi: {
    AT: "Transmitted, not delivered (AT)",
    DT: "Term passed (DT)",
    EC: "Answer of the customer (EC)",
    MC: "Not delivered (MC)",
    MT: "Metadata (MT)",
    NE: "Outcome (NE)",
    NS: "Rejection (NS)",
    RC: "Delivered (RC)",
    SE: "Answer refused (SE)",
  },
  titolo: "Messages read",
};
