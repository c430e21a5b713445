/** Files opened to be read: dropped or chosen, each document a row with what was found in it. */
import { FileSearch, FolderOpen } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConversioneRow, ConversioneStato } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { useDrop } from "../../shared/drop";
import { amount, day, instant } from "../../shared/format";
import type { Column } from "../../shared/grid/columns";
import { ListView } from "../../shared/list/ListView";
import { Progress } from "../../shared/Progress";
import { useLanguage } from "../../shared/settings";
import { Checkbox } from "../../shared/Toggle";
import { useJob } from "../../shared/useJob";
import { Anteprima } from "./Anteprima";
import { useOpener } from "./apri";
import { elenco } from "./elenco";
import { Rilievi, Scelti } from "./Scelti";

const STATI: readonly ConversioneStato[] = ["buone", "rilievi", "illeggibili"];

export function ListaConversioni() {
  const { t } = useTranslation("conversioni");
  const [keep, setKeep] = useState(false);
  const [previewed, setPreviewed] = useState<ConversioneRow>();
  const { busy, open, choose } = useOpener(keep);
  const over = useDrop((tokens) => void open(tokens));
  const job = useJob(busy);
  const files = { label: t("apri"), run: () => void choose("fatture") };
  const folder = {
    label: t("apri_cartella"),
    icon: <FolderOpen size={16} aria-hidden="true" />,
    run: () => void choose("cartella"),
  };
  return (
    <>
      <ListView
        spec={elenco}
        title={t("titolo")}
        actionsLabel={t("azioni")}
        columns={useColumns()}
        create={files}
        more={[folder]}
        pathOf={(row) => `/conversioni/${row.id}`}
        onPreview={setPreviewed}
        chosen={(ids) => <Scelti ids={[...ids]} />}
        fields={[
          { kind: "text", name: "testo", label: t("cerca") },
          {
            kind: "choice",
            name: "stato",
            label: t("rilievi"),
            any: t("stati.tutti"),
            options: STATI.map((id) => ({ id, label: t(`stati.${id}`) })),
          },
        ]}
        above={
          <div
            data-over={over || undefined}
            className="flex min-h-12 items-center justify-between gap-4 border-b border-line px-6 py-2 text-ink-2 data-[over]:bg-accent-soft data-[over]:text-accent-ink"
          >
            {job ? (
              <div className="flex-1">
                <Progress label={t("apro")} done={job.done} total={job.total} onCancel={job.cancel} />
              </div>
            ) : (
              <p role="status">{over ? t("lascia") : t("trascina")}</p>
            )}
            <Checkbox label={t("tieni_copia")} value={keep} onChange={setKeep} />
          </div>
        }
        empty={{
          icon: <FileSearch size={32} strokeWidth={1.5} aria-hidden="true" />,
          text: t("vuoto"),
          action: (
            <div className="flex gap-2">
              <Button look="primary" onPress={files.run}>
                {files.label}
              </Button>
              <Button onPress={folder.run}>{folder.label}</Button>
            </div>
          ),
        }}
      />
      <Dialog
        title={previewed?.nome ?? ""}
        isOpen={previewed !== undefined}
        onClose={() => setPreviewed(undefined)}
        keys={{ back: () => setPreviewed(undefined), preview: () => setPreviewed(undefined) }}
        size="medium"
      >
        {previewed ? <Anteprima id={previewed.id} /> : null}
      </Dialog>
    </>
  );
}

function useColumns(): readonly Column<ConversioneRow>[] {
  const { t } = useTranslation("conversioni");
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: "aperto",
        header: t("campi.aperto"),
        width: 144,
        sortable: true,
        text: (row) => instant(row.aperto_at, language),
      },
      { id: "tipo", header: t("campi.tipo"), width: 64, text: (row) => row.tipo },
      {
        id: "mittente",
        header: t("campi.mittente"),
        width: 200,
        grow: true,
        main: true,
        sortable: true,
        text: (row) => row.mittente || row.nome,
      },
      { id: "numero", header: t("campi.numero"), width: 96, text: (row) => row.numero },
      { id: "data", header: t("campi.data"), width: 96, sortable: true, text: (row) => day(row.data_documento) },
      {
        id: "totale",
        header: t("campi.totale"),
        width: 104,
        align: "end",
        text: (row) => (row.totale === null ? "" : amount(row.totale, language)),
      },
      {
        id: "firma",
        header: t("campi.firma"),
        width: 88,
        text: (row) => t(row.firma === "" ? "firma.assente" : (FIRME[row.firma] ?? "firma.incerta")),
      },
      {
        id: "rilievi",
        header: t("rilievi"),
        width: 104,
        text: (row) => t("conta", { errori: row.errori, avvisi: row.avvisi }),
        cell: (row) => <Rilievi row={row} />,
      },
      { id: "file", header: t("campi.file"), width: 144, text: (row) => row.membro || row.nome },
    ],
    [t, language],
  );
}

/** The states of a signature that have a word of their own in a column. */
const FIRME: Readonly<Record<string, "firma.integra" | "firma.alterata">> = {
  signature_intact: "firma.integra",
  signature_altered: "firma.alterata",
  signature_content_altered: "firma.alterata",
};
