//! Concrete syntax trees: a node for every rule of the grammar that a text goes through, as the module `parser` shows
//! them.
//!
//! The compiler has no use for them, so they are made apart from its parser: that one, which knows what to say of an
//! error, reads the text first; what it accepts is then read by the rules' automata.

mod automaton;
pub mod grammar;
mod render;

pub use render::render;

use crate::error::Result;
use crate::flags::Flags;
use crate::names::Names;
use crate::token as t;
use crate::{Arena, Mode, deep, grammar as pest_grammar, layout, report, source};
use automaton::{RULE_AUTOMATA, Symbol};
use grammar::{DEDENT, ENDMARKER, INDENT, NAME, NEWLINE, NUMBER, STRING};

/// A rule with its parts, or a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Number of the rule or the kind of token.
    pub kind: u16,
    pub token: Option<Token>,
    pub children: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub text: Vec<u8>,
    pub lineno: u32,
    /// -1 where the token has no place in its line.
    pub column: i32,
}

impl Node {
    pub fn rule(kind: u16, children: Vec<Node>) -> Node {
        Node {
            kind,
            token: None,
            children,
        }
    }

    pub fn terminal(kind: u16, text: Vec<u8>, lineno: u32, column: i32) -> Node {
        Node {
            kind,
            token: Some(Token {
                text,
                lineno,
                column,
            }),
            children: Vec::new(),
        }
    }

    /// Are both the same but for places in the text and for empty lines at the end?
    pub fn is_like(&self, other: &Node) -> bool {
        fn texts(n: &Node) -> Option<&[u8]> {
            n.token.as_ref().map(|t| &t.text[..])
        }
        let same = self.kind == other.kind
            && (texts(self) == texts(other) || matches!(self.kind, NEWLINE | INDENT | DEDENT));
        if matches!(self.kind, grammar::FILE_INPUT | grammar::EVAL_INPUT) {
            let parts = |n: &'_ Node| -> Vec<Node> {
                let lines = n.children.iter().filter(|c| c.kind != NEWLINE);
                lines.cloned().collect()
            };
            let (a, b) = (parts(self), parts(other));
            return same && all_like(&a, &b);
        }
        same && deep(|| all_like(&self.children, &other.children))
    }
}

fn all_like(a: &[Node], b: &[Node]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.is_like(b))
}

/// A text's tree, and the encoding that it declares.
pub fn parse(source: &[u8], filename: &str, mode: Mode) -> Result<(Node, Option<String>)> {
    let arena = Arena::new();
    let source = source::Source::new(source, filename, mode, Flags(0))?;
    let mut names = Names::new(&arena);
    let layout = layout::layout(&source, &mut names, Flags(0));
    let report = report::Report {
        source: &source,
        filename,
        layout: &layout,
        file: None,
    };
    pest_grammar::parse(&layout.text, mode).map_err(|failure| match failure {
        pest_grammar::Failure::At(token) => report.wrong_token(token),
        pest_grammar::Failure::TooDeep => report.out_of_stack(),
    })?;
    let tokens = tokens(&source.text, &layout);
    let mut reader = Reader { tokens, at: 0 };
    let root = match mode {
        Mode::Eval => grammar::EVAL_INPUT,
        Mode::Exec => grammar::FILE_INPUT,
        Mode::Single => grammar::FIRST,
    };
    match reader.rule(usize::from(root - grammar::FIRST)) {
        Some(node) => Ok((node, source.encoding)),
        None => Err(report.wrong_token(reader.at.min(layout.tokens.len().saturating_sub(1)))),
    }
}

/// A token with what rules call it.
type Terminal = (Symbol, Node);

fn tokens(text: &[u8], layout: &layout::Layout) -> Vec<Terminal> {
    let kinds = layout.text.as_bytes();
    let mut out: Vec<Terminal> = Vec::with_capacity(kinds.len() + 1);
    let mut line = 1;
    for (i, (kind, token)) in kinds.iter().zip(&layout.tokens).enumerate() {
        line = token.lineno;
        let bytes = text
            .get(token.start as usize..token.end as usize)
            .unwrap_or_default();
        let (number, bytes, column) = match *kind {
            t::NEWLINE if bytes.is_empty() => {
                // The line that the end of the text ends has ended before its blocks do.
                let ended = out.last().is_some_and(|(_, n)| n.kind == NEWLINE);
                if ended && kinds.get(i + 1) == Some(&t::DEDENT) {
                    continue;
                }
                (NEWLINE, bytes, -1)
            }
            t::NEWLINE => {
                let before = i.checked_sub(1).map_or(0, |i| layout.tokens[i].end);
                let gap = text.get(before as usize..token.start as usize);
                let comment = comment(gap.unwrap_or_default());
                (NEWLINE, comment, token.col_offset - comment.len() as i32)
            }
            t::INDENT => (INDENT, &[][..], -1),
            t::DEDENT => (DEDENT, &[][..], -1),
            t::NUMBER => (NUMBER, bytes, token.col_offset),
            t::STRING => (STRING, bytes, token.col_offset),
            _ => (
                grammar::operator(bytes).unwrap_or(NAME),
                bytes,
                token.col_offset,
            ),
        };
        let keyword = if number == NAME && *kind != t::NAME {
            t::KEYWORDS.iter().find(|(_, k)| k == kind)
        } else {
            None
        };
        let symbol = keyword.map_or(Symbol::Token(number), |(word, _)| Symbol::Keyword(word));
        out.push((
            symbol,
            Node::terminal(number, bytes.to_vec(), token.lineno, column),
        ));
    }
    out.push((
        Symbol::Token(ENDMARKER),
        Node::terminal(ENDMARKER, Vec::new(), line, -1),
    ));
    out
}

/// The comment among what is between a line's last token and its end, which belongs to the end: blanks, joined lines,
/// and at the very end a comment.
fn comment(gap: &[u8]) -> &[u8] {
    let start = memchr::memchr(b'#', gap).unwrap_or(gap.len());
    &gap[start..]
}

struct Reader {
    tokens: Vec<Terminal>,
    at: usize,
}

impl Reader {
    /// Reads what a rule describes.
    fn rule(&mut self, rule: usize) -> Option<Node> {
        let automaton = &RULE_AUTOMATA[rule];
        let mut children = Vec::new();
        let mut state = 0;
        loop {
            let next = self.tokens.get(self.at).map(|(symbol, _)| symbol);
            let arc = automaton.states[state]
                .arcs
                .iter()
                .find(|(symbol, _)| match symbol {
                    Symbol::Rule(inner) => {
                        next.is_some_and(|n| RULE_AUTOMATA[*inner].first.contains(n))
                    }
                    terminal => next == Some(terminal),
                });
            match arc {
                Some((Symbol::Rule(inner), to)) => {
                    children.push(deep(|| self.rule(*inner))?);
                    state = *to;
                }
                Some((_, to)) => {
                    children.push(self.tokens[self.at].1.clone());
                    self.at += 1;
                    state = *to;
                }
                None if automaton.states[state].accepts => break,
                None => return None,
            }
        }
        Some(Node::rule(grammar::FIRST + rule as u16, children))
    }
}
