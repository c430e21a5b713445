/** An archive that was not opened: why, and what can be done all the same. */
import { useTranslation } from "react-i18next";
import { call, toFailure } from "../ipc/client";
import { Button } from "./Button";
import { FailureView } from "./FailureView";
import { sayFailure, toast } from "./toast";

/** How an archive is named to the engine: by the token of a dialog, or by its place among the recent ones. */
export type Named = { token: string } | { index: number };

interface Props {
  failure: unknown;
  archive: Named | null;
  /** Opens it although a cloud program copies its folder. */
  onOpenAnyway: () => void;
}

export function ArchivioRifiutato({ failure, archive, onOpenAnyway }: Props) {
  const { t } = useTranslation("shared");
  const { code } = toFailure(failure);
  const exported = async () => {
    if (!archive) return;
    const folder = await call("dialog_pick", { scelta: "cartella", nome: "" });
    if (!folder) return;
    const n = await ("token" in archive
      ? call("archive_export", { token: archive.token, folder: folder.token })
      : call("archive_export_recent", { index: archive.index, folder: folder.token }));
    toast(t("rifiutato.esportato", { n, cartella: folder.percorso }));
  };
  return (
    <div className="flex flex-col gap-2">
      <FailureView failure={failure} />
      {code === "db_synced_folder" ? (
        <div>
          <Button onPress={onOpenAnyway}>{t("rifiutato.apri_lo_stesso")}</Button>
        </div>
      ) : null}
      {code === "db_newer" && archive ? (
        <div className="flex items-center gap-3">
          <Button onPress={() => void exported().catch(sayFailure)}>{t("rifiutato.esporta")}</Button>
          <span className="text-sm text-ink-2">{t("rifiutato.esporta_spiega")}</span>
        </div>
      ) : null}
    </div>
  );
}
