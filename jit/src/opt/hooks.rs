//! Runtime functions that only optimised code calls.

use runtime::frame::{Frame, frame_flags};
use runtime::layouts::{Effects, Repr, TypeMask};
use runtime::thread;

use crate::output::{Hook, Signature};

/// What is due when a frame is left that handled an exception or has an object.
pub fn leaving() -> Hook {
    extern "C" fn leaving(frame: &'static Frame) {
        if frame.has(frame_flags::SAVED_EXC) {
            thread::current().handled.set(frame.saved.get());
        }
        if frame.object.get().is_some() {
            runtime::builtins::frame::detach(frame);
        }
    }
    Hook {
        name: "optimised::leaving",
        address: leaving as *const () as usize,
        signature: Signature {
            params: &[Repr::Frame],
            result: Repr::None,
            raises: false,
        },
        mask: TypeMask::ANY,
        effects: Effects {
            reads: u64::MAX,
            writes: u64::MAX,
            raises: false,
            calls: true,
            allocates: true,
        },
    }
}
