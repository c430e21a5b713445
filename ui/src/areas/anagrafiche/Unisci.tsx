/** Two records of the same subject become one. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { Faccia, SoggettoFilter } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { ComboBox } from "../../shared/ComboBox";
import { Dialog } from "../../shared/Dialog";
import { FailureView } from "../../shared/FailureView";
import { keep } from "../../shared/keep";
import type { Option } from "../../shared/Option";

interface Props {
  keepId: string;
  name: string;
  faccia: Faccia;
  isOpen: boolean;
  onClose: () => void;
}

export function Unisci({ keepId, name, faccia, isOpen, onClose }: Props) {
  const { t } = useTranslation("anagrafiche");
  const [testo, setTesto] = useState("");
  const [drop, setDrop] = useState<Option>();
  const [failure, setFailure] = useState<unknown>();
  const filter: SoggettoFilter = {
    faccia,
    testo,
    natura: null,
    cestino: false,
    sort: "nome",
    direction: "ascending",
    page: { cursor: null, limit: 20 },
  };
  const { data } = useQuery({ ...query("anagrafiche_list", { filter }), enabled: isOpen });
  const merge = async () => {
    if (!drop) return;
    try {
      await keep("anagrafiche_merge", { keep: keepId, drop: drop.id }, t("unito"));
      onClose();
    } catch (reason) {
      setFailure(reason);
    }
  };
  return (
    <Dialog
      title={t("unisci_titolo")}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("annulla")}</Button>
          <Button look="primary" isDisabled={!drop} onPress={() => void merge()}>
            {t("unisci")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{t("unisci_testo", { nome: name })}</p>
        {failure ? <FailureView failure={failure} /> : null}
        <ComboBox
          autoFocus
          label={t("unisci_scheda")}
          value={drop?.id ?? null}
          text={drop?.label ?? ""}
          onSearch={setTesto}
          onChange={(_, option) => setDrop(option)}
          options={(data?.rows ?? [])
            .filter((row) => row.id !== keepId)
            .map((row) => ({ id: row.id, label: row.nome, note: row.partita_iva || row.comune }))}
        />
      </div>
    </Dialog>
  );
}
