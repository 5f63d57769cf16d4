//! The parser's output to the syntax tree.
//!
//! The parser delivers where its rules begin and end; operators, commas and keywords
//! are silent and read from the token text between. [`Builder`] walks both in step:
//! `pos` is the next token, `next` the next beginning or end of a rule. A function
//! here consumes exactly the tokens and events of its piece of grammar.
//!
//! What the grammar lets through and Python forbids is found here, with CPython's
//! words: assignments to calls, repeated keyword arguments and the like.
//!
//! Positions follow CPython's, oddities included: a node is where its grammar node's
//! first token is, so `(a) + b` begins at the parenthesis and `(a).b` behind it.

mod call;
mod expr;
mod operators;
mod params;
mod stmt;
mod target;

use crate::ast::{Expr, Mod, ScopeId, Stmt};
use crate::error::{ErrorKind, Result, SyntaxError};
use crate::flags::Flags;
use crate::grammar::{Event, Events, Rule};
use crate::names::{Name, Names};
use crate::source::Source;
use crate::token::{self as t, Token};
use crate::{Arena, Mode};

/// What the tree of a unit is made from.
pub struct Input<'i> {
    pub source: &'i Source<'i>,
    pub filename: &'i str,
    /// The token text and the tokens, one byte for each.
    pub text: &'i [u8],
    pub tokens: &'i [Token],
    /// With the future features that are in force for the whole unit.
    pub flags: Flags,
}

struct Builder<'b, 'a> {
    arena: &'a Arena,
    input: &'b Input<'b>,
    names: &'b mut Names<'a>,
    none: Name,
    debug: Name,
    events: Events<'b>,
    next: Option<Event>,
    pos: usize,
    scopes: u32,
    /// Finished siblings of unfinished lists, so that each list is allocated once, at
    /// its length. One stack for each kind of node that comes in lists.
    exprs: Vec<Expr<'a>>,
    stmts: Vec<Stmt<'a>>,
}

/// Line and column of a node.
type Place = (u32, i32);

/// Builds the tree; the number of scopes comes with it.
pub fn build<'b, 'a>(
    arena: &'a Arena,
    names: &'b mut Names<'a>,
    input: &'b Input<'b>,
    mut events: Events<'b>,
    mode: Mode,
) -> Result<(Mod<'a>, u32)> {
    let next = events.next();
    let (none, debug) = (names.intern("None"), names.intern("__debug__"));
    let mut b = Builder {
        arena,
        input,
        names,
        none,
        debug,
        events,
        next,
        pos: 0,
        scopes: 1,
        exprs: Vec::new(),
        stmts: Vec::new(),
    };
    let module = match mode {
        Mode::Exec => Mod::Module { body: b.file()? },
        Mode::Single => Mod::Interactive {
            body: b.interactive()?,
        },
        Mode::Eval => Mod::Expression {
            body: b.testlist()?,
        },
    };
    Ok((module, b.scopes))
}

impl<'b, 'a> Builder<'b, 'a> {
    /// The kind of the next token.
    fn kind(&self) -> u8 {
        self.input.text.get(self.pos).copied().unwrap_or(t::BAD)
    }

    /// Goes past the next token if it is of this kind.
    fn skip_if(&mut self, kind: u8) -> bool {
        let yes = self.kind() == kind;
        self.pos += usize::from(yes);
        yes
    }

    /// Goes past a token that the grammar guarantees.
    fn expect(&mut self, kind: u8) {
        debug_assert_eq!(self.kind(), kind, "token {}", self.pos);
        self.pos += 1;
    }

    /// The next token, known to be a name.
    fn name(&mut self) -> Name {
        debug_assert_eq!(self.kind(), t::NAME);
        let name = Name(self.input.tokens[self.pos].value);
        self.pos += 1;
        name
    }

    /// The rule that begins next, if one does.
    fn peek(&self) -> Option<Rule> {
        match self.next {
            Some(Event::Begin(rule, _)) => Some(rule),
            _ => None,
        }
    }

    /// Goes into the rule that begins here.
    fn enter(&mut self) -> Rule {
        match self.next {
            Some(Event::Begin(rule, pos)) => {
                debug_assert_eq!(pos, self.pos, "{rule:?}");
                self.next = self.events.next();
                rule
            }
            other => unreachable!("no rule begins at token {}: {other:?}", self.pos),
        }
    }

    /// Leaves the rule that ends here.
    fn leave(&mut self) {
        match self.next {
            Some(Event::End(rule, pos)) => {
                debug_assert_eq!(pos, self.pos, "{rule:?}");
                self.next = self.events.next();
            }
            other => unreachable!("no rule ends at token {}: {other:?}", self.pos),
        }
    }

    /// Where token `at` is, as positions of nodes go.
    fn place(&self, at: usize) -> Place {
        let token = &self.input.tokens[at];
        (token.lineno, token.col_offset)
    }

    fn fail<T>(&self, at: usize, msg: &str) -> Result<T> {
        let lineno = self.input.tokens[at].lineno;
        Err(self.error(ErrorKind::Syntax, Some(lineno), msg))
    }

    fn error(&self, kind: ErrorKind, lineno: Option<u32>, msg: &str) -> Box<SyntaxError> {
        Box::new(SyntaxError::new(
            kind,
            msg.to_owned(),
            self.input.filename,
            lineno,
        ))
    }

    /// Refuses to bind `None` and `__debug__`.
    fn check_binding(&self, name: Name, at: usize) -> Result<()> {
        if name == self.none {
            self.fail(at, "cannot assign to None")
        } else if name == self.debug {
            self.fail(at, "cannot assign to __debug__")
        } else {
            Ok(())
        }
    }

    fn new_scope(&mut self) -> ScopeId {
        let scope = ScopeId(self.scopes);
        self.scopes += 1;
        scope
    }

    fn alloc<T: Copy>(&self, value: T) -> &'a T {
        self.arena.alloc(value)
    }

    fn alloc_expr(&self, expr: Expr<'a>) -> &'a Expr<'a> {
        self.arena.alloc(expr)
    }

    /// The expressions pushed since `base`, as a list of the tree.
    fn take_exprs(&mut self, base: usize) -> &'a [Expr<'a>] {
        let list = self.arena.alloc_slice_copy(&self.exprs[base..]);
        self.exprs.truncate(base);
        list
    }

    fn take_stmts(&mut self, base: usize) -> &'a [Stmt<'a>] {
        let list = self.arena.alloc_slice_copy(&self.stmts[base..]);
        self.stmts.truncate(base);
        list
    }
}
