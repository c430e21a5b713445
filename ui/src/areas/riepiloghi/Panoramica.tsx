/** The business at a glance; every number and every bar leads to its rows. */
import { useQuery } from "@tanstack/react-query";
import { ChartColumn } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Base, Panoramica as Dati } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { BarList } from "../../shared/charts/BarList";
import { Card } from "../../shared/charts/Card";
import { FailureView } from "../../shared/FailureView";
import { euro } from "../../shared/format";
import { KEYS, useKeys } from "../../shared/keys";
import { EmptyState, ListPage } from "../../shared/Page";
import { go } from "../../shared/route";
import { Select } from "../../shared/Select";
import { useLanguage } from "../../shared/settings";
import { type UrlFilter, useUrlFilter } from "../../shared/urlFilter";
import { Cifre } from "./Cifre";
import { panoramicaQuery } from "./chiedi";
import { Mesi } from "./Mesi";
import { Orologi } from "./Orologi";
import { fasciaAt, fatturati } from "./rotte";

const FIRST = "/documenti/nuovo?tipo=FATTURA";

export function Panoramica() {
  const { t } = useTranslation("riepiloghi");
  const url = useUrlFilter();
  const { data, error, refetch } = useQuery(panoramicaQuery(url.search));
  useKeys({ new: () => go(FIRST) });
  return (
    <ListPage title={t("titolo")} actionsLabel={t("titolo")}>
      <div className="h-full overflow-auto bg-canvas">
        {error ? (
          <div className="px-6 py-4">
            <FailureView failure={error} onRetry={() => void refetch()} />
          </div>
        ) : null}
        {data === undefined ? null : data.vuota ? <Vuota /> : <Piena data={data} url={url} />}
      </div>
    </ListPage>
  );
}

function Vuota() {
  const { t } = useTranslation("riepiloghi");
  return (
    <div className="flex h-full items-center justify-center">
      <EmptyState
        icon={<ChartColumn size={32} strokeWidth={1.5} aria-hidden="true" />}
        text={t("vuota")}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button look="primary" chord={KEYS.new[0]} autoFocus onPress={() => go(FIRST)}>
              {t("prima_fattura")}
            </Button>
            <Button onPress={() => go("/clienti/importa")}>{t("importa_clienti")}</Button>
          </div>
        }
      />
    </div>
  );
}

function Piena({ data, url }: { data: Dati; url: UrlFilter }) {
  const { t } = useTranslation("riepiloghi");
  const language = useLanguage();
  const base = t(`basi.${data.base}`);
  return (
    <div className="mx-auto flex max-w-[150rem] flex-col gap-4 p-6">
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-28">
          <Select
            bare
            label={t("anno")}
            value={`${data.anno}`}
            onChange={(anno) => url.set({ anno })}
            options={data.anni.map((anno) => ({ id: `${anno}`, label: `${anno}` }))}
          />
        </div>
        <div className="w-52">
          <Select
            bare
            label={t("base")}
            value={data.base}
            onChange={(id) => url.set({ base: id === "imponibile" ? "" : id })}
            options={(["imponibile", "totale"] as Base[]).map((id) => ({ id, label: t(`fatturato_basi.${id}`) }))}
          />
        </div>
      </div>
      <Cifre data={data} />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <Mesi che="fatturato" data={data} note={base} />
        <Mesi che="incassato" data={data} note={t("incassato_nota")} />
      </div>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 2xl:grid-cols-3">
        <Orologi />
        <Card title={t("fasce_titolo")} note={t("fasce_nota")}>
          <BarList
            label={t("fasce_titolo")}
            items={data.fasce.map((fascia) => ({
              id: fascia.fascia,
              label: t(`fasce.${fascia.fascia}`),
              note: t("rate", { count: fascia.figura.righe }),
              text: euro(fascia.figura.importo, language),
              share: fascia.quota,
              href: fasciaAt(fascia),
              tone: fascia.fascia === "a_scadere" ? "accent" : fascia.fascia === "fino30" ? "warn" : "bad",
            }))}
          />
        </Card>
        <Card title={t("clienti_titolo", { anno: data.anno })} note={base}>
          {data.clienti.length === 0 ? <p className="text-ink-2">{t("clienti_nessuno")}</p> : null}
          <BarList
            label={t("clienti_titolo", { anno: data.anno })}
            items={data.clienti.map((cliente) => ({
              id: cliente.cliente_id,
              label: cliente.cliente,
              note: t("documenti", { count: cliente.figura.righe }),
              text: euro(cliente.figura.importo, language),
              share: cliente.quota,
              href: fatturati(cliente.figura, cliente.cliente_id),
            }))}
          />
        </Card>
      </div>
      <p className="max-w-4xl text-sm text-ink-3">{t("conta")}</p>
    </div>
  );
}
