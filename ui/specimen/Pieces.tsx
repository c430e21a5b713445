import { useState } from "react";
import { Failure } from "../src/ipc/client";
import type { Problem } from "../src/ipc/generated";
import { MoneyInput, PercentInput, QuantityInput } from "../src/shared/AmountInput";
import { Badge } from "../src/shared/Badge";
import { Button } from "../src/shared/Button";
import { ComboBox } from "../src/shared/ComboBox";
import { DateInput } from "../src/shared/DateInput";
import { Dialog } from "../src/shared/Dialog";
import { FailureView } from "../src/shared/FailureView";
import { RecordPage, Section } from "../src/shared/Page";
import { Progress, Report } from "../src/shared/Progress";
import { ProblemsProvider } from "../src/shared/problems";
import { Select } from "../src/shared/Select";
import { TextBox, TextField } from "../src/shared/TextField";
import { Checkbox, Switch } from "../src/shared/Toggle";

const problems: Problem[] = [
  { code: "partita_iva_cifra", field: "partita_iva", severity: "error", args: {}, sdi: "00305" },
  { code: "data_futura", field: "giorno", severity: "warning", args: {}, sdi: null },
];
const ALIQUOTE = [
  { id: "22", label: "22%", note: "ordinaria" },
  { id: "10", label: "10%", note: "ridotta" },
];

export function Pieces() {
  const [text, setText] = useState<Record<string, string>>({
    prezzo: "1234,5",
    quantita: "3",
    sconto: "15%",
    giorno: "2026-11-23",
    partita_iva: "01234567890",
  });
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(true);
  const field = (path: string) => ({
    path,
    value: text[path] ?? "",
    onChange: (next: string) => setText((before) => ({ ...before, [path]: next })),
  });
  return (
    <ProblemsProvider problems={problems}>
      <RecordPage
        title="Fattura 12/A a Caffè Perù S.n.c."
        state={<Badge tone="neutral">Bozza</Badge>}
        note="23/11/2026"
        actionsLabel="Azioni"
        actions={
          <>
            <Button onPress={() => setOpen(true)}>Dialogo</Button>
            <Button chord="Mod+S">Salva</Button>
            <Button look="primary" chord="Mod+Enter">
              Emetti
            </Button>
          </>
        }
        sideLabel="Anteprima"
        side={<Side />}
      >
        <FailureView failure={new Failure("emissione_rifiutata", problems, "")} onRetry={() => {}} />
        <div className="h-4" />
        <Section title="Testata">
          <TextField label="Partita IVA" kind="code" required {...field("partita_iva")} />
          <DateInput label="Data" {...field("giorno")} />
          <ComboBox
            label="Cliente"
            value="22"
            text="22%"
            onChange={() => {}}
            onSearch={() => {}}
            onCreate={() => {}}
            options={ALIQUOTE}
          />
          <Select label="Aliquota" value="22" onChange={() => {}} options={ALIQUOTE} />
        </Section>
        <Section title="Riga">
          <QuantityInput label="Quantità" {...field("quantita")} />
          <MoneyInput label="Prezzo" {...field("prezzo")} />
          <PercentInput label="Sconto" {...field("sconto")} />
          <TextField label="Disabilitato" disabled value="non si tocca" onChange={() => {}} />
        </Section>
        <Section title="Altro">
          <TextBox label="Note" hint="Stampate in fondo al documento." {...field("note")} />
          <div>
            <Checkbox label="Prezzi IVA inclusa" value={on} onChange={setOn} />
            <Switch label="Niente SDI" value={!on} onChange={(off) => setOn(!off)} />
          </div>
        </Section>
        <Progress label="Esportazione" done={340} total={1000} onCancel={() => {}} />
        <Report
          label="Esito"
          outcomes={[
            { id: "1", subject: "IT01234567890_00001.xml", tone: "ok", state: "Salvato" },
            {
              id: "2",
              subject: "IT01234567890_00002.xml",
              tone: "bad",
              state: "Rifiutato",
              note: "Cartella in sola lettura",
            },
          ]}
        />
        <Dialog
          title="Emetti la fattura 12/A"
          isOpen={open}
          onClose={() => setOpen(false)}
          actions={<Button look="primary">Emetti</Button>}
        >
          <p>Dopo l'emissione numero, data e importi non si possono più cambiare.</p>
          <DateInput label="Data" {...field("giorno")} />
        </Dialog>
      </RecordPage>
    </ProblemsProvider>
  );
}

/** A picture over `blob:`, as the pages of the PDF come. */
function Side() {
  const [url] = useState(() => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="420" height="594"><rect width="420" height="594" fill="white"/><rect x="40" y="40" width="160" height="16" fill="#1f6f5c"/></svg>';
    return URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  });
  return <img src={url} alt="Pagina 1" className="w-full border border-line shadow-pop" id="page" />;
}
