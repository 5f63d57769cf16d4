//! `spec check DIR`: reads and checks the tables.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let dir = std::env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    match pyston_spec::load(&dir) {
        Ok(spec) => {
            if std::env::args().nth(2).as_deref() == Some("--expand") {
                println!(
                    "{}",
                    pyston_spec::render::pretty(pyston_spec::render::handlers::expand(&spec))
                );
                println!(
                    "{}",
                    pyston_spec::render::pretty(pyston_spec::render::emitters::expand(&spec))
                );
                println!(
                    "{}",
                    pyston_spec::render::pretty(pyston_spec::render::layouts::expand(&spec))
                );
                println!(
                    "{}",
                    pyston_spec::render::pretty(pyston_spec::render::emitters::expand_transfer(
                        &spec
                    ))
                );
            }
            println!(
                "{} operators, {} primitives, {} hooks",
                spec.operators.len(),
                spec.prims.len(),
                spec.hooks.len()
            );
            ExitCode::SUCCESS
        }
        Err(errors) => {
            for e in &errors {
                eprintln!("{e}");
            }
            ExitCode::FAILURE
        }
    }
}
