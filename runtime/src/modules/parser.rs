//! The module `parser` (rows: spec/modules/parser.toml, spec/types/parser.toml): concrete syntax trees.
//!
//! The interpreter's front end makes the trees and judges those that programs make. An object keeps its tree as
//! tuples with all that is known, and a text of the same tokens, which is what gets compiled.

use crate::attr;
use crate::builtins::{list, module, repr_guard, str as bytes, tuple};
use crate::error::{PyResult, Raised, value_error};
use crate::layouts::{Module, ParserSt, Str, Tuple};
use crate::modules::native_error::NativeError;
use crate::object::Ref;
use crate::types;
use crate::value::Value;

static ERROR: NativeError = NativeError::new();

/// A text's tree.
pub struct Parsed {
    pub tree: Ref<Tuple>,
    pub source: Ref<Str>,
    pub is_expression: bool,
}

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(module_object) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(module_object);
    let set = |name: &str, v: Value| d.set_str(bytes::intern(name.as_bytes()), v);
    set(
        "ParserError",
        ERROR.create("parser", "ParserError", types::EXCEPTION.get())?,
    );
    let st: Value = types::PARSER_ST.get().into();
    set("STType", st);
    set("ASTType", st);
    set("__version__", bytes::new(b"0.5").into());
    set("__copyright__", bytes::new(b"").into());
    // Trees are copied and pickled as sequences.
    let registry = crate::modules::loaded_or_imported(b"copy_reg")?;
    let register = attr::get(registry, bytes::intern(b"pickle"))?;
    let pickler = attr::get(m, bytes::intern(b"_pickler"))?;
    let unpickler = attr::get(m, bytes::intern(b"sequence2st"))?;
    crate::call::call_values(register, &[st, pickler, unpickler]).map(|_| ())
}

/// A `ParserError`.
pub fn parser_error(message: &str) -> Raised {
    ERROR.raise(message)
}

/// The `ParserError` for what has not even the form of a node: one that says nothing.
pub fn no_node() -> Raised {
    match ERROR.class() {
        Ok(class) => crate::error::raise_value(class, None),
        Err(e) => e,
    }
}

fn object(p: Parsed) -> Value {
    ParserSt::alloc(p.tree, p.source, i64::from(p.is_expression)).into()
}

fn parse(source: Ref<Str>, is_expression: bool) -> PyResult {
    let parse = crate::upcalls::get()?.concrete_tree;
    parse(source, is_expression).map(object)
}

pub fn suite(source: Ref<Str>) -> PyResult {
    parse(source, false)
}

pub fn expr(source: Ref<Str>) -> PyResult {
    parse(source, true)
}

pub fn isexpr(st: Ref<ParserSt>) -> PyResult<bool> {
    Ok(st.expression.get() != 0)
}

pub fn issuite(st: Ref<ParserSt>) -> PyResult<bool> {
    Ok(st.expression.get() == 0)
}

pub fn compilest(st: Ref<ParserSt>, filename: Option<Value>) -> PyResult {
    compiled(st, filename, "compilest", 2)
}

pub fn compile(st: Ref<ParserSt>, filename: Option<Value>) -> PyResult {
    compiled(st, filename, "compile", 1)
}

fn compiled(
    st: Ref<ParserSt>,
    filename: Option<Value>,
    function: &str,
    argument: usize,
) -> PyResult {
    let name = match filename {
        Some(v) => crate::modules::posix::string(v, function, argument)?.into_bytes(),
        None => b"<syntax-tree>".to_vec(),
    };
    let mode = if st.expression.get() != 0 {
        "eval"
    } else {
        "exec"
    };
    (crate::upcalls::get()?.compile)(st.source.get().into(), &name, mode, 0, false)
}

pub fn st2list(st: Ref<ParserSt>, lines: bool, columns: bool) -> PyResult {
    shown(st.tree.get(), lines, columns, &|parts| {
        list::from_slice(parts).into()
    })
}

pub fn st2tuple(st: Ref<ParserSt>, lines: bool, columns: bool) -> PyResult {
    shown(st.tree.get(), lines, columns, &|parts| {
        tuple::from_slice(parts).into()
    })
}

/// Is a node a token?
fn is_token(items: &[Value]) -> bool {
    items.len() == 4 && items[1].cast::<Str>().is_some()
}

/// A tree with what the program wants to know of places.
fn shown(
    node: Ref<Tuple>,
    lines: bool,
    columns: bool,
    make: &dyn Fn(&[Value]) -> Value,
) -> PyResult {
    let _level = repr_guard::deeper("")?;
    let parts = list::new();
    let items = node.as_ref().items();
    if is_token(items) {
        let keep = [true, true, lines, columns];
        for (v, _) in items.iter().zip(keep).filter(|(_, keep)| *keep) {
            parts.push(*v);
        }
    } else {
        for v in items {
            parts.push(match v.cast::<Tuple>() {
                Some(part) => shown(part, lines, columns, make)?,
                None => *v,
            });
        }
    }
    Ok(make(parts.as_ref().items()))
}

pub fn sequence2st(sequence: Value) -> PyResult {
    if !super::operator::is_sequence(sequence)? {
        return Err(value_error(
            "sequence2st() requires a single sequence argument",
        ));
    }
    let judge = crate::upcalls::get()?.concrete_from_sequence;
    judge(sequence).map(object)
}

pub fn pickler(st: Ref<ParserSt>) -> PyResult {
    let m = crate::modules::import(b"parser")?;
    let make = attr::get(m, bytes::intern(b"sequence2st"))?;
    let arguments = tuple::from_slice(&[st2tuple(st, true, false)?]);
    Ok(tuple::from_slice(&[make, arguments.into()]).into())
}

/// Trees in an order: by numbers, texts, and how many parts there are.
pub fn compare(a: Value, b: Value) -> PyResult<i32> {
    match (a.cast::<ParserSt>(), b.cast::<ParserSt>()) {
        (Some(a), Some(b)) => Ok(order(a.tree.get(), b.tree.get())? as i32),
        _ => Ok(if a.bits() < b.bits() { -1 } else { 1 }),
    }
}

fn order(a: Ref<Tuple>, b: Ref<Tuple>) -> PyResult<std::cmp::Ordering> {
    let _level = repr_guard::deeper("")?;
    let (x, y) = (a.as_ref().items(), b.as_ref().items());
    let kind = |items: &[Value]| items.first().and_then(|v| v.as_int());
    let text = |items: &[Value]| items[1].cast::<Str>().map(|s| s.as_ref().bytes().to_vec());
    let first = kind(x).cmp(&kind(y));
    if first.is_ne() {
        return Ok(first);
    }
    if is_token(x) && is_token(y) {
        return Ok(text(x).cmp(&text(y)));
    }
    let first = x.len().cmp(&y.len());
    if first.is_ne() {
        return Ok(first);
    }
    for (v, w) in x.iter().zip(y) {
        if let (Some(v), Some(w)) = (v.cast::<Tuple>(), w.cast::<Tuple>()) {
            let part = order(v, w)?;
            if part.is_ne() {
                return Ok(part);
            }
        }
    }
    Ok(std::cmp::Ordering::Equal)
}

/// Bytes of a node of CPython's tree.
const NODE: i64 = 40;

/// `st.__sizeof__()`: what the tree takes in CPython.
pub fn sizeof(st: Ref<ParserSt>) -> PyResult<i64> {
    let mut size = crate::sizes::of_object(st.into()) + NODE;
    let mut nodes = vec![st.tree.get()];
    while let Some(node) = nodes.pop() {
        let parts = &node.as_ref().items()[1..];
        let before = nodes.len();
        nodes.extend(parts.iter().filter_map(|p| p.cast::<Tuple>()));
        size += NODE * room(nodes.len() - before);
        let text = parts.iter().find_map(|p| p.cast::<Str>());
        size += text.map_or(0, |t| t.as_ref().bytes().len() as i64 + 1);
    }
    Ok(size)
}

/// Nodes that CPython has room for where it puts so many.
fn room(children: usize) -> i64 {
    (match children {
        0 | 1 => children,
        2..=128 => children.next_multiple_of(4),
        _ => children.next_power_of_two(),
    }) as i64
}
