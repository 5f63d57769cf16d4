//! Unpickling: the machine that pickles are programs for.

use super::opcodes as op;
use super::{find, registry, unpickling_error};
use crate::attr::{self, type_name};
use crate::builtins::{classobj, dict, file, list, str as bytes, tuple, type_};
use crate::call::call_values;
use crate::codec::errors::Errors;
use crate::error::{PyResult, Raised, overflow_error, raise_value, type_error, value_error};
use crate::layouts::{Buffer, ClassObject, Dict, FileObject, Getset, List, Str, Tuple};
use crate::number::parse;
use crate::object::Ref;
use crate::value::Value;
use crate::{attributes, names, protocol, types};

/// Where the bytes come from.
pub enum Input {
    String {
        text: Ref<Str>,
        at: usize,
    },
    File {
        file: Ref<FileObject>,
        last: Ref<Str>,
    },
    Methods {
        read: Value,
        readline: Value,
        last: Ref<Str>,
    },
}

#[cold]
fn end_of_input() -> Raised {
    raise_value(types::EOF_ERROR.get().into(), None)
}

#[cold]
fn underflow() -> Raised {
    unpickling_error("unpickling stack underflow")
}

#[cold]
fn bad_data() -> Raised {
    unpickling_error("bad pickle data")
}

#[cold]
fn truncated() -> Raised {
    unpickling_error("pickle data was truncated")
}

impl Input {
    pub fn string(text: Ref<Str>) -> Input {
        Input::String { text, at: 0 }
    }

    /// A file with its methods, as [`super::unpickler::reader`] finds them.
    pub fn of(file: Value, read: Option<Value>, readline: Option<Value>) -> Input {
        let last = bytes::empty();
        match (file.exact::<FileObject>(), read, readline) {
            (_, Some(read), Some(readline)) => Input::Methods {
                read,
                readline,
                last,
            },
            (Some(file), ..) => Input::File { file, last },
            _ => Input::string(last),
        }
    }

    /// What a method returned, which stays reachable from here until the next one.
    fn keep<'a>(v: Value, last: &mut Ref<Str>) -> PyResult<&'a [u8]> {
        let s = match v.cast::<Str>() {
            Some(s) => s,
            None => match crate::builtins::unicode::encode_default(v)? {
                Some(s) => s,
                None => {
                    return Err(type_error(format!(
                        "expected string or Unicode object, {} found",
                        type_name(v)
                    )));
                }
            },
        };
        *last = s;
        Ok(s.as_ref().bytes())
    }

    /// The next `n` bytes.
    #[inline]
    fn read<'a>(&mut self, n: usize) -> PyResult<&'a [u8]> {
        let got = match self {
            Input::String { text, at } => {
                let all = text.as_ref().bytes();
                return match at.checked_add(n).and_then(|end| all.get(*at..end)) {
                    Some(b) => {
                        *at += n;
                        Ok(b)
                    }
                    None => {
                        *at = all.len();
                        Err(end_of_input())
                    }
                };
            }
            Input::File { file, last } => Self::keep(file::read(*file, n as i64)?, last)?,
            Input::Methods { read, last, .. } => {
                Self::keep(call_values(*read, &[Value::int(n as i64)])?, last)?
            }
        };
        if got.len() == n {
            Ok(got)
        } else {
            Err(end_of_input())
        }
    }

    /// The next line, with its end if it has one; at least `least` bytes.
    fn line<'a>(&mut self, least: usize) -> PyResult<&'a [u8]> {
        let got = match self {
            Input::String { text, at } => {
                let rest = text.as_ref().bytes().get(*at..).unwrap_or(&[]);
                let n = memchr::memchr(b'\n', rest).map_or(rest.len(), |i| i + 1);
                *at += n;
                &rest[..n]
            }
            Input::File { file, last } => Self::keep(file::readline(*file, -1)?, last)?,
            Input::Methods { readline, last, .. } => {
                Self::keep(call_values(*readline, &[])?, last)?
            }
        };
        if got.len() < least {
            Err(truncated())
        } else {
            Ok(got)
        }
    }

    /// The same without its last byte, be that the line's end or not.
    fn line_cut<'a>(&mut self) -> PyResult<&'a [u8]> {
        let line = self.line(2)?;
        Ok(&line[..line.len() - 1])
    }

    /// So many bytes that the program knows the number of.
    #[inline]
    fn array<const N: usize>(&mut self) -> PyResult<[u8; N]> {
        if let Input::String { text, at } = self
            && let Some(a) = text.as_ref().bytes()[*at..].first_chunk()
        {
            *at += N;
            return Ok(*a);
        }
        let mut a = [0; N];
        a.copy_from_slice(self.read(N)?);
        Ok(a)
    }

    #[inline]
    fn byte(&mut self) -> PyResult<u8> {
        self.array().map(|[b]| b)
    }
}

/// The machine's stack. Its values are in a buffer of the heap.
struct Stack {
    items: Ref<Buffer>,
    len: usize,
}

impl Stack {
    fn new() -> PyResult<Stack> {
        Ok(Stack {
            items: Buffer::try_with_capacity(64)?,
            len: 0,
        })
    }

    #[inline]
    fn push(&mut self, v: Value) -> PyResult<()> {
        if self.len == self.items.as_ref().capacity() {
            self.items = Buffer::grown(self.items, self.len, self.len * 2)?;
        }
        self.items.as_ref().slot(self.len).set(Some(v));
        self.len += 1;
        Ok(())
    }

    #[inline]
    fn pop(&mut self) -> PyResult {
        match self
            .len
            .checked_sub(1)
            .and_then(|i| self.items.as_ref().slot(i).get())
        {
            Some(v) => {
                self.len -= 1;
                Ok(v)
            }
            None => Err(bad_data()),
        }
    }

    #[inline]
    fn top(&self) -> PyResult {
        match self
            .len
            .checked_sub(1)
            .and_then(|i| self.items.as_ref().slot(i).get())
        {
            Some(v) => Ok(v),
            None => Err(underflow()),
        }
    }

    /// The values from `from` on.
    fn above<'a>(&self, from: usize) -> &'a [Value] {
        // SAFETY: `push` has filled the slots below `len`, and none changes before the next push.
        unsafe { &self.items.as_ref().values(self.len)[from.min(self.len)..] }
    }

    fn truncate(&mut self, n: usize) {
        self.len = self.len.min(n);
    }
}

/// One unpickling.
pub struct Loader {
    input: Input,
    marks: Vec<usize>,
    /// The memo that the program sees; `loads` has none and uses `table`.
    pub memo: Option<Ref<Dict>>,
    table: Ref<List>,
    others: Ref<Dict>,
    pub persistent_load: Option<Value>,
    pub find_global: Option<Value>,
}

impl Loader {
    pub fn new(input: Input) -> Loader {
        Loader {
            input,
            marks: Vec::new(),
            memo: None,
            table: list::new(),
            others: dict::new(),
            persistent_load: None,
            find_global: None,
        }
    }

    /// Runs the next pickle.
    pub fn load(&mut self) -> PyResult {
        let mut stack = Stack::new()?;
        loop {
            let code = self.input.byte()?;
            if code == op::STOP {
                return stack.pop();
            }
            self.step(code, &mut stack)?;
        }
    }

    /// Runs the next pickle without finding classes or making instances.
    pub fn noload(&mut self) -> PyResult {
        let mut stack = Stack::new()?;
        let none = Value::none();
        loop {
            let code = self.input.byte()?;
            match code {
                op::STOP => return stack.pop(),
                op::OBJ => {
                    let at = self.marker()?;
                    stack.truncate(at + 1);
                }
                op::INST => {
                    let at = self.marker()?;
                    stack.truncate(at);
                    self.input.line(0)?;
                    self.input.line(0)?;
                    stack.push(none)?;
                }
                op::NEWOBJ => {
                    stack.pop()?;
                    stack.pop()?;
                    stack.push(none)?;
                }
                op::GLOBAL => {
                    self.input.line(0)?;
                    self.input.line(0)?;
                    stack.push(none)?;
                }
                op::REDUCE => {
                    let n = stack.len.checked_sub(2).ok_or_else(underflow)?;
                    stack.truncate(n);
                    stack.push(none)?;
                }
                op::BUILD => {
                    let n = stack.len.checked_sub(1).ok_or_else(underflow)?;
                    stack.truncate(n);
                }
                op::EXT1 => self.skip_extension(1, &mut stack)?,
                op::EXT2 => self.skip_extension(2, &mut stack)?,
                op::EXT4 => self.skip_extension(4, &mut stack)?,
                op::APPEND | op::APPENDS | op::SETITEM | op::SETITEMS => {
                    let from = match code {
                        op::APPEND => stack.len.checked_sub(1).ok_or_else(underflow)?,
                        op::SETITEM => stack.len.checked_sub(2).ok_or_else(underflow)?,
                        _ => self.marker()?,
                    };
                    stack.truncate(from);
                }
                _ => self.step(code, &mut stack)?,
            }
        }
    }

    fn skip_extension(&mut self, width: usize, stack: &mut Stack) -> PyResult<()> {
        self.input.read(width)?;
        stack.push(Value::none())
    }

    fn marker(&mut self) -> PyResult<usize> {
        self.marks
            .pop()
            .ok_or_else(|| unpickling_error("could not find MARK"))
    }

    fn step(&mut self, code: u8, stack: &mut Stack) -> PyResult<()> {
        match code {
            op::NONE => stack.push(Value::none()),
            op::NEWTRUE => stack.push(Value::bool(true)),
            op::NEWFALSE => stack.push(Value::bool(false)),
            op::BININT => {
                let n = i32::from_le_bytes(self.input.array()?);
                stack.push(Value::int(i64::from(n)))
            }
            op::BININT1 => {
                let n = self.input.byte()?;
                stack.push(Value::int(i64::from(n)))
            }
            op::BININT2 => {
                let n = u16::from_le_bytes(self.input.array()?);
                stack.push(Value::int(i64::from(n)))
            }
            op::INT => {
                let line = self.input.line(2)?;
                stack.push(int_of_line(line)?)
            }
            op::LONG => {
                let line = self.input.line(2)?;
                stack.push(long_of_line(line)?)
            }
            op::LONG1 => {
                let n = usize::from(self.input.byte()?);
                self.load_long(n, stack)
            }
            op::LONG4 => {
                let n = i32::from_le_bytes(self.input.array()?);
                let Ok(n) = usize::try_from(n) else {
                    return Err(unpickling_error("LONG pickle has negative byte count"));
                };
                self.load_long(n, stack)
            }
            op::FLOAT => {
                let line = self.input.line(2)?;
                stack.push(Value::float(float_of_line(line)?))
            }
            op::BINFLOAT => {
                let x = f64::from_be_bytes(self.input.array()?);
                stack.push(Value::float(x))
            }
            op::STRING => {
                let line = self.input.line(2)?;
                stack.push(str_of_line(line)?)
            }
            op::BINSTRING => {
                let n = i32::from_le_bytes(self.input.array()?);
                let Ok(n) = usize::try_from(n) else {
                    return Err(unpickling_error("BINSTRING pickle has negative byte count"));
                };
                let b = self.input.read(n)?;
                stack.push(bytes::try_new(b)?.into())
            }
            op::SHORT_BINSTRING => {
                let n = usize::from(self.input.byte()?);
                let b = self.input.read(n)?;
                stack.push(bytes::new(b).into())
            }
            op::UNICODE => {
                let line = self.input.line(1)?;
                let text = match line {
                    // At the end of the input an escape that has just begun is none.
                    [text @ .., b'\n'] => text,
                    [text @ .., b'u' | b'U'] if text.ends_with(b"\\") => text,
                    _ => line,
                };
                let u = crate::codec::escape::decode_raw_unicode(bytes::new(text), Errors::Strict)?;
                stack.push(u.into())
            }
            op::BINUNICODE => {
                let n = i32::from_le_bytes(self.input.array()?);
                let Ok(n) = usize::try_from(n) else {
                    return Err(unpickling_error(
                        "BINUNICODE pickle has negative byte count",
                    ));
                };
                let b = self.input.read(n)?;
                let u = if b.is_ascii() {
                    crate::builtins::unicode::storage::from_ascii(b)?
                } else {
                    crate::codec::utf8::decode(bytes::try_new(b)?, Errors::Strict)?
                };
                stack.push(u.into())
            }
            op::EMPTY_TUPLE => stack.push(tuple::empty().into()),
            op::TUPLE1 => make_tuple(stack, 1),
            op::TUPLE2 => make_tuple(stack, 2),
            op::TUPLE3 => make_tuple(stack, 3),
            op::TUPLE => {
                let at = self.marker()?;
                let t = tuple::from_slice(stack.above(at));
                stack.truncate(at);
                stack.push(t.into())
            }
            op::EMPTY_LIST => stack.push(list::new().into()),
            op::LIST => {
                let at = self.marker()?;
                let l = list::from_slice(stack.above(at));
                stack.truncate(at);
                stack.push(l.into())
            }
            op::EMPTY_DICT => stack.push(dict::new().into()),
            op::DICT => {
                let at = self.marker()?;
                let d = dict::new();
                for pair in stack.above(at).chunks_exact(2) {
                    d.set(pair[0], pair[1])?;
                }
                stack.truncate(at);
                stack.push(d.into())
            }
            op::MARK => {
                self.marks.push(stack.len);
                Ok(())
            }
            op::POP => {
                if self.marks.last() == Some(&stack.len) {
                    self.marks.pop();
                } else {
                    let n = stack.len.checked_sub(1).ok_or_else(underflow)?;
                    stack.truncate(n);
                }
                Ok(())
            }
            op::POP_MARK => {
                let at = self.marker()?;
                stack.truncate(at);
                Ok(())
            }
            op::DUP => {
                let v = stack.top()?;
                stack.push(v)
            }
            op::APPEND => {
                let from = stack.len.checked_sub(1).ok_or_else(underflow)?;
                append(stack, from)
            }
            op::APPENDS => {
                let from = self.marker()?;
                append(stack, from)
            }
            op::SETITEM => {
                let from = stack.len.checked_sub(2).ok_or_else(underflow)?;
                set_items(stack, from)
            }
            op::SETITEMS => {
                let from = self.marker()?;
                set_items(stack, from)
            }
            op::BINPUT => {
                let n = usize::from(self.input.byte()?);
                self.put(n, stack)
            }
            op::LONG_BINPUT => {
                let n = u32::from_le_bytes(self.input.array()?);
                self.put(n as usize, stack)
            }
            op::PUT => {
                let key = bytes::new(self.input.line_cut()?);
                let v = stack.top()?;
                self.memo.unwrap_or(self.others).set(key.into(), v)
            }
            op::BINGET => {
                let n = usize::from(self.input.byte()?);
                self.get(n, stack)
            }
            op::LONG_BINGET => {
                let n = u32::from_le_bytes(self.input.array()?);
                self.get(n as usize, stack)
            }
            op::GET => {
                let key: Value = bytes::new(self.input.line_cut()?).into();
                match self.memo.unwrap_or(self.others).get(key)? {
                    Some(v) => stack.push(v),
                    None => Err(bad_get(key)),
                }
            }
            op::GLOBAL => {
                let v = self.global_of_lines()?;
                stack.push(v)
            }
            op::INST => {
                let at = self.marker()?;
                let args = tuple::from_slice(stack.above(at));
                stack.truncate(at);
                let class = self.global_of_lines()?;
                stack.push(instance(class, args)?)
            }
            op::OBJ => {
                let at = self.marker()?;
                let Some((class, args)) = stack.above(at).split_first() else {
                    return Err(underflow());
                };
                let args = tuple::from_slice(args);
                stack.truncate(at);
                stack.push(instance(*class, args)?)
            }
            op::REDUCE => {
                let args = stack.pop()?;
                let callable = stack.pop()?;
                let Some(args) = args.cast::<Tuple>() else {
                    return Err(type_error("argument list must be a tuple"));
                };
                stack.push(instance(callable, args)?)
            }
            op::NEWOBJ => load_new(stack),
            op::BUILD => build(stack),
            op::EXT1 => {
                let n = self.input.byte()?;
                self.extension(i64::from(n), stack)
            }
            op::EXT2 => {
                let n = u16::from_le_bytes(self.input.array()?);
                self.extension(i64::from(n), stack)
            }
            op::EXT4 => {
                let n = i32::from_le_bytes(self.input.array()?);
                self.extension(i64::from(n), stack)
            }
            op::PERSID => {
                if self.persistent_load.is_none() {
                    return Err(no_persistent_load());
                }
                let id = bytes::new(self.input.line_cut()?);
                let v = self.persistent(id.into())?;
                stack.push(v)
            }
            op::BINPERSID => {
                if self.persistent_load.is_none() {
                    return Err(no_persistent_load());
                }
                let id = stack.pop()?;
                let v = self.persistent(id)?;
                stack.push(v)
            }
            op::PROTO => match self.input.byte()? {
                n if i64::from(n) <= super::HIGHEST => Ok(()),
                n => Err(value_error(format!("unsupported pickle protocol: {n}"))),
            },
            0 => Err(end_of_input()),
            c => Err(unpickling_error(
                [&b"invalid load key, '"[..], &[c], b"'."].concat(),
            )),
        }
    }

    fn load_long(&mut self, n: usize, stack: &mut Stack) -> PyResult<()> {
        let b = self.input.read(n)?;
        stack.push(crate::builtins::long::new(
            num_bigint::BigInt::from_signed_bytes_le(b),
        ))
    }

    /// Numbers come in order as a rule, so they are indices of a list.
    fn put(&mut self, n: usize, stack: &Stack) -> PyResult<()> {
        let v = stack.top()?;
        if let Some(m) = self.memo {
            return m.set(Value::int(n as i64), v);
        }
        let t = self.table.as_ref();
        match n.checked_sub(1) {
            Some(i) if i < t.len() => {
                t.set_item(i, v);
                Ok(())
            }
            Some(i) if i == t.len() => t.try_push(v),
            _ => self.others.set(Value::int(n as i64), v),
        }
    }

    fn get(&mut self, n: usize, stack: &mut Stack) -> PyResult<()> {
        let key = Value::int(n as i64);
        let found = match self.memo {
            Some(m) => m.get(key)?,
            None => match n.checked_sub(1).and_then(|i| self.table.as_ref().item(i)) {
                Some(v) => Some(v),
                None => self.others.get(key)?,
            },
        };
        match found {
            Some(v) => stack.push(v),
            None => Err(bad_get(key)),
        }
    }

    fn persistent(&mut self, id: Value) -> PyResult {
        match self.persistent_load {
            None => Err(no_persistent_load()),
            Some(f) => match f.cast::<List>() {
                Some(l) => {
                    l.try_push(id)?;
                    Ok(id)
                }
                None => call_values(f, &[id]),
            },
        }
    }

    fn global_of_lines(&mut self) -> PyResult {
        let module = bytes::intern(self.input.line_cut()?);
        let name = bytes::intern(self.input.line_cut()?);
        self.global(module.into(), name.into())
    }

    fn global(&mut self, module: Value, name: Value) -> PyResult {
        if let Some(f) = self.find_global {
            if f.is_none() {
                return Err(unpickling_error(
                    "Global and instance pickles are not supported.",
                ));
            }
            return call_values(f, &[module, name]);
        }
        let (Some(module), Some(name)) = (module.cast::<Str>(), name.cast::<Str>()) else {
            return Err(type_error("module and name of a global must be strings"));
        };
        let m = super::module_named(module)?;
        attr::get(m, bytes::intern_value(name))
    }

    fn extension(&mut self, code: i64, stack: &mut Stack) -> PyResult<()> {
        if code <= 0 {
            return Err(unpickling_error("EXT specifies code <= 0"));
        }
        let cache = registry::extension_cache()?;
        if let Some(v) = cache.get(Value::int(code))? {
            return stack.push(v);
        }
        let Some(pair) = registry::extension_names(code)? else {
            return Err(value_error(format!("unregistered extension code {code}")));
        };
        let v = match pair.cast::<Tuple>().map(|t| t.as_ref().items()) {
            Some([m, n]) if m.cast::<Str>().is_some() && n.cast::<Str>().is_some() => {
                self.global(*m, *n)?
            }
            _ => {
                return Err(value_error(format!(
                    "_inverted_registry[{code}] isn't a 2-tuple of strings"
                )));
            }
        };
        cache.set(Value::int(code), v)?;
        stack.push(v)
    }
}

#[cold]
fn bad_get(key: Value) -> Raised {
    raise_value(types::BAD_PICKLE_GET.get().into(), Some(key))
}

#[cold]
fn no_persistent_load() -> Raised {
    unpickling_error(
        "A load persistent id instruction was encountered,\nbut no persistent_load function was specified.",
    )
}

/// A line as C's functions see it: up to a zero byte.
fn c_line(line: &[u8]) -> &[u8] {
    memchr::memchr(0, line).map_or(line, |i| &line[..i])
}

fn int_of_line(line: &[u8]) -> PyResult {
    let text = c_line(line);
    let Some(text) = text.strip_suffix(b"\n") else {
        // What does not end where the line does is read as a long.
        return match parse::long(text, 0) {
            Some(n) => Ok(crate::builtins::long::of(n.number())),
            None => Err(value_error("could not convert string to int")),
        };
    };
    // 00 and 01 are bools, and so are 0 and 1 otherwise written with two characters.
    if line.len() == 3
        && text.len() == 2
        && !text.ends_with(b" ")
        && let Some(i @ (0 | 1)) = parse::long(text, 0).and_then(|n| n.number().to_i64())
    {
        return Ok(Value::bool(i == 1));
    }
    if text.first().is_some_and(|c| !c.is_ascii_whitespace())
        && let Some(i) = std::str::from_utf8(text).ok().and_then(|t| t.parse().ok())
        && (text == b"0" || !text.starts_with(b"0"))
    {
        return Ok(Value::int(i));
    }
    match parse::long(text, 0) {
        // What ends with blanks, or is too large, was read as a long.
        Some(n) if text.ends_with(b" ") => Ok(crate::builtins::long::of(n.number())),
        Some(n) => Ok(match n.number().to_i64() {
            Some(i) => Value::int(i),
            None => crate::builtins::long::of(n.number()),
        }),
        None => Err(value_error("could not convert string to int")),
    }
}

fn long_of_line(line: &[u8]) -> PyResult {
    let line = c_line(line);
    let text = line.strip_suffix(b"\n").unwrap_or(line);
    match parse::long(text, 0) {
        Some(n) => Ok(crate::builtins::long::of(n.number())),
        None => Err(value_error(format!(
            "invalid literal for long() with base 10: {}",
            parse::quoted(line)
        ))),
    }
}

fn float_of_line(line: &[u8]) -> PyResult<f64> {
    let line = c_line(line);
    let text = line.strip_suffix(b"\n").unwrap_or(line);
    let (x, used) = parse::float_prefix(text);
    if used == text.len() && used > 0 {
        if text.len() == line.len() {
            return Err(value_error("could not convert string to float"));
        }
        if x.is_infinite() && text.iter().any(u8::is_ascii_digit) {
            return Err(overflow_error(
                [b"value too large to convert to float: ", line].concat(),
            ));
        }
        return Ok(x);
    }
    Err(match (used, parse::special_float(text)) {
        (_, Some(x)) => return Ok(x),
        (0, None) => value_error([b"could not convert string to float: ", line].concat()),
        _ => value_error("could not convert string to float"),
    })
}

/// A `str` between quotes. Behind them there may be bytes that are no more than a blank where chars have signs.
fn str_of_line(line: &[u8]) -> PyResult {
    let end = line
        .iter()
        .rposition(|c| matches!(c, b'!'..=0x7f))
        .map_or(0, |i| i + 1);
    let text = &line[..end];
    match text {
        [b'\'', inner @ .., b'\''] | [b'"', inner @ .., b'"'] => {
            if memchr::memchr(b'\\', inner).is_none() {
                return Ok(bytes::new(inner).into());
            }
            Ok(crate::codec::escape::decode_string(bytes::new(inner), None)?.into())
        }
        _ => Err(value_error("insecure string pickle")),
    }
}

fn make_tuple(stack: &mut Stack, n: usize) -> PyResult<()> {
    let at = stack.len.checked_sub(n).ok_or_else(underflow)?;
    let t = tuple::from_slice(stack.above(at));
    stack.truncate(at);
    stack.push(t.into())
}

/// Appends the values from `from` on to the object below them.
fn append(stack: &mut Stack, from: usize) -> PyResult<()> {
    let below = from
        .checked_sub(1)
        .filter(|_| from <= stack.len)
        .ok_or_else(underflow)?;
    let Some((target, values)) = stack.above(below).split_first() else {
        return Err(underflow());
    };
    match target.cast::<List>() {
        Some(l) => l.extend_from_slice(values)?,
        None if values.is_empty() => {}
        None => {
            let f = attr::get(*target, bytes::intern_static("append"))?;
            for v in values {
                call_values(f, &[*v])?;
            }
        }
    }
    stack.truncate(from);
    Ok(())
}

/// Sets the pairs from `from` on in the object below them.
fn set_items(stack: &mut Stack, from: usize) -> PyResult<()> {
    let below = from
        .checked_sub(1)
        .filter(|_| from <= stack.len)
        .ok_or_else(underflow)?;
    let Some((target, values)) = stack.above(below).split_first() else {
        return Err(underflow());
    };
    if values.len() % 2 != 0 {
        return Err(unpickling_error("odd number of items for SETITEMS"));
    }
    match target.exact::<Dict>() {
        Some(d) => {
            for p in values.chunks_exact(2) {
                d.set(p[0], p[1])?;
            }
        }
        None => {
            for p in values.chunks_exact(2) {
                protocol::set_item(*target, p[0], Some(p[1]))?;
            }
        }
    }
    stack.truncate(from);
    Ok(())
}

/// What calling a class makes; an old-style class without arguments is not initialised.
fn instance(class: Value, args: Ref<Tuple>) -> PyResult {
    if let Some(c) = class.cast::<ClassObject>()
        && args.as_ref().is_empty()
        && classobj::lookup(c, bytes::intern_static("__getinitargs__")).is_none()
    {
        return Ok(classobj::allocate(c));
    }
    call_values(class, args.as_ref().items())
}

fn load_new(stack: &mut Stack) -> PyResult<()> {
    let args = stack.pop()?;
    let Some(args) = args.cast::<Tuple>() else {
        return Err(unpickling_error("NEWOBJ expected an arg tuple."));
    };
    let class = stack.pop()?;
    let Some(ty) = type_::as_type(class) else {
        return Err(unpickling_error(
            "NEWOBJ class argument isn't a type object",
        ));
    };
    let Some(new) = ty.slots.new.get() else {
        return Err(unpickling_error("NEWOBJ class argument has NULL tp_new"));
    };
    let v = new(ty, crate::call::Args::positional(args.as_ref().items()))?;
    stack.push(v)
}

/// Gives the object below the state on top.
fn build(stack: &mut Stack) -> PyResult<()> {
    let n = stack.len.checked_sub(2).ok_or_else(underflow)?;
    let &[object, state] = stack.above(n) else {
        return Err(underflow());
    };
    stack.truncate(n + 1);
    if let Some(f) = find(object, bytes::intern_static("__setstate__"))? {
        call_values(f, &[state])?;
        return Ok(());
    }
    let (state, slots) = match state.cast::<Tuple>().map(|t| t.as_ref().items()) {
        Some(&[d, s]) => (d, Some(s)),
        _ => (state, None),
    };
    if !state.is_none() {
        let Some(d) = state.cast::<Dict>() else {
            return Err(unpickling_error("state is not a dictionary"));
        };
        set_state(object, d)?;
    }
    if let Some(slots) = slots {
        let Some(d) = slots.cast::<Dict>() else {
            return Err(unpickling_error("slot state is not a dictionary"));
        };
        let mut at = 0;
        while let Some((k, v)) = d.next_entry(&mut at) {
            attr::set(object, bytes::attribute_name(k)?, Some(v))?;
        }
    }
    Ok(())
}

/// The items of `state` become attributes, past whatever `__setattr__` there is.
fn set_state(object: Value, state: Ref<Dict>) -> PyResult<()> {
    let plain = attr::is_generic_get(object.ty().slots.getattr.get())
        && attributes::has_dict(object)
        && object
            .ty()
            .lookup(names::dict())
            .is_some_and(|d| d.exact::<Getset>().is_some());
    let mut at = 0;
    if plain {
        while let Some((k, v)) = state.next_entry(&mut at) {
            match k.exact::<Str>() {
                Some(s) => {
                    attributes::set(object, bytes::intern_value(s), v)?;
                }
                None => {
                    if let Some(d) = attributes::dict(object).and_then(|d| d.cast::<Dict>()) {
                        d.set(k, v)?;
                    }
                }
            }
        }
        return Ok(());
    }
    let own = attr::get(object, names::dict())?;
    while let Some((k, v)) = state.next_entry(&mut at) {
        let k = match k.exact::<Str>() {
            Some(s) => bytes::intern_value(s).into(),
            None => k,
        };
        protocol::set_item(own, k, Some(v))?;
    }
    Ok(())
}
