/** Where each figure leads: to the list whose rows make it. */
import type { Attesa, FasciaFigura, Figura, Orologio } from "../../ipc/generated";

function asked(path: string, words: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(Object.entries(words).filter(([, value]) => value !== ""));
  return search.size > 0 ? `#${path}?${search}` : `#${path}`;
}

export const fatturati = ({ dal, al }: Figura, cliente = "") =>
  asked("/documenti", { vista: "fatturato", dal, al, cliente });

export const incassati = ({ dal, al }: Figura) => asked("/scadenzario/incassi", { dal, al });

export const APERTE = asked("/scadenzario", {});
export const SCADUTE = asked("/scadenzario", { quali: "scadute" });

export const fasciaAt = ({ fascia, figura: { dal, al } }: FasciaFigura) =>
  asked("/scadenzario", { quali: fascia === "a_scadere" ? "" : "scadute", dal, al });

const ATTESE: Record<Attesa, (figura: Figura) => string> = {
  scartate: ({ dal }) => asked("/da-inviare", { stato: "scartata", dal }),
  da_salvare: ({ dal }) => asked("/da-inviare", { stato: "da_salvare", dal }),
  salvate: ({ dal }) => asked("/da-inviare", { stato: "salvata", dal }),
  ddt: () => asked("/documenti", { vista: "ddt", stato: "emesso" }),
  rate: ({ dal, al }) => asked("/scadenzario", { dal, al }),
  bozze: () => asked("/documenti", { vista: "bozze" }),
};

export const attesaAt = ({ attesa, figura }: Orologio) => ATTESE[attesa](figura);
