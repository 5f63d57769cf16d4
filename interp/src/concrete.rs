//! The trees of the module `parser`: from texts, and from what programs write down.

use runtime::attr::type_name;
use runtime::builtins::{str as strings, tuple};
use runtime::error::PyResult;
use runtime::layouts::{List, Str, Tuple};
use runtime::modules::parser::{Parsed, parser_error};
use runtime::object::Ref;
use runtime::value::Value;
use syntax::Mode;
use syntax::concrete::grammar::{ENCODING_DECL, EVAL_INPUT, FILE_INPUT, FIRST, NEWLINE, RULES};
use syntax::concrete::{self, Node};

use crate::compile::{NO_FILE, raise_syntax};

/// Rules within rules of a tree that a program made. What the parser makes is never deeper.
const DEPTH: usize = 4000;

/// A text's tree.
///
/// # Errors
/// SyntaxError and its kind.
pub fn of_text(source: Ref<Str>, is_expression: bool) -> PyResult<Parsed> {
    let mode = if is_expression {
        Mode::Eval
    } else {
        Mode::Exec
    };
    let bytes = source.as_ref().bytes().to_vec();
    let (mut root, encoding) =
        concrete::parse(&bytes, NO_FILE, mode).map_err(|e| raise_syntax(&e))?;
    if encoding.is_some() {
        root = Node::rule(ENCODING_DECL, vec![root]);
    }
    Ok(Parsed {
        tree: written(&root, encoding.as_deref()),
        source,
        is_expression,
    })
}

/// A tree as tuples.
fn written(n: &Node, encoding: Option<&str>) -> Ref<Tuple> {
    let kind = Value::small_int(i64::from(n.kind));
    if let Some(t) = &n.token {
        return tuple::from_slice(&[
            kind,
            strings::new(&t.text).into(),
            Value::small_int(i64::from(t.lineno)),
            Value::small_int(i64::from(t.column)),
        ]);
    }
    let parts = runtime::builtins::list::new();
    parts.push(kind);
    for c in &n.children {
        parts.push(stacker::maybe_grow(64 << 10, 1 << 20, || written(c, None)).into());
    }
    if let Some(name) = encoding {
        parts.push(strings::new(name.as_bytes()).into());
    }
    tuple::from_slice(parts.as_ref().items())
}

/// The tree that nested sequences describe.
///
/// # Errors
/// ParserError when it is none of Python's grammar.
pub fn of_sequence(sequence: Value) -> PyResult<Parsed> {
    let mut reader = Reader { line: 0 };
    let (mut root, mut encoding) = (reader.node(sequence, 0)?, None);
    if root.kind == ENCODING_DECL {
        let name = items(sequence)?.get(2).and_then(|v| v.cast::<Str>());
        let Some(name) = name else {
            return Err(parser_error("the encoding of encoding_decl is missing"));
        };
        encoding = Some(name.to_text());
        root.children.truncate(1);
    }
    let top = match root.kind {
        ENCODING_DECL => root.children.first(),
        _ => Some(&root),
    };
    let mode = match top.map(|n| n.kind) {
        Some(FILE_INPUT) => Mode::Exec,
        Some(EVAL_INPUT) => Mode::Eval,
        _ => return Err(parser_error("parse tree does not use a valid start symbol")),
    };
    // The tree is right when its tokens, read again, give it.
    let again = concrete::render(&root, encoding.as_deref()).and_then(|text| {
        let (tree, _) = concrete::parse(&text, "<syntax-tree>", mode).ok()?;
        Some((text, tree))
    });
    match (again, top) {
        (Some((text, tree)), Some(top)) if tree.is_like(top) => Ok(Parsed {
            tree: written(&root, encoding.as_deref()),
            source: strings::try_new(&text)?,
            is_expression: mode == Mode::Eval,
        }),
        _ => Err(parser_error("the tree is none of the grammar")),
    }
}

fn items(v: Value) -> PyResult<Vec<Value>> {
    // Python code does not run while the vector lives, and the sequence keeps its items.
    if let Some(t) = v.cast::<Tuple>() {
        return Ok(t.as_ref().items().to_vec());
    }
    match v.cast::<List>() {
        Some(l) => Ok(l.as_ref().items().to_vec()),
        None => Err(parser_error(&format!(
            "a node is a tuple or a list, not {}",
            type_name(v)
        ))),
    }
}

struct Reader {
    /// Line of the last token, for those that have none.
    line: u32,
}

impl Reader {
    fn node(&mut self, v: Value, depth: usize) -> PyResult<Node> {
        if depth > DEPTH {
            return Err(parser_error("the tree is too deep"));
        }
        let items = items(v)?;
        let kind = items.first().and_then(|v| v.as_int());
        let Some(kind) = kind.and_then(|k| u16::try_from(k).ok()) else {
            return Err(parser_error("a node begins with the number of its kind"));
        };
        if kind < FIRST {
            return self.token(kind, &items);
        }
        if usize::from(kind - FIRST) >= RULES.len() {
            return Err(parser_error("unknown kind of node"));
        }
        let parts = match kind {
            ENCODING_DECL => items.get(1..2),
            _ => items.get(1..),
        };
        let mut children = Vec::new();
        for part in parts.unwrap_or_default() {
            let part = *part;
            children.push(stacker::maybe_grow(64 << 10, 1 << 20, || {
                self.node(part, depth + 1)
            })?);
        }
        Ok(Node::rule(kind, children))
    }

    fn token(&mut self, kind: u16, items: &[Value]) -> PyResult<Node> {
        if !(2..=3).contains(&items.len()) {
            return Err(parser_error("terminal nodes must have 2 or 3 entries"));
        }
        let Some(text) = items[1].cast::<Str>() else {
            return Err(parser_error(&format!(
                "second item in terminal node must be a string, found {}",
                type_name(items[1])
            )));
        };
        match items.get(2).map(|v| v.as_int()) {
            Some(Some(line)) => self.line = u32::try_from(line).unwrap_or(0),
            Some(None) => {
                return Err(parser_error(&format!(
                    "third item in terminal node must be an integer, found {}",
                    type_name(items[2])
                )));
            }
            None if kind == NEWLINE => self.line += 1,
            None => {}
        }
        Ok(Node::terminal(
            kind,
            text.as_ref().bytes().to_vec(),
            self.line,
            0,
        ))
    }
}
