//! The module `future_builtins` (rows: spec/modules/future_builtins.toml).

use crate::builtins::{module, str as bytes};
use crate::error::PyResult;
use crate::layouts::Module;
use crate::number::{self, Num};
use crate::value::Value;
use crate::{protocol, types};

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        let d = module::dict(m);
        for (name, ty) in [
            ("filter", &types::IT_IFILTER),
            ("map", &types::IT_IMAP),
            ("zip", &types::IT_IZIP),
        ] {
            d.set_str(bytes::intern(name.as_bytes()), ty.get().into());
        }
    }
    Ok(())
}

fn to_base(v: Value, prefix: &str, radix: u32) -> PyResult {
    let n = match Num::of(number::index(v)?).and_then(Num::to_big) {
        Some(n) => n,
        None => return Ok(bytes::empty().into()),
    };
    let digits = n.magnitude().to_str_radix(radix);
    let sign = if n.sign() == num_bigint::Sign::Minus {
        "-"
    } else {
        ""
    };
    Ok(bytes::new(format!("{sign}{prefix}{digits}").as_bytes()).into())
}

pub fn hex(v: Value) -> PyResult {
    to_base(v, "0x", 16)
}

pub fn oct(v: Value) -> PyResult {
    to_base(v, "0o", 8)
}

pub fn ascii(v: Value) -> PyResult {
    Ok(protocol::repr(v)?.into())
}
