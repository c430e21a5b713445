/** Messages of SDI read from files: what became of each, and the way to the documents they are about. */
import { Wrench } from "lucide-react";
import { useTranslation } from "react-i18next";
import { call, write } from "../../ipc/client";
import type { EsitoRicevuta, RicevutaRow } from "../../ipc/generated";
import type { Tone } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { type Outcome, Report } from "../../shared/Progress";
import { go } from "../../shared/route";
import { sentence } from "../../shared/sentence";
import { useLanguage } from "../../shared/settings";

const TONES: Record<EsitoRicevuta, Tone> = {
  abbinata: "ok",
  gia_nota: "neutral",
  senza_file: "warn",
  non_messaggio: "neutral",
  illeggibile: "bad",
};

/** Asks for files, or takes those dropped, and reads them; null when none was chosen. */
export async function readMessages(dropped?: readonly string[]): Promise<RicevutaRow[] | null> {
  const tokens = dropped ?? (await call("dialog_pick_many", { scelta: "fatture" })).map((file) => file.token);
  if (tokens.length === 0) return null;
  return (await write("efatture_receive", { tokens: [...tokens] })).value;
}

export function ReportRicevute({ rows, onClose }: { rows: RicevutaRow[] | null; onClose: () => void }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const rejected = new Set(
    (rows ?? []).flatMap((row) => (row.stato === "scartata" && row.documento_id ? [row.documento_id] : [])),
  );
  const outcomes: Outcome[] = (rows ?? []).map((row, at) => ({
    id: `${at}`,
    subject: row.membro || (row.file.split(/[/\\]/).at(-1) ?? row.file),
    tone: row.esito === "abbinata" && row.stato === "scartata" ? "bad" : TONES[row.esito],
    state: t(`ricevute.esiti.${row.esito}`),
    note: noteOf(row),
  }));
  function noteOf(row: RicevutaRow): string {
    if (row.esito === "illeggibile") return sentence({ code: row.motivo, args: {}, sdi: null }, language);
    const stato = row.stato ? t(`banco.stati.${row.stato}`) : "";
    return [row.tipo, row.nome_file || row.motivo, stato].filter((part) => part !== "").join(" · ");
  }
  return (
    <Dialog
      title={t("ricevute.titolo")}
      isOpen={rows !== null}
      onClose={onClose}
      actions={
        <>
          {[...rejected].slice(0, 1).map((id) => (
            <Button key={id} onPress={() => go(`/documenti/${id}`)}>
              <Wrench size={16} aria-hidden="true" />
              {t("ricevute.apri_scartato")}
            </Button>
          ))}
          <Button look="primary" autoFocus onPress={onClose}>
            {t("chiudi")}
          </Button>
        </>
      }
    >
      <Report label={t("ricevute.titolo")} outcomes={outcomes} />
    </Dialog>
  );
}
