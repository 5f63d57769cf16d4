//! `_json.Encoder`: objects to the pieces of their JSON form.

use crate::attr::type_name;
use crate::builtins::receiver::Lasting;
use crate::builtins::{list, repr_guard, str as bytes};
use crate::call::{Args, call_values};
use crate::error::{PyResult, runtime_error, type_error, value_error};
use crate::layouts::{BuiltinFunction, Dict, JsonEncoder, List, Str, Tuple, Unicode};
use crate::number::{Num, view};
use crate::object::Ref;
use crate::protocol;
use crate::typeobj::Type;
use crate::types::{Builtin, parse};
use crate::value::Value;

use super::{size, string};

/// `Encoder.__new__`
pub fn encoder_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    const NAMES: [&str; 9] = [
        "markers",
        "default",
        "encoder",
        "indent",
        "key_separator",
        "item_separator",
        "sort_keys",
        "skipkeys",
        "allow_nan",
    ];
    let given = parse::keywords(args, 0, "make_encoder", &NAMES, NAMES.len())?;
    let [
        markers,
        default,
        encoder,
        indent,
        key_separator,
        item_separator,
        sort_keys,
        skipkeys,
        allow_nan,
    ] = given.map(|v| v.unwrap_or(Value::none()));
    if !markers.is_none() && markers.cast::<Dict>().is_none() {
        return Err(raise_fmt!(
            type_error,
            "make_encoder() argument 1 must be dict or None, not {}",
            type_name(markers)
        ));
    }
    Ok(JsonEncoder::alloc_for(
        ty,
        markers,
        default,
        encoder,
        indent,
        key_separator,
        item_separator,
        sort_keys,
        skipkeys,
        protocol::truth(allow_nan)?,
    )
    .into())
}

/// `Encoder.__call__`
pub fn encoder_call(self_: Value, args: Args<'_>) -> PyResult {
    let Some(e) = self_.cast::<JsonEncoder>() else {
        return Err(crate::builtins::receiver::wrong("_json.Encoder", self_));
    };
    let names = ["obj", "_current_indent_level"];
    let [object, level] = parse::keywords(args, 0, "_iterencode", &names, 2)?;
    size(level.unwrap_or(Value::none()))?;
    let encoder = e.encoder.get();
    let own = encoder.exact::<BuiltinFunction>().is_some_and(|f| {
        f.as_ref::<'static>().def.get().row == Builtin::JsonEncodeBasestringAscii as u32
    });
    let encoding = Encoding {
        pieces: list::new(),
        markers: e.markers.get().cast::<Dict>(),
        default: e.default.get(),
        encoder: (!own).then_some(encoder),
        key_separator: e.key_separator.get(),
        item_separator: e.item_separator.get(),
        skipkeys: protocol::truth(e.skipkeys.get())?,
        allow_nan: e.allow_nan.get(),
    };
    encoding.object(object.unwrap_or(Value::none()))?;
    Ok(encoding.pieces.into())
}

/// An interned piece that is always the same.
macro_rules! piece {
    ($text:literal) => {{
        static PIECE: Lasting = Lasting::new();
        PIECE.get(|| bytes::intern_static($text).into())
    }};
}

struct Encoding {
    pieces: Ref<List>,
    markers: Option<Ref<Dict>>,
    default: Value,
    /// Encodes strings; `None`: [`string::encode`].
    encoder: Option<Value>,
    key_separator: Value,
    item_separator: Value,
    skipkeys: bool,
    allow_nan: bool,
}

impl Encoding {
    fn push(&self, piece: Value) -> PyResult<()> {
        self.pieces.try_push(piece)
    }

    fn object(&self, v: Value) -> PyResult<()> {
        if v.is_none() {
            self.push(piece!("null"))
        } else if let Some(b) = v.as_bool() {
            self.push(if b { piece!("true") } else { piece!("false") })
        } else if v.cast::<Str>().is_some() || v.cast::<Unicode>().is_some() {
            self.push(self.string(v)?)
        } else if let Some(x) = view::float(v) {
            self.push(self.float(x)?)
        } else if is_integer(v) {
            self.push(integer(v)?)
        } else if let Some(t) = v.cast::<Tuple>() {
            let exact = v.exact::<Tuple>().is_some();
            self.nested(v, |e| match exact {
                true => e.items(|i| t.as_ref().items().get(i).copied()),
                false => e.iterable(v),
            })
        } else if let Some(l) = v.cast::<List>() {
            let exact = v.exact::<List>().is_some();
            self.nested(v, |e| match exact {
                true => e.items(|i| l.item(i)),
                false => e.iterable(v),
            })
        } else if let Some(d) = v.cast::<Dict>() {
            self.nested(v, |e| e.dict(d))
        } else {
            let _level = repr_guard::deeper(" while encoding a JSON object")?;
            self.marked(v, |e| e.object(call_values(e.default, &[v])?))
        }
    }

    /// Runs `f` one level deeper.
    fn nested(&self, v: Value, f: impl FnOnce(&Encoding) -> PyResult<()>) -> PyResult<()> {
        let _level = repr_guard::deeper(" while encoding a JSON object")?;
        let empty = match v.cast::<Dict>() {
            Some(d) => d.is_empty().then(|| piece!("{}")),
            None if v.exact::<List>().is_some_and(|l| l.is_empty()) => Some(piece!("[]")),
            None if v.exact::<Tuple>().is_some_and(|t| t.is_empty()) => Some(piece!("[]")),
            None => None,
        };
        match empty {
            Some(piece) => self.push(piece),
            None => self.marked(v, f),
        }
    }

    /// Runs `f` with the object among the markers.
    fn marked(&self, v: Value, f: impl FnOnce(&Encoding) -> PyResult<()>) -> PyResult<()> {
        let Some(markers) = self.markers else {
            return f(self);
        };
        let id = crate::modules::builtin::id(v)?;
        if markers.contains(id)? {
            return Err(value_error("Circular reference detected"));
        }
        markers.set(id, v)?;
        f(self)?;
        if !markers.delete(id)? {
            return Err(crate::error::key_error(id));
        }
        Ok(())
    }

    fn string(&self, v: Value) -> PyResult {
        match self.encoder {
            Some(f) => call_values(f, &[v]),
            None => Ok(string::encode(v)?.map_or(v, Into::into)),
        }
    }

    fn float(&self, x: f64) -> PyResult {
        if x.is_finite() {
            let text = crate::format::double::repr(x);
            return Ok(bytes::from_text(&text).into());
        }
        if !self.allow_nan {
            return Err(value_error(
                "Out of range float values are not JSON compliant",
            ));
        }
        Ok(match x {
            f64::INFINITY => piece!("Infinity"),
            f64::NEG_INFINITY => piece!("-Infinity"),
            _ => piece!("NaN"),
        })
    }

    /// Any other iterable that is a sequence.
    fn iterable(&self, v: Value) -> PyResult<()> {
        let items = list::as_sequence(v)?;
        if items.is_empty() {
            return self.push(piece!("[]"));
        }
        self.items(|i| items.item(i))
    }

    fn items(&self, item: impl Fn(usize) -> Option<Value>) -> PyResult<()> {
        self.push(bytes::singleton(b'[').into())?;
        let mut i = 0;
        while let Some(v) = item(i) {
            if i > 0 {
                self.push(self.item_separator)?;
            }
            self.object(v)?;
            i += 1;
        }
        self.push(bytes::singleton(b']').into())
    }

    fn dict(&self, d: Ref<Dict>) -> PyResult<()> {
        self.push(bytes::singleton(b'{').into())?;
        let mut first = true;
        if d.value().exact::<Dict>().is_some() {
            let (mut at, n) = (0, d.len());
            while let Some((key, v)) = d.next_entry(&mut at) {
                self.member(key, &mut first, || Ok(v))?;
                if d.len() != n {
                    return Err(runtime_error("dictionary changed size during iteration"));
                }
            }
        } else {
            let keys = protocol::iter(d.into())?;
            while let Some(key) = protocol::next(keys)? {
                self.member(key, &mut first, || protocol::get_item(d.into(), key))?;
            }
        }
        self.push(bytes::singleton(b'}').into())
    }

    fn member(
        &self,
        key: Value,
        first: &mut bool,
        value: impl FnOnce() -> PyResult,
    ) -> PyResult<()> {
        let Some(key) = self.key(key)? else {
            return Ok(());
        };
        if !std::mem::replace(first, false) {
            self.push(self.item_separator)?;
        }
        let v = value()?;
        self.push(self.string(key)?)?;
        self.push(self.key_separator)?;
        self.object(v)
    }

    /// A key as a string; `None` when it is passed over.
    fn key(&self, key: Value) -> PyResult<Option<Value>> {
        if key.cast::<Str>().is_some() || key.cast::<Unicode>().is_some() {
            return Ok(Some(key));
        }
        if let Some(x) = view::float(key) {
            return self.float(x).map(Some);
        }
        if is_integer(key) {
            return integer(key).map(Some);
        }
        if key.is_none() {
            return Ok(Some(piece!("null")));
        }
        if self.skipkeys {
            return Ok(None);
        }
        Err(type_error("keys must be a string"))
    }
}

/// An int or long, or an instance of a subclass.
fn is_integer(v: Value) -> bool {
    matches!(Num::of(v), Some(Num::Int(_) | Num::Long(_)))
}

/// `str(v)` of an integer.
fn integer(v: Value) -> PyResult {
    // Room for the digits and sign of any i64.
    const ROOM: usize = 20;
    let Some(n) = v.as_small_int() else {
        return protocol::str(v).map(Into::into);
    };
    let (mut digits, mut at) = ([0; ROOM], ROOM);
    let mut rest = n.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if n < 0 {
        at -= 1;
        digits[at] = b'-';
    }
    Ok(bytes::new(&digits[at..]).into())
}
