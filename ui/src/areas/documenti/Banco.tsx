/** The desk of those who send by themselves: every issued file, where it stands, and until when it must be sent. */
import { FileCode2, Send } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { BancoFilter, BancoRow, EfatturaStato, SalvataggioReport } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { amount, day } from "../../shared/format";
import type { Column } from "../../shared/grid/columns";
import { DataGrid } from "../../shared/grid/DataGrid";
import type { Selection } from "../../shared/grid/select";
import { KEYS, useKeys } from "../../shared/keys";
import { EmptyState, ListPage, Toolbar } from "../../shared/Page";
import { go } from "../../shared/route";
import { Select } from "../../shared/Select";
import { useLanguage } from "../../shared/settings";
import { Checkbox } from "../../shared/Toggle";
import { sayFailure } from "../../shared/toast";
import { type UrlFilter, useUrlFilter } from "../../shared/urlFilter";
import { saveInto } from "./cartella";
import { ReportSalvataggio } from "./Scelti";
import { SegnaStato } from "./SegnaStato";
import { Scadenza, STATI, STATO_TONES } from "./stati";

const NONE: Selection = new Set();
const ANY = "-";

export function Banco() {
  const { t } = useTranslation("documenti");
  const url = useUrlFilter();
  const [choice, setChoice] = useState({ under: "", ids: NONE });
  const [marking, setMarking] = useState(false);
  const [report, setReport] = useState<SalvataggioReport | null>(null);
  const chosen = choice.under === url.words ? choice.ids : NONE;
  const setChosen = (ids: Selection) => setChoice({ under: url.words, ids });
  const filter: BancoFilter = {
    tutte: url.get("tutte") === "1",
    stato: (url.get("stato") || null) as EfatturaStato | null,
    page: { cursor: null, limit: 0 },
  };
  const save = () => chosen.size > 0 && void saveInto("xml", [...chosen]).then(setReport, sayFailure);
  useKeys({ save, ...(chosen.size > 0 ? { mail: () => setMarking(true) } : {}) });
  return (
    <ListPage title={t("banco.titolo")} note={t("banco.spiega")} actionsLabel={t("banco.azioni")}>
      <DataGrid
        id="banco"
        label={t("banco.titolo")}
        columns={useColumns()}
        rowId={(row) => row.id}
        source={{
          key: ["documenti", "documenti_banco", filter],
          loadPage: (cursor) => call("documenti_banco", { filter: { ...filter, page: { cursor, limit: 200 } } }),
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
            <Filters url={url} />
          )
        }
        empty={<EmptyState icon={<Send size={32} strokeWidth={1.5} aria-hidden="true" />} text={t("banco.vuoto")} />}
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
      <ReportSalvataggio report={report} onClose={() => setReport(null)} />
    </ListPage>
  );
}

function Filters({ url }: { url: UrlFilter }) {
  const { t } = useTranslation("documenti");
  return (
    <>
      <div className="w-56">
        <Select
          bare
          label={t("banco.filtro_stato")}
          value={url.get("stato") || ANY}
          onChange={(id) => url.set({ stato: id === ANY ? "" : id })}
          options={[
            { id: ANY, label: t("banco.stati_tutti") },
            ...STATI.map((id) => ({ id, label: t(`banco.stati.${id}`) })),
          ]}
        />
      </div>
      <Checkbox
        label={t("banco.tutte")}
        value={url.get("tutte") === "1"}
        onChange={(on) => url.set({ tutte: on ? "1" : "" })}
      />
    </>
  );
}

function useColumns(): readonly Column<BancoRow>[] {
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
      },
      {
        id: "numero",
        header: t("campi.numero"),
        width: 140,
        text: (row) => `${t(`tipi_brevi.${row.tipo}`)} ${row.numero}`,
        cell: (row) => (
          <span className="font-medium tabular-nums">
            {t(`tipi_brevi.${row.tipo}`)} {row.numero}
          </span>
        ),
      },
      { id: "data", header: t("campi.data"), width: 96, cell: (row) => day(row.data_documento) },
      { id: "cliente", header: t("campi.cliente"), width: 180, grow: true, cell: (row) => row.cliente },
      {
        id: "totale",
        header: t("campi.totale"),
        width: 104,
        align: "end",
        cell: (row) => amount(row.totale, language),
      },
      { id: "file", header: t("banco.colonne.file"), width: 200, cell: (row) => row.nome_file },
    ],
    [t, language],
  );
}
