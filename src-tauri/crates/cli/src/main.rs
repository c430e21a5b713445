//! `f1c`: the engine in a terminal.
//!
//! Exit 0 = done and all good, 1 = done but something was rejected or differs, 2 = could not run. With `--json` every
//! command prints one JSON document; errors go to standard error with the official code where there is one.
#![forbid(unsafe_code)]

mod clock;
mod commands;
mod output;

use std::{io::ErrorKind, process::ExitCode};

use books::Error;
use clap::Parser;

use crate::{commands::Command, output::Output};

/// Fatturein1click in a terminal: the same engine, the same archive file.
#[derive(Parser)]
#[command(name = "f1c", version, propagate_version = true)]
struct Args {
    /// Print one JSON document instead of words.
    #[arg(long, global = true)]
    json: bool,
    /// Language of the words.
    #[arg(long, visible_alias = "lang", global = true, value_enum, default_value = "it")]
    lingua: output::Lingua,
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let output = Output {
        json: args.json,
        lingua: args.lingua,
    };
    match commands::run(args.command, &output) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // who reads the answer has read enough, as `head` does
        Err(Error::Io(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            output.failure(&error);
            ExitCode::from(2)
        }
    }
}
