//! A row is all that it takes: in a scratch copy of the source tree an operator gets a case and `__builtin__` a function,
//! and what is built from that has both in every tier.
//!
//! The copy is built with little optimisation of this project's own crates; the others are taken from where `make check`
//! has built them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use tests::find;

/// A case of `sub` that no Python has.
const CASE: &str = "[[operator.case]]
when = [\"none\", \"none\"]
result = \"int\"
body = \"4321\"

";

const FUNCTION: &str = "
[[function]]
name = \"twofold\"
signature = \"(number: value) -> value\"
doc = \"twofold(number) -> twice as much\"
[[function.case]]
when = [\"int\"]
result = \"int\"
body = \"checked_add(number, number) else slow\"
";

const IMPLEMENTATION: &str = "
/// `twofold(number)`
pub fn twofold(number: Value) -> PyResult {
    crate::ops::add_generic(number, number)
}
";

const PROGRAM: &str = "
def minus(a, b):
    return a - b

def twice(x):
    return twofold(x)

for n in xrange(100):
    x, y = minus(None, None), twice(n)
print x, y, minus(7, 3), twice('ab'), twice(2 ** 62)
for operands in ((None, 1), (1, None)):
    try:
        print minus(*operands)
    except TypeError, e:
        print e
try:
    twofold()
except TypeError, e:
    print e
print twofold.__doc__, twofold.__name__
";

const OUTPUT: &str = "\
4321 198 4 abab 9223372036854775808
unsupported operand type(s) for -: 'NoneType' and 'int'
unsupported operand type(s) for -: 'int' and 'NoneType'
twofold() takes exactly one argument (0 given)
twofold(number) -> twice as much twofold
";

/// Crates of this project: the copy has its own.
const OURS: [&str; 8] = [
    "expat",
    "pyston-spec",
    "codegen-macros",
    "runtime",
    "syntax",
    "interp",
    "jit",
    "pyston",
];

/// A folder that goes with its owner.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Copies a folder, but for names that `skip` rejects; files that `link` takes become links.
fn copy(
    from: &Path,
    to: &Path,
    skip: &dyn Fn(&str) -> bool,
    link: &dyn Fn(&str) -> bool,
) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let (source, target) = (entry.path(), to.join(&*name));
        if skip(&name) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&source, &target, skip, link)?;
        } else if !link(&name) || fs::hard_link(&source, &target).is_err() {
            fs::copy(&source, &target)?;
            // What cargo goes by.
            let times = fs::FileTimes::new().set_modified(fs::metadata(&source)?.modified()?);
            let file = fs::File::options().write(true).open(&target);
            let _ = file.and_then(|f| f.set_times(times));
        }
    }
    Ok(())
}

fn edit(place: &Path, change: impl FnOnce(String) -> String) {
    let text = fs::read_to_string(place).unwrap();
    fs::write(place, change(text)).unwrap();
}

/// The copy with its rows, built.
fn build(scratch: &Path) -> PathBuf {
    let source = scratch.join("source");
    let skip = |name: &str| ["target", ".git", "conformance", "bench"].contains(&name);
    copy(&find::root(), &source, &skip, &|_| false).unwrap();
    edit(&source.join("spec/operators.toml"), |text| {
        let next = "[[operator]]\nname = \"mul\"";
        assert!(text.contains(next), "`mul` follows `sub`");
        text.replacen(next, &(CASE.to_owned() + next), 1)
    });
    edit(&source.join("spec/modules/builtin.toml"), |text| {
        text + FUNCTION
    });
    edit(&source.join("runtime/src/modules/builtin.rs"), |text| {
        text + IMPLEMENTATION
    });

    let (built, target) = (find::target().join("quick"), scratch.join("target"));
    for folder in ["deps", "build", ".fingerprint"] {
        let from = built.join(folder);
        if from.exists() {
            // What is whole already is never written to.
            let link = |name: &str| name.ends_with(".rlib") || name.ends_with(".rmeta");
            let program = |name: &str| folder == "deps" && !name.contains('.');
            copy(&from, &target.join("quick").join(folder), &program, &link).unwrap();
        }
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args([
            "build",
            "--quiet",
            "--offline",
            "--profile",
            "quick",
            "-p",
            "pyston",
        ])
        .arg("--target-dir")
        .arg(&target)
        .current_dir(&source);
    for krate in OURS {
        for setting in ["opt-level=0", "debug=false"] {
            let setting = format!("profile.quick.package.{krate}.{setting}");
            command.args(["--config", &setting]);
        }
    }
    let done = command.output().unwrap();
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(
        done.status.success(),
        "the copy with its rows does not build:\n{told}"
    );
    target.join("quick/pyston")
}

#[test]
fn added_rows_are_in_every_tier() {
    let scratch = Scratch(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("added_rows"));
    let _ = fs::remove_dir_all(&scratch.0);
    let pyston = build(&scratch.0);
    let (program, counts) = (scratch.0.join("program.py"), scratch.0.join("counts"));
    fs::write(&program, PROGRAM).unwrap();
    for (row, way) in [("sub", "none_none"), ("builtin_twofold", "int")] {
        let shown = find::clean(&pyston)
            .env("PYSTON_AUDIT", row)
            .output()
            .unwrap();
        let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
        for tier in ["baseline", "optimising tier"] {
            let title = format!("; ==== {row}, {way}: {tier} =");
            assert!(shown.contains(&title), "{title}\n{shown}");
        }
    }
    let mut ran = String::new();
    for (options, env) in [
        ("-I", None),
        ("-n", Some(("PYSTON_JIT_CALLS", "20"))),
        ("-O", Some(("PYSTON_DEOPT_EACH", "1"))),
    ] {
        let _ = fs::remove_file(&counts);
        let run = find::clean(&pyston)
            .arg(options)
            .arg(&program)
            .envs(env)
            .env("PYSTON_COVERAGE", &counts)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&run.stderr);
        assert_eq!(
            String::from_utf8_lossy(&run.stdout),
            OUTPUT,
            "{options}: {told}"
        );
        ran += &fs::read_to_string(&counts).unwrap();
    }
    for way in [
        "interpreter sub.none_none",
        "baseline sub.none_none",
        "optimising sub.none_none",
        "optimising builtin_twofold.int",
    ] {
        assert!(ran.lines().any(|line| line == way), "never runs: {way}");
    }
}
