/** Letters in the mail program, one for each customer, with their documents attached. The program itself sends nothing. */
import { useQuery } from "@tanstack/react-query";
import { FolderOpen, Mail } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, query, write } from "../../ipc/client";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { FailureView } from "../../shared/FailureView";
import { KEYS } from "../../shared/keys";
import { Report } from "../../shared/Progress";
import { Checkbox } from "../../shared/Toggle";
import { sayFailure, toast } from "../../shared/toast";

/** Opens the letters and says to whom. */
export function useEmail() {
  const { t } = useTranslation("documenti");
  return async (ids: readonly string[], conXml: boolean) => {
    const { value: letters } = await write("documenti_email", { ids: [...ids], con_xml: conXml });
    const [first] = letters;
    if (letters.length > 1) toast(t("email.aperte", { count: letters.length }));
    else if (first?.a) toast(t("email.aperta", { a: first.a }));
    else toast(t("email.aperta_senza", { cliente: first?.cliente ?? "" }));
  };
}

/** The PDFs in a folder that opens, to be dragged into a letter by hand. */
const showPdf = (ids: readonly string[]) => call("documenti_pdf_show", { ids: [...ids] });

interface Props {
  ids: readonly string[];
  onClose: () => void;
}

/** Says first which letters will open. */
export function EmailMolte({ ids, onClose }: Props) {
  const { t } = useTranslation("documenti");
  const [asked] = useState(() => [...ids]);
  const [conXml, setConXml] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { data: letters = [], error } = useQuery({ ...query("documenti_lettere", { ids: asked }), gcTime: 0 });
  const openAll = useEmail();
  const open = () => {
    if (letters.length > 0) void openAll(asked, conXml).then(onClose, setFailure);
  };
  return (
    <Dialog
      title={t("email.titolo")}
      isOpen
      onClose={onClose}
      keys={{ mail: open }}
      actions={
        <>
          <Button onPress={onClose}>{t("annulla")}</Button>
          <Button onPress={() => void showPdf(asked).catch(setFailure)}>{t("email.mostra_pdf")}</Button>
          {letters.length > 0 ? (
            <Button look="primary" autoFocus chord={KEYS.mail[0]} onPress={open}>
              {t("email.apri", { count: letters.length })}
            </Button>
          ) : null}
        </>
      }
    >
      {(error ?? failure) ? <FailureView failure={error ?? failure} /> : null}
      {letters.length > 0 ? (
        <>
          <p className="text-ink-2">{t("email.spiega")}</p>
          <Checkbox label={t("email.con_xml")} value={conXml} onChange={setConXml} />
          <p className="text-sm text-ink-3">{t("email.non_tutti")}</p>
          <Report
            label={t("email.titolo")}
            outcomes={letters.map((letter) => ({
              id: letter.documenti[0] ?? "",
              subject: letter.cliente,
              note: letter.a || t("email.senza_indirizzo"),
              tone: letter.a ? "neutral" : "warn",
              state: t("email.documenti", { count: letter.documenti.length }),
            }))}
          />
        </>
      ) : null}
    </Dialog>
  );
}

/** For one document: at once. */
export function useEmailOne(id: string) {
  const { t } = useTranslation("documenti");
  const open = useEmail();
  const send = (conXml: boolean) => void open([id], conXml).catch(sayFailure);
  const actions = (hasXml: boolean) => {
    const pdf = {
      id: "email",
      label: t("email.con_pdf"),
      icon: <Mail size={16} aria-hidden="true" />,
      chord: KEYS.mail[0],
      run: () => send(false),
    };
    const both = {
      id: "email_xml",
      label: t("email.con_pdf_xml"),
      icon: <Mail size={16} aria-hidden="true" />,
      run: () => send(true),
    };
    const show = {
      id: "mostra_pdf",
      label: t("email.mostra_pdf_uno"),
      icon: <FolderOpen size={16} aria-hidden="true" />,
      run: () => void showPdf([id]).catch(sayFailure),
    };
    return hasXml ? [pdf, both, show] : [pdf, show];
  };
  return { mail: () => send(false), actions };
}
