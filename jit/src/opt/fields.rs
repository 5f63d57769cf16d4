//! Fields of records that no table describes: frames and threads.

use std::mem::offset_of;

use runtime::frame::Frame;
use runtime::thread::Thread;

use crate::output::{FieldInfo, LayoutId, Store};

/// A field at an offset of a record that is no heap object.
pub const fn field(name: &'static str, offset: usize, size: u32, store: Store) -> FieldInfo {
    FieldInfo {
        name,
        layout: LayoutId::Object,
        offset: offset as u32,
        size,
        store,
        is_const: false,
        is_tail: false,
        heap: 0,
    }
}

macro_rules! fields {
    ($($name:ident: $record:ident.$field:ident, $size:literal, $store:expr;)*) => {
        $(
            #[doc = concat!("`", stringify!($record), "::", stringify!($field), "`")]
            pub const $name: FieldInfo = field(
                concat!(stringify!($record), ".", stringify!($field)),
                offset_of!($record, $field),
                $size,
                $store,
            );
        )*
    };
}

fields! {
    FRAME_PREV: Frame.prev, 8, Store::I64;
    FRAME_CODE: Frame.code, 8, Store::I64;
    FRAME_REGS: Frame.regs, 8, Store::I64;
    FRAME_PC: Frame.pc, 4, Store::U32;
    FRAME_FLAGS: Frame.flags, 4, Store::U32;
    FRAME_RESUME: Frame.resume, 4, Store::U32;
    FRAME_SENT: Frame.sent_reg, 4, Store::U32;
    FRAME_GLOBALS: Frame.globals, 8, Store::Ref(LayoutId::Dict);
    FRAME_BUILTINS: Frame.builtins, 8, Store::Ref(LayoutId::Dict);
    FRAME_LOCALS: Frame.locals, 8, Store::I64;
    FRAME_FUNCTION: Frame.function, 8, Store::I64;
    FRAME_OBJECT: Frame.object, 8, Store::I64;
    FRAME_GLOBALS_WORD: Frame.globals, 8, Store::I64;
    FRAME_BUILTINS_WORD: Frame.builtins, 8, Store::I64;
    THREAD_FRAME: Thread.frame, 8, Store::I64;
    THREAD_DEPTH: Thread.depth, 4, Store::U32;
    THREAD_LIMIT: Thread.direct_limit, 4, Store::U32;
    THREAD_STACK: Thread.stack_limit, 8, Store::I64;
    THREAD_TOP: Thread.value_top, 8, Store::I64;
    THREAD_END: Thread.value_end, 8, Store::I64;
}
