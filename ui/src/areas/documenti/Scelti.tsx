/** What can be done with the chosen documents. */
import { FileCode2, FileDown, Mail, Stamp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Scelto } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { KEYS, useKeys } from "../../shared/keys";
import { Menu } from "../../shared/Menu";
import { go } from "../../shared/route";
import { sayFailure } from "../../shared/toast";
import { pickFolder, type Salvataggio, saveInto, usualFolder } from "./cartella";
import { EmailMolte } from "./Email";
import { EmettiMolti } from "./EmettiMolti";
import { rowsOf } from "./elenco";
import { Avanzamento, useLavoro } from "./lavoro";
import { Salvati } from "./Salvati";
import { conversions } from "./tipi";

export function Scelti({ chosen }: { chosen: ReadonlySet<string> }) {
  const { t } = useTranslation("documenti");
  const ids = [...chosen];
  const saving = useSalvataggio();
  const [open, setOpen] = useState<"emetti" | "email">();
  const close = () => setOpen(undefined);
  const rows = rowsOf(ids);
  // of rows that were never on the screen nothing is known here: the plan tells
  const hasDrafts = rows.length < ids.length || rows.some((row) => row.stato === "bozza");
  const xml = () => saving.save("xml", ids, usualFolder);
  const pdf = () => saving.save("pdf", ids, usualFolder);
  const duplicate = () => go(`/documenti/nuovo?duplica=${ids[0]}`);
  useKeys({
    xml,
    print: pdf,
    mail: () => setOpen("email"),
    ...(hasDrafts ? { issue: () => setOpen("emetti") } : {}),
    ...(ids.length === 1 ? { duplicate } : {}),
  });
  return (
    <>
      {hasDrafts ? (
        <Button chord={KEYS.issue[0]} onPress={() => setOpen("emetti")}>
          <Stamp size={16} aria-hidden="true" />
          {t("emetti")}
        </Button>
      ) : null}
      <Button chord={KEYS.xml[0]} onPress={xml}>
        <FileCode2 size={16} aria-hidden="true" />
        {t("xml_in_cartella")}
      </Button>
      <Button chord={KEYS.print[0]} onPress={pdf}>
        <FileDown size={16} aria-hidden="true" />
        {t("pdf_in_cartella")}
      </Button>
      <Button chord={KEYS.mail[0]} onPress={() => setOpen("email")}>
        <Mail size={16} aria-hidden="true" />
        {t("email.bottone")}
      </Button>
      <Converti ids={ids} />
      {ids.length === 1 ? (
        <Button chord={KEYS.duplicate[0]} onPress={duplicate}>
          {t("duplica")}
        </Button>
      ) : null}
      {open === "emetti" ? <EmettiMolti ids={ids} onClose={close} /> : null}
      {open === "email" ? <EmailMolte ids={ids} onClose={close} /> : null}
      {saving.shown}
    </>
  );
}

/** Writing files of documents: the folder, the progress, the outcomes. */
export function useSalvataggio() {
  const { t } = useTranslation("documenti");
  const [report, setReport] = useState<Salvataggio | null>(null);
  const lavoro = useLavoro();
  const work = async (kind: "xml" | "pdf", ids: readonly string[], where: () => Promise<Scelto | null>) => {
    const folder = await where();
    if (!folder) return;
    const label = t(kind === "xml" ? "xml_in_cartella" : "pdf_in_cartella");
    await lavoro.run(label, ids.length, async (onDone) => setReport(await saveInto(folder, kind, ids, onDone)));
  };
  const save = (kind: "xml" | "pdf", ids: readonly string[], where: () => Promise<Scelto | null>) => {
    if (!lavoro.stato) void work(kind, ids, where).catch(sayFailure);
  };
  const elsewhere = ({ kind, ids }: Salvataggio) => {
    setReport(null);
    save(kind, ids, pickFolder);
  };
  return {
    save,
    shown: (
      <>
        <Avanzamento lavoro={lavoro} />
        <Salvati report={report} onElsewhere={elsewhere} onClose={() => setReport(null)} />
      </>
    ),
  };
}

/** Offered when every chosen document can become the same kind. */
function Converti({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation("documenti");
  const rows = rowsOf(ids);
  const first = rows[0];
  if (!first || rows.length < ids.length || rows.some((row) => row.tipo !== first.tipo || row.stato === "bozza"))
    return null;
  const targets = conversions(first.tipo);
  if (targets.length === 0) return null;
  return (
    <Menu
      trigger={<Button>{t("converti")}</Button>}
      actions={targets.map((tipo) => ({
        id: tipo,
        label: t(`tipi.${tipo}`),
        run: () => go(`/documenti/nuovo?converti=${ids.join(",")}&tipo=${tipo}`),
      }))}
    />
  );
}
