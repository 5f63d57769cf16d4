//! The layout pass: source text to the one-character-a-token text that the grammar
//! is written over.
//!
//! Indentation, joined lines, comments and blank lines are settled here, as are the
//! two things of Python's syntax that depend on more than the next token: `print`
//! stops being a keyword after a `from __future__ import print_function`, and CPython
//! gives up on nesting that its parser stack of 1500 entries cannot hold.
//!
//! Nothing is reported from here. The pass stops at the first thing that is no token
//! and leaves a mark that no grammar rule accepts: if the parser gets that far, this
//! was the first error; if not, an earlier one was.

use crate::flags::Flags;
use crate::names::{Name, Names};
use crate::scan;
use crate::source::Source;
use crate::token::{self as t, Token};

/// What the tokenizer could not make a token of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    InvalidToken,
    EolInString,
    EofInString,
    Continuation,
    Dedent,
    TooDeep,
    Tabs,
    ParserStack,
    Unread,
}

#[derive(Clone, Copy, Debug)]
pub struct StopAt {
    pub stop: Stop,
    /// Where the token began, and how far it was read.
    pub start: u32,
    pub end: u32,
    pub lineno: u32,
}

pub struct Layout {
    /// The input of the parser, one byte for each of `tokens`; and a [`t::BAD`] at its
    /// end, if `stopped`.
    pub text: String,
    pub tokens: Vec<Token>,
    pub stopped: Option<StopAt>,
    /// The future features that the parser itself has to know, and the index of the
    /// token that begins the statement that turns them on.
    pub futures: Vec<(usize, Flags)>,
    /// A line whose tabs and blanks agree with the lines around it by luck only.
    pub tabs_at: Option<u32>,
    /// The lines of all `<>`.
    pub diamonds: Vec<u32>,
}

/// Names that come right after the keywords, because the layout pass looks for them.
const KNOWN: [(&str, Flags); 4] = [
    ("__future__", Flags(0)),
    ("with_statement", Flags::WITH_STATEMENT),
    ("print_function", Flags::PRINT_FUNCTION),
    ("unicode_literals", Flags::UNICODE_LITERALS),
];
const FUTURE: Name = Name(t::KEYWORDS.len() as u32);

/// CPython's limits: of indentation, of its parser's stack, and what of the latter a
/// plain expression statement takes at its innermost.
const MAX_INDENT: usize = 100;
const MAX_STACK: u32 = 1500;
const STATEMENT_STACK: u32 = 20;
const BLOCK_STACK: u32 = 4;

#[derive(Clone, Copy)]
struct Indent {
    /// With tabs to every eighth column (or as a comment says), and to every column.
    col: u32,
    alt: u32,
}

struct Pass<'s, 'n, 'a> {
    src: &'s [u8],
    names: &'n mut Names<'a>,
    text: Vec<u8>,
    tokens: Vec<Token>,
    pos: usize,
    line_start: usize,
    lineno: u32,
    indents: Vec<Indent>,
    level: i32,
    /// Stack that the open brackets take, and each one's part.
    nesting: u32,
    brackets: Vec<u32>,
    /// Stack that the current run of operators takes, and the current lambdas.
    run: u32,
    nest: u32,
    /// Index of an unfinished statement's `from`.
    from: Option<usize>,
    has_tabs: bool,
    tab_size: u32,
    tabs: Flags,
    tabs_at: Option<u32>,
    diamonds: Vec<u32>,
    print_function: bool,
    futures: Vec<(usize, Flags)>,
    /// Where the first line begins that cannot be read.
    unread: usize,
}

/// The words that tables of names begin with, in the order of their numbers.
pub fn words() -> impl Iterator<Item = &'static str> {
    let keywords = t::KEYWORDS.iter().map(|(word, _)| *word);
    keywords.chain(KNOWN.iter().map(|(word, _)| *word))
}

/// Turns `source` into tokens.
pub fn layout(source: &Source, names: &mut Names, flags: Flags) -> Layout {
    let src: &[u8] = &source.text;
    let mut pass = Pass {
        src,
        names,
        text: Vec::with_capacity(src.len() / 3 + 16),
        tokens: Vec::with_capacity(src.len() / 3 + 16),
        pos: 0,
        line_start: 0,
        lineno: 0,
        indents: vec![Indent { col: 0, alt: 0 }],
        level: 0,
        nesting: STATEMENT_STACK,
        brackets: Vec::new(),
        run: 0,
        nest: 0,
        from: None,
        has_tabs: memchr::memchr(b'\t', src).is_some(),
        tab_size: 8,
        tabs: flags,
        tabs_at: None,
        diamonds: Vec::new(),
        print_function: flags.has(Flags::PRINT_FUNCTION),
        futures: Vec::new(),
        unread: source.unread.as_ref().map_or(usize::MAX, |u| u.at),
    };
    let stopped = pass.run(flags.has(Flags::DONT_IMPLY_DEDENT)).err();
    if stopped.is_some() {
        pass.text.push(t::BAD);
    }
    Layout {
        text: String::from_utf8(pass.text).expect("token characters are ASCII"),
        tokens: pass.tokens,
        stopped,
        futures: pass.futures,
        tabs_at: pass.tabs_at,
        diamonds: pass.diamonds,
    }
}

impl Pass<'_, '_, '_> {
    fn run(&mut self, dont_imply_dedent: bool) -> Result<(), StopAt> {
        let mut open = true;
        while open {
            open = self.line()?;
        }
        // The end of the source ends the line and the open blocks.
        if !self.tokens.is_empty() {
            self.end_statement();
            self.push_empty(t::NEWLINE);
            if self.indents.len() > 1 && !dont_imply_dedent {
                for _ in 1..self.indents.len() {
                    self.push_empty(t::DEDENT);
                }
                self.push_empty(t::NEWLINE);
            }
        }
        Ok(())
    }

    fn at(&self, pos: usize) -> u8 {
        self.src.get(pos).copied().unwrap_or(0)
    }

    fn stop<T>(&self, stop: Stop, start: usize, end: usize) -> Result<T, StopAt> {
        Err(StopAt {
            stop,
            start: start as u32,
            end: end as u32,
            lineno: self.lineno,
        })
    }

    /// Enters the line that begins at `pos`, unless the source ends there; within a token that began at `token_start`.
    fn enter_line(&mut self, token_start: Option<usize>) -> Result<bool, StopAt> {
        if self.pos >= self.unread {
            self.lineno += 1;
            return self.stop(Stop::Unread, token_start.unwrap_or(self.pos), self.pos);
        }
        if self.pos >= self.src.len() {
            return Ok(false);
        }
        self.line_start = self.pos;
        self.lineno += 1;
        Ok(true)
    }

    /// One logical line, or blank line; false at the end of the source.
    fn line(&mut self) -> Result<bool, StopAt> {
        let more = self.enter_line(None)?;
        let indent = self.measure();
        match self.at(self.pos) {
            b'#' if more => {
                self.comment();
                if self.pos < self.src.len() {
                    self.pos += 1;
                    return Ok(true);
                }
                return Ok(false);
            }
            b'\n' if more => {
                self.pos += 1;
                return Ok(true);
            }
            _ => self.indent(indent)?,
        }
        if !more {
            return Ok(false);
        }
        self.tokens()
    }

    fn measure(&mut self) -> Indent {
        let mut indent = Indent { col: 0, alt: 0 };
        loop {
            match self.at(self.pos) {
                b' ' => {
                    indent.col += 1;
                    indent.alt += 1;
                }
                b'\t' => {
                    indent.col = (indent.col / self.tab_size + 1) * self.tab_size;
                    indent.alt += 1;
                }
                b'\x0c' => indent = Indent { col: 0, alt: 0 },
                _ => return indent,
            }
            self.pos += 1;
        }
    }

    /// Compares a line's indentation with that of the open blocks.
    fn indent(&mut self, new: Indent) -> Result<(), StopAt> {
        let top = self.indents[self.indents.len() - 1];
        if new.col == top.col {
            if new.alt != top.alt {
                self.unsure_tabs()?;
            }
        } else if new.col > top.col {
            if self.indents.len() >= MAX_INDENT {
                let end = self.line_end();
                return self.stop(Stop::TooDeep, self.pos, end);
            }
            if new.alt <= top.alt {
                self.unsure_tabs()?;
            }
            self.indents.push(new);
            self.nesting += BLOCK_STACK;
            self.push_empty(t::INDENT);
        } else {
            let mut dedents = 0;
            while self.indents[self.indents.len() - 1].col > new.col {
                self.indents.pop();
                dedents += 1;
            }
            self.nesting -= BLOCK_STACK * dedents;
            let top = self.indents[self.indents.len() - 1];
            if new.col != top.col {
                let end = self.line_end();
                return self.stop(Stop::Dedent, self.pos, end);
            }
            if new.alt != top.alt {
                self.unsure_tabs()?;
            }
            for _ in 0..dedents {
                self.push_empty(t::DEDENT);
            }
        }
        Ok(())
    }

    fn unsure_tabs(&mut self) -> Result<(), StopAt> {
        if self.tabs.has(Flags::TABS_ERROR) {
            let end = self.line_end();
            return self.stop(Stop::Tabs, self.pos, end);
        }
        if self.tabs.has(Flags::TABS_WARN) && self.tabs_at.is_none() {
            self.tabs_at = Some(self.lineno);
        }
        Ok(())
    }

    /// The end of the current physical line, its newline included.
    fn line_end(&self) -> usize {
        match memchr::memchr(b'\n', &self.src[self.pos..]) {
            Some(n) => self.pos + n + 1,
            None => self.src.len(),
        }
    }

    /// Skips a comment up to its newline. Some say how wide tabs are.
    fn comment(&mut self) {
        let rest = &self.src[self.pos + 1..];
        let len = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        if self.has_tabs
            && let Some(size) = scan::tab_size(&rest[..len])
        {
            self.tab_size = size;
        }
        self.pos += 1 + len;
    }

    /// The tokens of a logical line, from after its indentation; false when the
    /// source ends within.
    fn tokens(&mut self) -> Result<bool, StopAt> {
        loop {
            let start = self.pos;
            let c = self.at(start);
            match c {
                b' ' | b'\t' | b'\x0c' => self.pos += 1,
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word(start)?,
                b'.' if !self.at(start + 1).is_ascii_digit() => self.push(t::DOT, 1),
                b'0'..=b'9' | b'.' => {
                    let (end, valid) = scan::number(self.src, start);
                    if !valid {
                        return self.stop(Stop::InvalidToken, start, end);
                    }
                    self.push(t::NUMBER, end - start);
                }
                b'\'' | b'"' => self.string(start, start)?,
                b'#' => self.comment(),
                b'\n' => {
                    if self.level > 0 {
                        self.pos += 1;
                        if !self.enter_line(None)? {
                            return Ok(false);
                        }
                    } else {
                        self.end_statement();
                        self.push(t::NEWLINE, 1);
                        return Ok(true);
                    }
                }
                b'\\' => {
                    if self.at(start + 1) != b'\n' {
                        let end = self.line_end();
                        return self.stop(Stop::Continuation, start, end);
                    }
                    self.pos += 2;
                    if !self.enter_line(None)? {
                        return Ok(false);
                    }
                }
                b'(' => self.open(t::LPAR)?,
                b'[' => self.open(t::LSQB)?,
                b'{' => self.open(t::LBRACE)?,
                b')' => self.close(t::RPAR),
                b']' => self.close(t::RSQB),
                b'}' => self.close(t::RBRACE),
                b',' => {
                    (self.run, self.nest) = (0, 0);
                    self.push(t::COMMA, 1);
                }
                b';' => {
                    self.end_statement();
                    self.push(t::SEMI, 1);
                }
                b':' => self.push(t::COLON, 1),
                b'@' => self.push(t::AT, 1),
                b'`' => self.push(t::BACKQUOTE, 1),
                0 if start >= self.src.len() => return Ok(false),
                _ => self.operator(start, c)?,
            }
        }
    }

    fn word(&mut self, start: usize) -> Result<(), StopAt> {
        let end = scan::word(self.src, start);
        let len = end - start;
        if len <= 2
            && matches!(self.at(end), b'\'' | b'"')
            && scan::is_prefix(&self.src[start..end])
        {
            return self.string(start, end);
        }
        let text = std::str::from_utf8(&self.src[start..end]).expect("words are ASCII");
        let name = self.names.intern(text);
        let kind = match t::KEYWORDS.get(name.0 as usize) {
            Some(&(_, kind)) => self.keyword(kind)?,
            None => t::NAME,
        };
        self.push_value(kind, start, end, name.0);
        self.pos = end;
        Ok(())
    }

    fn keyword(&mut self, kind: u8) -> Result<u8, StopAt> {
        match kind {
            t::PRINT if self.print_function => return Ok(t::NAME),
            t::FROM => self.from = Some(self.tokens.len()),
            t::NOT => self.deepen(1, 0)?,
            t::LAMBDA => self.deepen(0, 2)?,
            t::ELSE => self.deepen(0, 1)?,
            t::AND | t::OR | t::IN | t::IS => self.run = 0,
            _ => {}
        }
        Ok(kind)
    }

    /// A string literal whose prefix begins at `start` and whose quote is at `quote`.
    fn string(&mut self, start: usize, quote: usize) -> Result<(), StopAt> {
        let q = self.at(quote);
        if self.at(quote + 1) == q && self.at(quote + 2) == q {
            return self.long_string(start, quote + 3, q);
        }
        let mut p = quote + 1;
        let first_line = self.lineno;
        loop {
            match self.at(p) {
                c if c == q => break,
                b'\\' => {
                    p += 1;
                    match self.at(p) {
                        b'\n' => {
                            self.pos = p + 1;
                            if !self.enter_line(Some(start))? {
                                return self.stop(Stop::EolInString, start, self.pos);
                            }
                            p += 1;
                        }
                        0 if p >= self.src.len() => {
                            return self.stop(Stop::EolInString, start, p);
                        }
                        _ => p += 1,
                    }
                }
                b'\n' => return self.stop(Stop::EolInString, start, p),
                0 if p >= self.src.len() => return self.stop(Stop::EolInString, start, p),
                _ => p += 1,
            }
        }
        self.push_string(start, p + 1, first_line);
        Ok(())
    }

    fn long_string(&mut self, start: usize, mut p: usize, q: u8) -> Result<(), StopAt> {
        let first_line = self.lineno;
        loop {
            match memchr::memchr3(q, b'\\', b'\n', &self.src[p..]) {
                Some(n) => p += n,
                None => return self.stop(Stop::EofInString, start, self.src.len()),
            }
            match self.src[p] {
                b'\n' => {
                    p += 1;
                    self.pos = p;
                    if !self.enter_line(Some(start))? {
                        return self.stop(Stop::EofInString, start, p);
                    }
                }
                b'\\' => {
                    p += 1;
                    if p >= self.src.len() {
                        return self.stop(Stop::EolInString, start, p);
                    }
                    if self.src[p] == b'\n' {
                        self.pos = p + 1;
                        if !self.enter_line(Some(start))? {
                            return self.stop(Stop::EofInString, start, p + 1);
                        }
                    }
                    p += 1;
                }
                _ if self.at(p + 1) == q && self.at(p + 2) == q => break,
                _ => p += 1,
            }
        }
        self.push_string(start, p + 3, first_line);
        Ok(())
    }

    fn push_string(&mut self, start: usize, end: usize, first_line: u32) {
        self.text.push(t::STRING);
        let one_line = self.lineno == first_line;
        self.tokens.push(Token {
            start: start as u32,
            end: end as u32,
            lineno: self.lineno,
            col_offset: if one_line {
                (start - self.line_start) as i32
            } else {
                -1
            },
            value: 0,
        });
        self.pos = end;
    }

    fn operator(&mut self, start: usize, c: u8) -> Result<(), StopAt> {
        let (kind, len) = scan::operator(c, self.at(start + 1), self.at(start + 2));
        if kind == t::NOTEQUAL && c == b'<' {
            self.diamonds.push(self.lineno);
        }
        match kind {
            t::PLUS | t::MINUS if self.after_operand() => self.run = 0,
            t::PLUS | t::MINUS | t::TILDE => self.deepen(1, 0)?,
            t::DOUBLESTAR if self.after_operand() => self.deepen(2, 0)?,
            t::VBAR..=t::DOUBLESLASH | t::LESS..=t::NOTEQUAL => self.run = 0,
            t::EQUAL => (self.run, self.nest) = (0, 0),
            _ => {}
        }
        // What an augmented assignment does is its first characters' operator.
        let value = if kind == t::AUGASSIGN {
            let second = if len == 3 { self.at(start + 1) } else { 0 };
            scan::operator(c, second, 0).0.into()
        } else {
            0
        };
        self.push_value(kind, start, start + len, value);
        self.pos = start + len;
        Ok(())
    }

    fn after_operand(&self) -> bool {
        matches!(
            self.text.last(),
            Some(&(t::NAME | t::NUMBER | t::STRING | t::RPAR | t::RSQB | t::RBRACE | t::BACKQUOTE))
        )
    }

    fn open(&mut self, kind: u8) -> Result<(), StopAt> {
        let trailer = kind != t::LBRACE && self.after_operand();
        let own = if trailer { 16 } else { 15 } + self.run + self.nest;
        // An empty pair takes nothing more than an operand.
        let is_empty = self.src[self.pos + 1..]
            .iter()
            .find(|b| **b != b' ')
            .is_some_and(|b| matches!(b, b')' | b']' | b'}'));
        if self.nesting + own > MAX_STACK && !is_empty {
            return self.stop(Stop::ParserStack, self.pos, self.pos);
        }
        self.level += 1;
        self.brackets.push(own);
        self.nesting += own;
        (self.run, self.nest) = (0, 0);
        self.push(kind, 1);
        Ok(())
    }

    fn close(&mut self, kind: u8) {
        self.level -= 1;
        self.nesting -= self.brackets.pop().unwrap_or(0);
        (self.run, self.nest) = (0, 0);
        self.push(kind, 1);
    }

    /// Counts what an operator adds to the depth of the parser's stack.
    fn deepen(&mut self, run: u32, nest: u32) -> Result<(), StopAt> {
        self.run += run;
        self.nest += nest;
        if self.nesting + self.run + self.nest > MAX_STACK {
            return self.stop(Stop::ParserStack, self.pos, self.pos);
        }
        Ok(())
    }

    fn end_statement(&mut self) {
        (self.run, self.nest) = (0, 0);
        if let Some(from) = self.from.take() {
            let futures = self.futures_in(from);
            self.print_function |= futures.has(Flags::PRINT_FUNCTION);
            self.futures.push((from, futures));
        }
    }

    /// The features that the statement whose `from` is token `from` turns on for the
    /// parser. CPython looks for one undotted name, `__future__`, but takes any dotted
    /// name or a single dot for it as well.
    fn futures_in(&self, from: usize) -> Flags {
        let kind = |i: usize| self.text.get(i).copied().unwrap_or(t::BAD);
        let mut i = from + 1;
        let mut futures = Flags(0);
        if kind(i) == t::NAME {
            let dotted = kind(i + 1) == t::DOT;
            if !dotted && self.tokens[i].value != FUTURE.0 {
                return futures;
            }
            while matches!(kind(i + 1), t::DOT | t::NAME) {
                i += 1;
            }
        } else if kind(i) != t::DOT {
            return futures;
        }
        if kind(i + 1) != t::IMPORT {
            return futures;
        }
        i += 2 + usize::from(kind(i + 2) == t::LPAR);
        while kind(i) == t::NAME {
            let known = self.tokens[i].value.wrapping_sub(FUTURE.0) as usize;
            if let Some(&(_, flag)) = KNOWN.get(known) {
                futures |= flag;
            }
            i += if kind(i + 1) == t::AS { 4 } else { 2 };
        }
        futures
    }

    fn push(&mut self, kind: u8, len: usize) {
        self.push_value(kind, self.pos, self.pos + len, 0);
        self.pos += len;
    }

    fn push_empty(&mut self, kind: u8) {
        self.push(kind, 0);
    }

    fn push_value(&mut self, kind: u8, start: usize, end: usize, value: u32) {
        self.text.push(kind);
        self.tokens.push(Token {
            start: start as u32,
            end: end as u32,
            lineno: self.lineno,
            col_offset: (start - self.line_start) as i32,
            value,
        });
    }
}
