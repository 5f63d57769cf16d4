//! The module `marshal` (rows: spec/modules/marshal.toml).
//!
//! The format is CPython 2.7's, versions 0 to 2, but for code objects: those are what the interpreter
//! makes of them, and mean something to the same build only.

use std::borrow::Cow;
use std::collections::HashMap;

use num_bigint::{BigInt, BigUint, Sign};

use crate::builtins::{dict, file, list, module, set, str as bytes, tuple};
use crate::codec::errors::Errors;
use crate::error::{PyResult, Raised, raise, type_error, value_error};
use crate::layouts::{
    ByteArray, Code, Dict, FileObject, FrozenSet, List, Long, Module, Set, Str, Tuple, Unicode,
};
use crate::number::complexes::Complex;
use crate::number::view;
use crate::object::Ref;
use crate::value::Value;

const VERSION: i64 = 2;
/// How deep values may nest.
const DEPTH: u32 = 2000;

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        module::dict(m).set_str(bytes::intern(b"version"), Value::int(VERSION));
    }
    Ok(())
}

struct Writer {
    out: Vec<u8>,
    version: i32,
    depth: u32,
    /// Interned strings written so far, by address, and their numbers. What is written keeps them alive.
    interned: HashMap<usize, usize>,
    /// What could not be written; the rest is, and may be in a file when the program hears of it.
    failed: Option<&'static str>,
}

impl Writer {
    fn size(&mut self, n: usize) -> PyResult<()> {
        match i32::try_from(n) {
            Ok(n) => {
                self.out.extend_from_slice(&n.to_le_bytes());
                Ok(())
            }
            Err(_) => Err(unmarshallable()),
        }
    }

    fn float(&mut self, x: f64) {
        if self.version > 1 {
            self.out.extend_from_slice(&x.to_le_bytes());
        } else {
            let style = crate::format::double::Style::General;
            let text = crate::format::double::format_double(x, style, 17, Default::default());
            self.out.push(text.len() as u8);
            self.out.extend_from_slice(text.as_bytes());
        }
    }

    fn all(&mut self, kind: u8, items: &[Value]) -> PyResult<()> {
        self.out.push(kind);
        self.size(items.len())?;
        for v in items {
            self.value(*v)?;
        }
        Ok(())
    }

    /// A string; one that is interned is written once, and referred to by number after that.
    fn string(&mut self, s: Ref<Str>) -> PyResult<()> {
        let text = s.as_ref().bytes();
        if self.version > 0 && bytes::storage::has_mark(s, bytes::storage::INTERNED) {
            if let Some(i) = self.interned.get(&s.addr()) {
                self.out.push(b'R');
                let i = *i;
                return self.size(i);
            }
            self.interned.insert(s.addr(), self.interned.len());
            self.out.push(b't');
        } else {
            self.out.push(b's');
        }
        self.size(text.len())?;
        self.out.extend_from_slice(text);
        Ok(())
    }

    fn value(&mut self, v: Value) -> PyResult<()> {
        self.depth += 1;
        if self.depth > DEPTH {
            self.failed = Some("object too deeply nested to marshal");
        } else {
            self.plain(v)?;
        }
        self.depth -= 1;
        Ok(())
    }

    fn plain(&mut self, v: Value) -> PyResult<()> {
        if v.is_none() {
            self.out.push(b'N');
        } else if let Some(b) = v.as_bool() {
            self.out.push(if b { b'T' } else { b'F' });
        } else if v == crate::singletons::ellipsis() {
            self.out.push(b'.');
        } else if v == crate::types::STOP_ITERATION.get().value() {
            self.out.push(b'S');
        } else if v.ty() == crate::types::INT.get()
            && let Some(n) = v.as_int()
        {
            match i32::try_from(n) {
                Ok(n) => {
                    self.out.push(b'i');
                    self.out.extend_from_slice(&n.to_le_bytes());
                }
                Err(_) => {
                    self.out.push(b'I');
                    self.out.extend_from_slice(&n.to_le_bytes());
                }
            }
        } else if v.ty() == crate::types::FLOAT.get()
            && let Some(x) = view::float(v)
        {
            self.out.push(if self.version > 1 { b'g' } else { b'f' });
            self.float(x);
        } else if v.ty() == crate::types::COMPLEX.get()
            && let Some(c) = view::complex(v)
        {
            self.out.push(if self.version > 1 { b'y' } else { b'x' });
            self.float(c.re);
            self.float(c.im);
        } else if let Some(n) = v.exact::<Long>() {
            self.long(n)?;
        } else if let Some(s) = v.exact::<Str>() {
            self.string(s)?;
        } else if let Some(u) = v.exact::<Unicode>() {
            let text = crate::codec::utf8::encode(u)?;
            self.out.push(b'u');
            self.size(text.as_ref().bytes().len())?;
            self.out.extend_from_slice(text.as_ref().bytes());
        } else if let Some(t) = v.exact::<Tuple>() {
            self.all(b'(', t.as_ref().items())?;
        } else if let Some(l) = v.exact::<List>() {
            self.all(b'[', tuple::from_slice(l.as_ref().items()).as_ref().items())?;
        } else if let Some(d) = v.exact::<Dict>() {
            self.out.push(b'{');
            let mut at = 0;
            while let Some((k, x)) = d.next_entry(&mut at) {
                self.value(k)?;
                self.value(x)?;
            }
            self.out.push(b'0');
        } else if v.exact::<Set>().is_some() {
            self.all(b'<', list::from_iterable(v)?.as_ref().items())?;
        } else if v.exact::<FrozenSet>().is_some() {
            self.all(b'>', list::from_iterable(v)?.as_ref().items())?;
        } else if let Some(c) = v.cast::<Code>() {
            let name = c.filename.get();
            let made = (crate::upcalls::get()?.code_to_bytes)(c);
            self.out.push(b'c');
            for part in [name.as_ref().bytes(), &made] {
                self.size(part.len())?;
                self.out.extend_from_slice(part);
            }
        } else if let Some(w) = crate::window::get(v, crate::window::Want::Read)? {
            self.out.push(b's');
            self.size(w.len())?;
            self.out.extend_from_slice(w.bytes());
        } else {
            self.out.push(b'?');
            self.failed = Some(UNMARSHALLABLE);
        }
        Ok(())
    }

    /// Digits of 15 bits, the least first; a negative number has a negative count.
    fn long(&mut self, n: Ref<Long>) -> PyResult<()> {
        let number = n.number();
        let count = number.bits().div_ceil(15);
        let Ok(count) = i32::try_from(count) else {
            return Err(unmarshallable());
        };
        self.out.push(b'l');
        let signed = if number.negative { -count } else { count };
        self.out.extend_from_slice(&signed.to_le_bytes());
        let (mut hold, mut have) = (0u64, 0);
        let mut words = number
            .limbs
            .iter()
            .flat_map(|x| [*x as u32, (*x >> 32) as u32]);
        for _ in 0..count {
            if have < 15 {
                hold |= u64::from(words.next().unwrap_or(0)) << have;
                have += 32;
            }
            self.out
                .extend_from_slice(&((hold & 0x7FFF) as u16).to_le_bytes());
            hold >>= 15;
            have -= 15;
        }
        Ok(())
    }
}

const UNMARSHALLABLE: &str = "unmarshallable object";

fn unmarshallable() -> Raised {
    value_error(UNMARSHALLABLE)
}

fn written(v: Value, version: i32) -> PyResult<Writer> {
    let mut w = Writer {
        out: Vec::new(),
        version,
        depth: 0,
        interned: HashMap::new(),
        failed: None,
    };
    w.value(v)?;
    Ok(w)
}

/// `dumps(value[, version])`
pub fn dumps(v: Value, version: i32) -> PyResult {
    let w = written(v, version)?;
    match w.failed {
        Some(what) => Err(value_error(what)),
        None => Ok(bytes::new(&w.out).into()),
    }
}

/// `dump(value, file[, version])`
pub fn dump(v: Value, to: Value, version: i32) -> PyResult<()> {
    let Some(to) = to.cast::<FileObject>() else {
        return Err(type_error("marshal.dump() 2nd arg must be file"));
    };
    let w = written(v, version)?;
    // A file that takes nothing is not told from one that does.
    if file::is_writable(to) {
        file::write_bytes(to, &w.out)?;
        // The file may be forgotten without being closed, and read from at once.
        file::flush(to)?;
    }
    w.failed.map_or(Ok(()), |what| Err(value_error(what)))
}

/// Where values are read from.
enum Source<'a> {
    Bytes(&'a [u8]),
    File(Ref<FileObject>),
}

struct Reader<'a> {
    source: Source<'a>,
    /// Strings that later ones refer to by number.
    interned: Ref<List>,
    depth: u32,
}

fn too_short() -> Raised {
    raise(
        crate::types::EOF_ERROR.get(),
        "EOF read where object expected",
    )
}

fn bad(what: &str) -> Raised {
    value_error(format!("bad marshal data ({what})"))
}

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> PyResult<Cow<'a, [u8]>> {
        match &mut self.source {
            Source::Bytes(b) => match b.split_at_checked(n) {
                Some((taken, rest)) => {
                    *b = rest;
                    Ok(Cow::Borrowed(taken))
                }
                None => Err(too_short()),
            },
            Source::File(f) => {
                let s = file::read(*f, n as i64)?;
                match s.cast::<Str>() {
                    Some(s) if s.as_ref().bytes().len() == n => {
                        Ok(Cow::Owned(s.as_ref().bytes().to_vec()))
                    }
                    _ => Err(too_short()),
                }
            }
        }
    }

    fn number(&mut self) -> PyResult<i32> {
        // Bytes that are missing read as -1.
        if let Source::Bytes(b) = &mut self.source {
            let word = match b.split_first_chunk() {
                Some((word, rest)) => {
                    *b = rest;
                    *word
                }
                None => {
                    let mut word = [0xFF; 4];
                    word[..b.len()].copy_from_slice(b);
                    *b = &[];
                    word
                }
            };
            return Ok(i32::from_le_bytes(word));
        }
        let b = self.take(4)?;
        Ok(i32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }

    fn size(&mut self, what: &str) -> PyResult<usize> {
        usize::try_from(self.number()?).map_err(|_| bad(&format!("{what} size out of range")))
    }

    fn float(&mut self) -> PyResult<f64> {
        let b = self.take(8)?;
        let mut bits = [0; 8];
        bits.copy_from_slice(&b);
        Ok(f64::from_le_bytes(bits))
    }

    fn float_text(&mut self) -> PyResult<f64> {
        let n = self.byte()?;
        let text = self.take(usize::from(n))?;
        let spaces = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_whitespace() || *b == 0x0B);
        if spaces(text.first()) || spaces(text.last()) {
            let message = [b"could not convert string to float: ", &*text].concat();
            return Err(value_error(message));
        }
        crate::number::convert::float_from_text(&text)
    }

    fn items(&mut self, what: &str) -> PyResult<Ref<List>> {
        let n = self.size(what)?;
        let out = list::new();
        for _ in 0..n {
            match self.value()? {
                Some(v) => out.push(v),
                None => {
                    return Err(type_error(format!(
                        "NULL object in marshal data for {what}"
                    )));
                }
            }
        }
        Ok(out)
    }

    fn byte(&mut self) -> PyResult<u8> {
        if let Source::Bytes(b) = &mut self.source
            && let Some((first, rest)) = b.split_first()
        {
            *b = rest;
            return Ok(*first);
        }
        Ok(self.take(1)?[0])
    }

    /// The next value; `None` for the mark that ends a dict.
    fn value(&mut self) -> PyResult<Option<Value>> {
        let kind = self.byte()?;
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(value_error("recursion limit exceeded"));
        }
        let v = self.of_kind(kind)?;
        self.depth -= 1;
        Ok(v)
    }

    fn of_kind(&mut self, kind: u8) -> PyResult<Option<Value>> {
        Ok(Some(match kind {
            b'0' => return Ok(None),
            b'N' => Value::none(),
            b'S' => crate::types::STOP_ITERATION.get().into(),
            b'.' => crate::singletons::ellipsis(),
            b'F' => Value::bool(false),
            b'T' => Value::bool(true),
            b'i' => Value::int(i64::from(self.number()?)),
            b'I' => {
                let (low, high) = (self.number()? as u32, self.number()?);
                Value::int(i64::from(high) << 32 | i64::from(low))
            }
            b'l' => self.long()?,
            b'f' => Value::float(self.float_text()?),
            b'g' => Value::float(self.float()?),
            b'x' => view::new_complex(Complex {
                re: self.float_text()?,
                im: self.float_text()?,
            }),
            b'y' => view::new_complex(Complex {
                re: self.float()?,
                im: self.float()?,
            }),
            b's' | b't' => {
                let n = self.size("string")?;
                let text = self.take(n)?;
                if kind == b't' {
                    let s: Value = bytes::intern(&text).into();
                    self.interned.push(s);
                    s
                } else {
                    bytes::new(&text).into()
                }
            }
            b'R' => {
                let n = self.number()?;
                usize::try_from(n)
                    .ok()
                    .and_then(|i| self.interned.as_ref().item(i))
                    .ok_or_else(|| bad("string ref out of range"))?
            }
            b'u' => {
                let n = self.size("unicode")?;
                let text = self.take(n)?;
                crate::codec::utf8::decode(bytes::try_new(&text)?, Errors::Strict)?.into()
            }
            b'(' => tuple::from_slice(self.items("tuple")?.as_ref().items()).into(),
            b'[' => self.items("list")?.into(),
            b'{' => {
                let d = dict::new();
                while let Some(k) = self.value()? {
                    if let Some(v) = self.value()? {
                        d.set(k, v)?;
                    }
                }
                d.into()
            }
            b'<' => set::from_iterable(self.items("set")?.into())?.into(),
            b'>' => {
                let ty = crate::types::FROZENSET.get();
                let items = self.items("set")?;
                crate::call::call_values(ty.into(), &[items.into()])?
            }
            b'c' => {
                if let Source::Bytes([] | [_] | [_, _] | [_, _, _]) = self.source {
                    return Err(too_short());
                }
                let n = self.size("string")?;
                let name = self.take(n)?;
                let n = self.size("string")?;
                let made = self.take(n)?;
                match (crate::upcalls::get()?.code_from_bytes)(&made, &name) {
                    Some(c) => c.into(),
                    None => return Err(bad("code of another build")),
                }
            }
            _ => return Err(bad("unknown type code")),
        }))
    }

    fn long(&mut self) -> PyResult {
        let n = self.number()?;
        if n == i32::MIN {
            return Err(bad("long size out of range"));
        }
        let count = n.unsigned_abs() as usize;
        // Digits that are missing read as -1.
        if let Source::Bytes(b) = self.source
            && b.len() / 2 < count
        {
            return Err(bad("digit out of range in long"));
        }
        let data = self.take(2 * count)?;
        let mut words = Vec::new();
        let (mut hold, mut have) = (0u64, 0);
        for (i, d) in data.chunks_exact(2).enumerate() {
            let digit = u16::from_le_bytes([d[0], d[1]]);
            if digit > 0x7FFF {
                return Err(bad("digit out of range in long"));
            }
            if digit == 0 && i + 1 == count {
                return Err(bad("unnormalized long data"));
            }
            hold |= u64::from(digit) << have;
            have += 15;
            if have >= 32 {
                words.push(hold as u32);
                hold >>= 32;
                have -= 32;
            }
        }
        words.push(hold as u32);
        let sign = if n < 0 { Sign::Minus } else { Sign::Plus };
        Ok(view::long(BigInt::from_biguint(sign, BigUint::new(words))))
    }
}

fn read(source: Source<'_>) -> PyResult {
    let mut r = Reader {
        source,
        interned: list::new(),
        depth: 0,
    };
    match r.value()? {
        Some(v) => Ok(v),
        None => Err(type_error("NULL object in marshal data for object")),
    }
}

/// `loads(string)`
pub fn loads(text: Value) -> PyResult {
    let text = crate::builtins::unicode::encode_default(text)?.map_or(text, Into::into);
    let fixed = text.cast::<ByteArray>().is_none().then_some(text);
    let window = fixed.map(|t| crate::window::get(t, crate::window::Want::Read));
    let Some(w) = window.transpose()?.flatten() else {
        return Err(raise_fmt!(
            type_error,
            "loads() argument 1 must be string or read-only buffer, not {}",
            crate::attr::argument_name(text)
        ));
    };
    // Reading makes objects, and keys may be compared by Python code.
    let copy = w.bytes().to_vec();
    from_bytes(&copy)
}

/// The value that bytes begin with.
///
/// # Errors
/// What is wrong with them.
pub fn from_bytes(bytes: &[u8]) -> PyResult {
    read(Source::Bytes(bytes))
}

/// `load(file)`
pub fn load(from: Value) -> PyResult {
    match from.cast::<FileObject>() {
        Some(f) if !file::is_readable(f) => Err(too_short()),
        Some(f) => read(Source::File(f)),
        None => Err(type_error("marshal.load() arg must be file")),
    }
}
