//! Many documents as PDF into a folder: each file is opened once, all cores print.

use std::{
    collections::BTreeMap,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use db::{Id, When};
use fatturapa::intake::{self, Item, MetadataFiles, UniqueNames};

use super::{
    Options, convert,
    save::copy,
    store::{self, Place},
};
use crate::{
    Batch, Books, Error, Progress,
    efatture::{FileFallito, SalvataggioReport, sha256},
    in_parallel,
    list::Lingua,
};

/// Writes the PDF of documents into a folder. One that fails does not stop the others; none is written over another file.
///
/// # Errors
/// It was stopped: what was written until then stays. No such row; the archive cannot be read.
pub fn save_pdf(
    books: &Books,
    when: &When,
    ids: &[Id],
    lingua: Lingua,
    folder: &Path,
    job: &Progress,
) -> Result<SalvataggioReport, Error> {
    job.start(ids.len());
    let mut files: BTreeMap<PathBuf, BTreeMap<String, Vec<Place>>> = BTreeMap::new();
    for id in ids {
        let (_, place) = books.read(|sql| store::get(sql, *id))?;
        let file = files.entry(PathBuf::from(&place.percorso)).or_default();
        file.entry(place.sha256.clone()).or_default().push(place);
    }
    let mut press = Press {
        options: Options {
            lingua: lingua.into(),
            findings: false,
            now: when.at,
            today: when.today,
        },
        folder,
        job,
        names: UniqueNames::default(),
        waiting: Batch::default(),
        report: SalvataggioReport::default(),
    };
    let mut opening = intake::Options::default();
    let mut looked_in = None;
    for (path, mut wanted) in files {
        let folder = path.parent().map(Path::to_owned);
        if looked_in != folder {
            opening.metadata = MetadataFiles::beside(&path);
            looked_in = folder;
        }
        let mut stopped = None;
        let take = |item: Item| {
            let sha256 = item
                .content
                .as_ref()
                .map(|content| sha256(content))
                .unwrap_or_default();
            let Some(places) = wanted.remove(&sha256) else {
                return ControlFlow::Continue(());
            };
            match press.take(item, places) {
                Ok(()) if wanted.is_empty() => ControlFlow::Break(()),
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    stopped = Some(error);
                    ControlFlow::Break(())
                }
            }
        };
        // whether all were found is told by what is left
        let _ = intake::each_in(&path, &opening, take);
        stopped.map_or(Ok(()), Err)?;
        for places in wanted.into_values() {
            let kept = places
                .first()
                .map(|place| copy(books, place))
                .transpose()?
                .flatten();
            match kept {
                Some(item) => press.take(item, places)?,
                None => press.lose(&places)?,
            }
        }
    }
    press.print()?;
    Ok(press.report)
}

struct Press<'a> {
    options: Options,
    folder: &'a Path,
    job: &'a Progress,
    names: UniqueNames,
    waiting: Batch<(Item, Vec<Place>)>,
    report: SalvataggioReport,
}

impl Press<'_> {
    fn take(&mut self, item: Item, places: Vec<Place>) -> Result<(), Error> {
        let size = item.content.as_ref().map_or(0, Vec::len);
        if self.waiting.add((item, places), size) {
            self.print()
        } else {
            Ok(())
        }
    }

    fn lose(&mut self, places: &[Place]) -> Result<(), Error> {
        for place in places {
            self.job.step()?;
            self.fail(place, "conversioni_sparito");
        }
        Ok(())
    }

    fn fail(&mut self, place: &Place, code: &str) {
        self.report.falliti.push(FileFallito {
            nome_file: place.nome.clone(),
            code: code.to_owned(),
        });
    }

    fn print(&mut self) -> Result<(), Error> {
        let waiting = self.waiting.take();
        let printed = in_parallel(&waiting, |(item, places)| printed(item, places, &self.options));
        for ((_, places), printed) in waiting.iter().zip(printed) {
            for (place, made) in places.iter().zip(printed) {
                self.job.step()?;
                let written = made.and_then(|(name, bytes)| {
                    let name = self.free(&name, &bytes);
                    std::fs::write(self.folder.join(&name), bytes)?;
                    Ok(name)
                });
                match written {
                    Ok(name) => self.report.salvati.push(name),
                    Err(error) => self.fail(place, error.code()),
                }
            }
        }
        Ok(())
    }

    /// A name that no other file of the run has, and none of the folder with other bytes.
    fn free(&mut self, name: &str, bytes: &[u8]) -> String {
        loop {
            let name = self.names.give(name);
            match std::fs::read(self.folder.join(&name)) {
                Ok(there) if there != bytes => {}
                _ => return name,
            }
        }
    }
}

/// Name and bytes of the PDF of each place, all in one file.
fn printed(item: &Item, places: &[Place], options: &Options) -> Vec<Result<(String, Vec<u8>), Error>> {
    let papers = convert(item, options).unwrap_or_default();
    let print = |place: &Place| {
        let mut papers = papers.iter();
        let paper = papers.find(|paper| u32::try_from(paper.body) == Ok(place.body));
        let paper = paper.ok_or_else(|| Error::refused("conversioni_illeggibile"))?;
        Ok((paper.name.clone(), paper.render()?))
    };
    places.iter().map(print).collect()
}
