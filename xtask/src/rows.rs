//! Writes the programs that are made from the tables, `conformance/rows/*.py`.

use std::fs;

use tests::{find, rows};

pub fn main(args: &[String]) -> Result<(), String> {
    if !args.is_empty() {
        return Err("takes no arguments".to_owned());
    }
    let folder = find::root().join("conformance/rows");
    let programs = rows::programs(&rows::spec()?)?;
    for (name, text) in &programs {
        let place = folder.join(name).with_extension("py");
        if fs::read_to_string(&place).ok().as_ref() != Some(text) {
            fs::write(&place, text).map_err(|error| format!("{}: {error}", place.display()))?;
            println!("{}", place.display());
        }
    }
    println!("{} programs; now `make expected`", programs.len());
    Ok(())
}
