//! Looking at compiled frames that are in the middle of a call.
//!
//! Compiled functions come with unwind tables, registered with the system's unwinder. It walks the
//! stack and finds the callee-saved registers of each frame, and the stackmap tells what is in them.
//! Nothing of this costs anything before somebody looks.

use std::ffi::c_void;
use std::sync::Arc;

use super::code::{CodeInfo, find};
use super::stackmap::Registers;

#[repr(C)]
struct UnwindContext {
    _opaque: [u8; 0],
}

// The unwinder that Rust's standard library links with.
unsafe extern "C" {
    fn __register_frame(begin: *const u8);
    fn __deregister_frame(begin: *const u8);
    fn _Unwind_Backtrace(
        step: extern "C" fn(*mut UnwindContext, *mut c_void) -> i32,
        data: *mut c_void,
    ) -> i32;
    fn _Unwind_GetIP(context: *mut UnwindContext) -> usize;
    fn _Unwind_GetCFA(context: *mut UnwindContext) -> usize;
    fn _Unwind_GetGR(context: *mut UnwindContext, register: i32) -> usize;
}

const GO_ON: i32 = 0;
const STOP: i32 = 5;

/// A registered unwind table.
#[derive(Debug)]
pub(super) struct Unwind(*const u8);

// SAFETY: the unwinder's tables may be changed from any thread; the pointer is only its key.
unsafe impl Send for Unwind {}
// SAFETY: as above; there are no shared methods.
unsafe impl Sync for Unwind {}

impl Unwind {
    /// # Safety
    /// At `table` is an `.eh_frame` section ended by a zero word, which outlives the result.
    pub(super) unsafe fn register(table: *const u8) -> Unwind {
        // SAFETY: as required of the caller.
        unsafe { __register_frame(table) };
        Unwind(table)
    }
}

impl Drop for Unwind {
    fn drop(&mut self) {
        // SAFETY: registered when made, and only then.
        unsafe { __deregister_frame(self.0) }
    }
}

/// A compiled frame on this thread's stack.
#[derive(Debug)]
pub struct LiveFrame {
    /// The function.
    pub code: Arc<CodeInfo>,
    /// Where its call returns to.
    pub return_address: usize,
    /// The lowering's number of the call and the live values, where the call has a record.
    pub state: Option<(u32, Vec<u64>)>,
}

/// Registers that survive calls, and the stack pointer.
#[derive(Clone, Copy)]
struct Preserved {
    rbx: u64,
    rbp: u64,
    rsp: u64,
    r12_to_r15: [u64; 4],
}

impl Registers for Preserved {
    fn general(&self, number: u16) -> u64 {
        match number {
            3 => self.rbx,
            6 => self.rbp,
            7 => self.rsp,
            12..=15 => self.r12_to_r15[usize::from(number) - 12],
            // A statepoint's values are nowhere else.
            other => unreachable!("register {other} does not survive a call"),
        }
    }

    fn vector(&self, number: u16) -> u64 {
        unreachable!("vector register {number} does not survive a call")
    }
}

struct Walk {
    found: Vec<(Arc<CodeInfo>, usize, Preserved)>,
    limit: usize,
}

/// The compiled frames of this thread, innermost first, at most `limit` of them.
pub fn live_frames(limit: usize) -> Vec<LiveFrame> {
    let mut walk = Walk {
        found: Vec::new(),
        limit,
    };
    if limit > 0 {
        // SAFETY: `step` gets the walk as its data and does not unwind.
        unsafe { _Unwind_Backtrace(step, (&raw mut walk).cast()) };
    }
    let read = |(code, return_address, registers): (Arc<CodeInfo>, usize, Preserved)| {
        let site = code.stackmap.site(return_address - code.entry);
        let state = site.map(|site| {
            let record = &code.records[site.record as usize];
            let mut values = Vec::with_capacity(record.live.len());
            // SAFETY: the frame is suspended in this very call: it is on this thread's stack below us.
            unsafe { code.stackmap.read(site, record, &registers, &mut values) };
            (record.id, values)
        });
        LiveFrame {
            code,
            return_address,
            state,
        }
    };
    walk.found.into_iter().map(read).collect()
}

extern "C" fn step(context: *mut UnwindContext, data: *mut c_void) -> i32 {
    // SAFETY: the unwinder passes on what `live_frames` gave it, and a context of its own.
    let (walk, address) = unsafe { (&mut *data.cast::<Walk>(), _Unwind_GetIP(context)) };
    let Some(code) = find(address) else {
        return GO_ON;
    };
    // SAFETY: these registers survive calls, so the unwinder knows where each frame's are.
    let register = |number| unsafe { _Unwind_GetGR(context, number) as u64 };
    let preserved = Preserved {
        rbx: register(3),
        rbp: register(6),
        // The canonical frame address of the frame below is this frame's stack pointer at its call.
        // SAFETY: a context of the unwinder's.
        rsp: unsafe { _Unwind_GetCFA(context) as u64 },
        r12_to_r15: [12, 13, 14, 15].map(register),
    };
    walk.found.push((code, address, preserved));
    if walk.found.len() == walk.limit {
        STOP
    } else {
        GO_ON
    }
}
