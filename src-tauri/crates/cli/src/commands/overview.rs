//! The business at a glance.

use std::{fmt::Write, path::PathBuf};

use books::{
    Error,
    riepiloghi::{self, Base, Orologio, Panoramica, PanoramicaFilter},
};
use clap::Args;
use serde::Serialize;

use super::read_from;
use crate::{clock, output::Output};

/// Arguments of `overview`.
#[derive(Args)]
pub(crate) struct OverviewArgs {
    /// The archive.
    archive: PathBuf,
    /// Year; that of today when none is given.
    #[arg(long)]
    year: Option<i16>,
    /// Count what is invoiced with IVA.
    #[arg(long)]
    with_vat: bool,
}

#[derive(Serialize)]
struct Overview {
    panoramica: Panoramica,
    orologi: Vec<Orologio>,
}

/// Adds up.
pub(super) fn overview(args: &OverviewArgs, output: &Output) -> Result<bool, Error> {
    let reader = read_from(&args.archive)?;
    let today = clock::now().today;
    let filter = PanoramicaFilter {
        anno: args.year,
        base: if args.with_vat {
            Base::Totale
        } else {
            Base::Imponibile
        },
    };
    let overview = Overview {
        panoramica: riepiloghi::panoramica(&reader, &filter, today)?,
        orologi: riepiloghi::orologi(&reader, today)?,
    };
    output.answer(&overview, words)?;
    Ok(true)
}

/// One line a figure, parts apart by tabs.
fn words(overview: &Overview) -> String {
    let Panoramica {
        anno,
        fatturato,
        incassato,
        aperto,
        scaduto,
        fasce,
        clienti,
        ..
    } = &overview.panoramica;
    let mut text = String::new();
    let mut line = |words: std::fmt::Arguments<'_>| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{words}");
    };
    line(format_args!(
        "fatturato {anno}\t{}\t{}",
        fatturato.anno.importo, fatturato.prima.importo
    ));
    line(format_args!(
        "incassato {anno}\t{}\t{}",
        incassato.anno.importo, incassato.prima.importo
    ));
    for (invoiced, cashed) in fatturato.mesi.iter().zip(&incassato.mesi) {
        let month = invoiced.mese.figura.dal.get(..7).unwrap_or_default();
        line(format_args!(
            "{month}\t{}\t{}",
            invoiced.mese.figura.importo, cashed.mese.figura.importo
        ));
    }
    line(format_args!("da incassare\t{}\t{}", aperto.importo, aperto.righe));
    line(format_args!("scaduto\t{}\t{}", scaduto.importo, scaduto.righe));
    for fascia in fasce {
        line(format_args!(
            "{:?}\t{}\t{}",
            fascia.fascia, fascia.figura.importo, fascia.figura.righe
        ));
    }
    for cliente in clienti {
        line(format_args!("{}\t{}", cliente.cliente, cliente.figura.importo));
    }
    for orologio in &overview.orologi {
        line(format_args!(
            "{:?}\t{}\t{}",
            orologio.attesa, orologio.figura.righe, orologio.entro
        ));
    }
    text
}
