//! Shows what becomes of rows of the semantics tables, from the row to machine code.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Arguments;
use pyston_spec::audit;
use tests::{find, rows};

pub fn main(args: &[String]) -> Result<(), String> {
    let mut args = Arguments::new(args);
    let mut pyston = None;
    let mut names = Vec::new();
    while let Some(arg) = args.next() {
        match arg {
            "--pyston" => pyston = Some(PathBuf::from(args.value(arg)?)),
            name => names.push(name),
        }
    }
    if names.is_empty() {
        return Err("which row? `cargo run -p pyston-spec rows` lists them".to_owned());
    }
    let pyston = pyston.map_or_else(find::pyston, Ok)?;
    let spec = rows::spec()?;
    for name in names {
        let (Some(id), Some(row)) = (audit::id(&spec, name), audit::audit(&spec, name)) else {
            return Err(audit::no_row(&spec, name));
        };
        println!("{row}{}", machine_code(&pyston, &id)?);
    }
    Ok(())
}

/// What the compiled tiers make of the row, by the program itself.
fn machine_code(pyston: &Path, name: &str) -> Result<String, String> {
    let done = Command::new(pyston)
        .env("PYSTON_AUDIT", name)
        .output()
        .map_err(|e| format!("{}: {e}", pyston.display()))?;
    let told = String::from_utf8_lossy(&done.stderr);
    match done.status.code() {
        Some(0) => Ok(String::from_utf8_lossy(&done.stdout).into_owned()),
        Some(2) => Ok("\n; Compiled code calls its native entry.\n".to_owned()),
        _ => Err(format!("{}: {}", pyston.display(), told.trim_end())),
    }
}
