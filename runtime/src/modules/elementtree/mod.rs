//! The module `_elementtree` (rows: spec/modules/_elementtree.toml, spec/types/elementtree.toml): elements in
//! [`element`], [`builder`] makes trees of them, [`parser`] feeds it from XML. What can be said in Python is
//! said in helpers.py: iterators and classes of the library's ElementTree.

use crate::builtins::receiver::Lasting;
use crate::builtins::{dict, module, str as bytes};
use crate::call::{Args, call_values};
use crate::error::{PyResult, Raised, system_error, type_error};
use crate::layouts::{Code, Dict, Element, Module, TreeBuilder};
use crate::object::Ref;
use crate::types::parse;
use crate::value::Value;
use crate::{attr, upcalls};

pub mod builder;
pub mod element;
pub mod parser;

const HELPERS: &[u8] = include_bytes!("helpers.py");

/// The namespace of the helpers.
fn helpers() -> Ref<Dict> {
    static NAMESPACE: Lasting = Lasting::new();
    let d = NAMESPACE.get(|| dict::new().into());
    // SAFETY: that is what was made.
    unsafe { d.cast_unchecked() }
}

/// A helper.
///
/// # Errors
/// SystemError before the module was imported.
pub fn helper(name: &'static str) -> PyResult {
    helpers()
        .get_str(bytes::intern_static(name))
        .ok_or_else(|| system_error("_elementtree is not there yet"))
}

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let up = upcalls::get()?;
    let (d, namespace) = (module::dict(m), helpers());
    namespace.set_str(bytes::intern(b"native"), m.into());
    if let Some(parser) = d.get_str(bytes::intern(b"XMLParser")) {
        d.set_str(bytes::intern(b"XMLTreeBuilder"), parser);
    }
    let source = bytes::new(HELPERS);
    let code = (up.compile)(source.into(), b"<string>", "exec", 0, false)?;
    if let Some(code) = code.cast::<Code>() {
        (up.run)(code, namespace, namespace.into())?;
    }
    // The names that the helpers give to the module.
    let Some(exports) = helper("exports")?.cast::<Dict>() else {
        return Ok(());
    };
    dict::update::update(d, exports.into())
}

/// Raises `ParseError` with a place.
#[cold]
pub fn parse_error(message: &[u8], place: Option<(u64, u64)>) -> Raised {
    let raised = helper("ParseError").and_then(|class| {
        let text = match place {
            Some((line, column)) => {
                let message = crate::text::shown::shown(message);
                crate::text::shown::into_bytes(format!("{message}: line {line}, column {column}"))
            }
            None => message.to_vec(),
        };
        let e = call_values(class, &[bytes::new(&text).into()])?;
        if let Some((line, column)) = place {
            let numbers = [Value::int(line as i64), Value::int(column as i64)];
            let position = crate::builtins::tuple::from_slice(&numbers);
            attr::set(e, bytes::intern(b"position"), Some(position.into()))?;
        }
        Ok((class, e))
    });
    match raised {
        Ok((class, e)) => crate::error::raise_value(class, Some(e)),
        Err(e) => e,
    }
}

/// The attributes of a new element: copied from a dict, and by name.
fn attributes(given: Option<Value>, args: Args<'_>, function: &str) -> PyResult<Option<Value>> {
    let given = match given {
        Some(v) => match v.cast::<Dict>() {
            Some(d) => Some(d),
            None => {
                let number = if function == "Element" { 2 } else { 3 };
                return Err(crate::window::not(v, function, number, "dict"));
            }
        },
        None => None,
    };
    if given.is_none() && args.nkw() == 0 {
        return Ok(None);
    }
    let d = given.map_or_else(dict::new, dict::copy);
    for (name, v) in args.keywords() {
        d.set(name, v)?;
    }
    Ok(Some(d.into()))
}

/// `Element(tag[, attrib], **attributes)`
pub fn element(args: &[Value], kwargs: Args<'_>) -> PyResult {
    let a = parse::range(Args::positional(args), 0, "Element", 1, 2)?;
    let attributes = attributes(a.get(1).copied(), kwargs, "Element")?;
    Ok(element::create(a[0], attributes).into())
}

/// `SubElement(parent, tag[, attrib], **attributes)`
pub fn sub_element(args: &[Value], kwargs: Args<'_>) -> PyResult {
    let a = parse::range(Args::positional(args), 0, "SubElement", 2, 3)?;
    let Some(parent) = a[0].cast::<Element>() else {
        return Err(crate::window::not(a[0], "SubElement", 1, "Element"));
    };
    let attributes = attributes(a.get(2).copied(), kwargs, "SubElement")?;
    let e = element::create(a[1], attributes);
    element::push(parent, e.into())?;
    Ok(e.into())
}

/// `TreeBuilder()`
pub fn tree_builder() -> PyResult {
    Ok(builder::create().into())
}

/// `XMLParser([target[, encoding]])`
pub fn xml_parser(target: Option<Value>, encoding: Option<Value>) -> PyResult {
    parser::create(target, encoding)
}

/// The builder that a value is.
fn as_builder(v: Value) -> PyResult<Ref<TreeBuilder>> {
    v.cast::<TreeBuilder>()
        .ok_or_else(|| type_error("expected a TreeBuilder"))
}
