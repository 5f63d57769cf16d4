//! Objects of which there is one, at fixed addresses so that compiled code may compare with them.

use crate::layouts::{BoolObject, NoneObject};
use crate::object::{Header, Layout, Ref};
use crate::value::Value;

struct Static<T>(T);
// SAFETY: immutable after start-up but for the header's C count, which the GIL guards.
unsafe impl<T> Sync for Static<T> {}

macro_rules! singleton {
    ($f:ident $cell:ident $make:expr, $t:ty) => {
        static $cell: Static<$t> = Static($make);
        #[inline(always)]
        pub fn $f() -> Value {
            Ref::from_static(&$cell.0).into()
        }
    };
}

singleton!(none NONE NoneObject { header: Header::new_static(NoneObject::SHAPE) }, NoneObject);
singleton!(ellipsis ELLIPSIS NoneObject { header: Header::new_static(0) }, NoneObject);
singleton!(not_implemented NOT_IMPLEMENTED NoneObject { header: Header::new_static(0) }, NoneObject);
singleton!(false_value FALSE BoolObject { header: Header::new_static(BoolObject::SHAPE), payload: std::cell::Cell::new(0) }, BoolObject);
singleton!(true_value TRUE BoolObject { header: Header::new_static(BoolObject::SHAPE), payload: std::cell::Cell::new(1) }, BoolObject);

/// Gives the singletons their types.
pub(crate) fn init() {
    use crate::types;
    for (v, t) in [
        (none(), &types::NONE_TYPE),
        (ellipsis(), &types::ELLIPSIS),
        (not_implemented(), &types::NOT_IMPLEMENTED_TYPE),
        (false_value(), &types::BOOL),
        (true_value(), &types::BOOL),
    ] {
        if let Some(h) = v.header() {
            h.set_ty(t.get());
        }
    }
}
