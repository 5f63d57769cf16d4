//! The module `cStringIO` (rows: spec/modules/cStringIO.toml, spec/types/stringio.toml).

use crate::attr::type_name;
use crate::builtins::{bytearray, list, module, receiver, str as bytes, unicode};
use crate::convert;
use crate::error::{PyResult, Raised, no_memory, value_error};
use crate::layouts::{Module, Str, StringInput, StringOutput};
use crate::modules::builtin::io_failure;
use crate::object::Ref;
use crate::value::Value;
use crate::{protocol, types, window};

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        let d = module::dict(m);
        let names = [
            ("InputType", &types::STRING_INPUT),
            ("OutputType", &types::STRING_OUTPUT),
        ];
        for (name, ty) in names {
            d.set_str(bytes::intern(name.as_bytes()), ty.get().into());
        }
    }
    Ok(())
}

/// `cStringIO.StringIO`
pub fn string_io(string: Option<Value>) -> PyResult {
    let Some(v) = string else {
        let text = bytearray::new(&[])?;
        return Ok(StringOutput::alloc(Some(text), 0, 0).into());
    };
    let text = match v.exact::<Str>() {
        Some(s) => s,
        None => bytes::try_new(window::argument(v, "StringIO", 1)?.bytes())?,
    };
    let len = text.as_ref().bytes().len() as i64;
    Ok(StringInput::alloc(Some(text), 0, len).into())
}

#[cold]
fn closed() -> Raised {
    value_error("I/O operation on closed file")
}

/// What both kinds have in common.
trait Source: Copy {
    /// The text as far as it goes; an error when closed.
    fn text<'a>(self) -> PyResult<&'a [u8]>;
    fn at(self) -> i64;
    fn set_at(self, at: i64);

    /// Takes the next `n` bytes, or all when negative.
    fn take(self, n: i64) -> PyResult {
        let text = self.text()?;
        let at = (self.at() as usize).min(text.len());
        let left = text.len() - at;
        let n = usize::try_from(n).map_or(left, |n| n.min(left));
        self.set_at(self.at() + n as i64);
        Ok(bytes::try_new(&text[at..at + n])?.into())
    }

    /// Length of the next line with its end, at most `n` bytes when that is not negative.
    fn line(self, n: i64) -> PyResult<i64> {
        let text = self.text()?;
        let rest = text.get(self.at() as usize..).unwrap_or(&[]);
        let len = memchr::memchr(b'\n', rest).map_or(rest.len(), |i| i + 1) as i64;
        Ok(if n >= 0 { len.min(n) } else { len })
    }

    fn readline(self, n: i64) -> PyResult {
        let n = self.line(n)?;
        self.take(n)
    }

    fn readlines(self, hint: i64) -> PyResult {
        let lines = list::new();
        let mut total = 0;
        loop {
            let n = self.line(-1)?;
            if n == 0 {
                break;
            }
            lines.try_push(self.take(n)?)?;
            total += n;
            if hint > 0 && total >= hint {
                break;
            }
        }
        Ok(lines.into())
    }

    fn next(self) -> PyResult<Option<Value>> {
        match self.line(-1)? {
            0 => Ok(None),
            n => self.take(n).map(Some),
        }
    }

    fn value(self, use_pos: Option<Value>) -> PyResult {
        let text = self.text()?;
        let n = match use_pos {
            Some(v) if protocol::truth(v)? => (self.at() as usize).min(text.len()),
            _ => return Ok(bytes::try_new(self.text()?)?.into()),
        };
        Ok(bytes::try_new(&self.text()?[..n])?.into())
    }

    fn seek(self, position: i64, mode: i32) -> PyResult<()> {
        let text = self.text()?;
        let from = match mode {
            1 => self.at(),
            2 => text.len() as i64,
            _ => 0,
        };
        self.set_at(from.saturating_add(position).max(0));
        Ok(())
    }

    /// Where `truncate` cuts.
    fn cut(self, size: Option<Value>) -> PyResult<usize> {
        let size = match size {
            Some(v) => convert::index(v)?,
            None => self.at(),
        };
        self.text()?;
        usize::try_from(size).map_err(|_| io_failure(&std::io::Error::from_raw_os_error(22), None))
    }
}

impl Source for Ref<StringInput> {
    fn text<'a>(self) -> PyResult<&'a [u8]> {
        match self.text.get() {
            Some(s) => Ok(&s.as_ref().bytes()[..self.len.get() as usize]),
            None => Err(closed()),
        }
    }
    fn at(self) -> i64 {
        self.at.get()
    }
    fn set_at(self, at: i64) {
        self.at.set(at);
    }
}

impl Source for Ref<StringOutput> {
    fn text<'a>(self) -> PyResult<&'a [u8]> {
        match self.text.get() {
            Some(b) => Ok(b.as_ref().bytes()),
            None => Err(closed()),
        }
    }
    fn at(self) -> i64 {
        self.at.get()
    }
    fn set_at(self, at: i64) {
        self.at.set(at);
    }
}

macro_rules! methods {
    ($layout:ident: $flush:ident $getvalue:ident $isatty:ident $read:ident $readline:ident $readlines:ident
     $reset:ident $seek:ident $tell:ident $close:ident $closed:ident $next:ident) => {
        pub fn $flush(self_: Ref<$layout>) -> PyResult<()> {
            self_.text().map(|_| ())
        }
        pub fn $getvalue(self_: Ref<$layout>, use_pos: Option<Value>) -> PyResult {
            Source::value(self_, use_pos)
        }
        pub fn $isatty(self_: Ref<$layout>) -> PyResult<bool> {
            self_.text().map(|_| false)
        }
        pub fn $read(self_: Ref<$layout>, n: i64) -> PyResult {
            self_.take(n)
        }
        pub fn $readline(self_: Ref<$layout>, n: i64) -> PyResult {
            self_.readline(n)
        }
        pub fn $readlines(self_: Ref<$layout>, hint: i64) -> PyResult {
            self_.readlines(hint)
        }
        pub fn $reset(self_: Ref<$layout>) -> PyResult<()> {
            self_.text()?;
            self_.at.set(0);
            Ok(())
        }
        pub fn $seek(self_: Ref<$layout>, position: i64, mode: i32) -> PyResult<()> {
            Source::seek(self_, position, mode)
        }
        pub fn $tell(self_: Ref<$layout>) -> PyResult<i64> {
            self_.text()?;
            Ok(self_.at.get())
        }
        pub fn $close(self_: Ref<$layout>) -> PyResult<()> {
            self_.text.set(None);
            Ok(())
        }
        pub fn $closed(v: Value) -> PyResult {
            match v.cast::<$layout>() {
                Some(s) => Ok(Value::bool(s.text.get().is_none())),
                None => Err(receiver::wrong("cStringIO", v)),
            }
        }
        pub fn $next(v: Value) -> PyResult<Option<Value>> {
            match v.cast::<$layout>() {
                Some(s) => Source::next(s),
                None => Err(receiver::wrong("cStringIO", v)),
            }
        }
    };
}
methods! { StringInput: input_flush input_getvalue input_isatty input_read input_readline input_readlines
input_reset input_seek input_tell input_close input_closed input_next }
methods! { StringOutput: output_flush output_getvalue output_isatty output_read output_readline output_readlines
output_reset output_seek output_tell output_close output_closed output_next }

pub fn input_truncate(self_: Ref<StringInput>, size: Option<Value>) -> PyResult<()> {
    let n = self_.cut(size)? as i64;
    self_.len.set(self_.len.get().min(n));
    self_.at.set(self_.len.get());
    Ok(())
}

pub fn output_truncate(self_: Ref<StringOutput>, size: Option<Value>) -> PyResult<()> {
    let n = self_.cut(size)?;
    if let Some(b) = self_.text.get() {
        if n < b.len() {
            b.resize(n)?;
        }
        self_.at.set(b.as_ref().bytes().len() as i64);
    }
    Ok(())
}

fn put(o: Ref<StringOutput>, data: &[u8]) -> PyResult<()> {
    let Some(text) = o.text.get() else {
        return Err(closed());
    };
    let at = o.at.get() as usize;
    let len = text.as_ref().bytes().len();
    if at > len {
        if at > isize::MAX as usize / 2 {
            return Err(no_memory());
        }
        // The gap is zeros.
        let mut gap = Vec::new();
        if gap.try_reserve_exact(at - len).is_err() {
            return Err(no_memory());
        }
        gap.resize(at - len, 0);
        text.extend(&gap)?;
    }
    let len = text.as_ref().bytes().len();
    let over = data.len().min(len - at);
    if over > 0 {
        text.write(at, &data[..over]);
    }
    if over < data.len() {
        text.extend(&data[over..])?;
    }
    o.at.set((at + data.len()) as i64);
    Ok(())
}

pub fn output_write(self_: Ref<StringOutput>, text: Value) -> PyResult<()> {
    if let Some(s) = text.cast::<Str>() {
        return put(self_, s.as_ref().bytes());
    }
    put(self_, window::argument(text, "write", 1)?.bytes())
}

pub fn output_writelines(self_: Ref<StringOutput>, lines: Value) -> PyResult<()> {
    let it = protocol::iter(lines)?;
    while let Some(v) = protocol::next(it)? {
        let s = match v.cast::<Str>() {
            Some(s) => s,
            None => unicode::encode_default(v)?.ok_or_else(|| {
                raise_fmt!(
                    type_error,
                    "expected string or Unicode object, {} found",
                    type_name(v)
                )
            })?,
        };
        put(self_, s.as_ref().bytes())?;
    }
    Ok(())
}

pub fn get_softspace(v: Value) -> PyResult {
    match v.cast::<StringOutput>() {
        Some(s) => Ok(Value::int(s.softspace.get())),
        None => Err(receiver::wrong("cStringIO.StringO", v)),
    }
}

pub fn set_softspace(v: Value, x: Option<Value>) -> PyResult<()> {
    let (Some(s), Some(x)) = (v.cast::<StringOutput>(), x) else {
        return Err(crate::error::type_error(
            "can't delete numeric/char attribute",
        ));
    };
    s.softspace.set(crate::number::int_from_value(x)?);
    Ok(())
}
