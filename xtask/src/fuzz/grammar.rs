//! Reads `grammar.txt` and fills the holes of its templates.

use super::expressions::{Expressions, Kind};
use super::tree::Stmt;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The sections of the file with their entries.
static SECTIONS: LazyLock<HashMap<&'static str, Vec<&'static str>>> =
    LazyLock::new(|| sections(include_str!("grammar.txt")));

/// The entries of a section of the grammar.
pub fn section(name: &str) -> &'static [&'static str] {
    SECTIONS.get(name).map_or(&[], Vec::as_slice)
}

/// Sections whose entries are blocks of lines, and those whose entries are lines.
const BLOCKS: &[&str] = &["statements", "methods"];
const LINES: &[&str] = &["expressions", "corners", "bases", "src"];
/// Sections that are holes of their own; of two that begin alike the longer stands first.
const WORDS: &[&str] = &[
    "op", "cmp", "aug", "ty", "exc", "conv2", "conv", "bin", "un2", "un", "small", "sm", "mf",
    "cf", "fmt", "ac", "enc", "err", "re", "src",
];

fn sections(text: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    // A line of a template may begin with a bracket too.
    let is_head = |line: &str| {
        let word = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        word.is_some_and(|word| !word.is_empty() && word.chars().all(letter))
    };
    let mut heads = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if is_head(line.trim_end_matches('\n')) {
            heads.push((at, at + line.len()));
        }
        at += line.len();
    }
    let mut all = HashMap::new();
    for (index, &(head, start)) in heads.iter().enumerate() {
        let end = heads.get(index + 1).map_or(text.len(), |next| next.0);
        let name = text[head..start].trim_matches(['[', ']', '\n']);
        let body = &text[start..end];
        let entries = if BLOCKS.contains(&name) {
            body.split("\n\n").map(uncommented).collect()
        } else if LINES.contains(&name) {
            body.lines().filter(|line| !line.starts_with('#')).collect()
        } else {
            let lines = body.lines().filter(|line| !line.starts_with('#'));
            lines.flat_map(str::split_whitespace).collect()
        };
        let entries: Vec<&str> = entries;
        let filled = entries.into_iter().filter(|entry| !entry.is_empty());
        all.insert(name, filled.collect());
    }
    all
}

/// A block without the comments above it.
fn uncommented(mut block: &str) -> &str {
    while block.starts_with('#') {
        block = block.split_once('\n').map_or("", |(_, rest)| rest);
    }
    block.trim_end()
}

/// Text with indentation as statements.
pub fn parse(text: &str) -> Vec<Stmt> {
    nested(&mut text.lines().peekable(), 0)
}

fn nested<'a>(
    lines: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>,
    depth: usize,
) -> Vec<Stmt> {
    let mut body: Vec<Stmt> = Vec::new();
    while let Some(line) = lines.peek() {
        if line.len() - line.trim_start().len() < depth {
            break;
        }
        let text = line.trim_start().to_owned();
        lines.next();
        let inner = nested(lines, depth + 4);
        let continues = ["else", "elif", "except", "finally"]
            .iter()
            .any(|word| text.strip_prefix(word).is_some_and(continues_as_clause));
        match body.last_mut() {
            Some(Stmt::Block(clauses)) if continues => {
                clauses.push(super::tree::Clause::new(text, inner));
            }
            // A clause below a block of one line, which is printed as it was.
            _ if inner.is_empty() => body.push(Stmt::Line(text)),
            _ => body.push(Stmt::block(text, inner)),
        }
    }
    body
}

fn continues_as_clause(rest: &str) -> bool {
    rest.starts_with([':', ' '])
}

impl Expressions<'_> {
    /// The template with its holes filled; `names` is where names of its own begin.
    pub fn fill(&mut self, template: &str, depth: usize, names: usize) -> String {
        let mut text = String::new();
        let mut rest = template;
        while let Some(at) = rest.find('$') {
            text += &rest[..at];
            rest = &rest[at + 1..];
            let length = rest
                .find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(rest.len());
            let (hole, value) = self.hole(&rest[..length], depth, names);
            rest = &rest[hole..];
            // `1.x` would not be Python, and a sign binds less than a dot.
            let sign = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '~');
            if rest.starts_with(['.', '[', '(']) && value.starts_with(sign) {
                text += &format!("({value})");
            } else {
                text += &value;
            }
        }
        text + rest
    }

    /// What fills the hole that `word` begins with, and how much of the word its name is.
    fn hole(&mut self, word: &str, depth: usize, names: usize) -> (usize, String) {
        let kind = match word.as_bytes().first() {
            Some(b'I') => Some(Kind::Int),
            Some(b'G') => Some(Kind::Long),
            Some(b'F') => Some(Kind::Float),
            Some(b'B') => Some(Kind::Bool),
            Some(b'S') => Some(Kind::Str),
            Some(b'L') => Some(Kind::List),
            Some(b'T') => Some(Kind::Tuple),
            Some(b'D') => Some(Kind::Dict),
            Some(b'Z') => Some(Kind::Set),
            Some(b'O') => Some(Kind::Object),
            _ => None,
        };
        if let Some(kind) = kind {
            return (1, self.of(kind, depth));
        }
        if let Some(name) = WORDS.iter().find(|name| word.starts_with(*name)) {
            return (name.len(), self.random.pick(section(name)).to_owned());
        }
        if word.starts_with("pct") {
            return (3, self.conversion());
        }
        if word.starts_with("spec") {
            return (4, self.specification());
        }
        match word.as_bytes() {
            [b'A', ..] if self.random.chance(15) => (1, self.corner()),
            [b'A', ..] => (1, self.any(depth).0),
            [b'M', ..] => (1, self.corner()),
            [b'K', ..] => (1, self.thing(depth)),
            [b'n', ..] => (1, (self.random.between(0, 13) as i64 - 4).to_string()),
            [b'w', ..] => (1, self.random.below(10).to_string()),
            [b'k', ..] => (1, format!("({} & 7)", self.of(Kind::Int, depth))),
            [b'e', ..] => (1, self.key(depth)),
            [b'v', digit, ..] => (2, format!("v{}", names + usize::from(digit - b'0'))),
            [b'x', ..] => (1, format!("v{}", names + 10)),
            _ => (0, "$".to_owned()),
        }
    }

    /// A corner case.
    fn corner(&mut self) -> String {
        self.random.pick(section("corners")).to_owned()
    }

    /// An instance of one of the program's own classes.
    pub fn thing(&mut self, depth: usize) -> String {
        if self.scope.things.is_empty() {
            return self.of(Kind::Object, depth);
        }
        let scope = self.scope;
        let at = self.random.below(scope.things.len());
        let arguments = self.fill(scope.things[at], depth.min(1), 0);
        format!("K{at}({arguments})")
    }

    /// What stands behind a `%` in a format, `%` included.
    fn conversion(&mut self) -> String {
        let mut text = "%".to_owned();
        for flag in ["-", "+", " ", "#", "0"] {
            if self.random.chance(12) {
                text += flag;
            }
        }
        if self.random.chance(35) {
            text += &self.random.below(14).to_string();
        }
        if self.random.chance(30) {
            text += &format!(".{}", self.random.below(8));
        }
        let ends = [
            "d", "d", "s", "s", "r", "i", "u", "x", "X", "o", "e", "E", "f", "F", "g", "G", "c",
        ];
        text + self.random.pick(&ends)
    }

    /// A format specification.
    fn specification(&mut self) -> String {
        let mut text = String::new();
        if self.random.chance(40) {
            if self.random.chance(40) {
                text += self.random.pick(&["*", "0", " ", "x"]);
            }
            text += self.random.pick(&["<", ">", "^", "="]);
        }
        if self.random.chance(20) {
            text += self.random.pick(&["+", "-", " "]);
        }
        for (flag, percent) in [("#", 12), ("0", 12)] {
            if self.random.chance(percent) {
                text += flag;
            }
        }
        if self.random.chance(45) {
            text += &self.random.between(1, 14).to_string();
        }
        if self.random.chance(12) {
            text.push(',');
        }
        if self.random.chance(30) {
            text += &format!(".{}", self.random.below(8));
        }
        let ends = [
            "", "", "d", "s", "x", "X", "o", "b", "c", "n", "e", "E", "f", "F", "g", "G", "%",
        ];
        text + self.random.pick(&ends)
    }
}

#[cfg(test)]
mod checks {
    use super::super::expressions::Scope;
    use super::super::random::Random;
    use super::super::tree::print;
    use super::*;

    #[test]
    fn lines_that_begin_with_brackets_are_no_heads() {
        for (name, last) in [("expressions", "$A <> $M"), ("re", "a**")] {
            assert_eq!(section(name).last(), Some(&last), "{name}");
        }
        let statements = section("statements");
        let lists = statements
            .iter()
            .any(|entry| entry.contains("\n[$v0, $v1] = $A\n"));
        assert!(lists);
    }

    #[test]
    fn every_hole_is_known() {
        let mut random = Random::new(1);
        let scope = Scope::default();
        for name in ["expressions", "statements", "methods", "bases"] {
            assert!(section(name).len() > 10, "{name}");
            for template in section(name) {
                let text = Expressions {
                    random: &mut random,
                    scope: &scope,
                }
                .fill(template, 1, 0);
                assert!(!text.replace("$body", "").contains('$'), "{text}");
            }
        }
    }

    #[test]
    fn statements_survive_their_parsing() {
        for template in section("statements") {
            assert_eq!(print(&parse(template)).trim_end(), *template);
        }
    }
}
