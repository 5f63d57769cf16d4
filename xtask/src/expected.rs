//! Regenerates `.expected` files from CPython 2.7, the only source they may have.

use crate::Arguments;
use std::fs;
use std::path::PathBuf;
use tests::pair::{self, Pair};
use tests::{check, find, outcome};

pub fn main(args: &[String]) -> Result<(), String> {
    let mut args = Arguments::new(args);
    let mut checking = false;
    let mut paths = Vec::new();
    while let Some(arg) = args.next() {
        match arg {
            "--check" => checking = true,
            path => paths.push(PathBuf::from(path)),
        }
    }
    if paths.is_empty() {
        paths = ["conformance", "bench"]
            .map(|f| find::root().join(f))
            .to_vec();
    }
    let mut scripts = Vec::new();
    for path in paths {
        let path = path
            .canonicalize()
            .map_err(|error| format!("{}: {error}", path.display()))?;
        if path.is_dir() {
            scripts.extend(pair::programs(&path).map_err(|error| error.to_string())?);
        } else {
            scripts.push(path.with_extension("py"));
        }
    }
    let python = crate::cpython()?;
    let mut differing = 0;
    for script in &scripts {
        let pair = Pair::read(script).map_err(|error| error.to_string())?;
        let run = check::run(&python, &[], &[], &pair).map_err(|error| error.to_string())?;
        let text = outcome::render(&run);
        let place = pair.expected_file();
        let before = fs::read(&place).ok();
        if before.as_ref() == Some(&text) {
            continue;
        }
        differing += 1;
        println!("{}", place.display());
        if checking {
            let before = before.unwrap_or_default();
            print!("{}", outcome::difference(&before, &text));
        } else {
            fs::write(&place, text).map_err(|error| format!("{}: {error}", place.display()))?;
        }
    }
    println!(
        "{} programs, {differing} outcomes new or changed",
        scripts.len()
    );
    if checking && differing > 0 {
        return Err("outcomes differ from CPython's".to_owned());
    }
    Ok(())
}
