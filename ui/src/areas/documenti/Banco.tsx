/** The desk of those who send by themselves: every issued file, where it stands, and until when it must be sent. */
import { FileCode2, MailOpen, Send } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { BancoFilter, BancoRow, EfatturaStato, RicevutaRow } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { useDrop } from "../../shared/drop";
import { amount, day } from "../../shared/format";
import { type Column, useArrangement } from "../../shared/grid/columns";
import { DataGrid } from "../../shared/grid/DataGrid";
import type { Selection } from "../../shared/grid/select";
import { KEYS, useKeys } from "../../shared/keys";
import { FilterBar } from "../../shared/list/FilterBar";
import { EmptyState, ListPage, Toolbar } from "../../shared/Page";
import { go } from "../../shared/route";
import { useLanguage } from "../../shared/settings";
import { sayFailure } from "../../shared/toast";
import { useUrlFilter } from "../../shared/urlFilter";
import { usualFolder } from "./cartella";
import { ReportRicevute, readMessages } from "./Ricevute";
import { useSalvataggio } from "./Scelti";
import { SegnaStato } from "./SegnaStato";
import { segniFile } from "./segni";
import { Scadenza, STATI, STATO_TONES } from "./stati";

const NONE: Selection = new Set();

export function Banco() {
  const { t } = useTranslation(["documenti", "shared"]);
  const url = useUrlFilter();
  const [choice, setChoice] = useState({ under: "", ids: NONE });
  const [marking, setMarking] = useState(false);
  const [marked, setMarked] = useState<string>();
  const saving = useSalvataggio();
  const [read, setRead] = useState<RicevutaRow[] | null>(null);
  const receive = (dropped?: string[]) => void readMessages(dropped).then(setRead, sayFailure);
  const over = useDrop(receive);
  const words = url.search.toString();
  const chosen = choice.under === words ? choice.ids : NONE;
  const setChosen = (ids: Selection) => setChoice({ under: words, ids });
  const filter: BancoFilter = {
    tutte: url.get("tutte") === "1",
    stato: (url.get("stato") || null) as EfatturaStato | null,
    dal: url.get("dal"),
    al: url.get("al"),
    page: { cursor: null, limit: 0 },
  };
  const save = () => chosen.size > 0 && saving.save("xml", [...chosen], usualFolder);
  useKeys({ save, xml: save, ...(chosen.size > 0 ? { mail: () => setMarking(true) } : {}) });
  return (
    <ListPage
      title={t("banco.titolo")}
      note={over ? t("ricevute.lascia") : t("banco.spiega")}
      actionsLabel={t("banco.azioni")}
      actions={
        <Button onPress={() => receive()}>
          <MailOpen size={16} aria-hidden="true" />
          {t("ricevute.leggi")}
        </Button>
      }
    >
      <DataGrid
        id="banco"
        label={t("banco.titolo")}
        arrangement={useArrangement("banco", useColumns(setMarked))}
        rowId={(row) => row.id}
        source={{
          key: ["documenti", "documenti_banco", filter],
          loadPage: (page) => call("documenti_banco", { filter: { ...filter, page } }),
          reads: ["efatture"],
        }}
        onOpen={(row) => go(`/documenti/${row.id}`)}
        selection={chosen}
        onSelect={setChosen}
        filters={
          chosen.size > 0 ? (
            <Toolbar label={t("banco.azioni_scelti")}>
              <span className="pr-2 font-medium tabular-nums">{t("banco.scelti", { count: chosen.size })}</span>
              <Button chord={KEYS.save[0]} onPress={save}>
                <FileCode2 size={16} aria-hidden="true" />
                {t("banco.salva_xml")}
              </Button>
              <Button look="primary" chord={KEYS.mail[0]} onPress={() => setMarking(true)}>
                <Send size={16} aria-hidden="true" />
                {t("banco.segna")}
              </Button>
            </Toolbar>
          ) : (
            <FilterBar
              url={url}
              fields={[
                {
                  kind: "choice",
                  name: "stato",
                  label: t("banco.filtro_stato"),
                  any: t("banco.stati_tutti"),
                  options: STATI.map((id) => ({ id, label: t(`banco.stati.${id}`) })),
                },
                { kind: "period", name: "dal", label: t("shared:list.period") },
                { kind: "flag", name: "tutte", label: t("banco.tutte") },
              ]}
            />
          )
        }
        empty={
          <EmptyState
            icon={<Send size={32} strokeWidth={1.5} aria-hidden="true" />}
            text={t("banco.vuoto")}
            action={<Button onPress={() => receive()}>{t("ricevute.leggi")}</Button>}
          />
        }
        autoFocus
      />
      <SegnaStato
        ids={[...chosen]}
        isOpen={marking}
        onClose={(done) => {
          setMarking(false);
          if (done) setChosen(NONE);
        }}
      />
      <SegnaStato ids={marked ? [marked] : []} isOpen={marked !== undefined} onClose={() => setMarked(undefined)} />
      <ReportRicevute rows={read} onClose={() => setRead(null)} />
      {saving.shown}
    </ListPage>
  );
}

function useColumns(onMore: (id: string) => void): readonly Column<BancoRow>[] {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: "entro",
        header: t("banco.colonne.entro"),
        width: 184,
        text: (row) => day(row.entro),
        cell: (row) => <Scadenza row={row} />,
      },
      {
        id: "stato",
        header: t("banco.colonne.stato"),
        width: 136,
        text: (row) => t(`banco.stati.${row.stato}`),
        cell: (row) => <Badge tone={STATO_TONES[row.stato]}>{t(`banco.stati.${row.stato}`)}</Badge>,
        choices: (row) => segniFile(t, row.id, row.stato, onMore),
      },
      {
        id: "numero",
        header: t("campi.numero"),
        width: 160,
        main: true,
        text: (row) => `${t(`tipi_brevi.${row.tipo}`)} ${row.numero}`,
      },
      { id: "data", header: t("campi.data"), width: 96, text: (row) => day(row.data_documento) },
      { id: "cliente", header: t("campi.cliente"), width: 160, grow: true, text: (row) => row.cliente },
      {
        id: "totale",
        header: t("campi.totale"),
        width: 104,
        align: "end",
        text: (row) => amount(row.totale, language),
      },
      { id: "file", header: t("banco.colonne.file"), width: 192, text: (row) => row.nome_file },
    ],
    [t, language, onMore],
  );
}
