//! Which value of a call goes to which parameter.
//!
//! The rules are here once: for calls that are made, and for those that the optimiser compiles.

use crate::builtins::str::storage;
use crate::call::{Args, code_flags};
use crate::error::{PyResult, Raised};
use crate::frame::Frame;
use crate::layouts::{Code, Dict, Function, Str};
use crate::object::Ref;
use crate::value::Value;

/// What a function takes.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Parameters that have names of their own.
    pub count: usize,
    /// How many of the last of those have defaults.
    pub defaults: usize,
    /// Is there a `*args`?
    pub star: bool,
    /// Is there a `**kwargs`?
    pub kwargs: bool,
}

/// Where a parameter's value comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// A positional argument, by number.
    Positional(usize),
    /// A keyword's value, by number.
    Keyword(usize),
    /// A default, by number.
    Default(usize),
}

/// The parameters of one call, and what is said of calls that do not fit.
pub trait Parameters {
    type Error;

    /// Has the parameter a value yet?
    fn is_given(&self, parameter: usize) -> bool;
    fn give(&mut self, parameter: usize, from: Source);
    /// `*args` gets the positional arguments from that one on.
    fn give_rest(&mut self, from: usize);
    /// `**kwargs`, if there is one, gets the keyword, which names no parameter.
    fn give_more(&mut self, keyword: usize) -> Result<(), Self::Error>;
    /// The parameter that a keyword names.
    fn named(&self, keyword: usize) -> Result<Option<usize>, Self::Error>;
    fn given_twice(&self, keyword: usize) -> Self::Error;
    fn wrong_count(&self) -> Self::Error;
}

/// Gives the parameters their values as the language reference, 5.3.4 "Calls", says.
///
/// # Errors
/// Those of `p`, for a call with too many arguments, too few, an unknown keyword, or two values for a parameter.
#[inline]
pub fn place<P: Parameters>(
    p: &mut P,
    form: Form,
    positional: usize,
    keywords: usize,
) -> Result<(), P::Error> {
    let n = form.count;
    let takes_nothing = n == 0 && !form.star && !form.kwargs;
    if positional > n && !form.star || takes_nothing && keywords > 0 {
        return Err(p.wrong_count());
    }
    for i in 0..positional.min(n) {
        p.give(i, Source::Positional(i));
    }
    if form.star {
        p.give_rest(n.min(positional));
    }
    for k in 0..keywords {
        match p.named(k)? {
            Some(i) if p.is_given(i) => return Err(p.given_twice(k)),
            Some(i) => p.give(i, Source::Keyword(k)),
            None => p.give_more(k)?,
        }
    }
    if positional < n {
        let first_default = n.saturating_sub(form.defaults);
        if (positional..first_default).any(|i| !p.is_given(i)) {
            return Err(p.wrong_count());
        }
        for i in first_default.max(positional)..n {
            if !p.is_given(i) {
                p.give(i, Source::Default(i + form.defaults - n));
            }
        }
    }
    Ok(())
}

/// The parameters of a call that is made: registers of its frame.
struct Registers<'f> {
    function: Ref<Function>,
    code: Ref<Code>,
    args: Args<'f>,
    frame: &'f Frame,
    count: usize,
    kwargs: Option<Ref<Dict>>,
}

impl Registers<'_> {
    fn keyword(&self, k: usize) -> (Value, Value) {
        let names = self.args.kwnames.map_or(&[][..], |t| t.as_ref().items());
        (names[k], self.args.values[self.args.pos().len() + k])
    }

    /// The keyword as text.
    fn key(&self, k: usize) -> PyResult<Ref<Str>> {
        let (name, _) = self.keyword(k);
        match name.cast::<Str>() {
            Some(key) => Ok(key),
            None => keyword_text(self.code, name),
        }
    }

    #[cold]
    fn complain(&self, k: usize, of: &str) -> Raised {
        match self.key(k) {
            Ok(key) => raise_fmt!(
                type_error,
                "{}() got {of} keyword argument '{}'",
                own_name(self.code),
                crate::attr::shown(key)
            ),
            Err(e) => e,
        }
    }
}

impl Parameters for Registers<'_> {
    type Error = Raised;

    fn is_given(&self, parameter: usize) -> bool {
        self.frame.reg(parameter as u32).is_some()
    }

    fn give(&mut self, parameter: usize, from: Source) {
        let v = match from {
            Source::Positional(i) => self.args.values[i],
            Source::Keyword(k) => self.keyword(k).1,
            Source::Default(d) => {
                let defaults = self.function.defaults.get();
                match defaults
                    .as_ref()
                    .and_then(|all| all.as_ref().items().get(d))
                {
                    Some(v) => *v,
                    None => return,
                }
            }
        };
        self.frame.set_reg(parameter as u32, Some(v));
    }

    fn give_rest(&mut self, from: usize) {
        let rest = crate::builtins::tuple::from_slice(&self.args.pos()[from..]);
        self.frame.set_reg(self.count as u32, Some(rest.into()));
    }

    fn give_more(&mut self, k: usize) -> PyResult<()> {
        let (name, value) = self.keyword(k);
        match self.kwargs {
            Some(d) => d.set(name, value),
            None => Err(self.complain(k, "an unexpected")),
        }
    }

    fn named(&self, k: usize) -> PyResult<Option<usize>> {
        Ok(parameter_index(self.code, self.key(k)?, self.count))
    }

    fn given_twice(&self, k: usize) -> Raised {
        self.complain(k, "multiple values for")
    }

    fn wrong_count(&self) -> Raised {
        wrong_count(self.function, self.code, self.args)
    }
}

/// Fills the argument registers of a frame for a call.
///
/// # Errors
/// TypeError when the arguments do not fit.
pub(super) fn bind_arguments(
    f: Ref<Function>,
    code: Ref<Code>,
    args: Args<'_>,
    frame: &Frame,
) -> PyResult<()> {
    let has = |flag| code.flags.get() & flag != 0;
    let form = Form {
        count: code.argcount.get() as usize,
        defaults: f.defaults.get().map_or(0, |d| d.as_ref().items().len()),
        star: has(code_flags::VARARGS),
        kwargs: has(code_flags::VARKEYWORDS),
    };
    let kwargs = form.kwargs.then(|| {
        let d = crate::builtins::dict::new();
        frame.set_reg((form.count + usize::from(form.star)) as u32, Some(d.into()));
        d
    });
    let mut registers = Registers {
        function: f,
        code,
        args,
        frame,
        count: form.count,
        kwargs,
    };
    place(&mut registers, form, args.pos().len(), args.nkw())
}

/// What messages about arguments call a function: whatever its name is now, that of its code.
#[cold]
fn own_name(code: Ref<Code>) -> String {
    let name = code.name.get();
    name.as_ref().to_text()
}

/// A keyword that is no `str`: unicode will do. What is not ASCII names no parameter.
#[cold]
fn keyword_text(code: Ref<Code>, name: Value) -> PyResult<Ref<Str>> {
    if name.cast::<crate::layouts::Unicode>().is_none() {
        return Err(raise_fmt!(
            type_error,
            "{}() keywords must be strings",
            own_name(code)
        ));
    }
    // What is not ASCII is shown as CPython shows it.
    let text: Vec<u8> = crate::builtins::unicode::code_points(name)
        .map(|c| if c < 128 { c as u8 } else { b'?' })
        .collect();
    Ok(crate::builtins::str::new(&text))
}

fn parameter_index(code: Ref<Code>, key: Ref<Str>, n: usize) -> Option<usize> {
    let names = code.varnames();
    let names = &names.as_ref().items()[..n];
    let same = names.iter().position(|v| *v == key.value());
    // Of equal strings one is interned, and names of parameters are.
    if same.is_some() || storage::has_mark(key, storage::INTERNED) {
        return same;
    }
    names.iter().position(|v| {
        v.cast::<Str>()
            .is_some_and(|s| s.as_ref().bytes() == key.as_ref().bytes())
    })
}

#[cold]
fn wrong_count(f: Ref<Function>, code: Ref<Code>, args: Args<'_>) -> Raised {
    let n = code.argcount.get() as usize;
    let given = args.values.len();
    let ndefaults = f.defaults.get().map_or(0, |d| d.as_ref().items().len());
    let star = code.flags.get() & code_flags::VARARGS != 0;
    let required = n - ndefaults.min(n);
    let name = own_name(code);
    if n == 0 && !star && code.flags.get() & code_flags::VARKEYWORDS == 0 {
        return raise_fmt!(type_error, "{name}() takes no arguments ({given} given)");
    }
    // With too few, keyword arguments that filled parameters count as given; with too many, so do all.
    let given = if args.pos().len() > n {
        given
    } else {
        let names = code.varnames();
        let params = &names.as_ref().items()[..n];
        let filled = args.kwnames.map_or(0, |t| {
            t.as_ref()
                .items()
                .iter()
                .filter(|k| params.contains(k))
                .count()
        });
        args.pos().len() + filled
    };
    let (quantity, wanted) = if ndefaults == 0 && !star {
        ("exactly", n)
    } else if args.pos().len() < n {
        ("at least", required)
    } else {
        ("at most", n)
    };
    raise_fmt!(
        type_error,
        "{name}() takes {quantity} {wanted} argument{} ({given} given)",
        if wanted == 1 { "" } else { "s" }
    )
}
