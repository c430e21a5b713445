/** The designs, each as it would print with this colour, logo and words. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { AziendaDraft, Disegno } from "../../ipc/generated";
import { useBlobUrl } from "../../shared/useBytes";
import { useStill } from "../../shared/useDraft";

const DISEGNI: readonly Disegno[] = ["classico", "moderno", "essenziale"];
const WIDTH = 400;
const PAUSE_MS = 400;

export function Disegni({ azienda, onChange }: { azienda: AziendaDraft; onChange: (disegno: Disegno) => void }) {
  const { t } = useTranslation("azienda");
  return (
    <RadioGroup
      aria-label={t("aspetto.disegno")}
      orientation="horizontal"
      value={azienda.aspetto.disegno}
      onChange={(id) => onChange(id as Disegno)}
      className="col-span-full grid grid-cols-3 gap-4"
    >
      {DISEGNI.map((disegno) => (
        <Radio
          key={disegno}
          value={disegno}
          className="group flex cursor-default flex-col gap-1.5 rounded-lg border border-line p-2 data-[hovered]:border-edge data-[selected]:border-accent data-[selected]:bg-accent-soft data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2 data-[focus-visible]:outline-accent-ink"
        >
          <Miniatura azienda={azienda} disegno={disegno} />
          <span className="font-medium">{t(`aspetto.disegni.${disegno}`)}</span>
          <span className="text-sm text-ink-2">{t(`aspetto.disegni_spiega.${disegno}`)}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

function Miniatura({ azienda, disegno }: { azienda: AziendaDraft; disegno: Disegno }) {
  const draft = useStill(azienda, PAUSE_MS);
  const asked = { draft: { ...draft, aspetto: { ...draft.aspetto, disegno } }, esempio: "breve" as const };
  const { data } = useQuery({
    queryKey: ["stampa", "thumbnail", asked],
    queryFn: () => call("azienda_esempio", { ...asked, page: 0, width: WIDTH }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const url = useBlobUrl(data, "image/png");
  return (
    <span className="block aspect-[210/297] w-full overflow-hidden rounded-sm border border-line bg-[#fff]">
      {url ? <img src={url} alt="" className="w-full" /> : null}
    </span>
  );
}
