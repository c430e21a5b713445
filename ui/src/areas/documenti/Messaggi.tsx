/** What SDI said of the files of a document: each message with its reasons, kept as it came. */
import { useQuery } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { MessaggioRow } from "../../ipc/generated";
import { IconButton } from "../../shared/Button";
import { day } from "../../shared/format";
import { sayFailure, toast } from "../../shared/toast";

/** `said`: what the states above it say already. */
export function Messaggi({ id, said }: { id: string; said: readonly string[] }) {
  const { t } = useTranslation("documenti");
  const { data = [] } = useQuery(query("efatture_messaggi", { id }, ["documenti"]));
  if (data.length === 0) return null;
  const save = async (row: MessaggioRow) => {
    const file = await call("dialog_pick", { scelta: "nuovo_file", nome: row.nome });
    if (!file) return;
    await call("efatture_messaggio_save", { id: row.allegato_id, token: file.token });
    toast(t("ricevute.salvata", { nome: row.nome }));
  };
  return (
    <section className="pt-4">
      <h2 className="mb-1 text-sm font-medium text-ink-2">{t("ricevute.di_sdi")}</h2>
      <ul className="divide-y divide-line">
        {data.map((row) => (
          <li key={row.id} className="flex items-start justify-between gap-2 py-1">
            <div className="min-w-0">
              <p>
                {t(`ricevute.tipi.${row.tipo as "RC"}`)} <span className="text-sm text-ink-3">{day(row.giorno)}</span>
              </p>
              {row.testo && !said.includes(row.testo) ? (
                <p className="text-sm whitespace-pre-line text-ink-2 select-text">{row.testo}</p>
              ) : null}
              <p className="text-sm break-all text-ink-3 select-text">
                {t("ricevute.numero_sdi", { nome: row.nome, n: row.identificativo_sdi })}
              </p>
            </div>
            <IconButton
              label={t("ricevute.salva", { nome: row.nome })}
              onPress={() => void save(row).catch(sayFailure)}
            >
              <FileDown size={16} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
