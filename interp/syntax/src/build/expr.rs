//! Expressions other than operators: atoms, trailers, displays, comprehensions.

use super::operators::expr;
use super::{Builder, Place};
use crate::ast::{
    Comprehension, Dict, DictComp, Expr, ExprContext, ExprKind, GeneratorExp, IfExp, Lambda,
    ListComp, Number, SetComp, Slice,
};
use crate::error::Result;
use crate::grammar::Rule;
use crate::literal::{self, number, string};
use crate::token as t;

const LOAD: ExprContext = ExprContext::Load;

impl<'a> Builder<'_, 'a> {
    /// One expression, or a tuple of them without parentheses.
    pub(super) fn testlist(&mut self) -> Result<&'a Expr<'a>> {
        let start = self.pos;
        let first = self.test()?;
        let whole = self.maybe_tuple(start, first, Self::test)?;
        Ok(self.alloc_expr(whole))
    }

    /// If a comma follows `first`, the tuple that goes on until no item can begin.
    fn maybe_tuple(
        &mut self,
        start: usize,
        first: Expr<'a>,
        item: fn(&mut Self) -> Result<Expr<'a>>,
    ) -> Result<Expr<'a>> {
        if self.kind() != t::COMMA {
            return Ok(first);
        }
        let base = self.exprs.len();
        self.exprs.push(first);
        self.more_items(item)?;
        let elts = self.take_exprs(base);
        Ok(expr(ExprKind::Tuple { elts, ctx: LOAD }, self.place(start)))
    }

    /// Pushes items while commas separate them; the last comma may be a trailing one.
    fn more_items(&mut self, item: fn(&mut Self) -> Result<Expr<'a>>) -> Result<()> {
        while self.skip_if(t::COMMA) && self.operand_follows() {
            let value = item(self)?;
            self.exprs.push(value);
        }
        Ok(())
    }

    /// Whether an expression begins at the next token.
    pub(super) fn operand_follows(&self) -> bool {
        matches!(
            self.kind(),
            t::NAME
                | t::NUMBER
                | t::STRING
                | t::LPAR
                | t::LSQB
                | t::LBRACE
                | t::BACKQUOTE
                | t::PLUS
                | t::MINUS
                | t::TILDE
                | t::NOT
                | t::LAMBDA
        )
    }

    pub(super) fn test(&mut self) -> Result<Expr<'a>> {
        if self.kind() == t::LAMBDA {
            return self.lambda(Self::test);
        }
        let start = self.pos;
        let body = self.or_test()?;
        if !self.skip_if(t::IF) {
            return Ok(body);
        }
        let test = self.or_test()?;
        self.expect(t::ELSE);
        let orelse = self.test()?;
        let choice = IfExp {
            test: self.alloc_expr(test),
            body: self.alloc_expr(body),
            orelse: self.alloc_expr(orelse),
        };
        Ok(expr(ExprKind::IfExp(self.alloc(choice)), self.place(start)))
    }

    pub(super) fn test_ref(&mut self) -> Result<&'a Expr<'a>> {
        let value = self.test()?;
        Ok(self.alloc_expr(value))
    }

    /// Where an `if` is not part of the expression.
    fn old_test(&mut self) -> Result<Expr<'a>> {
        if self.kind() == t::LAMBDA {
            return self.lambda(Self::old_test);
        }
        self.or_test()
    }

    fn lambda(&mut self, body: fn(&mut Self) -> Result<Expr<'a>>) -> Result<Expr<'a>> {
        let start = self.pos;
        self.enter();
        self.expect(t::LAMBDA);
        let args = self.params(t::COLON)?;
        self.expect(t::COLON);
        let body = body(self)?;
        self.leave();
        let scope = self.new_scope();
        let lambda = Lambda {
            args,
            body: self.alloc_expr(body),
            scope,
        };
        Ok(expr(
            ExprKind::Lambda(self.alloc(lambda)),
            self.place(start),
        ))
    }

    pub(super) fn yield_expr(&mut self) -> Result<Expr<'a>> {
        let start = self.pos;
        self.enter();
        self.expect(t::YIELD);
        let value = if self.operand_follows() {
            Some(self.testlist()?)
        } else {
            None
        };
        self.leave();
        Ok(expr(ExprKind::Yield { value }, self.place(start)))
    }

    /// `testlist` or `yield`: the right-hand side of an assignment.
    pub(super) fn value(&mut self) -> Result<&'a Expr<'a>> {
        if self.kind() == t::YIELD {
            let value = self.yield_expr()?;
            return Ok(self.alloc_expr(value));
        }
        self.testlist()
    }

    // ---- Operands ----

    /// An atom and what is applied to it.
    pub(super) fn primary(&mut self) -> Result<Expr<'a>> {
        let mut left = self.atom()?;
        loop {
            // A node with trailers is where its atom's own node is.
            let place = (left.lineno, left.col_offset);
            let kind = match self.kind() {
                t::DOT => {
                    self.pos += 1;
                    self.enter();
                    let attr = self.name();
                    self.leave();
                    ExprKind::Attribute {
                        value: self.alloc_expr(left),
                        attr,
                        ctx: LOAD,
                    }
                }
                t::LPAR => {
                    self.pos += 1;
                    self.call(left)?
                }
                t::LSQB => {
                    self.pos += 1;
                    self.subscript(left)?
                }
                _ => return Ok(left),
            };
            left = expr(kind, place);
        }
    }

    fn atom(&mut self) -> Result<Expr<'a>> {
        let start = self.pos;
        let kind = match self.kind() {
            t::NAME => {
                self.enter();
                let id = self.name();
                self.leave();
                ExprKind::Name { id, ctx: LOAD }
            }
            t::NUMBER => {
                self.enter();
                self.pos += 1;
                self.leave();
                ExprKind::Num {
                    n: self.number(start, false),
                }
            }
            t::STRING => self.strings()?,
            t::LPAR => {
                self.pos += 1;
                return self.parenthesised(start);
            }
            t::LSQB => {
                self.pos += 1;
                return self.list(start);
            }
            t::LBRACE => {
                self.pos += 1;
                return self.braces(start);
            }
            _ => {
                self.expect(t::BACKQUOTE);
                self.enter();
                let value = self.testlist()?;
                self.expect(t::BACKQUOTE);
                self.leave();
                ExprKind::Repr { value }
            }
        };
        Ok(expr(kind, self.place(start)))
    }

    pub(super) fn number(&self, at: usize, negative: bool) -> Number<'a> {
        let token = &self.input.tokens[at];
        let text = &self.input.source.text[token.start as usize..token.end as usize];
        number::decode(text, negative, self.arena)
    }

    /// Adjacent string literals, which are one.
    fn strings(&mut self) -> Result<ExprKind<'a>> {
        let first = self.pos;
        self.enter();
        while self.skip_if(t::STRING) {}
        self.leave();
        let parts = &self.input.tokens[first..self.pos];
        string::decode(parts, self.input, self.arena).map_err(|error| match error {
            literal::Error::Unicode(said) => {
                // CPython formats this into a buffer of 128 bytes.
                let mut msg = format!("(unicode error) {said}");
                msg.truncate(127);
                self.error(crate::ErrorKind::Syntax, Some(parts[0].lineno), &msg)
            }
            literal::Error::Value(said) => self.error(crate::ErrorKind::Value, None, said),
        })
    }

    fn parenthesised(&mut self, paren: usize) -> Result<Expr<'a>> {
        self.enter();
        let inner = match self.kind() {
            t::RPAR => expr(
                ExprKind::Tuple {
                    elts: &[],
                    ctx: LOAD,
                },
                self.place(paren),
            ),
            t::YIELD => self.yield_expr()?,
            _ => {
                let start = self.pos;
                let first = self.test()?;
                if self.kind() == t::FOR {
                    self.generator(start, first)?
                } else {
                    self.maybe_tuple(start, first, Self::test)?
                }
            }
        };
        self.expect(t::RPAR);
        self.leave();
        Ok(inner)
    }

    fn list(&mut self, bracket: usize) -> Result<Expr<'a>> {
        self.enter();
        let start = self.pos;
        let base = self.exprs.len();
        let place = self.place(bracket);
        if self.kind() != t::RSQB {
            let first = self.test()?;
            if self.kind() == t::FOR {
                let generators = self.comprehension(Self::list_iterable)?;
                self.expect(t::RSQB);
                self.leave();
                let comp = ListComp {
                    elt: self.alloc_expr(first),
                    generators,
                };
                return Ok(expr(
                    ExprKind::ListComp(self.alloc(comp)),
                    self.place(start),
                ));
            }
            self.exprs.push(first);
            self.more_items(Self::test)?;
        }
        self.expect(t::RSQB);
        self.leave();
        let elts = self.take_exprs(base);
        Ok(expr(ExprKind::List { elts, ctx: LOAD }, place))
    }

    /// Dicts, sets and their comprehensions.
    fn braces(&mut self, brace: usize) -> Result<Expr<'a>> {
        self.enter();
        let start = self.pos;
        let (kind, at) = if self.kind() == t::RBRACE {
            let dict = Dict {
                keys: &[],
                values: &[],
            };
            (ExprKind::Dict(self.alloc(dict)), brace)
        } else {
            let first = self.test()?;
            match self.kind() {
                t::COLON => self.dict(first, brace, start)?,
                t::FOR => {
                    let generators = self.comprehension(Self::or_test)?;
                    let scope = self.new_scope();
                    let comp = SetComp {
                        elt: self.alloc_expr(first),
                        generators,
                        scope,
                    };
                    (ExprKind::SetComp(self.alloc(comp)), start)
                }
                _ => {
                    let base = self.exprs.len();
                    self.exprs.push(first);
                    self.more_items(Self::test)?;
                    (
                        ExprKind::Set {
                            elts: self.take_exprs(base),
                        },
                        brace,
                    )
                }
            }
        };
        self.expect(t::RBRACE);
        self.leave();
        Ok(expr(kind, self.place(at)))
    }

    /// From the colon after the first key.
    fn dict(&mut self, key: Expr<'a>, brace: usize, start: usize) -> Result<(ExprKind<'a>, usize)> {
        self.expect(t::COLON);
        let value = self.test()?;
        if self.kind() == t::FOR {
            let generators = self.comprehension(Self::or_test)?;
            let scope = self.new_scope();
            let (key, value) = (self.alloc_expr(key), self.alloc_expr(value));
            let comp = DictComp {
                key,
                value,
                generators,
                scope,
            };
            return Ok((ExprKind::DictComp(self.alloc(comp)), start));
        }
        // Keys and values alternate on the stack until their number is known.
        let base = self.exprs.len();
        self.exprs.push(key);
        self.exprs.push(value);
        while self.skip_if(t::COMMA) && self.operand_follows() {
            let key = self.test()?;
            self.exprs.push(key);
            self.expect(t::COLON);
            let value = self.test()?;
            self.exprs.push(value);
        }
        let pairs = &self.exprs[base..];
        let half = pairs.len() / 2;
        let keys = self.arena.alloc_slice_fill_with(half, |i| pairs[2 * i]);
        let values = self.arena.alloc_slice_fill_with(half, |i| pairs[2 * i + 1]);
        self.exprs.truncate(base);
        Ok((ExprKind::Dict(self.alloc(Dict { keys, values })), brace))
    }

    // ---- Comprehensions ----

    /// A generator expression whose element, read already, began at `start`.
    pub(super) fn generator(&mut self, start: usize, elt: Expr<'a>) -> Result<Expr<'a>> {
        let generators = self.comprehension(Self::or_test)?;
        let scope = self.new_scope();
        let comp = GeneratorExp {
            elt: self.alloc_expr(elt),
            generators,
            scope,
        };
        Ok(expr(
            ExprKind::GeneratorExp(self.alloc(comp)),
            self.place(start),
        ))
    }

    /// What follows the element, from the first `for`.
    fn comprehension(
        &mut self,
        iterable: fn(&mut Self) -> Result<Expr<'a>>,
    ) -> Result<&'a [Comprehension<'a>]> {
        let mut clauses = Vec::with_capacity(1);
        self.expect(t::FOR);
        self.enter();
        loop {
            let target = self.for_target()?;
            self.expect(t::IN);
            let iter = iterable(self)?;
            let base = self.exprs.len();
            while self.skip_if(t::IF) {
                let test = self.old_test()?;
                self.exprs.push(test);
            }
            let iter = self.alloc_expr(iter);
            clauses.push(Comprehension {
                target,
                iter,
                ifs: self.take_exprs(base),
            });
            if !self.skip_if(t::FOR) {
                break;
            }
        }
        self.leave();
        Ok(self.arena.alloc_slice_copy(&clauses))
    }

    /// List comprehensions may iterate over a bare tuple.
    fn list_iterable(&mut self) -> Result<Expr<'a>> {
        let start = self.pos;
        let first = self.old_test()?;
        self.maybe_tuple(start, first, Self::old_test)
    }

    // ---- Subscripts ----

    fn subscript(&mut self, left: Expr<'a>) -> Result<ExprKind<'a>> {
        self.enter();
        let place = self.place(self.pos);
        let first = self.subslice()?;
        let slice = if self.kind() == t::COMMA {
            self.more_slices(first, place)?
        } else {
            first
        };
        self.expect(t::RSQB);
        self.leave();
        Ok(ExprKind::Subscript {
            value: self.alloc_expr(left),
            slice: self.alloc(slice),
            ctx: LOAD,
        })
    }

    /// Several subscripts: a tuple if all are plain expressions.
    fn more_slices(&mut self, first: Slice<'a>, place: Place) -> Result<Slice<'a>> {
        let mut dims = vec![first];
        while self.skip_if(t::COMMA) && self.kind() != t::RSQB {
            dims.push(self.subslice()?);
        }
        let base = self.exprs.len();
        for dim in &dims {
            if let Slice::Index { value } = dim {
                self.exprs.push(**value);
            }
        }
        if self.exprs.len() - base < dims.len() {
            self.exprs.truncate(base);
            return Ok(Slice::ExtSlice {
                dims: self.arena.alloc_slice_copy(&dims),
            });
        }
        let elts = self.take_exprs(base);
        let tuple = expr(ExprKind::Tuple { elts, ctx: LOAD }, place);
        Ok(Slice::Index {
            value: self.alloc_expr(tuple),
        })
    }

    fn subslice(&mut self) -> Result<Slice<'a>> {
        if self.kind() == t::DOT {
            self.pos += 3;
            return Ok(Slice::Ellipsis);
        }
        let lower = if self.kind() == t::COLON {
            None
        } else {
            Some(self.test_ref()?)
        };
        if !self.skip_if(t::COLON) {
            let value = lower.expect("a subscript is an expression or has a colon");
            return Ok(Slice::Index { value });
        }
        let upper = if self.operand_follows() {
            Some(self.test_ref()?)
        } else {
            None
        };
        let colon = self.pos;
        let mut step = None;
        if self.skip_if(t::COLON) {
            // `x[a:b:]` has None for its step, spelled out.
            step = Some(if self.operand_follows() {
                self.test_ref()?
            } else {
                let none = ExprKind::Name {
                    id: self.none,
                    ctx: LOAD,
                };
                self.alloc_expr(expr(none, self.place(colon)))
            });
        }
        Ok(Slice::Slice { lower, upper, step })
    }

    /// Whether the next rule is this one; for statements that are told apart so.
    pub(super) fn at_rule(&self, rule: Rule) -> bool {
        self.peek() == Some(rule)
    }
}
