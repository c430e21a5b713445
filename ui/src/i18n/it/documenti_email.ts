/** Letters for the mail program. */
export const email = {
  titolo: "Email con i documenti",
  bottone: "Email",
  spiega:
    "Si apre nel programma di posta un'email per ogni cliente, con i suoi documenti allegati. La spedisci tu da lì.",
  con_xml: "Allega anche l'XML",
  con_pdf: "Email con il PDF",
  con_pdf_xml: "Email con PDF e XML",
  mostra_pdf_uno: "Mostra il PDF nella cartella",
  mostra_pdf: "Mostra i PDF nella cartella",
  non_tutti:
    "Outlook e Thunderbird aprono l'email come bozza da spedire. Mail di Apple e alcune versioni di Outlook la mostrano come email ricevuta: lì scegli «Invia di nuovo», oppure trascina i PDF dalla cartella in una email nuova.",
  senza_indirizzo: "Senza indirizzo: lo scrivi nel programma di posta.",
  documenti_one: "{{count}} documento",
  documenti_other: "{{count}} documenti",
  apri_one: "Apri l'email",
  apri_other: "Apri {{count}} email",
  aperta: "Email per {{a}} aperta nel programma di posta",
  aperta_senza: "Email aperta nel programma di posta. Nella scheda di {{cliente}} manca l'indirizzo.",
  aperte_one: "{{count}} email aperta nel programma di posta",
  aperte_other: "{{count}} email aperte nel programma di posta",
} as const;
