//! What the C library's locale says about numbers: the presentation type `n` follows it.

use std::ffi::CStr;

use super::spec::Grouping;

/// Decimal point and grouping of the current locale.
pub fn current() -> (Vec<u8>, Grouping) {
    let text = |p: *const libc::c_char| {
        if p.is_null() {
            return Vec::new();
        }
        // SAFETY: strings of `localeconv` end with a NUL and live until the locale changes, which
        // takes the GIL.
        unsafe { CStr::from_ptr(p) }.to_bytes().to_vec()
    };
    // SAFETY: see above; the result is static storage.
    let conv = unsafe { &*libc::localeconv() };
    let point = text(conv.decimal_point);
    let point = if point.is_empty() {
        b".".to_vec()
    } else {
        point
    };
    (
        point,
        Grouping {
            separator: text(conv.thousands_sep),
            sizes: text(conv.grouping),
        },
    )
}
