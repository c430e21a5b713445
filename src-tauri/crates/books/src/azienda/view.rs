//! What crosses the window about the company (or person) that the archive belongs to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;

/// Who uses the archive; decides which pages show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Profilo {
    /// Business: ditta or company.
    #[default]
    Impresa,
    /// Professional with partita IVA.
    Professionista,
    /// Private person or household.
    Privato,
}

/// The company as typed. Every field is text as a person writes it; empty means absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AziendaDraft {
    /// Profile.
    pub profilo: Profilo,
    /// Company name; empty for a person with `nome` and `cognome`.
    pub denominazione: String,
    /// First name.
    pub nome: String,
    /// Surname.
    pub cognome: String,
    /// Title before the name.
    pub titolo: String,
    /// 11 digits.
    pub partita_iva: String,
    /// 16 or 11 characters.
    pub codice_fiscale: String,
    /// `RegimeFiscale`, e.g. `RF01`.
    pub regime_fiscale: String,
    /// Street.
    pub indirizzo: String,
    /// House number.
    pub numero_civico: String,
    /// Postcode, 5 digits.
    pub cap: String,
    /// Town.
    pub comune: String,
    /// Two letters.
    pub provincia: String,
    /// Telephone.
    pub telefono: String,
    /// E-mail.
    pub email: String,
    /// Certified e-mail.
    pub pec: String,
    /// Web site, printed only.
    pub sito: String,
    /// `UfficioREA`, two letters.
    pub rea_ufficio: String,
    /// `NumeroREA`.
    pub rea_numero: String,
    /// `CapitaleSociale` in euro.
    pub capitale_sociale: String,
    /// `SU` or `SM`.
    pub socio_unico: String,
    /// `LS` or `LN`.
    pub stato_liquidazione: String,
    /// `AlboProfessionale`.
    pub albo: String,
    /// `ProvinciaAlbo`.
    pub albo_provincia: String,
    /// `NumeroIscrizioneAlbo`.
    pub albo_numero: String,
    /// `DataIscrizioneAlbo`.
    pub albo_data: String,
    /// IBAN printed and proposed on documents.
    pub iban: String,
    /// Bank name.
    pub banca: String,
    /// `ModalitaPagamento` proposed on documents, e.g. `MP05`.
    pub modalita_pagamento: String,
    /// Terms proposed on documents, e.g. `30/60 fm`.
    pub termini_pagamento: String,
    /// `TipoCassa` of the own fund or `TC22`; empty for none.
    pub tipo_cassa: String,
    /// Percentage of the fund.
    pub aliquota_cassa: String,
    /// `TipoRitenuta` proposed (`RT01`, `RT02`); empty for none.
    pub tipo_ritenuta: String,
    /// Percentage of the withholding.
    pub aliquota_ritenuta: String,
    /// `CausalePagamento` of the withholding, e.g. `A`.
    pub causale_ritenuta: String,
    /// IVA rate proposed on a new line.
    pub aliquota_iva: String,
    /// Natura proposed on a new line when there is no IVA.
    pub natura: String,
    /// Whether stamp duty is recharged to the customer.
    pub bollo_addebitato: bool,
    /// Services to persons that must not go to SDI (health): PDF only by default.
    pub no_sdi: bool,
    /// Words at the foot of every document.
    pub nota_pie: String,
    /// Logo, an id of `allegati`.
    pub logo: Option<db::Id>,
    /// How documents are printed.
    pub aspetto: Aspetto,
}

/// How documents are printed: the design, its colour, words of one's own, columns left out. An issued document keeps
/// the look that it was issued with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Aspetto {
    /// How the page is set.
    pub disegno: Disegno,
    /// Accent, `#rrggbb`; empty for the design's own.
    pub colore: String,
    /// Words below the name in the letterhead.
    pub intestazione: String,
    /// Words after the totals.
    pub chiusura: String,
    /// Columns left out.
    pub nascoste: Vec<ColonnaStampa>,
}

/// A design.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Disegno {
    /// Hairlines, one accent.
    #[default]
    Classico,
    /// Coloured titles and total.
    Moderno,
    /// As a letter.
    Essenziale,
}

/// What can be left out of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ColonnaStampa {
    /// The article's code below its description.
    Codice,
    /// Unit of measure.
    Unita,
    /// Discounts, where no line has one.
    Sconto,
    /// Rate, where all lines have the same.
    Iva,
}

/// The company as stored.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AziendaView {
    /// Row id.
    pub id: db::Id,
    /// As it stands in the form.
    pub draft: AziendaDraft,
    /// What is wrong or doubtful (nothing refuses the saving but an unreadable identifier).
    pub problems: Vec<Problem>,
    /// Name as printed.
    pub nome_completo: String,
}

/// A numbering series: one row per series; numbers go by year.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SezionaleDraft {
    /// Letters or digits put after the number (`12/A`); empty for the main series.
    pub codice: String,
    /// What it is for.
    pub descrizione: String,
    /// Kinds of document it is proposed for.
    pub tipi: Vec<String>,
}

/// A number already used before this program, so that numbering goes on after it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NumeroAltroveDraft {
    /// Series.
    pub sezionale: String,
    /// Numbering class: `fatture`, `preventivi`, `proforma`, `ddt`, `ricevute`.
    pub classe: String,
    /// Year of the documents.
    pub anno: i16,
    /// Last number used elsewhere.
    pub ultimo: u32,
    /// Why.
    pub motivo: String,
}

/// A series with what it has used.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SezionaleView {
    /// Row id; none for the main series of a class that has no row of its own.
    pub id: Option<db::Id>,
    /// As it stands in the form.
    pub draft: SezionaleDraft,
}
