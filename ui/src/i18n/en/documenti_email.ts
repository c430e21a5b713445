import type { email as it } from "../it/documenti_email";
import type { Translated } from "../words";

export const email: Translated<typeof it> = {
  titolo: "E-mails with the documents",
  bottone: "E-mail",
  spiega: "The mail program opens an e-mail for each customer, with their documents attached. You send it from there.",
  con_xml: "Attach the XML too",
  con_pdf: "E-mail with the PDF",
  con_pdf_xml: "E-mail with PDF and XML",
  mostra_pdf_uno: "Show the PDF in its folder",
  mostra_pdf: "Show the PDFs",
  non_tutti:
    'Outlook and Thunderbird open the e-mail as a draft to be sent. Apple Mail and some versions of Outlook show it as if it had been received: choose "Send Again" there, or drag the PDFs from the folder into a new e-mail.',
  senza_indirizzo: "No address: you write it in the mail program.",
  documenti_one: "{{count}} document",
  documenti_other: "{{count}} documents",
  apri_one: "Open the e-mail",
  apri_other: "Open {{count}} e-mails",
  aperta: "E-mail to {{a}} opened in the mail program",
  aperta_senza: "E-mail opened in the mail program. The record of {{cliente}} has no address.",
  aperte_one: "{{count}} e-mail opened in the mail program",
  aperte_other: "{{count}} e-mails opened in the mail program",
};
