//! The trees of the module `parser`: from texts, and from what programs write down.

use runtime::attr::type_name;
use runtime::builtins::{list, str as strings, tuple};
use runtime::error::PyResult;
use runtime::layouts::{List, Str, Tuple};
use runtime::modules::parser::{Parsed, no_node, parser_error};
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

/// A tree as tuples. Not by recursion: trees are deep, and the collector would not see a stack that was grown.
fn written(root: &Node, encoding: Option<&str>) -> Ref<Tuple> {
    // For each node on the way down, the parts that it has so far, and the children still to come.
    let open = list::new();
    let mut path: Vec<std::slice::Iter<'_, Node>> = Vec::new();
    let mut enter = Some(root);
    loop {
        if let Some(n) = enter.take() {
            let parts = list::new();
            parts.push(Value::small_int(i64::from(n.kind)));
            if let Some(t) = &n.token {
                parts.push(strings::new(&t.text).into());
                parts.push(Value::small_int(i64::from(t.lineno)));
                parts.push(Value::small_int(i64::from(t.column)));
            }
            open.push(parts.into());
            path.push(n.children.iter());
        }
        enter = path.last_mut().and_then(Iterator::next);
        if enter.is_some() {
            continue;
        }
        path.pop();
        let parts = part_list(open.remove_at(path.len()));
        match path.len().checked_sub(1) {
            Some(parent) => {
                let whole = tuple::from_slice(parts.as_ref().items());
                part_list(open.item(parent)).push(whole.into());
            }
            None => {
                if let Some(name) = encoding {
                    parts.push(strings::new(name.as_bytes()).into());
                }
                return tuple::from_slice(parts.as_ref().items());
            }
        }
    }
}

fn part_list(v: Option<Value>) -> Ref<List> {
    v.and_then(|v| v.cast::<List>()).unwrap_or_else(list::new)
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

/// The items of a node, which stay where they are: no Python code runs while a tree is read.
fn items(v: Value) -> PyResult<&'static [Value]> {
    if let Some(t) = v.cast::<Tuple>() {
        return Ok(t.as_ref::<'static>().items());
    }
    match v.cast::<List>() {
        Some(l) => Ok(l.as_ref::<'static>().items()),
        None => Err(no_node()),
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
            return Err(no_node());
        };
        if depth == 0 && kind < FIRST {
            return Err(no_node());
        }
        if kind < FIRST {
            return self.token(kind, items);
        }
        if usize::from(kind - FIRST) >= RULES.len() {
            return Err(parser_error(if depth == 0 {
                "parse tree does not use a valid start symbol"
            } else {
                "unknown kind of node"
            }));
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
            // CPython names the type of the second.
            Some(None) => {
                return Err(parser_error(&format!(
                    "third item in terminal node must be an integer, found {}",
                    type_name(items[1])
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
