//! Calls of C functions whose arguments and result are simple: converted and called at once.
//!
//! lib/_ctypes/functions.py says which functions those are, by giving them a plan; an argument that is not
//! as simple as the plan makes the call go the way of all others, the method `_call_`. Nothing has happened by then.

use super::data::{self, make};
use super::form::{self, ARRAY, FUNCTION, POINTER};
use super::{ERRNO, invoke, word};
use crate::attr::{self, type_name};
use crate::builtins::str as bytes;
use crate::builtins::tuple;
use crate::builtins::type_::as_type;
use crate::call::{self, Args};
use crate::error::{PyResult, type_error};
use crate::gil::without_gil;
use crate::layouts::{ForeignArgument, ForeignData, ForeignForm, ForeignPlan, Str, Tuple};
use crate::names;
use crate::number::view::Num;
use crate::object::Ref;
use crate::value::Value;

// ---- converted arguments --------------------------------------------------------

/// `byref(obj, offset)`
pub fn byref(obj: Value, offset: Option<Value>) -> PyResult<Ref<ForeignArgument>> {
    let Some(d) = obj.cast::<ForeignData>() else {
        return Err(raise_fmt!(
            type_error,
            "byref() argument must be a ctypes instance, not '{}'",
            type_name(obj)
        ));
    };
    let offset = match offset {
        None => 0,
        Some(n) => super::bits(crate::number::index(n)?)?,
    };
    let at = d.address.get().wrapping_add(offset);
    Ok(ForeignArgument::alloc(i64::from(b'P'), at, Some(obj)))
}

/// `argument(tag, word, object)`
pub fn argument(tag: Ref<Str>, word: Value, object: Value) -> PyResult<Ref<ForeignArgument>> {
    let tag = tag.as_ref().bytes().first().copied().unwrap_or(b'P');
    let word = super::bits(word)?;
    Ok(ForeignArgument::alloc(i64::from(tag), word, Some(object)))
}

fn this(v: Value) -> PyResult<Ref<ForeignArgument>> {
    v.cast::<ForeignArgument>()
        .ok_or_else(|| type_error("a converted argument is required"))
}

pub fn argument_tag(v: Value) -> PyResult {
    Ok(bytes::singleton(this(v)?.tag.get() as u8).into())
}

pub fn argument_word(v: Value) -> PyResult {
    Ok(word(this(v)?.word.get()))
}

pub fn argument_repr(v: Value) -> PyResult {
    let a = this(v)?;
    let (tag, word) = (a.tag.get() as u8, a.word.get());
    let shown = match tag {
        b'b' | b'B' => (word as i8).to_string(),
        b'h' | b'H' => (word as i16).to_string(),
        b'i' | b'I' => (word as i32).to_string(),
        b'l' | b'L' | b'q' | b'Q' => (word as i64).to_string(),
        b'f' => format!("{:.6}", f32::from_bits(word as u32)),
        b'd' => format!("{:.6}", f64::from_bits(word)),
        b'c' => String::from_utf8_lossy(&[word as u8]).into_owned(),
        b'z' | b'Z' | b'P' if word == 0 => "(nil)".to_owned(),
        b'z' | b'Z' | b'P' => format!("{word:#x}"),
        _ => {
            let text = format!("<cparam '{}' at {:#x}>", tag as char, v.bits());
            return Ok(bytes::from_text(&text).into());
        }
    };
    let text = format!("<cparam '{}' ({shown})>", tag as char);
    Ok(bytes::from_text(&text).into())
}

// ---- plans ------------------------------------------------------------------------

/// `plan(function, arguments, result, release, errno)`
pub fn plan(
    function: Ref<ForeignData>,
    arguments: Value,
    result: Value,
    release: bool,
    errno: bool,
) -> PyResult<()> {
    let forms = match arguments.exact::<Tuple>() {
        None => None,
        Some(types) => {
            let types = types.as_ref().items();
            let forms = tuple::from_iter_sized(
                types.len(),
                types.iter().map(|t| {
                    as_type(*t)
                        .and_then(form::of)
                        .map_or(Value::none(), Into::into)
                }),
            );
            Some(forms)
        }
    };
    let form = match result.is_none() {
        true => None,
        false => Some(form::class(result)?.1),
    };
    let class = (!result.is_none()).then_some(result);
    let plan = ForeignPlan::alloc(forms, form, class, release, errno);
    function.plan.set(Some(plan));
    Ok(())
}

/// `unplan(function)`
pub fn unplan(function: Ref<ForeignData>) -> PyResult<()> {
    function.plan.set(None);
    Ok(())
}

/// Words that fit on the stack of a call that is made at once.
const STACK: usize = 16;

/// Arguments, as the calling convention distributes them.
struct Words {
    ints: [u64; 6],
    floats: [u64; 8],
    stack: [u64; STACK],
    used: [usize; 3],
    /// Strings that were copied for their zero.
    kept: [Option<Ref<Str>>; STACK],
    copies: usize,
}

impl Words {
    fn push(&mut self, word: u64) -> Option<()> {
        *self.stack.get_mut(self.used[2])? = word;
        self.used[2] += 1;
        Some(())
    }

    #[inline]
    fn int(&mut self, word: u64) -> Option<()> {
        match self.ints.get_mut(self.used[0]) {
            Some(to) => {
                *to = word;
                self.used[0] += 1;
                Some(())
            }
            None => self.push(word),
        }
    }

    #[inline]
    fn float(&mut self, word: u64) -> Option<()> {
        match self.floats.get_mut(self.used[1]) {
            Some(to) => {
                *to = word;
                self.used[1] += 1;
                Some(())
            }
            None => self.push(word),
        }
    }

    #[inline]
    fn text(&mut self, s: Ref<Str>) -> Option<()> {
        let own = bytes::storage::with_zero(s);
        if own != s {
            *self.kept.get_mut(self.copies)? = Some(own);
            self.copies += 1;
        }
        self.int(own.as_ref().bytes().as_ptr() as u64)
    }

    /// Data of a simple type.
    #[inline]
    fn simple(&mut self, form: Ref<ForeignForm>, d: Ref<ForeignData>) -> Option<()> {
        if form.swapped.get()
            || matches!(form.letter(), b'g' | b'O')
            || form::is_null(d.address.get())
        {
            return None;
        }
        let word = form.widened(form.word_at(d.address.get()));
        match form.letter() {
            b'f' | b'd' => self.float(word),
            _ => self.int(word),
        }
    }

    #[inline]
    fn converted(&mut self, a: Ref<ForeignArgument>) -> Option<()> {
        match a.tag.get() as u8 {
            b'f' | b'd' => self.float(a.word.get()),
            b'V' | b'g' => None,
            _ => self.int(a.word.get()),
        }
    }

    /// An argument of which nothing is declared.
    #[inline]
    fn any(&mut self, v: Value) -> Option<()> {
        if let Some(i) = v.as_small_int() {
            return self.int(i as i32 as u64);
        }
        if v.is_none() {
            return self.int(0);
        }
        if let Some(s) = v.exact::<Str>() {
            return self.text(s);
        }
        if let Some(a) = v.exact::<ForeignArgument>() {
            return self.converted(a);
        }
        self.data(v.cast::<ForeignData>()?)
    }

    #[inline]
    fn data(&mut self, d: Ref<ForeignData>) -> Option<()> {
        let form = d.form.get();
        match form.letter() {
            ARRAY => self.int(d.address.get()),
            POINTER | FUNCTION => self.int(d.target()),
            b'{' | 0 => None,
            _ => self.simple(form, d),
        }
    }

    /// An argument of a declared type.
    #[inline]
    fn declared(&mut self, form: Ref<ForeignForm>, v: Value) -> Option<()> {
        let letter = form.letter();
        if form.is_simple() {
            match letter {
                b'f' | b'd' => {
                    if let Some(word) = form.word_of(v) {
                        return self.float(word);
                    }
                }
                b'z' | b'P' => {
                    if let Some(s) = v.exact::<Str>() {
                        return self.text(s);
                    }
                    if v.is_none() || letter == b'P' && Num::of(v).is_some() {
                        return self.int(form.word_of(v)?);
                    }
                }
                _ => {
                    if let Some(word) = form.word_of(v) {
                        return self.int(form.widened(word));
                    }
                }
            }
        }
        if v.is_none() && letter == POINTER {
            return self.int(0);
        }
        if let Some(a) = v.exact::<ForeignArgument>() {
            let of = a.object.get()?.cast::<ForeignData>()?.form.get();
            let fits = a.tag.get() as u8 == b'P'
                && (letter == b'P' || letter == POINTER && form.inner.get() == Some(of));
            return fits.then(|| self.converted(a))?;
        }
        let d = v.cast::<ForeignData>()?;
        let own = d.form.get();
        if own == form {
            return self.data(d);
        }
        match (letter, own.letter()) {
            // The address of an instance of what is pointed to.
            (POINTER, _) if form.inner.get() == Some(own) => self.int(d.address.get()),
            (POINTER, ARRAY) if own.inner.get() == form.inner.get() => self.int(d.address.get()),
            (b'P', ARRAY | POINTER | FUNCTION | b'z') => self.data(d),
            (b'z', ARRAY | POINTER) if own.inner.get().is_some_and(|i| i.letter() == b'c') => {
                self.data(d)
            }
            _ => None,
        }
    }
}

/// Calls a function by its plan; `None` if that does not do.
fn planned(
    d: Ref<ForeignData>,
    plan: Ref<ForeignPlan>,
    values: &[Value],
) -> PyResult<Option<Value>> {
    let function = d.target();
    let forms = plan.arguments.get();
    let forms = forms.as_ref().map_or(&[][..], |f| f.as_ref().items());
    if form::is_null(function) || values.len() < forms.len() {
        return Ok(None);
    }
    let mut w = Words {
        ints: [0; 6],
        floats: [0; 8],
        stack: [0; STACK],
        used: [0; 3],
        kept: [None; STACK],
        copies: 0,
    };
    for (i, v) in values.iter().enumerate() {
        let form = forms.get(i).map(|f| f.exact::<ForeignForm>());
        let done = match form {
            None => w.any(*v),
            Some(Some(form)) => w.declared(form, *v),
            Some(None) => None,
        };
        if done.is_none() {
            return Ok(None);
        }
    }
    let errno = plan.errno.get();
    let stack = &w.stack[..w.used[2]];
    let run = || {
        // SAFETY: errno is this thread's own.
        let place = unsafe { &mut *libc::__errno_location() };
        if errno {
            *place = ERRNO.get();
        }
        // SAFETY: a C function that takes such arguments, as the program says.
        let answer = unsafe {
            invoke::call_registers(function as *const u8, &w.ints, &w.floats, stack, false)
        };
        if errno {
            ERRNO.set(*place);
        }
        answer
    };
    let answer = match plan.release.get() {
        true => without_gil(run),
        false => super::own(run)?,
    };
    let result = match (plan.result.get(), plan.class.get()) {
        (Some(form), Some(class)) => {
            let word = match form.letter() {
                b'f' | b'd' => answer[2],
                _ => answer[0],
            };
            let found = if form.plain.get() {
                form.value_of(word)
            } else {
                None
            };
            match (found, as_type(class)) {
                (Some(found), _) => found,
                (None, Some(ty)) => {
                    let made = make(ty, form)?;
                    form.put_word(made.address.get(), word);
                    made.into()
                }
                (None, None) => Value::none(),
            }
        }
        _ => Value::none(),
    };
    // What was passed lives until the result has been looked at.
    std::hint::black_box((&w.kept, values));
    Ok(Some(result))
}

/// `function(*args)`
pub fn call(f: Value, args: Args<'_>) -> PyResult {
    let d = data::this(f)?;
    if let Some(plan) = d.plan.get()
        && args.kwnames.is_none()
        && let Some(result) = planned(d, plan, args.values)?
    {
        return Ok(result);
    }
    call::call(attr::get(f, names::call_())?, args)
}
