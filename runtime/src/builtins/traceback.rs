//! Traceback objects.

use crate::error::PyResult;
use crate::layouts::{Buffer, Code, FrameObject, Traceback};
use crate::object::Ref;
use crate::value::Value;

/// An entry for `frame`, which is at the node `lasti`, in front of `next`. The line is looked for when somebody asks, unless
/// it is another one than the node's.
pub fn new(next: Option<Value>, frame: Ref<FrameObject>, lasti: u32) -> Ref<Traceback> {
    let line = match frame.trace.get().is_none() && frame.node() == lasti {
        true => 0,
        false => frame.line(),
    };
    Traceback::alloc(next, frame, line, lasti)
}

/// An entry for a function that is no Python code, in front of `next`.
///
/// # Errors
/// None but what compiling an empty text fails with.
pub fn of_native(
    next: Option<Value>,
    file: &[u8],
    function: &[u8],
    line: u32,
) -> PyResult<Ref<Traceback>> {
    let upcalls = crate::upcalls::get()?;
    let code = (upcalls.compile)(super::str::new(b"").into(), file, "exec", 0, false)?;
    let code = code
        .cast::<Code>()
        .ok_or_else(|| crate::error::system_error("no code"))?;
    code.name.set(super::str::intern(function));
    let registers = Buffer::with_capacity((code.nregs.get() as usize).max(1));
    let globals = super::dict::new();
    let frame = super::frame::of_nothing(code, registers, globals);
    Ok(Traceback::alloc(next, frame, line, 0))
}

impl Ref<Traceback> {
    /// `tb_lineno`
    pub fn line(self) -> u32 {
        match self.lineno.get() {
            0 => super::code::line(self.frame.get().code.get(), self.lasti.get()),
            line => line,
        }
    }
}

fn of(v: Value) -> crate::error::PyResult<Ref<Traceback>> {
    v.cast::<Traceback>()
        .ok_or_else(|| crate::error::type_error("expected a traceback"))
}
pub fn get_next(v: Value) -> crate::error::PyResult {
    Ok(of(v)?.next.get().unwrap_or(Value::none()))
}
pub fn get_frame(v: Value) -> crate::error::PyResult {
    Ok(of(v)?.frame.get().into())
}
pub fn get_lineno(v: Value) -> crate::error::PyResult {
    Ok(Value::int(i64::from(of(v)?.line())))
}
pub fn get_lasti(v: Value) -> crate::error::PyResult {
    Ok(super::frame::last_instruction(of(v)?.lasti.get()))
}
