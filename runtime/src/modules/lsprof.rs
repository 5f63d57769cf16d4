//! The module `_lsprof` (rows: spec/modules/_lsprof.toml, spec/types/lsprof.toml): a profiler that hears of
//! calls without running Python code ([`hear`], called by [`crate::tracing`]).
//!
//! Times are counted in ticks; how long one is follows from the clock. Records are found by number, and all
//! numbers are looked up anew after the clock was read: a program's clock may do what it likes, clearing the
//! records included.

use std::collections::HashMap;

use crate::builtins::{list, str as bytes};
use crate::call::{Args, call_values};
use crate::error::{PyResult, type_error};
use crate::frame::Frame;
use crate::layouts::{BuiltinFunction, Profiler, Str};
use crate::object::Ref;
use crate::tracing::Event;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;
use crate::{builtins, finalizers, number, protocol, thread, types};

/// Ticks a second of a clock that tells seconds as floats.
const FINE: f64 = 4_294_967_296.0;
/// Length of a tick of the own clock: a nanosecond.
const OWN: f64 = 1e-9;

/// Calls of a function, by anybody or by one other.
#[derive(Clone, Copy, Default)]
struct Calls {
    /// Ticks in the outermost calls.
    total: i64,
    /// Ticks in all calls, without what was called from there.
    inside: i64,
    count: i64,
    /// Those that began while another was under way.
    recursive: i64,
    /// How many are under way.
    level: i64,
}

impl Calls {
    fn end(&mut self, total: i64, inside: i64) {
        self.level -= 1;
        if self.level == 0 {
            self.total += total;
        } else {
            self.recursive += 1;
        }
        self.inside += inside;
        self.count += 1;
    }
}

/// What is known of a function.
#[derive(Default)]
struct Record {
    calls: Calls,
    /// The functions that it called, by number, in the order of their first calls.
    callees: Vec<(usize, Calls)>,
}

impl Record {
    fn callee(&mut self, number: usize) -> Option<&mut Calls> {
        let found = self.callees.iter_mut().find(|(n, _)| *n == number);
        found.map(|(_, c)| c)
    }
}

/// A call under way.
struct Context {
    record: usize,
    start: i64,
    /// Ticks in what it called.
    below: i64,
}

#[derive(Default)]
struct State {
    records: Vec<Record>,
    /// Numbers of functions: by the address of a code object or of a builtin function's row.
    numbers: HashMap<usize, usize>,
    contexts: Vec<Context>,
    subcalls: bool,
    builtins: bool,
    /// Length of a tick of the program's clock, when it counts in integers.
    unit: f64,
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    let state = Box::<State>::default();
    let p = Profiler::alloc_for(ty, Box::into_raw(state) as u64, list::new(), None);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(p.addr() as *mut u8) };
    Ok(p.into())
}

pub fn finalize(p: Ref<Profiler>) {
    let address = p.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box in `new`, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut State) });
    }
}

/// The records, until Python code may run.
fn state<'a>(p: Ref<Profiler>) -> &'a mut State {
    // SAFETY: the object owns the box while it lives; no reference is kept over a call of Python code.
    unsafe { &mut *(p.state.get() as *mut State) }
}

/// `Profiler(timer=None, timeunit=None, subcalls=True, builtins=True)`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let Some(p) = v.cast::<Profiler>() else {
        return Err(type_error("expected a _lsprof.Profiler"));
    };
    let names = ["timer", "timeunit", "subcalls", "builtins"];
    let [timer, unit, subcalls, builtins] = parse::keywords(args, 0, "Profiler", &names, 0)?;
    let unit = unit.map_or(Ok(0.0), number::to_f64)?;
    let flag = |v: Option<Value>| v.map_or(Ok(1), number::i32_from_value);
    let (subcalls, builtins) = (flag(subcalls)?, flag(builtins)?);
    let s = state(p);
    choose(s, subcalls, builtins);
    s.unit = unit;
    p.timer.set(timer);
    Ok(())
}

/// Sets what is to be told apart; a negative number leaves it as it is.
fn choose(s: &mut State, subcalls: i32, builtins: i32) {
    if subcalls >= 0 {
        s.subcalls = subcalls != 0;
    }
    if builtins >= 0 {
        s.builtins = builtins != 0;
    }
}

/// Now, in ticks.
fn now(p: Ref<Profiler>) -> i64 {
    let Some(timer) = p.timer.get() else {
        let mut t = libc::timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        // SAFETY: a place for the answer.
        unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &mut t) };
        return t.tv_sec * 1_000_000_000 + t.tv_nsec;
    };
    let whole = state(p).unit > 0.0;
    let ticks = call_values(timer, &[]).and_then(|t| match whole {
        true => number::int_from_value(t),
        // Beyond the range it saturates.
        false => Ok((number::to_f64(t)? * FINE) as i64),
    });
    ticks.unwrap_or_else(|_| {
        finalizers::report(timer);
        0
    })
}

/// Hears of a call or the end of one.
pub fn hear(p: Ref<Profiler>, frame: &Frame, event: Event, function: Option<Value>) {
    let code = frame.code.get();
    match event {
        Event::Call => enter(p, code.addr(), || code.into()),
        Event::Return => leave(p, code.addr()),
        Event::CCall | Event::CReturn | Event::CException if state(p).builtins => {
            let Some(f) = function.and_then(|f| f.exact::<BuiltinFunction>()) else {
                return;
            };
            let key = std::ptr::from_ref(f.def.get()) as usize;
            if event == Event::CCall {
                enter(p, key, || title(f));
            } else {
                leave(p, key);
            }
        }
        _ => {}
    }
}

/// What stands for a builtin function.
fn title(f: Ref<BuiltinFunction>) -> Value {
    let name = f.def.get().name;
    let text = match f.receiver.get() {
        Some(receiver) => {
            let method = receiver.ty().lookup(bytes::intern(name.as_bytes()));
            if let Some(method) = method {
                match protocol::repr(method) {
                    Ok(text) => return text.into(),
                    Err(_) => thread::current().take_pending(),
                };
            }
            format!("<built-in method {name}>")
        }
        None => match f.module.get().and_then(|m| m.cast::<Str>()) {
            Some(m) if m.as_ref().bytes() != b"__builtin__" => {
                format!("<{}.{name}>", m.as_ref().to_text())
            }
            _ => format!("<{name}>"),
        },
    };
    bytes::from_text(&text).into()
}

fn enter(p: Ref<Profiler>, key: usize, about: impl FnOnce() -> Value) {
    let number = match state(p).numbers.get(&key) {
        Some(n) => *n,
        None => {
            let about = about();
            p.functions.get().push(about);
            let s = state(p);
            s.records.push(Record::default());
            s.numbers.insert(key, s.records.len() - 1);
            s.records.len() - 1
        }
    };
    let s = state(p);
    s.records[number].calls.level += 1;
    if s.subcalls
        && let Some(caller) = s.contexts.last().map(|c| c.record)
    {
        let caller = &mut s.records[caller];
        match caller.callee(number) {
            Some(c) => c.level += 1,
            None => {
                let first = Calls {
                    level: 1,
                    ..Calls::default()
                };
                caller.callees.push((number, first));
            }
        }
    }
    s.contexts.push(Context {
        record: number,
        start: 0,
        below: 0,
    });
    let start = now(p);
    if let Some(c) = state(p).contexts.last_mut() {
        c.start = start;
    }
}

fn leave(p: Ref<Profiler>, key: usize) {
    let s = state(p);
    if s.contexts.is_empty() {
        return;
    }
    match s.numbers.get(&key).copied() {
        Some(number) => end(p, number),
        // Of its call nobody told.
        None => {
            s.contexts.pop();
        }
    }
}

/// Ends the innermost call, as one of the function `number`.
fn end(p: Ref<Profiler>, number: usize) {
    let time = now(p);
    let s = state(p);
    let Some(context) = s.contexts.pop() else {
        return;
    };
    let total = time - context.start;
    let inside = total - context.below;
    if let Some(r) = s.records.get_mut(number) {
        r.calls.end(total, inside);
    }
    let Some(outer) = s.contexts.last_mut() else {
        return;
    };
    outer.below += total;
    if s.subcalls
        && let Some(caller) = s.records.get_mut(outer.record)
        && let Some(c) = caller.callee(number)
    {
        c.end(total, inside);
    }
}

/// `enable(subcalls=True, builtins=True)`
pub fn enable(self_: Ref<Profiler>, subcalls: i32, builtins: i32) -> PyResult<()> {
    let s = state(self_);
    choose(s, subcalls, builtins);
    thread::current().tracing.set_profiler(self_);
    Ok(())
}

/// `disable()`
pub fn disable(self_: Ref<Profiler>) -> PyResult<()> {
    thread::current().tracing.set_profile(None);
    while let Some(number) = state(self_).contexts.last().map(|c| c.record) {
        end(self_, number);
    }
    Ok(())
}

/// `clear()`
pub fn clear(self_: Ref<Profiler>) -> PyResult<()> {
    let s = state(self_);
    s.records.clear();
    s.numbers.clear();
    s.contexts.clear();
    self_.functions.set(list::new());
    Ok(())
}

/// `getstats()`
pub fn getstats(self_: Ref<Profiler>) -> PyResult {
    let s = state(self_);
    let tick = match self_.timer.get().filter(|t| !t.is_none()) {
        None => OWN,
        Some(_) if s.unit > 0.0 => s.unit,
        Some(_) => 1.0 / FINE,
    };
    let functions = self_.functions.get();
    let items = |number: usize, c: &Calls| {
        [
            functions.as_ref().item(number).unwrap_or(Value::none()),
            Value::int(c.count),
            Value::int(c.recursive),
            Value::float(tick * c.total as f64),
            Value::float(tick * c.inside as f64),
        ]
    };
    let out = list::new();
    for (number, r) in s.records.iter().enumerate() {
        if r.calls.count == 0 {
            continue;
        }
        let callees = list::new();
        for (number, c) in &r.callees {
            let items = items(*number, c);
            let ty = types::PROFILER_SUBENTRY.get();
            callees.try_push(builtins::struct_sequence::make(ty, &items)?)?;
        }
        let callees = match r.callees.is_empty() {
            true => Value::none(),
            false => callees.into(),
        };
        let [a, b, c, d, e] = items(number, &r.calls);
        let ty = types::PROFILER_ENTRY.get();
        out.try_push(builtins::struct_sequence::make(
            ty,
            &[a, b, c, d, e, callees],
        )?)?;
    }
    Ok(out.into())
}
