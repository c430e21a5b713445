//! The words of a printed document, Italian and English.

use fisco::codici::ModalitaPagamento;
use pdf::Lingua;

use crate::documenti::{RiferimentoTipo, Tipo};

/// Words in the language of the document.
pub(in crate::documenti) struct Parole {
    pub(in crate::documenti) lingua: Lingua,
    pub(super) of_date: &'static str,
    pub(super) to: &'static str,
    pub(super) draft: &'static str,
    pub(super) description: &'static str,
    pub(super) quantity: &'static str,
    pub(super) unit: &'static str,
    pub(super) price: &'static str,
    pub(super) discount: &'static str,
    pub(super) amount: &'static str,
    pub(super) vat: &'static str,
    pub(super) taxable: &'static str,
    pub(super) tax: &'static str,
    pub(super) fund: &'static str,
    pub(super) rounding: &'static str,
    pub(super) withholding: &'static str,
    pub(super) split: &'static str,
    pub(super) off_invoice: &'static str,
    pub(super) total: &'static str,
    pub(super) to_pay: &'static str,
    pub(super) payment: &'static str,
    pub(in crate::documenti) due: &'static str,
    pub(super) how: &'static str,
    pub(super) scan: &'static str,
    pub(super) valid_until: &'static str,
    pub(super) reason: &'static str,
    pub(super) look: &'static str,
    pub(super) means: &'static str,
    pub(super) carrier: &'static str,
    pub(super) place: &'static str,
    pub(super) hour: &'static str,
    pub(super) packages: &'static str,
    pub(super) weight: &'static str,
    pub(super) starts: &'static str,
    pub(super) signatures: &'static str,
}

const IT: Parole = Parole {
    lingua: Lingua::It,
    of_date: "del",
    to: "Spett.le",
    draft: "BOZZA",
    description: "Descrizione",
    quantity: "Quantità",
    unit: "U.M.",
    price: "Prezzo",
    discount: "Sconto",
    amount: "Importo",
    vat: "IVA",
    taxable: "Imponibile",
    tax: "Imposta",
    fund: "Contributo",
    rounding: "Arrotondamento",
    withholding: "Ritenuta d'acconto",
    split: "IVA in scissione dei pagamenti",
    off_invoice: "Sconto in fattura",
    total: "Totale",
    to_pay: "Netto a pagare",
    payment: "Pagamento",
    due: "Scadenza",
    how: "Modalità",
    scan: "Inquadra con l'app della banca",
    valid_until: "Valido fino al",
    reason: "Causale del trasporto",
    look: "Aspetto dei beni",
    means: "Mezzo",
    carrier: "Vettore",
    place: "Destinazione",
    hour: "Ora di inizio",
    packages: "Colli",
    weight: "Peso lordo",
    starts: "Inizio trasporto",
    signatures: "Firma conducente ____________________   Firma destinatario ____________________",
};

const EN: Parole = Parole {
    lingua: Lingua::En,
    of_date: "of",
    to: "To",
    draft: "DRAFT",
    description: "Description",
    quantity: "Quantity",
    unit: "Unit",
    price: "Price",
    discount: "Discount",
    amount: "Amount",
    vat: "VAT",
    taxable: "Taxable amount",
    tax: "VAT amount",
    fund: "Contribution",
    rounding: "Rounding",
    withholding: "Withholding tax",
    split: "VAT paid to the State (split payment)",
    off_invoice: "Discount on the invoice",
    total: "Total",
    to_pay: "Amount to pay",
    payment: "Payment",
    due: "Due",
    how: "Means",
    scan: "Scan with your bank's app",
    valid_until: "Valid until",
    reason: "Reason for transport",
    look: "Look of the goods",
    means: "Means of transport",
    carrier: "Carrier",
    place: "Place of delivery",
    hour: "Starts at",
    packages: "Packages",
    weight: "Gross weight",
    starts: "Start of transport",
    signatures: "Driver's signature ____________________   Recipient's signature ____________________",
};

impl Parole {
    pub(in crate::documenti) fn of(lingua: fisco::diciture::Lingua) -> Self {
        match lingua {
            fisco::diciture::Lingua::It => IT,
            fisco::diciture::Lingua::En => EN,
        }
    }

    /// Name of the kind, as printed.
    pub(in crate::documenti) fn kind(&self, tipo: Tipo) -> &'static str {
        let (it, en) = match tipo {
            Tipo::Preventivo => ("Preventivo", "Quote"),
            Tipo::Proforma => ("Fattura proforma", "Proforma invoice"),
            Tipo::Ddt => ("Documento di trasporto", "Delivery note"),
            Tipo::Fattura => ("Fattura", "Invoice"),
            Tipo::FatturaAcconto => ("Fattura di acconto", "Advance invoice"),
            Tipo::ParcellaAcconto => ("Acconto su parcella", "Advance on fees"),
            Tipo::NotaCredito => ("Nota di credito", "Credit note"),
            Tipo::NotaDebito => ("Nota di debito", "Debit note"),
            Tipo::Parcella => ("Parcella", "Fee invoice"),
            Tipo::FatturaDifferita | Tipo::FatturaDifferitaB => ("Fattura differita", "Deferred invoice"),
            Tipo::Ricevuta => ("Ricevuta", "Receipt"),
        };
        self.pick(it, en)
    }

    pub(super) fn reference(&self, tipo: RiferimentoTipo) -> &'static str {
        let (it, en) = match tipo {
            RiferimentoTipo::Ordine => ("Ordine", "Order"),
            RiferimentoTipo::Contratto => ("Contratto", "Contract"),
            RiferimentoTipo::Convenzione => ("Convenzione", "Agreement"),
            RiferimentoTipo::Ricezione => ("Ricezione", "Reception"),
            RiferimentoTipo::FatturaCollegata => ("Fattura collegata", "Invoice"),
        };
        self.pick(it, en)
    }

    pub(super) fn means_of(&self, code: ModalitaPagamento) -> &'static str {
        self.pick(code.voce().it, code.voce().en)
    }

    fn pick(&self, it: &'static str, en: &'static str) -> &'static str {
        match self.lingua {
            Lingua::It => it,
            Lingua::En => en,
        }
    }
}
