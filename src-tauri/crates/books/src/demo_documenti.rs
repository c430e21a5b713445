//! Three years of a workshop's documents, day by day, each through the rules that any document goes through.

use std::collections::BTreeMap;

use db::{Id, Tx, When};
use jiff::{ToSpan, civil::Date};

use crate::{
    Books, Error, Marks, anagrafiche,
    anagrafiche::Natura,
    demo::{Demo, morning},
    demo_incassi::Cassa,
    demo_posta::Posta,
    demo_righe::{Iva, riga, righe},
    dice::Dice,
    documenti::{
        self, DocumentoDraft, RiferimentoDraft, RiferimentoTipo, RigaDraft, Stato, Tipo, TrasportoDraft,
    },
    prodotti::{self, ProdottoView},
};

/// Issues documents from `from` to `to`, `count` in all, the last few of them left as drafts.
pub(crate) fn fill(
    books: &Books,
    demo: &Demo,
    (count, seed): (u32, u64),
    (from, to): (Date, Date),
) -> Result<(), Error> {
    let bozze = (count / 50).min(6);
    let mut bottega = Bottega::open(books, demo, seed, &morning(to, seed)?)?;
    let issued = count.saturating_sub(bozze);
    let days: Vec<Date> = from.series(1.day()).take_while(|day| *day <= to).collect();
    let mut past = 0_usize;
    // A week's documents in one write: a commit for each of them would wait for the disk.
    for week in days.chunks(7) {
        let Some(last) = week.last() else { continue };
        books.write("demo.issue", &morning(*last, seed)?, |tx| {
            for day in week {
                past = past.saturating_add(1);
                let due = share(issued, past, days.len());
                bottega.day(tx, books.marks(), *day, (due, issued))?;
            }
            bottega.cassa.until(tx, *last)?;
            bottega.posta.until(tx, *last)?;
            tx.barrier();
            Ok(())
        })?;
    }
    books.write("demo.drafts", &morning(to, seed)?, |tx| {
        bottega.bozze(tx, to, bozze)?;
        bottega.posta.finish(tx)
    })?;
    books.raise_marks()
}

/// What of `count` is due after `past` of `days` days.
fn share(count: u32, past: usize, days: usize) -> u32 {
    let wide = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let due = u64::from(count)
        .saturating_mul(wide(past))
        .checked_div(wide(days));
    due.and_then(|due| u32::try_from(due).ok()).unwrap_or(count)
}

/// A customer with a draft that has the usual values.
struct Cliente {
    draft: DocumentoDraft,
    natura: Natura,
    iva: Iva,
}

/// What waits for another document, oldest first.
#[derive(Default)]
struct Aperti {
    preventivi: Vec<Id>,
    proforma: Vec<Id>,
    acconti: Vec<(Id, u32)>,
    fatture: Vec<Id>,
    ddt: BTreeMap<Id, Vec<Id>>,
}

struct Bottega {
    clienti: Vec<Cliente>,
    prodotti: Vec<ProdottoView>,
    aperti: Aperti,
    cassa: Cassa,
    posta: Posta,
    dice: Dice,
    made: u32,
}

impl Bottega {
    fn open(books: &Books, demo: &Demo, seed: u64, when: &When) -> Result<Self, Error> {
        books.read(|sql| {
            let clienti = demo.clienti.iter().map(|id| {
                let cliente = anagrafiche::get(sql, *id, when.today)?.draft;
                Ok(Cliente {
                    draft: documenti::new_draft(sql, Tipo::Fattura, Some(*id), when)?,
                    natura: cliente.natura,
                    iva: Iva::of(&cliente),
                })
            });
            let prodotti = demo.prodotti.iter().map(|id| prodotti::get(sql, *id));
            Ok(Self {
                clienti: clienti.collect::<Result<_, Error>>()?,
                prodotti: prodotti.collect::<Result<_, Error>>()?,
                aperti: Aperti::default(),
                cassa: Cassa::new(seed),
                posta: Posta::new(seed, when.today),
                dice: Dice::new(seed),
                made: 0,
            })
        })
    }

    /// The documents of a day, until `due` of `most` are there; on the last of a month goods delivered are billed first.
    fn day(&mut self, tx: &Tx<'_>, marks: &Marks, day: Date, (due, most): (u32, u32)) -> Result<(), Error> {
        if day == day.last_of_month() {
            let delivered = std::mem::take(&mut self.aperti.ddt);
            for (cliente, ddt) in delivered {
                if self.made < most {
                    let draft = convert(tx, &ddt, Tipo::FatturaDifferita, day)?;
                    self.issue(tx, marks, &draft)?;
                } else {
                    self.aperti.ddt.insert(cliente, ddt);
                }
            }
        }
        while self.made < due {
            self.next(tx, marks, day)?;
        }
        Ok(())
    }

    /// One more document, of a kind that chance and what is open allow.
    fn next(&mut self, tx: &Tx<'_>, marks: &Marks, day: Date) -> Result<(), Error> {
        match self.dice.roll(100) {
            0..=10 => self.preventivo(tx, marks, day),
            11..=14 => {
                let id = self.fresh(tx, marks, Tipo::Proforma, day)?;
                self.aperti.proforma.push(id);
                Ok(())
            }
            15..=30 => self.ddt(tx, marks, day),
            31..=34 => self.ricevuta(tx, marks, day),
            35..=37 => self.acconto(tx, marks, day),
            38..=40 => self.saldo(tx, marks, day),
            41..=45 => self.nota_credito(tx, marks, day),
            46..=52 => {
                let open = oldest(&mut self.aperti.preventivi);
                self.become_or_fattura(tx, marks, open, day)
            }
            53..=55 => {
                let open = oldest(&mut self.aperti.proforma);
                self.become_or_fattura(tx, marks, open, day)
            }
            _ => self.fattura(tx, marks, day),
        }
    }

    fn issue(&mut self, tx: &Tx<'_>, marks: &Marks, draft: &DocumentoDraft) -> Result<Id, Error> {
        let (id, _) = documenti::issue_in(tx, marks, draft)?;
        if draft.tipo.is_dovuto() {
            self.cassa.expect(tx, id)?;
        }
        if draft.tipo.is_fiscale() {
            self.posta.expect(
                id,
                draft.data_documento.parse().unwrap_or(tx.when().today),
                draft.esigibilita_iva == "S",
            );
        }
        self.made = self.made.saturating_add(1);
        Ok(id)
    }

    /// A draft to one of the customers that `suits`, without lines.
    fn for_one(&mut self, tipo: Tipo, day: Date, suits: impl Fn(&Cliente) -> bool) -> (DocumentoDraft, Iva) {
        let sides = u32::try_from(self.clienti.len()).unwrap_or(u32::MAX);
        let from = usize::try_from(self.dice.roll(sides)).unwrap_or(0);
        let mut round = self.clienti.iter().skip(from).chain(&self.clienti);
        let Some(cliente) = round.find(|cliente| suits(cliente)) else {
            return (DocumentoDraft::default(), Iva::Ordinaria);
        };
        let draft = DocumentoDraft {
            tipo,
            data_documento: day.to_string(),
            ..cliente.draft.clone()
        };
        (draft, cliente.iva)
    }

    fn fresh(&mut self, tx: &Tx<'_>, marks: &Marks, tipo: Tipo, day: Date) -> Result<Id, Error> {
        let (mut draft, iva) = self.for_one(tipo, day, |_| true);
        draft.righe = righe(&self.prodotti, iva, &mut self.dice);
        self.issue(tx, marks, &draft)
    }

    fn fattura(&mut self, tx: &Tx<'_>, marks: &Marks, day: Date) -> Result<(), Error> {
        let (mut draft, iva) = if self.dice.roll(6) == 0 {
            self.for_one(Tipo::Fattura, day, |cliente| cliente.natura == Natura::Privato)
        } else {
            self.for_one(Tipo::Fattura, day, |_| true)
        };
        draft.righe = righe(&self.prodotti, iva, &mut self.dice);
        draft.sconto = match self.dice.roll(16) {
            0 => "5%",
            1 => "5,00",
            _ => "",
        }
        .to_owned();
        draft.prezzi_ivati = iva == Iva::Ordinaria && self.dice.roll(8) == 0;
        if draft.esigibilita_iva == "S" {
            draft.riferimenti.push(RiferimentoDraft {
                tipo: RiferimentoTipo::Ordine,
                id_documento: format!("OdA {}", self.dice.digits(4)),
                cig: format!("Z{}", self.dice.digits(9)),
                ..RiferimentoDraft::default()
            });
        }
        let id = self.issue(tx, marks, &draft)?;
        self.aperti.fatture.push(id);
        Ok(())
    }

    fn preventivo(&mut self, tx: &Tx<'_>, marks: &Marks, day: Date) -> Result<(), Error> {
        let (mut draft, iva) = self.for_one(Tipo::Preventivo, day, |_| true);
        draft.righe = righe(&self.prodotti, iva, &mut self.dice);
        draft.valido_fino = day.saturating_add(30.days()).to_string();
        let id = self.issue(tx, marks, &draft)?;
        match self.dice.roll(4) {
            0 => documenti::set_stato_in(tx, id, Stato::Accettato)?,
            1 => return documenti::set_stato_in(tx, id, Stato::Rifiutato),
            _ => {}
        }
        self.aperti.preventivi.push(id);
        Ok(())
    }

    fn ddt(&mut self, tx: &Tx<'_>, marks: &Marks, day: Date) -> Result<(), Error> {
        // A few customers come often: their month is one invoice.
        let regulars = |cliente: &Cliente| cliente.natura == Natura::Societa;
        let (mut draft, iva) = self.for_one(Tipo::Ddt, day, regulars);
        draft.righe = righe(&self.prodotti, iva, &mut self.dice);
        draft.trasporto = Some(TrasportoDraft {
            causale: "Vendita".to_owned(),
            mezzo: "Mittente".to_owned(),
            aspetto: "Imballo di cartone".to_owned(),
            colli: self.dice.roll(9).saturating_add(1).to_string(),
            data_inizio: day.to_string(),
            ..TrasportoDraft::default()
        });
        let id = self.issue(tx, marks, &draft)?;
        if let Some(cliente) = draft.cliente_id {
            self.aperti.ddt.entry(cliente).or_default().push(id);
        }
        Ok(())
    }

    fn ricevuta(&mut self, tx: &Tx<'_>, marks: &Marks, day: Date) -> Result<(), Error> {
        let privato = |cliente: &Cliente| cliente.natura == Natura::Privato;
        let (mut draft, _) = self.for_one(Tipo::Ricevuta, day, privato);
        draft.no_sdi = true;
        draft.righe = vec![RigaDraft {
            descrizione: dice_work(&mut self.dice).to_owned(),
            prezzo: format!("{},00", self.dice.roll(120).saturating_add(15)),
            ..RigaDraft::default()
        }];
        self.issue(tx, marks, &draft).map(|_| ())
    }

    fn acconto(&mut self, tx: &Tx<'_>, marks: &Marks, day: Date) -> Result<(), Error> {
        let (mut draft, _) = self.for_one(Tipo::FatturaAcconto, day, |cliente| cliente.iva == Iva::Ordinaria);
        let euro = self.dice.roll(9).saturating_add(1).saturating_mul(100);
        draft.righe = vec![RigaDraft {
            descrizione: "Acconto su cucina su misura".to_owned(),
            prezzo: format!("{euro},00"),
            aliquota_iva: "22".to_owned(),
            ..RigaDraft::default()
        }];
        let id = self.issue(tx, marks, &draft)?;
        self.aperti.acconti.push((id, euro));
        Ok(())
    }

    /// The balance of the oldest advance: the whole work, less what was paid.
    fn saldo(&mut self, tx: &Tx<'_>, marks: &Marks, day: Date) -> Result<(), Error> {
        if self.aperti.acconti.is_empty() {
            return self.fattura(tx, marks, day);
        }
        let (id, euro) = self.aperti.acconti.remove(0);
        let mut draft = convert(tx, &[id], Tipo::Fattura, day)?;
        let work = RigaDraft {
            descrizione: "Cucina su misura".to_owned(),
            prezzo: format!("{},00", euro.saturating_mul(3)),
            aliquota_iva: "22".to_owned(),
            ..RigaDraft::default()
        };
        draft.righe.insert(0, work);
        self.issue(tx, marks, &draft).map(|_| ())
    }

    /// A credit note over one of the last invoices, all of it or its first line.
    fn nota_credito(&mut self, tx: &Tx<'_>, marks: &Marks, day: Date) -> Result<(), Error> {
        let Some(id) = oldest(&mut self.aperti.fatture) else {
            return self.fattura(tx, marks, day);
        };
        // Older invoices stay as they are.
        self.aperti.fatture.clear();
        let mut draft = convert(tx, &[id], Tipo::NotaCredito, day)?;
        if draft.sconto.is_empty() && self.dice.roll(2) == 0 {
            draft.righe.truncate(1);
        }
        draft.causale = "Merce resa".to_owned();
        self.cassa.credited(id);
        self.issue(tx, marks, &draft).map(|_| ())
    }

    /// The invoice of a quote or proforma; a plain one when none is open.
    fn become_or_fattura(
        &mut self,
        tx: &Tx<'_>,
        marks: &Marks,
        open: Option<Id>,
        day: Date,
    ) -> Result<(), Error> {
        let Some(id) = open else {
            return self.fattura(tx, marks, day);
        };
        let draft = convert(tx, &[id], Tipo::Fattura, day)?;
        let id = self.issue(tx, marks, &draft)?;
        self.aperti.fatture.push(id);
        Ok(())
    }

    /// Drafts on the desk; the first has a line whose price is still missing.
    fn bozze(&mut self, tx: &Tx<'_>, day: Date, count: u32) -> Result<(), Error> {
        for at in 0..count {
            let (mut draft, iva) = self.for_one(Tipo::Fattura, day, |_| true);
            draft.righe.extend(riga(&self.prodotti, iva, &mut self.dice));
            if let (0, Some(riga)) = (at, draft.righe.first_mut()) {
                riga.prezzo.clear();
            }
            documenti::put_draft(tx, &draft)?;
        }
        Ok(())
    }
}

fn convert(tx: &Tx<'_>, ids: &[Id], tipo: Tipo, day: Date) -> Result<DocumentoDraft, Error> {
    let when = When {
        today: day,
        ..*tx.when()
    };
    documenti::convert(tx, ids, tipo, &when)
}

fn oldest(open: &mut Vec<Id>) -> Option<Id> {
    (!open.is_empty()).then(|| open.remove(0))
}

fn dice_work(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "Riparazione di una sedia",
        "Taglio di una mensola",
        "Regolazione di una porta",
        "Copia di una cornice",
    ])
}
