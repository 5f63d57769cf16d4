//! Source to tree, over all files of CPython's library: ours against
//! `compile(source, name, 'exec', ast.PyCF_ONLY_AST)`. One thread each; in turns, so
//! that a busy machine is busy for both. Both build a tree and free it.

#[path = "../tests/oracle/mod.rs"]
mod oracle;

use std::time::Instant;
use syntax::{Arena, Flags, Mode};

const ROUNDS: usize = 5;

fn main() {
    let Some(oracle) = oracle::Oracle::find() else {
        return;
    };
    let files = oracle.files();
    let sources: Vec<Vec<u8>> = files
        .iter()
        .map(|f| std::fs::read(f).expect("a readable file"))
        .collect();
    let bytes: usize = sources.iter().map(Vec::len).sum();
    let (mut ours, mut theirs) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        for source in &sources {
            let arena = Arena::new();
            let _ = std::hint::black_box(syntax::parse(
                &arena,
                source,
                "<test>",
                Mode::Exec,
                Flags::default(),
            ));
        }
        ours = ours.min(start.elapsed().as_secs_f64());
        let printed = oracle.run("time", &files, "");
        theirs = theirs.min(printed[0].parse().expect("seconds"));
    }
    let rate = |seconds: f64| bytes as f64 / seconds / 1e6;
    println!(
        "{} files, {:.1} MB; best of {ROUNDS}",
        files.len(),
        bytes as f64 / 1e6
    );
    println!("CPython {theirs:.3} s  {:.1} MB/s", rate(theirs));
    println!("ours    {ours:.3} s  {:.1} MB/s", rate(ours));
    println!("ratio   {:.2}", theirs / ours);
}
