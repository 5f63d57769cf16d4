//! Prints what the front end makes of a file.
//!
//! `ast FILE [exec|eval|single]` prints the tree as `ast.dump` does, `ast FILE scopes`
//! the symbol tables.

use syntax::{Arena, Flags, Mode};

fn main() {
    let mut args = std::env::args().skip(1);
    let file = args
        .next()
        .expect("usage: ast FILE [exec|eval|single|scopes]");
    let what = args.next();
    let mode = match what.as_deref() {
        Some("eval") => Mode::Eval,
        Some("single") => Mode::Single,
        _ => Mode::Exec,
    };
    let source = std::fs::read(&file).expect("the file can be read");
    let arena = Arena::new();
    let mut parsed = match syntax::parse(&arena, &source, &file, mode, Flags::default()) {
        Ok(parsed) => parsed,
        Err(error) => return println!("{error:?}"),
    };
    if what.as_deref() == Some("scopes") {
        match syntax::symtable::build(&mut parsed, &file) {
            Ok(table) => println!("{}", table.dump(&parsed.names)),
            Err(error) => println!("{error:?}"),
        }
    } else {
        println!("{}", syntax::dump(&parsed.module, &parsed.names, true));
    }
}
