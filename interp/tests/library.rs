//! The lowering of CPython 2.7's whole standard library: valid, and with the names, flags
//! and lines that CPython's own compiler gives each code object. Needs a CPython 2.7
//! (`PYTHON27`, by default `python2.7`); without one there is nothing to compare with.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use interp::normal::cfg::Cfg;
use interp::normal::liveness::{Liveness, Locals};
use interp::normal::lower::{Options, compile};
use interp::normal::{CodeFlags, Const, NodeCode, dump, validate};
use syntax::{Flags, Mode};

/// Prints what [`describe`] does, for each file named on standard input.
const ORACLE: &str = r#"
import sys, types
def describe(code, depth):
    # The names that a with statement looks up are in ours only.
    names = [n for n in code.co_names if n not in ('__enter__', '__exit__')]
    print ' ' * depth + '|'.join([code.co_name, str(code.co_firstlineno), str(code.co_argcount),
        hex(code.co_flags & 0x3e07f), ','.join(code.co_varnames), ','.join(sorted(code.co_cellvars)),
        ','.join(sorted(code.co_freevars)), ','.join(names)])
    for c in code.co_consts:
        if isinstance(c, types.CodeType):
            describe(c, depth + 1)
for path in sys.stdin.read().splitlines():
    print 'FILE ' + path
    try:
        code = compile(open(path, 'rU').read(), path, 'exec', 0, True)
    except Exception as e:
        print 'ERROR ' + type(e).__name__
    else:
        describe(code, 0)
"#;

fn describe(code: &NodeCode, depth: usize, out: &mut String) {
    let names: Vec<&str> = code
        .names
        .iter()
        .map(|n| &**n)
        .filter(|n| !matches!(*n, "__enter__" | "__exit__"))
        .collect();
    let join = |list: &[Box<str>]| list.join(",");
    let sorted = |list: &[Box<str>]| {
        let mut list = list.to_vec();
        list.sort();
        list.join(",")
    };
    *out += &format!(
        "{}{}|{}|{}|{:#x}|{}|{}|{}|{}\n",
        " ".repeat(depth),
        code.name,
        code.first_lineno,
        code.argcount,
        // CPython has no word for this one.
        code.flags.0 & !CodeFlags::FRESH.0,
        join(&code.varnames),
        sorted(&code.cellvars),
        sorted(&code.freevars),
        names.join(","),
    );
    for c in &code.consts {
        if let Const::Code(inner) = c {
            describe(&inner.whole(), depth + 1, out);
        }
    }
}

/// What the compilers rely on: loops are natural, every register is live where it is read,
/// and no temporary is live at the start.
fn analyses(code: &NodeCode) -> Result<(), String> {
    let cfg = Cfg::new(&code.nodes, &code.handlers);
    let headers: Vec<u32> = cfg
        .loops
        .iter()
        .map(|l| cfg.blocks[l.header as usize].start)
        .collect();
    if !headers
        .iter()
        .copied()
        .eq(code.loops.iter().map(|l| l.header))
    {
        return Err(format!("{}: loops", code.name));
    }
    if cfg.reverse_postorder().len() > cfg.blocks.len() {
        return Err(format!("{}: order", code.name));
    }
    let live = Liveness::new(code, &cfg, Locals::Read);
    if let Some(r) = live.live_in(0).iter().find(|&r| r >= code.first_cell()) {
        return Err(format!("{}: register {r} is live at the start", code.name));
    }
    let mut dead = None;
    for b in 0..cfg.blocks.len() as u32 {
        live.for_each_backward(b, |i, before, _| {
            code.nodes[i as usize].for_each_use(|r| {
                if !before.contains(r) {
                    dead = Some((i, r));
                }
            });
        });
    }
    if let Some((i, r)) = dead {
        return Err(format!(
            "{}: node {i} reads register {r}, which is not live",
            code.name
        ));
    }
    code.consts.iter().try_for_each(|c| match c {
        Const::Code(inner) => analyses(&inner.whole()),
        _ => Ok(()),
    })
}

fn python() -> Command {
    Command::new(std::env::var_os("PYTHON27").unwrap_or_else(|| "python2.7".into()))
}

fn library() -> Option<PathBuf> {
    let out = python()
        .args(["-c", "import os; print os.path.dirname(os.__file__)"])
        .output()
        .ok()?;
    let path = PathBuf::from(String::from_utf8(out.stdout).ok()?.trim());
    (out.status.success() && path.is_dir()).then_some(path)
}

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "py") {
            out.push(path);
        }
    }
}

/// What CPython says of each file.
fn oracle(files: &[PathBuf]) -> BTreeMap<PathBuf, String> {
    let mut child = python()
        .args(["-c", ORACLE])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("CPython runs");
    let list: Vec<_> = files.iter().map(|f| f.display().to_string()).collect();
    let mut stdin = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || stdin.write_all(list.join("\n").as_bytes()));
    let out = child.wait_with_output().expect("CPython ends");
    writer.join().expect("no panic").expect("the list is read");
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    text.split("FILE ")
        .filter_map(|part| part.split_once('\n'))
        .map(|(path, rest)| (path.into(), rest.into()))
        .collect()
}

#[test]
fn whole_library() {
    let Some(dir) = library() else {
        eprintln!("no CPython 2.7 found: skipped");
        return;
    };
    let mut files = Vec::new();
    sources(&dir, &mut files);
    files.sort();
    let expected = oracle(&files);
    let (mut failures, mut differences) = (Vec::new(), 0);
    for file in &files {
        let source = std::fs::read(file).expect("readable");
        let name = file.display().to_string();
        let mut got = String::new();
        match compile(
            &source,
            &name,
            Mode::Exec,
            Flags::SOURCE_IS_FILE,
            Options::default(),
        ) {
            Ok(lowered) => {
                if let Err(e) = validate::validate(&lowered.code) {
                    failures.push(format!("{name}: {e}"));
                    if std::env::var_os("SHOW").is_some() {
                        eprintln!("{}", dump::dump(&lowered.code));
                    }
                }
                if let Err(e) = analyses(&lowered.code) {
                    failures.push(format!("{name}: {e}"));
                }
                describe(&lowered.code, 0, &mut got);
            }
            Err(e) => got = format!("ERROR {}\n", e.kind.class()),
        }
        let want = &expected[file];
        for (w, g) in want.lines().zip(got.lines()).filter(|(w, g)| w != g) {
            differences += 1;
            if failures.len() < 60 {
                failures.push(format!("{name}:\n  CPython {w}\n  here    {g}"));
            }
        }
        if want.lines().count() != got.lines().count() {
            failures.push(format!("{name}: not as many code objects"));
        }
    }
    assert!(
        failures.is_empty(),
        "{differences} differences\n{}",
        failures.join("\n")
    );
}
