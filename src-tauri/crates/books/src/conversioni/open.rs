//! Opening files to read them: each document a row, each bad file a row with its reason.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use db::When;
use fatturapa::{
    Severity, check,
    intake::{Item, Kind},
    xml::{Document, Limits, Node},
};
use money::round;

use super::{
    Aperti, body_of, campi,
    convert::reason,
    documento, paper, parole,
    reading::{Reading, at},
    soggetti,
    store::{self, New},
};
use crate::{
    Batch, Books, Error, Origin, Progress, allegati, each_of, efatture::sha256, given, in_parallel,
    list::Saved, opening,
};

/// Opens files and folders: XML, p7m, zip, eml. A document that was opened before keeps its row. With `keep` the bytes as
/// they arrived are kept in the archive; else only what the list shows, and where the file is.
///
/// # Errors
/// It was stopped: what was opened until then is kept. The archive cannot be written.
pub fn open(
    books: &Books,
    when: &When,
    paths: &[PathBuf],
    keep: bool,
    job: &Progress,
) -> Result<Saved<Aperti>, Error> {
    let mut opener = Opener {
        books,
        when,
        keep,
        job,
        waiting: Batch::default(),
        sum: Saved {
            value: Aperti::default(),
            touched: Vec::new(),
        },
    };
    let files = given(paths);
    let options = opening(&files);
    job.start(files.len());
    for (path, origin) in &files {
        job.step()?;
        let mut failed = None;
        // the flow breaks where the archive does
        let _ = each_of(path, *origin, &options, |item| {
            match opener.take(path, *origin, item) {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    failed = Some(error);
                    ControlFlow::Break(())
                }
            }
        });
        failed.map_or(Ok(()), Err)?;
    }
    opener.write()?;
    Ok(opener.sum)
}

struct Opener<'a> {
    books: &'a Books,
    when: &'a When,
    keep: bool,
    job: &'a Progress,
    waiting: Batch<(PathBuf, Item)>,
    sum: Saved<Aperti>,
}

impl Opener<'_> {
    fn take(&mut self, path: &Path, origin: Origin, item: Item) -> Result<(), Error> {
        self.job.check()?;
        // what mail and systems put beside documents is no file of the person
        let is_alone = item.member.is_empty();
        if matches!(item.kind, Kind::System | Kind::Pec) || item.kind == Kind::Metadati && !is_alone {
            return Ok(());
        }
        if matches!(item.kind, Kind::Messaggio | Kind::Metadati) {
            let messages = &mut self.sum.value.messaggi;
            *messages = messages.saturating_add(1);
            return Ok(());
        }
        // pictures and texts lie in folders and archives beside invoices
        if item.kind == Kind::Other && (origin == Origin::Folder || !is_alone) && item.content.is_ok() {
            let others = &mut self.sum.value.altri;
            *others = others.saturating_add(1);
            return Ok(());
        }
        let size = item.content.as_ref().map_or(0, Vec::len);
        if self.waiting.add((path.to_owned(), item), size) {
            self.write()
        } else {
            Ok(())
        }
    }

    fn write(&mut self) -> Result<(), Error> {
        let waiting = self.waiting.take();
        if waiting.is_empty() {
            return Ok(());
        }
        let found = in_parallel(&waiting, |(path, item)| rows(path, item, self.when));
        let at = self.when.at.to_string();
        let saved = self.books.write("conversioni.open", self.when, |tx| {
            let mut sum = Aperti::default();
            for (rows, (_, item)) in found.iter().zip(&waiting) {
                for row in rows {
                    let (id, is_new) = store::put(tx, row, &at)?;
                    let count = match (row.esito.is_empty(), is_new) {
                        (false, _) => &mut sum.illeggibili,
                        (true, true) => &mut sum.nuovi,
                        (true, false) => &mut sum.noti,
                    };
                    *count = count.saturating_add(1);
                    if row.esito.is_empty() {
                        sum.primo.get_or_insert(id);
                    }
                }
                if let (true, Some(row), Some(bytes)) = (self.keep, rows.first(), item.original()) {
                    let kept =
                        allegati::put_in(tx, self.books, &row.nome, "application/octet-stream", bytes)?;
                    store::set_copy(tx, &row.sha256, kept.id)?;
                }
            }
            Ok(sum)
        })?;
        let sum = &mut self.sum.value;
        sum.nuovi = sum.nuovi.saturating_add(saved.value.nuovi);
        sum.noti = sum.noti.saturating_add(saved.value.noti);
        sum.illeggibili = sum.illeggibili.saturating_add(saved.value.illeggibili);
        sum.primo = sum.primo.or(saved.value.primo);
        self.sum.touched = saved.touched;
        Ok(())
    }
}

/// The rows of an item: one for each document, or one that says why there is none.
fn rows(path: &Path, item: &Item, when: &When) -> Vec<New> {
    let report = check::item(item, when.at, when.today);
    let content = item.content.as_deref().unwrap_or_default();
    let document = Document::parse(content, &Limits::default()).ok();
    let base = || New {
        percorso: path.display().to_string(),
        membro: item.member.clone(),
        nome: name(path, item),
        sha256: sha256(content),
        formato: report
            .formato
            .map(|formato| formato.code().to_owned())
            .unwrap_or_default(),
        firma: item
            .state()
            .map(|state| state.code().to_owned())
            .unwrap_or_default(),
        ..New::default()
    };
    let Some(document) = document.filter(paper::is_invoice) else {
        let reason = reason(item, when.at, when.today);
        let place = format!("{}\n{}", path.display(), item.member);
        return vec![New {
            sha256: sha256(place.as_bytes()),
            esito: reason.rule.to_owned(),
            esito_valori: reason.args,
            ..base()
        }];
    };
    let root = document.root();
    let header = root.child("FatturaElettronicaHeader");
    let bodies: Vec<Option<Node<'_>>> = match root.all("FatturaElettronicaBody").map(Some).collect::<Vec<_>>()
    {
        none if none.is_empty() => vec![None],
        bodies => bodies,
    };
    let rows = (1_u32..).zip(bodies).map(|(body, node)| {
        let of_body = |severity: fn(Severity) -> bool| {
            let findings = report.findings.iter();
            let own = findings.filter(|finding| severity(finding.severity));
            let own =
                own.filter(|finding| body_of(&finding.path).is_none_or(|of| u32::try_from(of) == Ok(body)));
            u32::try_from(own.count()).unwrap_or(u32::MAX)
        };
        New {
            body,
            errori: of_body(|severity| severity == Severity::Error),
            avvisi: of_body(|severity| severity == Severity::Warning),
            ..described(base(), header, node)
        }
    });
    rows.collect()
}

/// The name that a person knows the file by.
fn name(path: &Path, item: &Item) -> String {
    let own = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let member = item.member.rsplit('/').next().unwrap_or_default();
    if member.is_empty() {
        own.unwrap_or_else(|| item.file_name.clone())
    } else {
        member.to_owned()
    }
}

/// What the list says of a document.
fn described(new: New, header: Option<Node<'_>>, body: Option<Node<'_>>) -> New {
    let general = body.and_then(|body| at(body, "DatiGenerali/DatiGeneraliDocumento"));
    let text = |name| {
        let node = general.and_then(|general| general.child(name));
        node.map(|node| node.text().trim().to_owned()).unwrap_or_default()
    };
    let party = |name| {
        let subject = header.and_then(|header| header.child(name));
        let mut reading = Reading::new(pdf::Lingua::It);
        subject.map(|subject| soggetti::party(&mut reading, subject, parole::parole(pdf::Lingua::It)).name)
    };
    let total = body.and_then(documento::total);
    let day = campi::day(&text("Data")).map(|day| day.to_string());
    New {
        tipo: text("TipoDocumento"),
        numero: text("Numero"),
        divisa: text("Divisa"),
        data_documento: day.unwrap_or_default(),
        totale: total.and_then(|total| round::cents(total).ok()),
        mittente: party("CedentePrestatore").unwrap_or_default(),
        destinatario: party("CessionarioCommittente").unwrap_or_default(),
        ..new
    }
}
