//! The static descriptions that the type and module tables expand into.
//!
//! Start-up walks them and fills types' and modules' dicts; after that they are read only for
//! names, documentation and error messages.

use crate::builtins::{list, str as bytes};
use crate::call::{Args, NativeEntry};
use crate::error::{PyResult, attribute_error};
use crate::layouts::{BuiltinFunction, Str};
use crate::object::Ref;
use crate::slots::{SlotId, Slots};
use crate::typeobj::{StaticType, Type};
use crate::value::Value;

/// How a builtin method binds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MethodKind {
    /// Receives the instance.
    Method,
    /// Receives the class.
    Class,
    /// Receives nothing (`__new__`, staticmethods).
    Static,
    /// A module's function.
    Function,
}

/// A row of methods or functions.
pub struct MethodDef {
    pub name: &'static str,
    pub doc: &'static str,
    pub entry: NativeEntry,
    /// The entry of the first of several names of one function: functions with the same are equal.
    pub same: NativeEntry,
    pub kind: MethodKind,
    /// Number of the row over all tables: what inline caches and compiled code know it by.
    pub row: u32,
    /// Fewest and most positional values that `entry` takes (receiver included); compiled code
    /// passes such calls on without looking at keywords.
    pub min_args: u16,
    pub max_args: u16,
    /// By its effects it changes nothing and runs no Python code: what it was passed is kept, if at all, by its result.
    pub quiet: bool,
}

/// A computed attribute, or with `member` a plain field seen from Python (the messages differ).
pub struct GetSetDef {
    pub name: &'static str,
    pub doc: &'static str,
    pub get: fn(Value) -> PyResult,
    /// `None` as value deletes.
    pub set: Option<fn(Value, Option<Value>) -> PyResult<()>>,
    pub member: bool,
    /// The item of a struct sequence that it shows.
    pub item: Option<usize>,
}

/// A special method that stands for a native slot.
pub struct WrapperDef {
    pub name: &'static str,
    pub doc: &'static str,
    pub slot: SlotId,
    /// Calls the slot of the owner type with arguments as Python passes them.
    pub wrapper: fn(owner: Ref<Type>, receiver: Value, args: Args<'_>) -> PyResult,
}

/// A builtin type's row.
pub struct TypeDef {
    pub name: &'static str,
    pub doc: Option<&'static str>,
    /// `__module__`.
    pub module: &'static str,
    pub ty: &'static StaticType,
    pub base: Option<&'static StaticType>,
    /// Bytes of an instance's fixed part.
    pub size: u32,
    /// Words behind that, like those of `__slots__`: see [`crate::attributes::extra_word`].
    pub words: u32,
    pub flags: u32,
    /// Offset of a dict field, or 0.
    pub dict_offset: u32,
    /// Items of a struct sequence that indexing sees; `None` for all other types.
    pub visible: Option<u32>,
    /// The type's own hash, where CPython has the type: see spec/sizes.toml, `place`.
    pub hash: Option<i64>,
    pub methods: &'static [MethodDef],
    pub getsets: &'static [GetSetDef],
    /// Native slots by assignment, run once at start-up.
    pub slots: fn(&Slots),
}

/// A native module's row.
pub struct ModuleDef {
    pub name: &'static str,
    pub doc: Option<&'static str>,
    pub functions: &'static [MethodDef],
    pub constants: &'static [(&'static str, Constant)],
    /// Adds what is neither.
    pub init: Option<fn(Value) -> PyResult<()>>,
}

/// A module's attribute that stands in its table.
#[derive(Clone, Copy, Debug)]
pub enum Constant {
    Number(i64),
    Text(&'static str),
}

/// An attribute of an object whose type has its methods and computed attributes unlisted (`flags::UNLISTED`): one
/// of these, or what tells of them.
///
/// # Errors
/// AttributeError.
pub fn unlisted(obj: Value, name: Ref<Str>) -> PyResult {
    let text = name.as_ref().bytes();
    let Some(def) = obj.ty().def.get() else {
        return Err(attribute_error(text));
    };
    if let Some(g) = def.getsets.iter().find(|g| g.name.as_bytes() == text) {
        return (g.get)(obj);
    }
    if let Some(m) = def.methods.iter().find(|m| m.name.as_bytes() == text) {
        return Ok(BuiltinFunction::bound(m, obj).into());
    }
    match (text, def.doc) {
        (b"__doc__", Some(doc)) => Ok(bytes::new(doc.as_bytes()).into()),
        (b"__methods__", _) => {
            let names = list::new();
            for m in def.methods {
                names.try_push(bytes::intern(m.name.as_bytes()).into())?;
            }
            list::sort::sort(names, None, None, false)?;
            Ok(names.into())
        }
        _ => Err(attribute_error(text)),
    }
}

/// Assignment to such an attribute.
///
/// # Errors
/// AttributeError, and what the attribute itself raises.
pub fn set_unlisted(obj: Value, name: Ref<Str>, v: Option<Value>) -> PyResult<()> {
    let text = name.as_ref().bytes();
    let def = obj.ty().def.get();
    match def.and_then(|d| d.getsets.iter().find(|g| g.name.as_bytes() == text)) {
        Some(GetSetDef { set: Some(f), .. }) => f(obj, v),
        _ => crate::attr::generic_set(obj, name, v),
    }
}
