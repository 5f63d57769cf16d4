//! What frames no longer need, for a collection that the program asks for.
//!
//! A temporary keeps its last value until something else is written there, and the collector takes every word
//! of the value stack for a root. That is right for collections that come by themselves, but `del x; gc.collect()`
//! is how programs say that nothing but a weak reference should be left.

use std::collections::HashMap;

use runtime::frame::Frame;
use runtime::thread;
use runtime::value::Value;

use crate::body::{self, Body};
use crate::normal::cfg::Cfg;
use crate::normal::liveness::{Liveness, Locals};

/// Frames of which the temporaries are looked at, from the innermost one.
const FRAMES: usize = 200;

/// Clears temporaries of the running thread's frames that no node will read.
pub fn forget() {
    let mut known: HashMap<*const Body, Cfg> = HashMap::new();
    let mut next = thread::current().frame.get();
    for _ in 0..FRAMES {
        // SAFETY: the chain holds live frames only: whoever pushes pops.
        let Some(frame) = (unsafe { next.as_ref() }) else {
            return;
        };
        next = frame.prev.get();
        let code = frame.code.get();
        if code.body.get() == 0 {
            continue;
        }
        let body = body::of(code);
        let cfg = known
            .entry(body)
            .or_insert_with(|| Cfg::new(&body.normal().nodes, &body.normal().handlers));
        forget_in(frame, body, cfg);
    }
}

/// Does a frame of the running thread hold a value of which `is_wanted` is true, in a variable or in a temporary
/// that a node may read? Other temporaries that hold such a value are cleared.
pub fn held(is_wanted: &dyn Fn(Value) -> bool) -> bool {
    let mut next = thread::current().frame.get();
    // SAFETY: the chain holds live frames only: whoever pushes pops.
    while let Some(frame) = unsafe { next.as_ref() } {
        next = frame.prev.get();
        let code = frame.code.get();
        if code.body.get() == 0 {
            continue;
        }
        let holds = |r: u32| frame.reg(r).is_some_and(is_wanted);
        let normal = body::of(code).normal();
        if (0..normal.first_temp()).any(holds) {
            return true;
        }
        if (normal.first_temp()..normal.nregs).any(holds) {
            forget_in(
                frame,
                body::of(code),
                &Cfg::new(&normal.nodes, &normal.handlers),
            );
            if (normal.first_temp()..normal.nregs).any(holds) {
                return true;
            }
        }
    }
    false
}

/// The node that a frame is at may raise or go on, and has not read its operands yet for all that is known
/// here: what is live before it stays.
fn forget_in(frame: &Frame, body: &Body, cfg: &Cfg) {
    let normal = body.normal();
    let pc = frame.pc.get();
    if pc as usize >= normal.nodes.len() {
        return;
    }
    let live = Liveness::new(normal, cfg, Locals::Visible).before(pc);
    for r in normal.first_temp()..normal.nregs {
        if !live.contains(r) {
            frame.set_reg(r, None);
        }
    }
}
