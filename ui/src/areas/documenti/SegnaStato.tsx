/** Where files stand, said by hand: which state, since when, what SDI said. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toFailure } from "../../ipc/client";
import type { EfatturaStato } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { DateInput } from "../../shared/DateInput";
import { Dialog } from "../../shared/Dialog";
import { FailureView } from "../../shared/FailureView";
import { keep } from "../../shared/keep";
import { KEYS } from "../../shared/keys";
import { ProblemsProvider } from "../../shared/problems";
import { Select } from "../../shared/Select";
import { TextField } from "../../shared/TextField";
import { A_MANO } from "./stati";

interface Props {
  ids: readonly string[];
  isOpen: boolean;
  onClose: (done: boolean) => void;
}

export function SegnaStato({ ids, isOpen, onClose }: Props) {
  const { t } = useTranslation("documenti");
  const [stato, setStato] = useState<EfatturaStato>("inviata");
  const [giorno, setGiorno] = useState("");
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<unknown>();
  const close = (done: boolean) => {
    setFailure(undefined);
    setNote("");
    setGiorno("");
    onClose(done);
  };
  const mark = async () => {
    try {
      const said = t("banco.segnati", { stato: t(`banco.stati.${stato}`).toLowerCase() });
      await keep("efatture_mark", { ids: [...ids], stato, giorno, note }, said);
      close(true);
    } catch (reason) {
      setFailure(reason);
    }
  };
  return (
    <Dialog
      title={t("banco.segna_titolo", { count: ids.length })}
      isOpen={isOpen}
      onClose={() => close(false)}
      keys={{ save: () => void mark() }}
      actions={
        <>
          <Button onPress={() => close(false)}>{t("annulla")}</Button>
          <Button look="primary" chord={KEYS.save[0]} onPress={() => void mark()}>
            {t("banco.segna_come")}
          </Button>
        </>
      }
    >
      <ProblemsProvider problems={failure ? toFailure(failure).problems : []}>
        {failure ? <FailureView failure={failure} /> : null}
        <Select
          label={t("banco.segna_come")}
          autoFocus
          value={stato}
          onChange={(id) => setStato(id as EfatturaStato)}
          options={A_MANO.map((id) => ({ id, label: t(`banco.stati.${id}`) }))}
        />
        <DateInput label={t("banco.giorno")} path="giorno" value={giorno} onChange={setGiorno} />
        <TextField label={t("banco.note")} path="note" value={note} onChange={setNote} />
      </ProblemsProvider>
    </Dialog>
  );
}
