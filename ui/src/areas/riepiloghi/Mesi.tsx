/** Twelve months beside those of the year before. */
import { useTranslation } from "react-i18next";
import type { Barra, Panoramica } from "../../ipc/generated";
import { ChartCard } from "../../shared/charts/Card";
import { euro, month, quantity } from "../../shared/format";
import { useLanguage } from "../../shared/settings";
import { fatturati, incassati } from "./rotte";

const ROUTES = { fatturato: fatturati, incassato: incassati } as const;

export function Mesi({ che, data, note }: { che: "fatturato" | "incassato"; data: Panoramica; note: string }) {
  const { t } = useTranslation("riepiloghi");
  const language = useLanguage();
  const serie = data[che];
  const bar = ({ figura, altezza }: Barra) => {
    const text = euro(figura.importo, language);
    return {
      label: t("barra", { mese: month(figura.dal, language, "long"), importo: text }),
      text,
      height: altezza,
      href: ROUTES[che](figura),
    };
  };
  return (
    <ChartCard
      title={t(`${che}_mesi`)}
      note={note}
      label={t(`${che}_grafico`, { anno: data.anno, prima: data.anno - 1 })}
      series={[`${data.anno}`, `${data.anno - 1}`]}
      groupHead={t("mese")}
      zero={serie.zero}
      lines={serie.tacche.map((tacca) => ({ text: quantity(tacca.valore, language), height: tacca.altezza }))}
      groups={serie.mesi.map(({ mese, prima }) => ({
        id: mese.figura.dal,
        short: month(mese.figura.dal, language, "short"),
        bars: [bar(mese), bar(prima)],
      }))}
    />
  );
}
