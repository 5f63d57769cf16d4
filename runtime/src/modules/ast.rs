//! The module `_ast`: the classes of syntax trees. What makes nodes of source text, and code of nodes, is
//! the interpreter's.

use std::cell::Cell;

use crate::builtins::{dict, str as strings, tuple, type_};
use crate::call::Args;
use crate::error::PyResult;
use crate::layouts::{Dict, Module};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{attr, attributes, names};

/// A class of nodes: name, base (none: `AST`), fields in order.
type Row = (&'static str, &'static str, &'static [&'static str]);

/// The abstract classes come before those that derive from them. Those without fields that derive from an
/// abstract class are contexts and operators, of which one instance does.
const CLASSES: &[Row] = &[
    ("mod", "", &[]),
    ("Module", "mod", &["body"]),
    ("Interactive", "mod", &["body"]),
    ("Expression", "mod", &["body"]),
    ("Suite", "mod", &["body"]),
    ("stmt", "", &[]),
    (
        "FunctionDef",
        "stmt",
        &["name", "args", "body", "decorator_list"],
    ),
    (
        "ClassDef",
        "stmt",
        &["name", "bases", "body", "decorator_list"],
    ),
    ("Return", "stmt", &["value"]),
    ("Delete", "stmt", &["targets"]),
    ("Assign", "stmt", &["targets", "value"]),
    ("AugAssign", "stmt", &["target", "op", "value"]),
    ("Print", "stmt", &["dest", "values", "nl"]),
    ("For", "stmt", &["target", "iter", "body", "orelse"]),
    ("While", "stmt", &["test", "body", "orelse"]),
    ("If", "stmt", &["test", "body", "orelse"]),
    ("With", "stmt", &["context_expr", "optional_vars", "body"]),
    ("Raise", "stmt", &["type", "inst", "tback"]),
    ("TryExcept", "stmt", &["body", "handlers", "orelse"]),
    ("TryFinally", "stmt", &["body", "finalbody"]),
    ("Assert", "stmt", &["test", "msg"]),
    ("Import", "stmt", &["names"]),
    ("ImportFrom", "stmt", &["module", "names", "level"]),
    ("Exec", "stmt", &["body", "globals", "locals"]),
    ("Global", "stmt", &["names"]),
    ("Expr", "stmt", &["value"]),
    ("Pass", "stmt", &[]),
    ("Break", "stmt", &[]),
    ("Continue", "stmt", &[]),
    ("expr", "", &[]),
    ("BoolOp", "expr", &["op", "values"]),
    ("BinOp", "expr", &["left", "op", "right"]),
    ("UnaryOp", "expr", &["op", "operand"]),
    ("Lambda", "expr", &["args", "body"]),
    ("IfExp", "expr", &["test", "body", "orelse"]),
    ("Dict", "expr", &["keys", "values"]),
    ("Set", "expr", &["elts"]),
    ("ListComp", "expr", &["elt", "generators"]),
    ("SetComp", "expr", &["elt", "generators"]),
    ("DictComp", "expr", &["key", "value", "generators"]),
    ("GeneratorExp", "expr", &["elt", "generators"]),
    ("Yield", "expr", &["value"]),
    ("Compare", "expr", &["left", "ops", "comparators"]),
    (
        "Call",
        "expr",
        &["func", "args", "keywords", "starargs", "kwargs"],
    ),
    ("Repr", "expr", &["value"]),
    ("Num", "expr", &["n"]),
    ("Str", "expr", &["s"]),
    ("Attribute", "expr", &["value", "attr", "ctx"]),
    ("Subscript", "expr", &["value", "slice", "ctx"]),
    ("Name", "expr", &["id", "ctx"]),
    ("List", "expr", &["elts", "ctx"]),
    ("Tuple", "expr", &["elts", "ctx"]),
    ("expr_context", "", &[]),
    ("Load", "expr_context", &[]),
    ("Store", "expr_context", &[]),
    ("Del", "expr_context", &[]),
    ("AugLoad", "expr_context", &[]),
    ("AugStore", "expr_context", &[]),
    ("Param", "expr_context", &[]),
    ("slice", "", &[]),
    ("Ellipsis", "slice", &[]),
    ("Slice", "slice", &["lower", "upper", "step"]),
    ("ExtSlice", "slice", &["dims"]),
    ("Index", "slice", &["value"]),
    ("boolop", "", &[]),
    ("And", "boolop", &[]),
    ("Or", "boolop", &[]),
    ("operator", "", &[]),
    ("Add", "operator", &[]),
    ("Sub", "operator", &[]),
    ("Mult", "operator", &[]),
    ("Div", "operator", &[]),
    ("Mod", "operator", &[]),
    ("Pow", "operator", &[]),
    ("LShift", "operator", &[]),
    ("RShift", "operator", &[]),
    ("BitOr", "operator", &[]),
    ("BitXor", "operator", &[]),
    ("BitAnd", "operator", &[]),
    ("FloorDiv", "operator", &[]),
    ("unaryop", "", &[]),
    ("Invert", "unaryop", &[]),
    ("Not", "unaryop", &[]),
    ("UAdd", "unaryop", &[]),
    ("USub", "unaryop", &[]),
    ("cmpop", "", &[]),
    ("Eq", "cmpop", &[]),
    ("NotEq", "cmpop", &[]),
    ("Lt", "cmpop", &[]),
    ("LtE", "cmpop", &[]),
    ("Gt", "cmpop", &[]),
    ("GtE", "cmpop", &[]),
    ("Is", "cmpop", &[]),
    ("IsNot", "cmpop", &[]),
    ("In", "cmpop", &[]),
    ("NotIn", "cmpop", &[]),
    ("comprehension", "", &["target", "iter", "ifs"]),
    ("excepthandler", "", &[]),
    ("ExceptHandler", "excepthandler", &["type", "name", "body"]),
    ("arguments", "", &["args", "vararg", "kwarg", "defaults"]),
    ("keyword", "", &["arg", "value"]),
    ("alias", "", &["name", "asname"]),
];

/// Classes that stand for no choice among others; they inherit their `_attributes`.
const PRODUCTS: &[&str] = &["alias", "arguments", "comprehension", "keyword"];

/// Abstract classes of nodes that have a place.
const PLACED: &[&str] = &["stmt", "expr", "excepthandler"];
/// Abstract classes of which one instance of each class below does.
const SINGLE: &[&str] = &["expr_context", "boolop", "operator", "unaryop", "cmpop"];

struct Tables {
    /// Classes by name, and under `.NAME` the single instances.
    by_name: Cell<Option<Ref<Dict>>>,
}
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Tables {}
static TABLES: Tables = Tables {
    by_name: Cell::new(None),
};

/// Marks the classes.
pub fn trace_roots(t: &mut crate::heap::Tracer) {
    if let Some(d) = TABLES.by_name.get() {
        t.mark_object(d.addr() as *mut u8);
    }
}

fn strings_of(texts: &[&str]) -> Value {
    tuple::from_iter_sized(
        texts.len(),
        texts.iter().map(|s| strings::intern(s.as_bytes()).into()),
    )
    .into()
}

fn intern(text: &str) -> Ref<crate::layouts::Str> {
    strings::intern(text.as_bytes())
}

/// The classes by name; made when first asked for.
fn classes() -> PyResult<Ref<Dict>> {
    if let Some(d) = TABLES.by_name.get() {
        return Ok(d);
    }
    let all = dict::new();
    TABLES.by_name.set(Some(all));
    let root = crate::types::AST.get();
    if let Some(d) = root.dict() {
        d.set_str(intern("_fields"), strings_of(&[]));
        d.set_str(intern("_attributes"), strings_of(&[]));
        root.modified();
    }
    all.set_str(intern("AST"), root.into());
    for (name, base, fields) in CLASSES {
        let base = match all.get_str(intern(base)) {
            Some(b) => b,
            None => root.into(),
        };
        let namespace = dict::new();
        namespace.set_str(names::module(), intern("_ast").into());
        namespace.set_str(intern("_fields"), strings_of(fields));
        if PLACED.contains(name) {
            let places = strings_of(&["lineno", "col_offset"]);
            namespace.set_str(intern("_attributes"), places);
        } else if base == root.value() && !PRODUCTS.contains(name) {
            namespace.set_str(intern("_attributes"), strings_of(&[]));
        }
        let class = type_::make(
            crate::types::TYPE.get(),
            intern(name),
            tuple::from_slice(&[base]),
            namespace,
        )?;
        all.set_str(intern(name), class);
    }
    for (name, base, _) in CLASSES {
        if SINGLE.contains(base) {
            let one = make(name, &[], None)?;
            all.set_str(intern(&format!(".{name}")), one);
        }
    }
    Ok(all)
}

/// Adds the classes.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = crate::builtins::module::dict(m);
    let all = classes()?;
    d.set_str(intern("AST"), crate::types::AST.get().into());
    for (name, _, _) in CLASSES {
        if let Some(c) = all.get_str(intern(name)) {
            d.set_str(intern(name), c);
        }
    }
    d.set_str(intern("PyCF_ONLY_AST"), Value::int(0x400));
    d.set_str(intern("__version__"), intern("82160").into());
    Ok(())
}

/// Is it a node?
pub fn is_node(v: Value) -> bool {
    v.ty().is_subtype(crate::types::AST.get())
}

/// Is it a node of this class, or of one below?
pub fn is_a(v: Value, class: &str) -> PyResult<bool> {
    Ok(classes()?
        .get_str(intern(class))
        .and_then(type_::as_type)
        .is_some_and(|c| v.ty().is_subtype(c)))
}

/// The concrete class that a node belongs to, among those of an abstract class.
pub fn class_below(v: Value, base: &str) -> PyResult<Option<&'static str>> {
    let all = classes()?;
    let mro = v.ty().mro.get();
    for c in mro.as_ref().map_or(&[][..], |m| m.as_ref().items()) {
        for (name, b, _) in CLASSES {
            if *b == base && all.get_str(intern(name)) == Some(*c) {
                return Ok(Some(name));
            }
        }
    }
    Ok(None)
}

/// A node of a class with its fields in order; `place` is line and column.
pub fn make(class: &str, fields: &[Value], place: Option<(u32, i32)>) -> PyResult {
    let all = classes()?;
    let row = CLASSES.iter().find(|(n, _, _)| *n == class);
    let ty = all.get_str(intern(class)).and_then(type_::as_type);
    let (Some((_, _, names)), Some(ty)) = (row, ty) else {
        return Err(crate::error::system_error("no such class of nodes"));
    };
    debug_assert_eq!(names.len(), fields.len(), "{class}");
    let node = type_::allocate(ty);
    for (name, v) in names.iter().zip(fields) {
        attributes::set(node, intern(name), *v)?;
    }
    if let Some((line, column)) = place {
        attributes::set(node, intern("lineno"), Value::int(i64::from(line)))?;
        attributes::set(node, intern("col_offset"), Value::int(i64::from(column)))?;
    }
    Ok(node)
}

/// The one instance of a context or operator.
pub fn single(class: &str) -> PyResult {
    classes()?
        .get_str(intern(&format!(".{class}")))
        .ok_or_else(|| crate::error::system_error("no such class of nodes"))
}

pub fn new_node(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    classes()?;
    Ok(type_::allocate(ty))
}

/// `AST.__init__`: the fields by position, all or none; anything by name.
pub fn init_node(node: Value, args: Args<'_>) -> PyResult<()> {
    let positional = args.pos();
    if !positional.is_empty() {
        let fields = attr::get(node, intern("_fields"))?;
        let fields = tuple::from_iterable(fields)?;
        let n = fields.as_ref().items().len();
        if n != positional.len() {
            return Err(raise_fmt!(
                type_error,
                "{} constructor takes {}{n} positional argument{}",
                crate::attr::type_name(node),
                if n == 0 { "" } else { "either 0 or " },
                if n == 1 { "" } else { "s" }
            ));
        }
        for (name, v) in fields.as_ref().items().iter().zip(positional) {
            attr::set(node, strings::attribute_name(*name)?, Some(*v))?;
        }
    }
    for (name, v) in args.keywords() {
        attr::set(node, strings::attribute_name(name)?, Some(v))?;
    }
    Ok(())
}

/// `AST.__reduce__`
pub fn reduce(node: Value) -> PyResult {
    let class: Value = node.ty().into();
    let empty = tuple::from_slice(&[]).into();
    let parts = match attr::find(node, names::dict())? {
        Some(d) => tuple::from_slice(&[class, empty, d]),
        None => tuple::from_slice(&[class, empty]),
    };
    Ok(parts.into())
}
