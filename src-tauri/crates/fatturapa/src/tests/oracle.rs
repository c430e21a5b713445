//! The official schemas as judges, through xmllint: many files in one process.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::schema::Version;

/// The file of the official schema of a version.
pub(super) const fn official(version: Version) -> &'static str {
    match version {
        Version::V1_0 => "FatturaPA_v1.0.xsd",
        Version::V1_1 => "FatturaPA_v1.1.xsd",
        Version::V1_2 => "FatturaPA_v1.2.xsd",
        Version::V1_2_1 => "FatturaPA_v1.2.1.xsd",
        Version::V1_2_2 => "Schema_VFPR12_v1.2.2_ade-ST1.7.1.xsd",
        Version::V1_2_3 => "Schema_VFPR12_v1.2.3.xsd",
        Version::Semplificata1_0_1 => "Schema_VFSM10_v1.0.1.xsd",
        Version::Semplificata1_0_2 => "Schema_VFSM10_v1.0.2.xsd",
    }
}

/// Which of the documents the official schema accepts.
pub(super) fn accepted(shared: &Path, version: Version, documents: &[Vec<u8>]) -> Vec<bool> {
    let schema = shared.join("fatturapa/xsd").join(official(version));
    assert!(schema.is_file(), "{} is missing", schema.display());
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = (0..documents.len())
        .map(|at| folder.path().join(format!("{at}.xml")))
        .collect();
    for (path, document) in paths.iter().zip(documents) {
        fs::write(path, document).unwrap();
    }
    let mut valid = BTreeSet::new();
    for chunk in paths.chunks(2_000) {
        let mut command = Command::new("xmllint");
        command
            .args(["--nonet", "--noout", "--schema"])
            .arg(&schema)
            .args(chunk);
        let output = command.output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        valid.extend(
            told.lines()
                .filter_map(|line| line.strip_suffix(" validates"))
                .map(PathBuf::from),
        );
    }
    paths.iter().map(|path| valid.contains(path)).collect()
}
