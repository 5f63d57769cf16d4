//! Runs a pair in a mode and judges the outcome.

use crate::modes::{Mode, STATISTICS};
use crate::pair::Pair;
use crate::process::{self, Finished};
use crate::{find, outcome};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why a pair failed, shown as it is: test harnesses print errors with `Debug`.
pub struct Report(String);

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Report {}

impl From<String> for Report {
    fn from(text: String) -> Report {
        Report(text)
    }
}

impl From<io::Error> for Report {
    fn from(error: io::Error) -> Report {
        Report(error.to_string())
    }
}

/// Runs a program of a pair from its own folder, so that messages name it alike everywhere.
pub fn run(
    interpreter: &Path,
    options: &[&str],
    env: &[(&str, &str)],
    pair: &Pair,
) -> io::Result<Finished> {
    let folder = pair.script.parent().unwrap_or(Path::new("."));
    let mut command = find::clean(interpreter);
    command
        .args(options)
        .arg(pair.script.file_name().unwrap_or_default())
        .args(&pair.args)
        .envs(env.iter().copied())
        .current_dir(folder);
    process::run(&mut command, &pair.input, find::limit())
}

/// Checks a pair in a mode against its `.expected`, with `expected-failures.txt` in mind.
pub fn pair(script: &Path, mode: &Mode) -> Result<(), Report> {
    let pair = Pair::read(&script.canonicalize()?)?;
    if pair.skip_modes.iter().any(|skipped| skipped == mode.name) {
        return Ok(());
    }
    let known = ExpectedFailures::read()?;
    match (verdict(&pair, mode), known.reason(&pair.name(), mode.name)) {
        (Ok(()), None) => Ok(()),
        (Err(_), Some(_)) => Ok(()),
        (Err(message), None) => Err(message),
        (Ok(()), Some(reason)) => Err(Report(format!(
            "passes, though {} says of it: {reason}\ntake the line out",
            ExpectedFailures::file().display()
        ))),
    }
}

fn verdict(pair: &Pair, mode: &Mode) -> Result<(), Report> {
    let pyston = find::pyston()?;
    let place = pair.expected_file();
    let expected = fs::read(&place)
        .map_err(|error| format!("{}: {error} (make expected)", place.display()))?;
    let run = run(&pyston, mode.args, mode.env, pair)?;
    let actual = outcome::render(&run);
    if actual == expected {
        return Ok(());
    }
    let script = pair.script.display().to_string();
    Err(Report(format!(
        "{}\n{}stderr ended:\n{}",
        mode.command_line("pyston", &script),
        outcome::difference(&expected, &actual),
        tail(&run.stderr)
    )))
}

/// Checks the `# stats:` conditions of a pair; without any there is nothing to check.
pub fn statistics(script: &Path) -> Result<(), Report> {
    let pair = Pair::read(&script.canonicalize()?)?;
    if pair.conditions.is_empty() {
        return Ok(());
    }
    let known = ExpectedFailures::read()?.reason(&pair.name(), STATISTICS.name);
    let pyston = find::pyston()?;
    let mut run =
        run(&pyston, STATISTICS.args, STATISTICS.env, &pair).map_err(|error| error.to_string())?;
    let found = outcome::take_statistics(&mut run.stderr);
    let failed: Vec<String> = pair
        .conditions
        .iter()
        .filter(|c| !c.holds(found.get(&c.key).copied().unwrap_or(0)))
        .map(|c| format!("{}{}{}", c.key, c.comparison, c.number))
        .collect();
    match (failed.is_empty(), known) {
        (true, None) | (false, Some(_)) => Ok(()),
        (true, Some(reason)) => Err(Report(format!("passes, though expected to fail: {reason}"))),
        (false, None) => Err(Report(format!(
            "{}\nnot so: {}\nthe statistics: {found:#?}",
            STATISTICS.command_line("pyston", &pair.script.display().to_string()),
            failed.join(", ")
        ))),
    }
}

fn tail(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}

/// `conformance/expected-failures.txt`: pairs known to fail, a line each
/// `AREA/NAME mode[,mode…]|* reason`. One that passes fails the suite, so the file stays true.
pub struct ExpectedFailures {
    rows: Vec<(String, Vec<String>, String)>,
}

impl ExpectedFailures {
    fn file() -> PathBuf {
        find::root().join("conformance/expected-failures.txt")
    }

    /// Reads the file; none means no failures are expected.
    pub fn read() -> Result<ExpectedFailures, String> {
        let text = match fs::read_to_string(Self::file()) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error.to_string()),
        };
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<ExpectedFailures, String> {
        let mut rows = Vec::new();
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut words = line.splitn(3, char::is_whitespace);
            let (Some(name), Some(modes), Some(reason)) =
                (words.next(), words.next(), words.next())
            else {
                return Err(format!(
                    "expected-failures.txt: a reason is missing: {line}"
                ));
            };
            let modes = modes.split(',').map(str::to_owned).collect();
            rows.push((name.to_owned(), modes, reason.trim().to_owned()));
        }
        Ok(ExpectedFailures { rows })
    }

    /// Why the pair may fail in the mode, if it may.
    pub fn reason(&self, pair: &str, mode: &str) -> Option<String> {
        self.rows
            .iter()
            .find(|(name, modes, _)| name == pair && modes.iter().any(|m| m == "*" || m == mode))
            .map(|(_, _, reason)| reason.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expected_failures() {
        let known =
            ExpectedFailures::parse("# why\nlang/a * never\nlang/b x,y later on\n").unwrap();
        assert_eq!(known.reason("lang/a", "default").as_deref(), Some("never"));
        assert_eq!(known.reason("lang/b", "y").as_deref(), Some("later on"));
        assert_eq!(known.reason("lang/b", "default"), None);
        assert!(ExpectedFailures::parse("lang/a *").is_err());
    }

    #[test]
    fn the_file_names_pairs_and_modes_that_exist() {
        let known = ExpectedFailures::read().unwrap();
        for (name, modes, _) in &known.rows {
            let in_conformance = find::root().join("conformance").join(name);
            let in_bench = find::root().join(name);
            assert!(
                in_conformance.with_extension("py").exists()
                    || in_bench.with_extension("py").exists(),
                "{name}"
            );
            for mode in modes {
                assert!(
                    mode == "*" || mode == STATISTICS.name || Mode::named(mode).is_some(),
                    "{mode}"
                );
            }
        }
    }
}
