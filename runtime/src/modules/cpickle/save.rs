//! Pickling: objects to bytes.

use num_bigint::BigInt;

use super::memo::Table;
use super::opcodes as op;
use super::{find, pickling_error, registry, shown};
use crate::attr::type_name;
use crate::builtins::unicode::storage::with_units;
use crate::builtins::{list, str as bytes, type_};
use crate::call::call_values;
use crate::codec::escape;
use crate::error::{PyResult, overflow_error, runtime_error, type_error, value_error};
use crate::layouts::{
    BuiltinFunction, ClassObject, Dict, Exception, Function, Instance, List, Long, Str, Tuple,
    Unicode,
};
use crate::names;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{attr, protocol, thread, types};

mod fresh;
use fresh::{is_time, reduces_to_new};

/// Items that go into one APPENDS or SETITEMS.
const BATCH: usize = 1000;
/// Nesting from which a fast pickler, which has no memo, looks for cycles.
const FAST_LIMIT: usize = 50;

/// A PUT in the output of a pickler that collects: it stays only if a GET comes later.
pub struct Put {
    pub start: usize,
    pub end: usize,
    pub number: u32,
    pub used: bool,
}

/// One pickler at work.
pub struct Saver {
    out: Vec<u8>,
    protocol: i64,
    pub binary: bool,
    pub fast: bool,
    pub table: Table,
    /// The objects of the table, by number (less one).
    pub kept: Ref<List>,
    /// A memo that the program may see and change replaces the table.
    pub memo: Option<Ref<Dict>>,
    pub persistent: Option<Value>,
    pub inst_persistent: Option<Value>,
    /// PUTs so far, when they are to be looked at later.
    pub puts: Option<Vec<Put>>,
    /// `copy_reg.dispatch_table`, once looked at.
    reducers: Option<Ref<Dict>>,
    /// Types by address and version: are their instances plain (see [`super::plain`])?
    pub(super) plain: Vec<(usize, u32, bool)>,
    /// Containers that a fast pickler is in.
    nest: Vec<u64>,
}

impl Saver {
    pub fn new(protocol: i64) -> Saver {
        Saver {
            out: Vec::new(),
            protocol,
            binary: protocol > 0,
            fast: false,
            table: Table::default(),
            kept: list::new(),
            memo: None,
            persistent: None,
            inst_persistent: None,
            puts: None,
            reducers: None,
            plain: Vec::new(),
            nest: Vec::new(),
        }
    }

    /// What was written so far.
    pub fn output(&self) -> &[u8] {
        &self.out
    }

    /// Goes on behind what was written earlier.
    pub fn continue_after(&mut self, out: Vec<u8>) {
        self.out = out;
    }

    /// Gives the output away.
    pub fn take_output(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// A whole pickle.
    pub fn dump(&mut self, v: Value) -> PyResult<()> {
        if self.protocol >= 2 {
            self.out
                .extend_from_slice(&[op::PROTO, self.protocol as u8]);
        }
        self.save(v, false)?;
        self.out.push(op::STOP);
        Ok(())
    }

    fn memo_number(&self, v: Value) -> PyResult<Option<u32>> {
        match self.memo {
            None => Ok(self.table.get(v.bits())),
            Some(m) => {
                let Some(pair) = m.get(Value::int(v.bits() as i64))? else {
                    return Ok(None);
                };
                let number = pair
                    .cast::<Tuple>()
                    .and_then(|t| t.as_ref().items().first().and_then(|n| n.as_int()));
                match number.and_then(|n| u32::try_from(n).ok()) {
                    Some(n) => Ok(Some(n)),
                    None => Err(pickling_error("memo id must be an integer")),
                }
            }
        }
    }

    /// Fetches an object from the memo.
    fn write_get(&mut self, n: u32) {
        if let Some(puts) = &mut self.puts
            && let Some(p) = puts.iter_mut().rev().find(|p| p.number == n)
        {
            p.used = true;
        }
        if !self.binary {
            self.text(op::GET, &n.to_string());
        } else if let Ok(b) = u8::try_from(n) {
            self.out.extend_from_slice(&[op::BINGET, b]);
        } else {
            self.out.push(op::LONG_BINGET);
            self.out.extend_from_slice(&n.to_le_bytes());
        }
    }

    /// Puts the object on top of the machine's stack into the memo.
    pub(super) fn put(&mut self, v: Value) -> PyResult<()> {
        if self.fast {
            return Ok(());
        }
        let n = match self.memo {
            None => {
                let n = self.table.len() as u32 + 1;
                self.table.insert(v.bits(), n);
                self.kept.try_push(v)?;
                n
            }
            Some(m) => {
                let n = m.len() as u32 + 1;
                let pair = crate::builtins::tuple::from_slice(&[Value::int(i64::from(n)), v]);
                m.set(Value::int(v.bits() as i64), pair.into())?;
                n
            }
        };
        let start = self.out.len();
        if !self.binary {
            self.text(op::PUT, &n.to_string());
        } else if let Ok(b) = u8::try_from(n) {
            self.out.extend_from_slice(&[op::BINPUT, b]);
        } else {
            self.out.push(op::LONG_BINPUT);
            self.out.extend_from_slice(&n.to_le_bytes());
        }
        let end = self.out.len();
        // Those of text stay, wanted or not.
        if self.binary
            && let Some(puts) = &mut self.puts
        {
            puts.push(Put {
                start,
                end,
                number: n,
                used: false,
            });
        }
        Ok(())
    }

    /// Instructions.
    pub(super) fn push(&mut self, code: &[u8]) {
        self.out.extend_from_slice(code);
    }

    /// An instruction with a line of text.
    fn text(&mut self, code: u8, line: &str) {
        self.out.push(code);
        self.out.extend_from_slice(line.as_bytes());
        self.out.push(b'\n');
    }

    /// Calls a persistent-id function; true if it named the object.
    fn save_persistent(&mut self, v: Value, f: Value) -> PyResult<bool> {
        let id = call_values(f, &[v])?;
        if id.is_none() {
            return Ok(false);
        }
        if self.binary {
            self.save(id, true)?;
            self.out.push(op::BINPERSID);
        } else {
            let Some(s) = id.cast::<Str>() else {
                return Err(pickling_error("persistent id must be string"));
            };
            self.out.push(op::PERSID);
            self.out.extend_from_slice(s.as_ref().bytes());
            self.out.push(b'\n');
        }
        Ok(true)
    }

    /// Writes what makes `v`. With `is_id`, it is a persistent id and has none itself.
    pub(super) fn save(&mut self, v: Value, is_id: bool) -> PyResult<()> {
        if !is_id
            && let Some(f) = self.persistent
            && self.save_persistent(v, f)?
        {
            return Ok(());
        }
        if let Some(i) = v.as_small_int() {
            self.save_int(i);
            return Ok(());
        }
        if let Some(x) = v.as_float() {
            self.save_float(x);
            return Ok(());
        }
        if let Some(s) = v.exact::<Str>() {
            return self.save_str(s);
        }
        if v.is_none() {
            self.out.push(op::NONE);
            return Ok(());
        }
        if let Some(b) = v.as_bool() {
            if self.protocol >= 2 {
                self.out.push(if b { op::NEWTRUE } else { op::NEWFALSE });
            } else {
                self.text(op::INT, if b { "01" } else { "00" });
            }
            return Ok(());
        }
        let ty = v.ty();
        if ty == types::INT.get() {
            self.save_int(v.as_int().unwrap_or(0));
            return Ok(());
        }
        if ty == types::FLOAT.get() {
            self.save_float(crate::number::to_f64(v)?);
            return Ok(());
        }
        if let Some(l) = v.exact::<Long>() {
            return self.save_long(&l.number().to_big());
        }
        if let Some(u) = v.exact::<Unicode>() {
            return self.save_unicode(u);
        }
        thread::current().deeper(" while pickling an object", || {
            self.save_object(v, ty, is_id)
        })
    }

    fn save_object(&mut self, v: Value, ty: Ref<Type>, is_id: bool) -> PyResult<()> {
        if let Some(t) = v.exact::<Tuple>()
            && t.as_ref().is_empty()
        {
            return self.save_tuple(t, true);
        }
        if let Some(n) = self.memo_number(v)? {
            self.write_get(n);
            return Ok(());
        }
        if let Some(t) = v.exact::<Tuple>() {
            return self.save_tuple(t, true);
        }
        if let Some(l) = v.exact::<List>() {
            return self.nested(v, |s| s.save_list(l));
        }
        if let Some(d) = v.exact::<Dict>() {
            return self.nested(v, |s| s.save_dict(d));
        }
        if let Some(i) = v.cast::<Instance>() {
            return self.nested(v, |s| s.save_instance(i));
        }
        if v.exact::<ClassObject>().is_some()
            || v.exact::<BuiltinFunction>().is_some()
            || ty == types::TYPE.get()
        {
            return self.save_global(v, None);
        }
        if v.exact::<Function>().is_some() {
            let before = self.out.len();
            match self.save_global(v, None) {
                Ok(()) => return Ok(()),
                Err(e) => {
                    if !crate::exception::pending_matches(types::PICKLE_ERROR.get()) {
                        return Err(e);
                    }
                    thread::current().take_pending();
                    self.out.truncate(before);
                }
            }
        }
        if !is_id
            && let Some(f) = self.inst_persistent
            && self.save_persistent(v, f)?
        {
            return Ok(());
        }
        self.save_by_reduction(v, ty)
    }

    fn save_by_reduction(&mut self, v: Value, ty: Ref<Type>) -> PyResult<()> {
        let reducers = match self.reducers {
            Some(d) => d,
            None => {
                let d = registry::reducers()?;
                self.reducers = Some(d);
                d
            }
        };
        let (reduction, by) = if let Some(f) = reducers.get(ty.into())? {
            (call_values(f, &[v])?, f)
        } else if ty.is_subtype(types::TYPE.get()) {
            return self.save_global(v, None);
        } else if self.protocol >= 2 && self.persistent.is_none() && self.save_plain(v, ty)? {
            return Ok(());
        } else if let Some(f) = find(v, bytes::intern_static("__reduce_ex__"))? {
            (call_values(f, &[Value::int(self.protocol)])?, f)
        } else if let Some(f) = find(v, bytes::intern_static("__reduce__"))? {
            (call_values(f, &[])?, f)
        } else {
            return Err(crate::error::raise_value(
                types::UNPICKLEABLE_ERROR.get().into(),
                Some(v),
            ));
        };
        if let Some(name) = reduction.cast::<Str>() {
            return self.save_global(v, Some(name.into()));
        }
        let Some(parts) = reduction.cast::<Tuple>() else {
            return Err(pickling_error(
                [
                    b"Value returned by ",
                    &shown(by)?[..],
                    b" must be string or tuple",
                ]
                .concat(),
            ));
        };
        self.save_reduction(parts, by, v)
    }

    // Atoms.

    fn save_int(&mut self, i: i64) {
        let Ok(n) = i32::try_from(i) else {
            return self.text(op::INT, &i.to_string());
        };
        if !self.binary {
            self.text(op::INT, &i.to_string());
        } else if let Ok(b) = u8::try_from(n) {
            self.out.extend_from_slice(&[op::BININT1, b]);
        } else if let Ok(w) = u16::try_from(n) {
            let [a, b] = w.to_le_bytes();
            self.out.extend_from_slice(&[op::BININT2, a, b]);
        } else {
            self.out.push(op::BININT);
            self.out.extend_from_slice(&n.to_le_bytes());
        }
    }

    fn save_float(&mut self, x: f64) {
        if self.binary {
            self.out.push(op::BINFLOAT);
            self.out.extend_from_slice(&x.to_be_bytes());
        } else {
            let text = crate::format::double::format_double(
                x,
                crate::format::double::Style::General,
                17,
                crate::format::double::Flags::default(),
            );
            self.text(op::FLOAT, &text);
        }
    }

    fn save_long(&mut self, n: &BigInt) -> PyResult<()> {
        if self.protocol < 2 {
            self.text(op::LONG, &format!("{n}L"));
            return Ok(());
        }
        let b = if n.sign() == num_bigint::Sign::NoSign {
            Vec::new()
        } else {
            n.to_signed_bytes_le()
        };
        if let Ok(len) = u8::try_from(b.len()) {
            self.out.extend_from_slice(&[op::LONG1, len]);
        } else {
            let Ok(len) = i32::try_from(b.len()) else {
                return Err(overflow_error("long too large to pickle"));
            };
            self.out.push(op::LONG4);
            self.out.extend_from_slice(&len.to_le_bytes());
        }
        self.out.extend_from_slice(&b);
        Ok(())
    }

    fn length_prefix(&mut self, code: u8, n: usize) -> PyResult<()> {
        let Ok(n) = i32::try_from(n) else {
            return Err(crate::error::system_error(
                "error return without exception set",
            ));
        };
        self.out.push(code);
        self.out.extend_from_slice(&n.to_le_bytes());
        Ok(())
    }

    fn save_str(&mut self, s: Ref<Str>) -> PyResult<()> {
        let b = s.as_ref().bytes();
        if b.len() >= 2
            && let Some(n) = self.memo_number(s.into())?
        {
            self.write_get(n);
            return Ok(());
        }
        self.write_str(s)?;
        if b.len() >= 2 {
            self.put(s.into())?;
        }
        Ok(())
    }

    /// The instruction that makes a string.
    fn write_str(&mut self, s: Ref<Str>) -> PyResult<()> {
        let b = s.as_ref().bytes();
        if !self.binary {
            let r = protocol::repr(s.into())?;
            self.out.push(op::STRING);
            self.out.extend_from_slice(r.as_ref().bytes());
            self.out.push(b'\n');
        } else {
            match u8::try_from(b.len()) {
                Ok(n) => self.out.extend_from_slice(&[op::SHORT_BINSTRING, n]),
                Err(_) => self.length_prefix(op::BINSTRING, b.len())?,
            }
            self.out.extend_from_slice(b);
        }
        Ok(())
    }

    fn save_unicode(&mut self, u: Ref<Unicode>) -> PyResult<()> {
        let long = u.as_ref().length() >= 2;
        if long && let Some(n) = self.memo_number(u.into())? {
            self.write_get(n);
            return Ok(());
        }
        self.write_unicode(u)?;
        if long {
            self.put(u.into())?;
        }
        Ok(())
    }

    /// The instruction that makes a unicode string.
    fn write_unicode(&mut self, u: Ref<Unicode>) -> PyResult<()> {
        if self.binary {
            match u.as_ref().ascii() {
                Some(b) => {
                    self.length_prefix(op::BINUNICODE, b.len())?;
                    self.out.extend_from_slice(b);
                }
                None => {
                    let s = crate::codec::utf8::encode(u)?;
                    self.length_prefix(op::BINUNICODE, s.as_ref().bytes().len())?;
                    self.out.extend_from_slice(s.as_ref().bytes());
                }
            }
        } else {
            self.out.push(op::UNICODE);
            with_units!(u, units => escape::raw_line(&mut self.out, units));
            self.out.push(b'\n');
        }
        Ok(())
    }

    // Containers.

    /// Runs `f` for a container; a fast pickler finds cycles here.
    fn nested(&mut self, v: Value, f: impl FnOnce(&mut Saver) -> PyResult<()>) -> PyResult<()> {
        if !self.fast {
            return f(self);
        }
        if self.nest.len() >= FAST_LIMIT && self.nest.contains(&v.bits()) {
            return Err(value_error(format!(
                "fast mode: can't pickle cyclic objects including object type {} at 0x{:x}",
                type_name(v),
                v.bits()
            )));
        }
        self.nest.push(v.bits());
        let r = f(self);
        self.nest.pop();
        r
    }

    fn save_tuple(&mut self, t: Ref<Tuple>, memoize: bool) -> PyResult<()> {
        let items = t.as_ref().items();
        if items.is_empty() {
            if self.protocol > 0 {
                self.out.push(op::EMPTY_TUPLE);
            } else {
                self.out.extend_from_slice(&[op::MARK, op::TUPLE]);
            }
            return Ok(());
        }
        let short = items.len() <= 3 && self.protocol >= 2;
        if !short {
            self.out.push(op::MARK);
        }
        for v in items {
            self.save(*v, false)?;
        }
        if memoize && let Some(n) = self.memo_number(t.into())? {
            // The tuple contains itself, and was made on the way: that one is taken.
            if short || !self.binary {
                let pops = items.len() + usize::from(!short);
                self.out.resize(self.out.len() + pops, op::POP);
            } else {
                self.out.push(op::POP_MARK);
            }
            self.write_get(n);
            return Ok(());
        }
        self.out.push(match items.len() {
            1 if short => op::TUPLE1,
            2 if short => op::TUPLE2,
            3 if short => op::TUPLE3,
            _ => op::TUPLE,
        });
        if memoize { self.put(t.into()) } else { Ok(()) }
    }

    /// The beginning of a list or dict.
    fn empty(&mut self, short: u8, marked: u8) {
        if self.binary {
            self.out.push(short);
        } else {
            self.out.extend_from_slice(&[op::MARK, marked]);
        }
    }

    fn save_list(&mut self, l: Ref<List>) -> PyResult<()> {
        self.empty(op::EMPTY_LIST, op::LIST);
        self.put(l.into())?;
        let mut i = 0;
        self.batch_append(|| {
            let v = l.as_ref().item(i);
            i += 1;
            Ok(v)
        })
    }

    /// Writes items and what appends them to the object below.
    fn batch_append(&mut self, mut next: impl FnMut() -> PyResult<Option<Value>>) -> PyResult<()> {
        if self.protocol == 0 {
            while let Some(v) = next()? {
                self.save(v, false)?;
                self.out.push(op::APPEND);
            }
            return Ok(());
        }
        let mut first = next()?;
        while let Some(v) = first {
            let Some(second) = next()? else {
                self.save(v, false)?;
                self.out.push(op::APPEND);
                return Ok(());
            };
            self.out.push(op::MARK);
            self.save(v, false)?;
            self.save(second, false)?;
            let mut n = 2;
            let mut more = true;
            while n < BATCH {
                let Some(v) = next()? else {
                    more = false;
                    break;
                };
                self.save(v, false)?;
                n += 1;
            }
            self.out.push(op::APPENDS);
            if !more {
                return Ok(());
            }
            first = next()?;
        }
        Ok(())
    }

    fn save_dict(&mut self, d: Ref<Dict>) -> PyResult<()> {
        self.empty(op::EMPTY_DICT, op::DICT);
        self.put(d.into())?;
        self.save_items(d)
    }

    /// The items of an exact dict.
    fn save_items(&mut self, d: Ref<Dict>) -> PyResult<()> {
        let size = d.len();
        let mut at = 0;
        let changed = || runtime_error("dictionary changed size during iteration");
        if self.protocol == 0 {
            while let Some((k, v)) = d.next_entry(&mut at) {
                self.save(k, false)?;
                self.save(v, false)?;
                self.out.push(op::SETITEM);
                if d.len() != size {
                    return Err(changed());
                }
            }
            return Ok(());
        }
        if size == 1 {
            if let Some((k, v)) = d.next_entry(&mut at) {
                self.save(k, false)?;
                self.save(v, false)?;
                self.out.push(op::SETITEM);
            }
            return Ok(());
        }
        let mut n = if size == 0 { 0 } else { BATCH };
        while n == BATCH {
            n = 0;
            self.out.push(op::MARK);
            while n < BATCH
                && let Some((k, v)) = d.next_entry(&mut at)
            {
                self.save(k, false)?;
                self.save(v, false)?;
                n += 1;
            }
            self.out.push(op::SETITEMS);
            if d.len() != size {
                return Err(changed());
            }
        }
        Ok(())
    }

    /// Pairs of an iterator, and what sets them in the object below.
    fn batch_set(&mut self, iterator: Value) -> PyResult<()> {
        let next = || -> PyResult<Option<(Value, Value)>> {
            let Some(p) = protocol::next(iterator)? else {
                return Ok(None);
            };
            match p.cast::<Tuple>().map(|t| t.as_ref().items()) {
                Some([k, v]) => Ok(Some((*k, *v))),
                _ => Err(type_error("dict items iterator must return 2-tuples")),
            }
        };
        if self.protocol == 0 {
            while let Some((k, v)) = next()? {
                self.save(k, false)?;
                self.save(v, false)?;
                self.out.push(op::SETITEM);
            }
            return Ok(());
        }
        let mut first = next()?;
        while let Some((k, v)) = first {
            let Some((k2, v2)) = next()? else {
                self.save(k, false)?;
                self.save(v, false)?;
                self.out.push(op::SETITEM);
                return Ok(());
            };
            self.out.push(op::MARK);
            for x in [k, v, k2, v2] {
                self.save(x, false)?;
            }
            let mut n = 2;
            let mut more = true;
            while n < BATCH {
                let Some((k, v)) = next()? else {
                    more = false;
                    break;
                };
                self.save(k, false)?;
                self.save(v, false)?;
                n += 1;
            }
            self.out.push(op::SETITEMS);
            if !more {
                return Ok(());
            }
            first = next()?;
        }
        Ok(())
    }

    /// An instance of an old-style class.
    fn save_instance(&mut self, i: Ref<Instance>) -> PyResult<()> {
        let v: Value = i.into();
        let class: Value = i.class.get().into();
        self.out.push(op::MARK);
        if self.binary {
            self.save(class, false)?;
        }
        if let Some(f) = attr::find(v, bytes::intern_static("__getinitargs__"))? {
            let args = call_values(f, &[])?;
            let n = protocol::len(args)?;
            for k in 0..n {
                let a = protocol::get_item(args, Value::int(k))?;
                self.save(a, false)?;
            }
        }
        let state = match attr::find(v, bytes::intern_static("__getstate__"))? {
            Some(f) => call_values(f, &[])?,
            None => match attr::find(v, names::dict())? {
                Some(d) => d,
                None => Value::none(),
            },
        };
        if self.binary {
            self.out.push(op::OBJ);
        } else {
            let name = i.class.get().name.get();
            let module = which_module(class, name)?;
            self.out.push(op::INST);
            self.line(module)?;
            self.line(name)?;
        }
        self.put(v)?;
        self.save(state, false)?;
        self.out.push(op::BUILD);
        Ok(())
    }

    /// A string and the end of the line.
    fn line(&mut self, s: Value) -> PyResult<()> {
        let Some(s) = s.cast::<Str>() else {
            return Err(type_error(format!(
                "expected string or Unicode object, {} found",
                type_name(s)
            )));
        };
        self.out.extend_from_slice(s.as_ref().bytes());
        self.out.push(b'\n');
        Ok(())
    }

    /// A class, function or other object by the name under which its module has it.
    fn save_global(&mut self, v: Value, name: Option<Value>) -> PyResult<()> {
        let name = match name {
            Some(n) => n,
            None => attr::get(v, names::name())?,
        };
        let module = which_module(v, name)?;
        let text = |x: Value| {
            x.cast::<Str>().ok_or_else(|| {
                type_error(format!(
                    "expected string or Unicode object, {} found",
                    type_name(x)
                ))
            })
        };
        let (module_text, name_text) = (text(module)?, text(name)?);
        let failed = |what: &[&[u8]]| -> PyResult<()> {
            let mut m = b"Can't pickle ".to_vec();
            m.extend_from_slice(&shown(v)?);
            m.extend_from_slice(b": ");
            for w in what {
                m.extend_from_slice(w);
            }
            Err(pickling_error(m))
        };
        let (mb, nb) = (module_text.as_ref().bytes(), name_text.as_ref().bytes());
        let t = thread::current();
        let Ok(m) = super::module_named(module_text) else {
            t.take_pending();
            return failed(&[b"import of module ", mb, b" failed"]);
        };
        let Ok(found) = attr::get(m, bytes::intern_value(name_text)) else {
            t.take_pending();
            return failed(&[b"attribute lookup ", mb, b".", nb, b" failed"]);
        };
        if found != v {
            return failed(&[b"it's not the same object as ", mb, b".", nb]);
        }
        if self.protocol >= 2
            && let Some(code) = registry::extension_code(module, name)?
        {
            let Some(n) = code.as_int() else {
                return failed(&[b"extension code ", &shown(code)?, b" isn't an integer"]);
            };
            if n <= 0 || n > 0x7fff_ffff {
                return failed(&[
                    b"extension code ",
                    n.to_string().as_bytes(),
                    b" is out of range",
                ]);
            }
            let b = (n as u32).to_le_bytes();
            let (code, width) = match n {
                1..=0xff => (op::EXT1, 1),
                0x100..=0xffff => (op::EXT2, 2),
                _ => (op::EXT4, 4),
            };
            self.out.push(code);
            self.out.extend_from_slice(&b[..width]);
            return Ok(());
        }
        self.out.push(op::GLOBAL);
        self.line(module)?;
        self.line(name)?;
        self.put(v)
    }

    /// What a reducer returned for `v`.
    fn save_reduction(&mut self, parts: Ref<Tuple>, by: Value, v: Value) -> PyResult<()> {
        let items = parts.as_ref().items();
        let complain = |before: &[u8], after: &[u8]| -> PyResult<()> {
            Err(pickling_error([before, &shown(by)?[..], after].concat()))
        };
        if !(2..=5).contains(&items.len()) {
            return complain(b"tuple returned by ", b" must contain 2 through 5 elements");
        }
        let given = |i: usize| items.get(i).copied().filter(|x| !x.is_none());
        let callable = items[0];
        let Some(args) = items[1].cast::<Tuple>() else {
            return complain(b"Second element of tuple returned by ", b" must be a tuple");
        };
        let (state, list_items, dict_items) = (given(2), given(3), given(4));
        for (x, which) in [(list_items, "Fourth"), (dict_items, "Fifth")] {
            if let Some(x) = x
                && !is_iterator(x)
            {
                return complain(
                    format!("{which} element of tuple returned by ").as_bytes(),
                    &crate::text::shown::bytes(&format!(
                        " must be an iterator, not {}",
                        type_name(x)
                    )),
                );
            }
        }
        let by_new = self.protocol >= 2
            && find(callable, names::name())?
                .and_then(|n| n.exact::<Str>())
                .is_some_and(|n| n.as_ref().bytes() == b"__newobj__");
        if by_new {
            let Some((class, rest)) = args.as_ref().items().split_first() else {
                return Err(pickling_error("__newobj__ arglist is empty"));
            };
            if find(*class, names::new())?.is_none() {
                return Err(pickling_error(
                    "args[0] from __newobj__ args has no __new__",
                ));
            }
            if type_::class_of(v)? != *class {
                return Err(pickling_error(
                    "args[0] from __newobj__ args has the wrong class",
                ));
            }
            self.save(*class, false)?;
            self.save_fresh(crate::builtins::tuple::from_slice(rest))?;
            self.out.push(op::NEWOBJ);
        } else {
            self.save(callable, false)?;
            match args.value().exact::<Tuple>() {
                Some(t) if is_time(v) => self.save_state_arguments(t)?,
                Some(t) if reduces_to_new(v) => self.save_fresh_items(t)?,
                // An exception has its arguments itself, but for one that adds a name to them.
                Some(t) if v.cast::<Exception>().is_none_or(|e| e.args.get() != t) => {
                    self.save_fresh(t)?;
                }
                _ => self.save(args.into(), false)?,
            }
            self.out.push(op::REDUCE);
        }
        if let Some(n) = self.memo_number(v)? {
            // The arguments contain the object, which was made on the way: that one is taken.
            self.out.push(op::POP);
            self.write_get(n);
        } else {
            self.put(v)?;
        }
        if let Some(it) = list_items {
            self.batch_append(|| protocol::next(it))?;
        }
        if let Some(it) = dict_items {
            self.batch_set(it)?;
        }
        if let Some(s) = state {
            match s.exact::<Tuple>() {
                Some(t) if !t.as_ref().is_empty() && self.memo_number(s)?.is_none() => {
                    self.save_fresh(t)?;
                }
                _ => self.save(s, false)?,
            }
            self.out.push(op::BUILD);
        }
        Ok(())
    }
}

fn is_iterator(v: Value) -> bool {
    v.ty().slots.next.get().is_some()
}

/// The module in which an object is to be found by name.
fn which_module(v: Value, name: Value) -> PyResult {
    if let Some(m) = find(v, names::module())? {
        return Ok(m);
    }
    let modules = crate::modules::sys_dict()
        .and_then(|d| d.get_str(names::modules()))
        .and_then(|m| m.cast::<Dict>());
    if let (Some(modules), Some(name)) = (modules, name.cast::<Str>()) {
        let name = bytes::intern_value(name);
        let mut at = 0;
        while let Some((k, m)) = modules.next_entry(&mut at) {
            if k.cast::<Str>()
                .is_some_and(|k| k.as_ref().bytes() == b"__main__")
            {
                continue;
            }
            if attr::find(m, name)? == Some(v) {
                return Ok(k);
            }
        }
    }
    Ok(names::main().into())
}
