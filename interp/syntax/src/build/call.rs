//! Calls and their arguments.

use super::Builder;
use crate::ast::{Call, Expr, ExprKind, Keyword};
use crate::error::Result;
use crate::token as t;

const MAX_ARGUMENTS: usize = 255;

/// How many arguments of each kind there are.
#[derive(Default)]
struct Counts {
    positional: usize,
    keywords: usize,
    generators: usize,
}

impl<'a> Builder<'_, 'a> {
    /// From after the opening parenthesis to the closing one.
    pub(super) fn call(&mut self, func: Expr<'a>) -> Result<ExprKind<'a>> {
        self.enter();
        let first = self.pos;
        let base = self.exprs.len();
        let call = match self.arguments(func) {
            Ok(call) => call,
            Err(error) => {
                // CPython counts the arguments before it looks at them.
                self.check_counts(&self.count_arguments(first), first)?;
                return Err(error);
            }
        };
        debug_assert_eq!(self.exprs.len(), base);
        self.expect(t::RPAR);
        self.leave();
        Ok(ExprKind::Call(self.alloc(call)))
    }

    fn arguments(&mut self, func: Expr<'a>) -> Result<Call<'a>> {
        let list = self.pos;
        let base = self.exprs.len();
        let mut keywords: Vec<Keyword<'a>> = Vec::new();
        let mut counts = Counts::default();
        let (mut starargs, mut kwargs) = (None, None);
        while self.kind() != t::RPAR {
            if self.skip_if(t::STAR) {
                starargs = Some(self.test_ref()?);
            } else if self.skip_if(t::DOUBLESTAR) {
                kwargs = Some(self.test_ref()?);
            } else {
                let start = self.pos;
                let may_be_wrong = !keywords.is_empty() || starargs.is_some();
                if may_be_wrong && self.is_positional(start) {
                    if !keywords.is_empty() {
                        return self.fail(start, "non-keyword arg after keyword arg");
                    }
                    return self.fail(start, "only named arguments may follow *expression");
                }
                let value = self.test()?;
                match self.kind() {
                    t::FOR => {
                        let generator = self.generator(start, value)?;
                        self.exprs.push(generator);
                        counts.generators += 1;
                    }
                    t::EQUAL => {
                        self.pos += 1;
                        let keyword = self.keyword(start, value, &keywords)?;
                        keywords.push(keyword);
                    }
                    _ => {
                        self.exprs.push(value);
                        counts.positional += 1;
                    }
                }
            }
            if !self.skip_if(t::COMMA) {
                break;
            }
        }
        counts.keywords = keywords.len();
        self.check_counts(&counts, list)?;
        Ok(Call {
            func: self.alloc_expr(func),
            args: self.take_exprs(base),
            keywords: self.arena.alloc_slice_copy(&keywords),
            starargs,
            kwargs,
        })
    }

    fn keyword(
        &mut self,
        start: usize,
        key: Expr<'a>,
        before: &[Keyword<'a>],
    ) -> Result<Keyword<'a>> {
        let arg = match key.kind {
            ExprKind::Name { id, .. } => id,
            ExprKind::Lambda(_) => return self.fail(start, "lambda cannot contain assignment"),
            _ => return self.fail(start, "keyword can't be an expression"),
        };
        self.check_binding(arg, start)?;
        if before.iter().any(|k| k.arg == arg) {
            return self.fail(start, "keyword argument repeated");
        }
        Ok(Keyword {
            arg,
            value: self.test_ref()?,
        })
    }

    /// Whether the argument at `start` is neither a keyword argument nor a generator.
    fn is_positional(&self, start: usize) -> bool {
        let mut counts = Counts::default();
        self.count_argument(start, &mut counts);
        counts.positional == 1
    }

    fn check_counts(&self, counts: &Counts, at: usize) -> Result<()> {
        let Counts {
            positional,
            keywords,
            generators,
        } = counts;
        if *generators > 1 || *generators == 1 && positional + keywords > 0 {
            return self.fail(
                at,
                "Generator expression must be parenthesized if not sole argument",
            );
        }
        if positional + keywords + generators > MAX_ARGUMENTS {
            return self.fail(at, "more than 255 arguments");
        }
        Ok(())
    }

    fn count_arguments(&self, mut at: usize) -> Counts {
        let mut counts = Counts::default();
        while self.input.text[at] != t::RPAR {
            at = self.count_argument(at, &mut counts);
        }
        counts
    }

    /// Tells the argument at `start` from its tokens alone; returns where the next
    /// one begins.
    fn count_argument(&self, start: usize, counts: &mut Counts) -> usize {
        let mut at = start;
        let (mut depth, mut lambdas) = (0, 0);
        let (mut is_keyword, mut is_generator) = (false, false);
        loop {
            match self.input.text[at] {
                t::RPAR | t::RSQB | t::RBRACE if depth == 0 => break,
                t::LPAR | t::LSQB | t::LBRACE => depth += 1,
                t::RPAR | t::RSQB | t::RBRACE => depth -= 1,
                _ if depth > 0 => {}
                t::COMMA if lambdas == 0 => {
                    at += 1;
                    break;
                }
                t::LAMBDA => lambdas += 1,
                t::COLON => lambdas -= 1,
                t::EQUAL if lambdas == 0 => is_keyword = true,
                t::FOR => is_generator = true,
                _ => {}
            }
            at += 1;
        }
        match self.input.text[start] {
            t::STAR | t::DOUBLESTAR => {}
            _ if is_keyword => counts.keywords += 1,
            _ if is_generator => counts.generators += 1,
            _ => counts.positional += 1,
        }
        at
    }
}
