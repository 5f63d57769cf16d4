//! C functions that call Python functions, made while the program runs.
//!
//! The code of a callback is an entry in a page of such entries, which is written once; what differs is a slot
//! in the page behind, where the entry finds the callback. Entries of dead callbacks are used again.

use std::cell::UnsafeCell;

use super::data::make;
use super::form::{self, ARRAY};
use super::invoke;
use crate::builtins::type_::as_type;
use crate::builtins::{traceback, tuple};
use crate::call::call_values;
use crate::error::{PyResult, no_memory};
use crate::finalizers;
use crate::gil;
use crate::layouts::{ForeignCallback, ForeignForm, Str, Tuple};
use crate::object::Ref;
use crate::value::Value;

/// Bytes of an entry's code.
const CODE: usize = 32;
const PAGE: usize = 4096;

/// Entries that are free: addresses of their code.
struct Free(UnsafeCell<Vec<usize>>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Free {}
static FREE: Free = Free(UnsafeCell::new(Vec::new()));

fn free() -> &'static mut Vec<usize> {
    // SAFETY: one mutator; no reference outlives a statement.
    unsafe { &mut *FREE.0.get() }
}

/// The slot of an entry.
fn slot(code: usize) -> *mut u64 {
    let page = code & !(PAGE - 1);
    (page + PAGE + (code - page) / CODE * 8) as *mut u64
}

/// Makes a page of entries.
fn more() -> PyResult<()> {
    // SAFETY: fresh memory of our own, of which the first page becomes code when it is written.
    let page = unsafe {
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
        let access = libc::PROT_READ | libc::PROT_WRITE;
        libc::mmap(std::ptr::null_mut(), 2 * PAGE, access, flags, -1, 0)
    };
    if page == libc::MAP_FAILED {
        return Err(no_memory());
    }
    for at in (page as usize..page as usize + PAGE).step_by(CODE) {
        let mut code = Vec::with_capacity(CODE);
        code.extend_from_slice(&[0x49, 0xBA]); // mov r10, slot
        code.extend_from_slice(&(slot(at) as u64).to_le_bytes());
        code.extend_from_slice(&[0x49, 0xBB]); // mov r11, entry
        code.extend_from_slice(&invoke::entry().to_le_bytes());
        code.extend_from_slice(&[0x41, 0xFF, 0xE3]); // jmp r11
        // SAFETY: inside of the page.
        unsafe { std::ptr::copy_nonoverlapping(code.as_ptr(), at as *mut u8, code.len()) };
        free().push(at);
    }
    // SAFETY: a page of our own.
    match unsafe { libc::mprotect(page, PAGE, libc::PROT_READ | libc::PROT_EXEC) } {
        0 => Ok(()),
        _ => Err(crate::modules::posix::os_error()),
    }
}

/// A type of arguments that native code makes of a word.
fn is_word(form: Ref<ForeignForm>) -> bool {
    !matches!(form.letter(), ARRAY | b'{' | b'g' | b'O' | b'Z' | b'u' | 0) && !form.swapped.get()
}

/// `callback(function, types, result, run, finish, report)`
pub fn callback(
    function: Value,
    types: Ref<Tuple>,
    result: Value,
    run: Value,
    finish: Value,
    report: Value,
) -> PyResult<Ref<ForeignCallback>> {
    let items = types.as_ref().items();
    let form_of = |t: &Value| as_type(*t).and_then(form::of).filter(|f| is_word(*f));
    let forms = items.iter().all(|t| form_of(t).is_some()).then(|| {
        let forms = items
            .iter()
            .map(|t| form_of(t).map_or(Value::none(), Into::into));
        tuple::from_iter_sized(items.len(), forms)
    });
    let result = as_type(result).and_then(form::of);
    if free().is_empty() {
        more()?;
    }
    let code = free().pop().unwrap_or(0);
    gil::expect_visitors();
    let c = ForeignCallback::alloc(
        code as u64,
        function,
        types,
        forms,
        result,
        run,
        finish,
        report,
    );
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(c.addr() as *mut u8) };
    // SAFETY: the slot of an entry that nobody else has.
    unsafe { *slot(code) = Value::from(c).bits() };
    Ok(c)
}

/// `show_error(line, what, type, value, traceback)`
pub fn show_error(
    line: i64,
    what: Ref<Str>,
    ty: Value,
    value: Value,
    trace: Value,
) -> PyResult<()> {
    let next = Some(trace).filter(|t| !t.is_none());
    let line = u32::try_from(line).unwrap_or(0);
    let entry = traceback::of_native(next, b"_ctypes/callbacks.c", what.as_ref().bytes(), line)?;
    // It is shown at once, and nobody may catch it.
    let _ = crate::thread::current().set_pending(ty, Some(value), Some(entry.into()));
    if let Some(status) = (crate::upcalls::get()?.report)() {
        crate::upcalls::exit(status);
    }
    Ok(())
}

/// Nobody may call it any more.
pub fn finalize(c: Ref<ForeignCallback>) {
    let code = c.code.replace(0) as usize;
    if code != 0 {
        // SAFETY: the slot of the dead object's entry.
        unsafe { *slot(code) = 0 };
        free().push(code);
    }
}

pub fn get_address(v: Value) -> PyResult {
    Ok(super::word(
        v.cast::<ForeignCallback>().map_or(0, |c| c.code.get()),
    ))
}

/// What a callback does: registers are six integers, eight floats, and what it answers with. C code calls it in any
/// thread, with the global lock or without it.
///
/// # Safety
/// The places are those that a callback's code has.
pub unsafe extern "C" fn answer(registers: *mut u64, stack: *const u64, slot: *const u64) {
    // SAFETY: the code has left room for the result behind the registers.
    let result = unsafe { registers.add(14) };
    // SAFETY: as above.
    unsafe { result.write_bytes(0, 3) };
    // Where there is no memory for a thread the answer is zero: C code hears of no errors.
    // SAFETY: as the caller promises.
    let _ = gil::with_gil(|| unsafe { run(registers, stack, slot, result) });
}

/// The same, under the lock.
///
/// # Safety
/// As for [`answer`].
unsafe fn run(registers: *mut u64, stack: *const u64, slot: *const u64, result: *mut u64) {
    // SAFETY: an entry's slot.
    let callback = unsafe { Value::from_bits(*slot) };
    let Some(c) = callback.and_then(|c| c.cast::<ForeignCallback>()) else {
        return;
    };
    let done = match c.forms.get() {
        // SAFETY: as above.
        Some(forms) => unsafe { quick(c, forms, registers, stack, result) },
        None => {
            let places = [registers as u64, stack as u64, result as u64];
            let places = places.map(|p| Value::int(p as i64));
            call_values(c.run.get(), &places).map(|_| ())
        }
    };
    if done.is_err() {
        let e = crate::exception::normalize(crate::thread::current().take_pending());
        let none = Value::none();
        let parts = [e.ty, e.value, e.traceback].map(|p| p.unwrap_or(none));
        if call_values(c.report.get(), &parts).is_err() {
            finalizers::report(c.into());
        }
    }
}

/// Calls the function with words as arguments.
///
/// # Safety
/// The places are those that a callback's code has.
unsafe fn quick(
    c: Ref<ForeignCallback>,
    forms: Ref<Tuple>,
    registers: *mut u64,
    mut stack: *const u64,
    result: *mut u64,
) -> PyResult<()> {
    const MOST: usize = 16;
    let forms = forms.as_ref().items();
    let types = c.types.get();
    let types = types.as_ref().items();
    let mut args = [Value::none(); MOST];
    if forms.len() > MOST {
        let places = [registers as u64, stack as u64, result as u64].map(|p| Value::int(p as i64));
        return call_values(c.run.get(), &places).map(|_| ());
    }
    let (mut ints, mut floats) = (0, 6);
    for ((to, form), ty) in args.iter_mut().zip(forms).zip(types) {
        let Some(form) = form.exact::<ForeignForm>() else {
            continue;
        };
        let (next, end) = match form.letter() {
            b'f' | b'd' => (&mut floats, 14),
            _ => (&mut ints, 6),
        };
        // SAFETY: as the convention has it, which the caller of the code keeps.
        let word = unsafe {
            if *next < end {
                *next += 1;
                *registers.add(*next - 1)
            } else {
                stack = stack.add(1);
                *stack.sub(1)
            }
        };
        let plain = if form.plain.get() {
            form.value_of(word)
        } else {
            None
        };
        *to = match (plain, as_type(*ty)) {
            (Some(v), _) => v,
            (None, Some(ty)) => {
                let made = make(ty, form)?;
                form.put_word(made.address.get(), word);
                made.into()
            }
            (None, None) => Value::none(),
        };
    }
    let value = call_values(c.function.get(), &args[..forms.len()])?;
    let Some(form) = c.result.get() else {
        return Ok(());
    };
    match form.word_of(value) {
        // SAFETY: as above.
        Some(word) => unsafe { *result = form.widened(word) },
        None => {
            call_values(c.finish.get(), &[value, Value::int(result as i64)])?;
        }
    }
    Ok(())
}
