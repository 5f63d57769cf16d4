//! Pieces of CPython's library with tokens dropped, doubled, swapped or replaced: is
//! each wrong to us in the way it is wrong to CPython?
//!
//! The mutations are the same at each run; `PYSTON_FUZZ=N` makes N of them, and
//! `PYSTON_FUZZ_SEED` others.

mod oracle;

use oracle::{Oracle, outcome, repr};
use syntax::{Flags, Mode};

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

/// Words, runs of blanks, and single other characters.
fn pieces(source: &[u8]) -> Vec<&[u8]> {
    let class = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => 1,
        b' ' => 2,
        _ => 0,
    };
    source
        .chunk_by(|&a, &b| class(a) == class(b) && class(a) != 0)
        .collect()
}

const SPLINTERS: [&str; 60] = [
    "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "=", "==", "+=", "**", "*", "-", "`", "@",
    "\n", "\\\n", "    ", "\t", "'", "\"", "\"\"\"", "#", "$", "!", "<>", "if", "else", "for",
    "in", "is", "not", "and", "lambda", "yield", "print", "exec", "import", "from", "as", "with",
    "def f():", "class", "return", "global", "del", "None", "0x", "08", "1e5", "u'\\x'", "'\\x'",
    "...", "~", "raise", "try:", "except",
];

fn mutate(source: &[u8], random: &mut Random) -> Vec<u8> {
    let lines: Vec<&[u8]> = source.split_inclusive(|&b| b == b'\n').collect();
    let start = random.below(lines.len());
    let count = 1 + random.below(25);
    let chunk = lines[start..lines.len().min(start + count)].concat();
    let mut pieces = pieces(&chunk);
    for _ in 0..1 + random.below(2) {
        let at = random.below(pieces.len());
        match random.below(6) {
            0 => {
                pieces.remove(at);
            }
            1 => pieces.insert(at, pieces[at]),
            2 => {
                let other = random.below(pieces.len());
                pieces.swap(at, other);
            }
            3 => pieces[at] = SPLINTERS[random.below(SPLINTERS.len())].as_bytes(),
            4 => pieces.insert(at, SPLINTERS[random.below(SPLINTERS.len())].as_bytes()),
            _ => pieces.truncate(at + 1),
        }
        if pieces.is_empty() {
            break;
        }
    }
    let mut result = pieces.concat();
    // Most chunks are from within a block; begin them at the margin.
    let blanks = result.iter().take_while(|b| **b == b' ').count();
    if blanks > 0 {
        let shift = |line: &[u8]| {
            line[line.iter().take(blanks).take_while(|b| **b == b' ').count()..].to_vec()
        };
        result = result
            .split_inclusive(|&b| b == b'\n')
            .flat_map(shift)
            .collect();
    }
    result.retain(|&b| b != 0);
    result
}

#[test]
fn mutations() {
    let number = |name: &str, default| {
        std::env::var(name)
            .ok()
            .and_then(|v| v.parse::<u64>().ok())
            .unwrap_or(default)
    };
    let Some(oracle) = Oracle::find() else { return };
    let mut files = oracle.files();
    // Written in a codec that does not make text.
    files.retain(|path| !path.ends_with("bad_coding3.py"));
    let mut random = Random(
        0x9e37_79b9_7f4a_7c15 ^ number("PYSTON_FUZZ_SEED", 1).wrapping_mul(0xbf58_476d_1ce4_e5b9),
    );
    let mut sources = Vec::new();
    let mut input = String::new();
    for _ in 0..number("PYSTON_FUZZ", 2000) {
        let file = &files[random.below(files.len())];
        let source = std::fs::read(file).expect("a readable file");
        if source.is_empty() {
            continue;
        }
        let mode = [Mode::Exec, Mode::Exec, Mode::Single, Mode::Eval][random.below(4)];
        let source = mutate(&source, &mut random);
        let name = ["exec", "eval", "single"][mode as usize];
        for stage in ["tree", "code"] {
            input.push_str(&format!("({name:?}, 0, {stage:?}, {})\n", repr(&source)));
        }
        sources.push((source, mode));
    }
    let theirs = oracle.run("snippets", &[], &input);
    assert_eq!(theirs.len(), 2 * sources.len());
    let mut wrong = Vec::new();
    for ((source, mode), theirs) in sources.iter().zip(theirs.chunks_exact(2)) {
        let ours = [oracle::tree, oracle::code].map(|stage| {
            stage(source, *mode, Flags::default()).unwrap_or_else(|error| outcome(&error))
        });
        for (ours, theirs) in ours.iter().zip(theirs) {
            if ours != theirs {
                let source = repr(source);
                wrong.push(format!(
                    "{mode:?} {source}\n  cpython {theirs}\n  ours    {ours}"
                ));
            }
        }
    }
    println!("{} mutations, {} differ", sources.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
