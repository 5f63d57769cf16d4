//! `pyston-spec [--dir DIR] check | rows | audit ROW… | expand VIEW`
//!
//! Checks the tables in well under a second, and shows what becomes of them.

use std::path::PathBuf;
use std::process::ExitCode;

use pyston_spec::{audit, render};

const USAGE: &str = "usage: pyston-spec [--dir DIR] check | rows | audit ROW… | expand VIEW
views: layouts types modules handlers nodes dispatch emitters transfer slots stubs";

fn main() -> ExitCode {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let mut dir = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    if args.first().is_some_and(|a| a == "--dir") && args.len() > 1 {
        dir = PathBuf::from(args.remove(1));
        args.remove(0);
    }
    let spec = match pyston_spec::load(&dir) {
        Ok(spec) => spec,
        Err(errors) => {
            for e in &errors {
                eprintln!("{e}");
            }
            eprintln!("{} error(s)", errors.len());
            return ExitCode::FAILURE;
        }
    };
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] | ["check"] => println!(
            "{} layouts, {} primitives, {} hooks, {} operators, {} protocols, {} nodes, {} types, {} modules",
            spec.layouts.len(),
            spec.prims.len(),
            spec.hooks.len(),
            spec.operators.len(),
            spec.protocols.len(),
            spec.nodes.len(),
            spec.types.len(),
            spec.modules.len()
        ),
        ["rows"] => audit::rows(&spec).iter().for_each(|r| println!("{r}")),
        ["audit", ref rows @ ..] => {
            for row in rows {
                match audit::audit(&spec, row) {
                    Some(text) => println!("{text}"),
                    None => {
                        eprintln!("{}", audit::no_row(&spec, row));
                        return ExitCode::FAILURE;
                    }
                }
            }
        }
        ["expand", view] => {
            let Some(tokens) = render::view(&spec, view) else {
                eprintln!("{USAGE}");
                return ExitCode::FAILURE;
            };
            println!("{}", render::pretty(tokens));
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
