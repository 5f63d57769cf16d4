//! The programs made from the tables say what CPython says in every tier, with each guard failing once, and all ways
//! through all rows run.
//!
//! A way is a fast case, a kind of cache entry, or the runtime function for what is left (`pyston_spec::ways`). Which of
//! them a tier does not take stands in `conformance/rows/uncovered.txt`, with the reason; nothing else may be missing,
//! and nothing that stands there may run.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use tests::pair::{self, Pair};
use tests::{check, find, modes::Mode, outcome, rows};

#[test]
fn programs_are_those_of_the_tables() {
    let folder = find::root().join("conformance/rows");
    for (name, text) in rows::programs(&rows::spec().unwrap()).unwrap() {
        let place = folder.join(name).with_extension("py");
        let found = fs::read_to_string(&place).unwrap_or_default();
        assert!(
            found == text,
            "{}: the tables have changed: `xtask rows`, then `make expected`",
            place.display()
        );
    }
}

/// Modes that a tier's ways are counted in.
const TIERS: [(&str, &[&str]); 3] = [
    ("interpreter", &["interpreter"]),
    ("baseline", &["baseline", "baseline_warm"]),
    ("optimising", &["deopt_each"]),
];

#[test]
fn all_ways_run_in_all_tiers() {
    let pyston = find::pyston().unwrap();
    let counts = std::env::temp_dir().join(format!("pyston-ways-{}", std::process::id()));
    let _ = fs::remove_file(&counts);
    let place = counts.to_string_lossy().into_owned();
    let mut wrong = String::new();
    for script in pair::programs(&find::root().join("conformance/rows")).unwrap() {
        let pair = Pair::read(&script).unwrap();
        let expected = fs::read(pair.expected_file()).unwrap();
        for name in TIERS.iter().flat_map(|(_, modes)| *modes) {
            let mode = Mode::named(name).unwrap();
            let mut env = mode.env.to_vec();
            env.push(("PYSTON_COVERAGE", &place));
            let run = check::run(&pyston, mode.args, &env, &pair).unwrap();
            let actual = outcome::render(&run);
            if actual != expected {
                let line = mode.command_line("pyston", &script.display().to_string());
                let _ = writeln!(wrong, "{line}\n{}", outcome::difference(&expected, &actual));
            }
        }
    }
    let ran = fs::read_to_string(&counts).unwrap_or_default();
    let _ = fs::remove_file(&counts);
    assert!(wrong.is_empty(), "{wrong}");
    gate(&ran.lines().collect());
}

/// `PYSTON_AUDIT` shows the code of every way, of both compiled tiers.
#[test]
fn all_ways_can_be_audited() {
    let pyston = find::pyston().unwrap();
    let spec = rows::spec().unwrap();
    let operators = spec.operators.iter();
    let operators = operators.map(|o| {
        (
            o.name.clone(),
            o.cases.iter().map(|c| c.name.clone()).collect(),
        )
    });
    let protocols = spec.protocols.iter().map(|p| {
        let kinds = p.kinds.iter().map(|k| format!("entry of kind {}", k.name));
        let cases = p.cases.iter().map(|c| c.name.clone());
        (p.name.clone(), cases.chain(kinds).collect::<Vec<_>>())
    });
    for (row, ways) in operators
        .chain(protocols)
        .filter(|(_, ways)| !ways.is_empty())
    {
        let shown = find::clean(&pyston)
            .env("PYSTON_AUDIT", &row)
            .output()
            .unwrap();
        let text = String::from_utf8(shown.stdout).unwrap();
        for (way, tier) in ways
            .iter()
            .flat_map(|w| [(w, "baseline"), (w, "optimising tier")])
        {
            let title = format!("; ==== {row}, {way}: {tier} =");
            let listing = text.split(&title).nth(1).unwrap_or_default();
            let listing = listing.split("\n; ====").next().unwrap_or_default();
            let symbol = format!("{row}_{}:", way.replace(' ', "_"));
            let (ir, assembly) = listing.split_once(&symbol).unwrap_or_default();
            assert!(
                ir.contains("define i64 @") && assembly.contains("retq"),
                "{title}\n{listing}"
            );
        }
    }
    let unknown = find::clean(&pyston)
        .env("PYSTON_AUDIT", "no_row")
        .output()
        .unwrap();
    assert_eq!((unknown.status.code(), unknown.stdout.len()), (Some(2), 0));
}

fn gate(ran: &BTreeSet<&str>) {
    let spec = rows::spec().unwrap();
    // The inline forms of builtins are for the optimising tier.
    let builtins = pyston_spec::ways::builtin(&spec, 0);
    let ways = pyston_spec::ways::names(&spec);
    let of = |(tier, _): &(&'static str, _)| {
        let end = if *tier == "optimising" {
            ways.len()
        } else {
            builtins
        };
        let tier = *tier;
        ways[..end].iter().map(move |w| format!("{tier} {w}"))
    };
    let all: BTreeSet<String> = TIERS.iter().flat_map(of).collect();
    let file = find::root().join("conformance/rows/uncovered.txt");
    let text = fs::read_to_string(&file).unwrap();
    let mut listed = BTreeSet::new();
    let mut wrong = String::new();
    for line in text
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let mut words = line.splitn(3, ' ');
        let way = [words.next(), words.next()].map(Option::unwrap_or_default);
        let way = way.join(" ");
        if words.next().is_none_or(|reason| reason.trim().is_empty()) {
            let _ = writeln!(wrong, "no reason: {line}");
        }
        if !all.contains(&way) {
            let _ = writeln!(wrong, "no such way: {line}");
        } else if ran.contains(way.as_str()) {
            let _ = writeln!(wrong, "runs, though listed: {line}");
        }
        listed.insert(way);
    }
    for way in all
        .iter()
        .filter(|w| !ran.contains(w.as_str()) && !listed.contains(*w))
    {
        let _ = writeln!(wrong, "never runs: {way}");
    }
    assert!(wrong.is_empty(), "{}:\n{wrong}", file.display());
}
