/** What a line seldom needs. */
import { useTranslation } from "react-i18next";
import type { RigaDraft } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { CodeField } from "../../shared/CodeField";
import { DateInput } from "../../shared/DateInput";
import { Dialog } from "../../shared/Dialog";
import { Section } from "../../shared/Page";
import { Select } from "../../shared/Select";
import { TextBox, TextField } from "../../shared/TextField";

interface Props {
  index: number;
  riga: RigaDraft;
  onChange: (change: Partial<RigaDraft>) => void;
  onClose: () => void;
}

const CESSIONI = ["", "SC", "PR", "AB", "AC"] as const;
const USUAL = "-";

type Testo = "codice" | "riferimento_normativo" | "data_inizio" | "data_fine" | "riferimento_amministrazione";

export function DettagliRiga({ index, riga, onChange, onClose }: Props) {
  const { t } = useTranslation("documenti");
  const bind = (key: Testo) => ({
    label: t(`riga.${key}`),
    path: `righe.${index}.${key}`,
    value: riga[key],
    onChange: (text: string) => onChange({ [key]: text }),
  });
  const choice = (key: "ritenuta" | "cassa") => (
    <Select
      label={t(`riga.${key}`)}
      path={`righe.${index}.${key}`}
      value={riga[key] === null ? USUAL : riga[key] ? "si" : "no"}
      onChange={(id) => onChange({ [key]: id === USUAL ? null : id === "si" })}
      options={[
        { id: USUAL, label: t("come_di_solito") },
        { id: "si", label: t("si") },
        { id: "no", label: t("no") },
      ]}
    />
  );
  return (
    <Dialog
      title={t("riga.dettagli_n", { n: index + 1 })}
      isOpen
      onClose={onClose}
      size="medium"
      keys={{ save: onClose }}
      actions={
        <Button look="primary" onPress={onClose}>
          {t("fatto")}
        </Button>
      }
    >
      <Section title={t("riga.parole")}>
        <div className="col-span-full">
          <TextBox
            label={t("riga.descrizione")}
            path={`righe.${index}.descrizione`}
            value={riga.descrizione}
            onChange={(descrizione) => onChange({ descrizione })}
          />
        </div>
        <TextField {...bind("codice")} />
        <Select
          label={t("riga.tipo_cessione")}
          value={riga.tipo_cessione || USUAL}
          onChange={(id) => onChange({ tipo_cessione: id === USUAL ? "" : id })}
          options={CESSIONI.map((code) => ({ id: code || USUAL, label: t(`cessioni.${code || "normale"}`) }))}
        />
      </Section>
      <Section title={t("riga.imposte")}>
        <CodeField
          label={t("riga.natura")}
          list="natura"
          path={`righe.${index}.natura`}
          value={riga.natura}
          onChange={(natura) => onChange({ natura, ...(natura ? { aliquota_iva: "" } : {}) })}
          none={t("con_iva")}
        />
        <TextField {...bind("riferimento_normativo")} hint={t("aiuto_riferimento")} />
        {choice("ritenuta")}
        {choice("cassa")}
      </Section>
      <Section title={t("riga.periodo")}>
        <DateInput {...bind("data_inizio")} />
        <DateInput {...bind("data_fine")} />
        <TextField {...bind("riferimento_amministrazione")} />
      </Section>
    </Dialog>
  );
}
