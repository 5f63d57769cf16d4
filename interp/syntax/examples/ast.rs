//! Prints the tree of a file, as `ast.dump` would: `ast FILE [exec|eval|single]`.

use syntax::{Arena, Flags, Mode};

fn main() {
    let mut args = std::env::args().skip(1);
    let file = args.next().expect("usage: ast FILE [exec|eval|single]");
    let mode = match args.next().as_deref() {
        Some("eval") => Mode::Eval,
        Some("single") => Mode::Single,
        _ => Mode::Exec,
    };
    let source = std::fs::read(&file).expect("the file can be read");
    let arena = Arena::new();
    match syntax::parse(&arena, &source, &file, mode, Flags::default()) {
        Ok(parsed) => println!("{}", syntax::dump(&parsed.module, &parsed.names, true)),
        Err(error) => println!("{error:?}"),
    }
}
