//! Saving files to a folder of the user's choice. A file that is there with other bytes is never overwritten.

use std::{fs, io, path::Path};

use db::{Id, When};

use super::{EfatturaRow, FileFallito, SalvataggioReport, bytes, of_documento, store};
use crate::{Books, Error, list::Saved, write_durably};

/// Writes the files of documents to `folder` and remembers it. A file that fails does not stop the others.
///
/// # Errors
/// The archive cannot be read or written.
pub fn save_to_folder(
    books: &Books,
    when: &When,
    documenti: &[Id],
    folder: &Path,
) -> Result<Saved<SalvataggioReport>, Error> {
    let mut report = SalvataggioReport::default();
    let mut written: Vec<EfatturaRow> = Vec::new();
    books.read(|sql| {
        for id in documenti {
            let Some(file) = of_documento(sql, *id)? else {
                report.senza_xml.push(id.to_string());
                continue;
            };
            let code = match bytes(sql, &file) {
                Ok(xml) => put(&folder.join(&file.nome_file), &xml).err().map(Error::from),
                Err(broken) => Some(broken),
            };
            match code {
                None => written.push(file),
                Some(error) => report.falliti.push(FileFallito {
                    nome_file: file.nome_file,
                    code: error.code().to_owned(),
                }),
            }
        }
        Ok(())
    })?;
    books.write("efatture.save_to_folder", when, |tx| {
        let at = when.at.to_string();
        for file in written {
            store::saved(tx, &file, &at)?;
            report.salvati.push(file.nome_file);
        }
        Ok(report)
    })
}

fn put(path: &Path, xml: &[u8]) -> io::Result<()> {
    match fs::read(path) {
        Ok(there) if there == xml => Ok(()),
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => write_durably(path, xml),
        Err(error) => Err(error),
    }
}
