/** The bin: what was put away or deleted and can come back. */
import { useQuery } from "@tanstack/react-query";
import { Trash2, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { CestinoRow } from "../../ipc/generated";
import { Badge } from "../../shared/Badge";
import { Button } from "../../shared/Button";
import { FailureView } from "../../shared/FailureView";
import { instant } from "../../shared/format";
import { keep } from "../../shared/keep";
import { EmptyState, RecordPage } from "../../shared/Page";
import { useLanguage } from "../../shared/settings";
import { sayFailure } from "../../shared/toast";

const READS = ["anagrafiche", "prodotti", "documenti"];
type Where = "anagrafiche" | "prodotti" | "documenti";

export function Cestino() {
  const { t } = useTranslation("archivio");
  const { data, error, refetch } = useQuery(query("cestino_list", {}, READS));
  const isEmpty = data?.length === 0;
  return (
    <RecordPage title={t("cestino.titolo")} note={t("cestino.spiega")} actionsLabel={t("cestino.titolo")}>
      <div className={isEmpty ? "flex h-full items-center" : "max-w-3xl"}>
        {error ? <FailureView failure={error} onRetry={() => void refetch()} /> : null}
        {isEmpty ? (
          <EmptyState icon={<Trash2 size={32} strokeWidth={1.5} aria-hidden="true" />} text={t("cestino.vuoto")} />
        ) : null}
        <ul aria-label={t("cestino.titolo")} className="divide-y divide-line">
          {data?.map((row) => (
            <Voce key={`${row.area} ${row.id}`} row={row} />
          ))}
        </ul>
      </div>
    </RecordPage>
  );
}

function Voce({ row }: { row: CestinoRow }) {
  const { t } = useTranslation("archivio");
  const language = useLanguage();
  const nome = row.nome || t("cestino.senza_nome");
  const take = () =>
    void keep("cestino_riprendi", { area: row.area, id: row.id }, t("cestino.ripreso", { nome })).catch(sayFailure);
  return (
    <li className="flex min-h-10 items-center gap-4 py-1">
      <span className="w-24 shrink-0">
        <Badge>{t(`cestino.aree.${row.area as Where}`)}</Badge>
      </span>
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{nome}</span>
      <span className="shrink-0 text-sm text-ink-3 tabular-nums">{row.at ? instant(row.at, language) : ""}</span>
      <Button look="quiet" aria-label={t("cestino.riprendi_nome", { nome })} onPress={take}>
        <Undo2 size={14} aria-hidden="true" />
        {t("cestino.riprendi")}
      </Button>
    </li>
  );
}
