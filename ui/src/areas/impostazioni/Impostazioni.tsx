import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call, queries, query } from "../../ipc/client";
import { GROUPS, HIDDEN } from "../../shared/area";
import { Button } from "../../shared/Button";
import { percent } from "../../shared/format";
import { KEYS, keycaps } from "../../shared/keys";
import { RecordPage, Section } from "../../shared/Page";
import { Select } from "../../shared/Select";
import { type Settings, set, useSettings } from "../../shared/settings";
import { Switch } from "../../shared/Toggle";
import { sayFailure } from "../../shared/toast";
import { ZOOMS } from "../../shared/zoom";

const THEMES: readonly Settings["theme"][] = ["system", "light", "dark"];

export function Impostazioni() {
  const { t } = useTranslation(["impostazioni", "app"]);
  const { theme, language, zoom, hiddenGroups, functionKeys, enterMoves } = useSettings();
  const { data } = useQuery(query("app_state", {}));
  const said = (chord: string) => keycaps(chord, language).join(" ");
  const hidden: readonly string[] = hiddenGroups ?? HIDDEN[data?.archive?.profilo ?? "impresa"];
  const close = async () => {
    const state = await call("archive_close", {});
    await queries.resetQueries();
    queries.setQueryData(query("app_state", {}).queryKey, state);
  };
  return (
    <RecordPage title={t("titolo")} actionsLabel={t("titolo")}>
      <div className="max-w-3xl">
        <Section title={t("aspetto")}>
          <Select
            label={t("lingua")}
            value={language}
            onChange={(id) => set({ language: id as Settings["language"] })}
            options={[
              { id: "it", label: "Italiano" },
              { id: "en", label: "English" },
            ]}
          />
          <Select
            label={t("tema")}
            value={theme}
            onChange={(id) => set({ theme: id as Settings["theme"] })}
            options={THEMES.map((id) => ({ id, label: t(`app:theme_${id}`) }))}
          />
          <Select
            label={t("grandezza")}
            hint={t("grandezza_tasti", { piu: said(KEYS.zoom_in[0]), meno: said(KEYS.zoom_out[0]) })}
            value={zoom}
            onChange={(id) => set({ zoom: id as Settings["zoom"] })}
            options={ZOOMS.map((id) => ({ id, label: percent(id, language) }))}
          />
        </Section>
        <Section title={t("tastiera")}>
          <div className="col-span-full flex flex-col">
            <Switch label={t("tasti_f")} value={functionKeys} onChange={(on) => set({ functionKeys: on })} />
            <Switch label={t("invio_avanza")} value={enterMoves} onChange={(on) => set({ enterMoves: on })} />
          </div>
        </Section>
        <Section title={t("menu")}>
          <p className="col-span-full text-ink-3">{t("menu_spiega")}</p>
          <div className="col-span-full grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-4">
            {GROUPS.filter((group) => group !== "impostazioni").map((group) => (
              <Switch
                key={group}
                label={t(`app:groups.${group}`)}
                value={!hidden.includes(group)}
                onChange={(on) =>
                  set({ hiddenGroups: on ? hidden.filter((other) => other !== group) : [...hidden, group] })
                }
              />
            ))}
          </div>
        </Section>
        <Section title={t("archivio")}>
          <dl className="col-span-full grid grid-cols-[8rem_1fr] gap-y-1">
            <dt className="text-ink-3">{t("nome")}</dt>
            <dd className="font-medium">{data?.archive?.name}</dd>
            <dt className="text-ink-3">{t("percorso")}</dt>
            <dd className="break-all select-text">{data?.archive?.path}</dd>
            <dt className="text-ink-3">{t("versione")}</dt>
            <dd className="tabular-nums">{data?.version}</dd>
          </dl>
          <div className="col-span-full">
            <Button onPress={() => void close().catch(sayFailure)}>{t("chiudi_archivio")}</Button>
          </div>
        </Section>
      </div>
    </RecordPage>
  );
}
