//! `cargo xtask run | test | bench | screenshots | dist`: sets up, builds, runs and checks the house.
//!
//! Needs nothing but Rust, Node and a C linker: everything else it looks for, and installs or names.

mod bench;
mod counts;
mod deps;
mod dist;
mod house;
mod node;
mod packages;
mod peers;
mod run;
mod step;
mod system;
mod test;
mod window;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Sets up, builds, runs and checks Fatturein1click.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, build, open the window
    Run {
        /// Open a filled archive, made with `f1c demo`
        #[arg(long)]
        demo: bool,
        /// Build as shipped: slower to build, faster to run
        #[arg(long)]
        release: bool,
    },
    /// Install what is missing, build, check and test everything
    Test {
        /// Only these steps, by name
        steps: Vec<String>,
    },
    /// Measure the release build and print one table
    Bench {
        /// Documents of the archive that is measured
        #[arg(long, default_value_t = 50_000)]
        documents: u32,
    },
    /// Picture every page, light and dark, into `screenshots/`
    Screenshots,
    /// Build the .deb and start what is inside it
    Dist,
    /// Check licences, sources and banned crates from `cargo metadata`
    #[command(hide = true)]
    Deps,
}

fn main() -> ExitCode {
    let house = match house::House::find() {
        Ok(house) => house,
        Err(error) => return stop(&error),
    };
    let done = match Cli::parse().task {
        Task::Run { demo, release } => run::run(&house, demo, release),
        Task::Test { steps } => test::test(&house, &steps),
        Task::Bench { documents } => bench::bench(&house, documents),
        Task::Screenshots => window::screenshots(&house),
        Task::Dist => dist::dist(&house),
        Task::Deps => deps::deps(&house),
    };
    done.unwrap_or_else(|error| stop(&error))
}

fn stop(error: &anyhow::Error) -> ExitCode {
    eprintln!("xtask: {error:#}");
    ExitCode::FAILURE
}
