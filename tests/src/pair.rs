//! A program and what it should print.
//!
//! A program may begin with header comments, one `# key: value` a line, before the first
//! line that is anything else:
//!
//! | header | meaning |
//! | --- | --- |
//! | `# args: …` | the script's arguments, separated by blanks |
//! | `# small: …` | of a benchmark: the arguments that make it fit for a test run |
//! | `# stdin: …` | one line for its standard input |
//! | `# stats: key>=N, key<N …` | conditions on the statistics of `-s` |
//! | `# skip-modes: mode mode…` | modes in which it makes no sense |
//! | `# py3: ok` | of a benchmark: Python 3 prints the same |

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A program with its headers.
#[derive(Debug)]
pub struct Pair {
    /// The program.
    pub script: PathBuf,
    /// Arguments for a test run: `# args:`, or for a benchmark `# small:`.
    pub args: Vec<String>,
    /// Standard input.
    pub input: Vec<u8>,
    /// Conditions from `# stats:`.
    pub conditions: Vec<Condition>,
    /// Modes to leave out.
    pub skip_modes: Vec<String>,
    /// Whether Python 3 runs it too.
    pub py3: bool,
}

/// One condition of a `# stats:` header.
#[derive(Debug, PartialEq, Eq)]
pub struct Condition {
    /// The statistic; one that was not printed counts as zero.
    pub key: String,
    /// `>=`, `<=`, `==`, `>` or `<`.
    pub comparison: String,
    /// What it is compared with.
    pub number: u64,
}

impl Pair {
    /// Reads the headers of `script`.
    pub fn read(script: &Path) -> io::Result<Pair> {
        let text = fs::read(script)?;
        let mut pair = Pair {
            script: script.to_owned(),
            args: Vec::new(),
            input: Vec::new(),
            conditions: Vec::new(),
            skip_modes: Vec::new(),
            py3: false,
        };
        for line in String::from_utf8_lossy(&text).lines() {
            let Some(comment) = line.strip_prefix('#') else {
                break;
            };
            let Some((key, value)) = comment.split_once(':') else {
                continue;
            };
            let value = value.trim();
            let words = || value.split_whitespace().map(str::to_owned);
            match key.trim() {
                "args" | "small" => pair.args = words().collect(),
                "stdin" => pair.input = format!("{value}\n").into_bytes(),
                "skip-modes" => pair.skip_modes = words().collect(),
                "py3" => pair.py3 = value == "ok",
                "stats" => {
                    for text in value.split(',') {
                        let parsed = Condition::parse(text.trim()).ok_or_else(|| {
                            let place = script.display();
                            io::Error::other(format!("{place}: not a condition: {text}"))
                        })?;
                        pair.conditions.push(parsed);
                    }
                }
                _ => {}
            }
        }
        Ok(pair)
    }

    /// Where its outcome stands.
    pub fn expected_file(&self) -> PathBuf {
        self.script.with_extension("expected")
    }

    /// Its folder's name and its own: `lang/closures`.
    pub fn name(&self) -> String {
        let stem = self.script.file_stem().unwrap_or_default();
        let folder = self.script.parent().and_then(Path::file_name);
        let folder = folder.unwrap_or_default().to_string_lossy();
        format!("{folder}/{}", stem.to_string_lossy())
    }
}

impl Condition {
    fn parse(text: &str) -> Option<Condition> {
        let split = text.find(['<', '>', '='])?;
        let (key, rest) = text.split_at(split);
        let digits = rest.find(|c: char| c.is_ascii_digit())?;
        let (comparison, number) = rest.split_at(digits);
        let comparison = comparison.trim();
        if !matches!(comparison, ">=" | "<=" | "==" | ">" | "<") {
            return None;
        }
        Some(Condition {
            key: key.trim().to_owned(),
            comparison: comparison.to_owned(),
            number: number.trim().parse().ok()?,
        })
    }

    /// Whether `value` satisfies it.
    pub fn holds(&self, value: u64) -> bool {
        match self.comparison.as_str() {
            ">=" => value >= self.number,
            "<=" => value <= self.number,
            "==" => value == self.number,
            ">" => value > self.number,
            _ => value < self.number,
        }
    }
}

/// Which file names are programs of pairs: helper modules begin with an underscore.
pub const PATTERN: &str = r"^([a-z0-9][a-z0-9_]*/)*[a-z0-9][a-z0-9_]*\.py$";

/// All programs of pairs below `folder`, sorted.
pub fn programs(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                if !name.starts_with('_') {
                    folders.push(path);
                }
            } else if name.ends_with(".py") && !name.starts_with('_') {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions() {
        let condition = Condition::parse("osr_entries >= 2").unwrap();
        assert_eq!(condition.key, "osr_entries");
        assert!(condition.holds(2) && !condition.holds(1));
        assert!(Condition::parse("deopts=>3").is_none());
        assert!(Condition::parse("deopts").is_none());
        assert!(Condition::parse("deopts<5").unwrap().holds(4));
    }
}
