//! Parsing of the two small languages inside table cells: bodies and signatures.
//!
//! Plain trees with positions; meaning is given in [`crate::lower`].

use pest::Parser;
use pest::iterators::Pair;
use pest::pratt_parser::{Assoc, Op, PrattParser};
use std::sync::LazyLock;

use crate::diag::{FileId, Report, Span};

#[derive(pest_derive::Parser)]
#[grammar = "body.pest"]
struct Grammar;

/// A string cell of a table with its position, so that offsets in it map to the file.
#[derive(Clone, Debug)]
pub struct Text {
    /// The decoded string.
    pub text: String,
    /// The whole cell.
    pub span: Span,
    /// File offset of the first character, when text and file agree byte for byte.
    base: Option<u32>,
}

impl Text {
    /// Wraps a decoded string whose cell covers `range` of `source`.
    pub fn new(text: String, file: FileId, range: std::ops::Range<usize>, source: &str) -> Self {
        let span = Span {
            file,
            start: range.start as u32,
            end: range.end as u32,
        };
        let raw = &source[range.clone()];
        let base = raw
            .find(text.as_str())
            .filter(|_| !text.is_empty())
            .map(|i| (range.start + i) as u32);
        Text { text, span, base }
    }

    /// A text that stands in no file (tests, derived rows).
    pub fn at_span(text: &str, span: Span) -> Self {
        Text {
            text: text.to_owned(),
            span,
            base: None,
        }
    }

    /// The file position of a range of the string.
    pub fn at(&self, start: usize, end: usize) -> Span {
        match self.base {
            Some(base) => Span {
                file: self.span.file,
                start: base + start as u32,
                end: base + end as u32,
            },
            None => self.span,
        }
    }

    /// The string.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// A name with its position.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// An expression with its position.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// The expressions.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// Integer literal.
    Int(i64),
    /// Float literal.
    Float(f64),
    /// String literal (interned name constant).
    Str(String),
    /// `true`, `false`.
    Bool(bool),
    /// `none`.
    None,
    /// `null`: the absent optional.
    Null,
    /// A parameter or `let`.
    Name(String),
    /// `base.field`.
    Field(Box<Expr>, Name),
    /// `base[index]`.
    Index(Box<Expr>, Box<Expr>),
    /// `prim(args)`, `group::hook(args)`, perhaps with `else slow`.
    Call {
        /// The function.
        path: Name,
        /// Arguments.
        args: Vec<Expr>,
        /// Position of `else slow`.
        slow: Option<Span>,
    },
    /// Prefix operator, by its symbol.
    Unary(&'static str, Box<Expr>),
    /// Infix operator, by its symbol.
    Binary(&'static str, Box<Expr>, Box<Expr>),
    /// `if c then a else b`.
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `base as class else slow`.
    Cast(Box<Expr>, Name, Option<Span>),
}

/// A statement.
#[derive(Clone, Debug)]
pub enum Stmt {
    /// `let name = value`.
    Let(Name, Expr),
    /// `require cond else slow`.
    Require(Expr, Span),
    /// `place = value`.
    Store(Expr, Expr),
    /// An expression; the last one is the result.
    Expr(Expr),
}

/// One parameter of a signature.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: Name,
    /// Its type's name; empty for `*args` and `**kwargs`.
    pub ty: Name,
    /// `""`, `"*"` or `"**"`.
    pub star: &'static str,
    /// Default, as written.
    pub default: Option<Name>,
}

/// A signature.
#[derive(Clone, Debug)]
pub struct Signature {
    /// Parameters.
    pub params: Vec<Param>,
    /// Result type; `none` when not written.
    pub result: Name,
    /// Whether `raises` was written.
    pub raises: bool,
}

/// Parses a body.
pub fn parse_body(text: &Text) -> Result<Vec<Stmt>, Report> {
    let mut pairs = Grammar::parse(Rule::body, text.as_str()).map_err(|e| pest_report(e, text))?;
    let Some(body) = pairs.next() else {
        return Ok(Vec::new());
    };
    body.into_inner()
        .filter(|p| p.as_rule() != Rule::EOI)
        .map(|p| stmt(p, text))
        .collect()
}

/// Parses a signature.
pub fn parse_signature(text: &Text) -> Result<Signature, Report> {
    let mut pairs =
        Grammar::parse(Rule::signature, text.as_str()).map_err(|e| pest_report(e, text))?;
    let mut signature = Signature {
        params: Vec::new(),
        result: Name {
            text: "none".into(),
            span: text.span,
        },
        raises: false,
    };
    let Some(pair) = pairs.next() else {
        return Ok(signature);
    };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::param => {
                let mut param = Param {
                    name: Name {
                        text: String::new(),
                        span: text.span,
                    },
                    ty: Name {
                        text: String::new(),
                        span: text.span,
                    },
                    star: "",
                    default: None,
                };
                for piece in part.into_inner() {
                    match piece.as_rule() {
                        Rule::ident => param.name = name_of(&piece, text),
                        Rule::ty => param.ty = name_of(&piece, text),
                        Rule::star => param.star = if piece.as_str() == "*" { "*" } else { "**" },
                        Rule::slash => param.star = "/",
                        _ => param.default = Some(name_of(&piece, text)),
                    }
                }
                signature.params.push(param);
            }
            Rule::ty => signature.result = name_of(&part, text),
            Rule::raises => signature.raises = true,
            _ => {}
        }
    }
    Ok(signature)
}

fn pest_report(error: pest::error::Error<Rule>, text: &Text) -> Report {
    let (start, end) = match error.location {
        pest::error::InputLocation::Pos(p) => (p, p + 1),
        pest::error::InputLocation::Span((a, b)) => (a, b),
    };
    let label = match &error.variant {
        pest::error::ErrorVariant::ParsingError { positives, .. } => {
            let mut names: Vec<&str> = Vec::new();
            for name in positives.iter().map(|r| rule_name(*r)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            format!("expected {}", names.join(", or "))
        }
        pest::error::ErrorVariant::CustomError { message } => message.clone(),
    };
    Report::new(text.at(start, end), "syntax error in a body or signature").here(label)
}

fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::EOI => "end of text",
        Rule::sep => "newline",
        Rule::expr | Rule::expr_stmt | Rule::name | Rule::primary => "an expression",
        Rule::let_stmt => "`let`",
        Rule::require_stmt => "`require`",
        Rule::slow => "`else slow`",
        Rule::ident | Rule::path => "a name",
        Rule::ty | Rule::class => "a type",
        Rule::param => "a parameter",
        Rule::raises => "`raises`",
        Rule::field => "`.field`",
        Rule::index => "`[index]`",
        Rule::cast => "`as`",
        Rule::call => "a call",
        Rule::if_expr => "`if`",
        Rule::float | Rule::int => "a number",
        Rule::string => "a string",
        Rule::literal => "a constant",
        Rule::not_ | Rule::neg | Rule::inv => "a prefix operator",
        _ => "an operator",
    }
}

fn name_of(pair: &Pair<'_, Rule>, text: &Text) -> Name {
    let span = pair.as_span();
    Name {
        text: pair.as_str().trim().to_owned(),
        span: text.at(span.start(), span.start() + pair.as_str().trim_end().len()),
    }
}

fn span_of(pair: &Pair<'_, Rule>, text: &Text) -> Span {
    let span = pair.as_span();
    text.at(span.start(), span.start() + pair.as_str().trim_end().len())
}

/// The parts of a pair without the keywords.
fn kids(pair: Pair<'_, Rule>) -> impl Iterator<Item = Pair<'_, Rule>> {
    use Rule::{k_as, k_else, k_if, k_let, k_require, k_slow, k_then};
    pair.into_inner().filter(|p| {
        !matches!(
            p.as_rule(),
            k_as | k_else | k_if | k_let | k_require | k_slow | k_then
        )
    })
}

fn stmt(pair: Pair<'_, Rule>, text: &Text) -> Result<Stmt, Report> {
    let span = span_of(&pair, text);
    let rule = pair.as_rule();
    let mut inner = kids(pair);
    let mut next = || {
        inner
            .next()
            .ok_or_else(|| Report::new(span, "incomplete statement"))
    };
    Ok(match rule {
        Rule::let_stmt => {
            let name = name_of(&next()?, text);
            Stmt::Let(name, expr(next()?, text)?)
        }
        Rule::require_stmt => {
            let mut cond = expr(next()?, text)?;
            let slow = match next() {
                Ok(p) => span_of(&p, text),
                // `require f(x) else slow`: the grammar gave the edge to the call.
                Err(_) => take_last_slow(&mut cond).ok_or_else(|| {
                    Report::new(span, "`require` without `else slow`")
                        .help("write `require condition else slow`")
                })?,
            };
            Stmt::Require(cond, slow)
        }
        Rule::store_stmt => {
            let place_pair = next()?;
            let place_span = span_of(&place_pair, text);
            let mut parts = place_pair.into_inner();
            let first = parts
                .next()
                .ok_or_else(|| Report::new(span, "incomplete statement"))?;
            let mut place = Expr {
                kind: ExprKind::Name(first.as_str().to_owned()),
                span: span_of(&first, text),
            };
            for part in parts {
                place = postfix(place, part, text)?;
                place.span = place_span;
            }
            Stmt::Store(place, expr(next()?, text)?)
        }
        _ => Stmt::Expr(expr(next()?, text)?),
    })
}

fn take_last_slow(expr: &mut Expr) -> Option<Span> {
    match &mut expr.kind {
        ExprKind::Call { slow, .. } | ExprKind::Cast(_, _, slow) => slow.take(),
        ExprKind::Unary(_, e) | ExprKind::Binary(_, _, e) | ExprKind::If(_, _, e) => {
            take_last_slow(e)
        }
        _ => None,
    }
}

static PRATT: LazyLock<PrattParser<Rule>> = LazyLock::new(|| {
    let left = |rules: &[Rule]| {
        let mut ops = rules.iter().map(|r| Op::infix(*r, Assoc::Left));
        let first = ops
            .next()
            .unwrap_or_else(|| Op::infix(Rule::or_, Assoc::Left));
        ops.fold(first, |a, b| a | b)
    };
    PrattParser::new()
        .op(left(&[Rule::or_]))
        .op(left(&[Rule::and_]))
        .op(Op::prefix(Rule::not_))
        .op(left(&[
            Rule::eq,
            Rule::ne,
            Rule::lt,
            Rule::le,
            Rule::gt,
            Rule::ge,
            Rule::is_,
            Rule::is_not,
        ]))
        .op(left(&[Rule::bor]))
        .op(left(&[Rule::bxor]))
        .op(left(&[Rule::band]))
        .op(left(&[Rule::shl, Rule::shr]))
        .op(left(&[Rule::add, Rule::sub]))
        .op(left(&[Rule::mul, Rule::div]))
        .op(Op::prefix(Rule::neg) | Op::prefix(Rule::inv))
        .op(Op::postfix(Rule::field) | Op::postfix(Rule::index) | Op::postfix(Rule::cast))
});

fn symbol(rule: Rule) -> &'static str {
    match rule {
        Rule::or_ => "or",
        Rule::and_ => "and",
        Rule::not_ => "not",
        Rule::is_ => "is",
        Rule::is_not => "is not",
        Rule::eq => "==",
        Rule::ne => "!=",
        Rule::lt => "<",
        Rule::le => "<=",
        Rule::gt => ">",
        Rule::ge => ">=",
        Rule::shl => "<<",
        Rule::shr => ">>",
        Rule::add => "+",
        Rule::sub | Rule::neg => "-",
        Rule::mul => "*",
        Rule::div => "/",
        Rule::band => "&",
        Rule::bor => "|",
        Rule::bxor => "^",
        Rule::inv => "~",
        _ => "?",
    }
}

fn expr(pair: Pair<'_, Rule>, text: &Text) -> Result<Expr, Report> {
    let inner = pair.into_inner();
    PRATT
        .map_primary(|p| primary(p, text))
        .map_prefix(|op, e| {
            let e = e?;
            let span = join(span_of(&op, text), e.span);
            Ok(Expr {
                kind: ExprKind::Unary(symbol(op.as_rule()), Box::new(e)),
                span,
            })
        })
        .map_infix(|a, op, b| {
            let (a, b) = (a?, b?);
            let span = join(a.span, b.span);
            Ok(Expr {
                kind: ExprKind::Binary(symbol(op.as_rule()), Box::new(a), Box::new(b)),
                span,
            })
        })
        .map_postfix(|e, op| postfix(e?, op, text))
        .parse(inner)
}

fn join(a: Span, b: Span) -> Span {
    Span {
        file: a.file,
        start: a.start.min(b.start),
        end: a.end.max(b.end),
    }
}

fn postfix(base: Expr, op: Pair<'_, Rule>, text: &Text) -> Result<Expr, Report> {
    let span = join(base.span, span_of(&op, text));
    let rule = op.as_rule();
    let mut inner = kids(op);
    let first = inner
        .next()
        .ok_or_else(|| Report::new(span, "incomplete expression"))?;
    let kind = match rule {
        Rule::field => ExprKind::Field(Box::new(base), name_of(&first, text)),
        Rule::index => ExprKind::Index(Box::new(base), Box::new(expr(first, text)?)),
        _ => ExprKind::Cast(
            Box::new(base),
            name_of(&first, text),
            inner.next().map(|p| span_of(&p, text)),
        ),
    };
    Ok(Expr { kind, span })
}

fn primary(pair: Pair<'_, Rule>, text: &Text) -> Result<Expr, Report> {
    let span = span_of(&pair, text);
    let kind = match pair.as_rule() {
        Rule::int => {
            let s = pair.as_str();
            let parsed = match s.strip_prefix("0x") {
                Some(hex) => i64::from_str_radix(hex, 16),
                None => s.parse(),
            };
            ExprKind::Int(
                parsed.map_err(|_| Report::new(span, "integer literal does not fit 64 bits"))?,
            )
        }
        Rule::float => ExprKind::Float(pair.as_str().parse().unwrap_or(0.0)),
        Rule::string => ExprKind::Str(pair.as_str().trim_matches('"').to_owned()),
        Rule::literal => match pair.as_str() {
            "none" => ExprKind::None,
            "null" => ExprKind::Null,
            s => ExprKind::Bool(s == "true"),
        },
        Rule::name => ExprKind::Name(pair.as_str().trim().to_owned()),
        Rule::call => {
            let mut path = Name {
                text: String::new(),
                span,
            };
            let mut args = Vec::new();
            let mut slow = None;
            for part in pair.into_inner() {
                match part.as_rule() {
                    Rule::path => path = name_of(&part, text),
                    Rule::slow => slow = Some(span_of(&part, text)),
                    _ => args.push(expr(part, text)?),
                }
            }
            ExprKind::Call { path, args, slow }
        }
        Rule::if_expr => {
            let mut parts = kids(pair).map(|p| expr(p, text));
            let mut next = || {
                parts
                    .next()
                    .unwrap_or_else(|| Err(Report::new(span, "incomplete `if`")))
            };
            ExprKind::If(Box::new(next()?), Box::new(next()?), Box::new(next()?))
        }
        _ => return expr(pair, text),
    };
    Ok(Expr { kind, span })
}
