//! The read-only view that `C.__dict__` gives.

use crate::error::{PyResult, type_error};
use crate::layouts::{Dict, DictProxy};
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::value::Value;

fn dict(v: Value) -> PyResult<Ref<Dict>> {
    v.cast::<DictProxy>()
        .map(|p| p.dict.get())
        .ok_or_else(|| type_error("expected a dictproxy"))
}

pub fn repr(v: Value) -> PyResult {
    let inner = crate::protocol::repr(dict(v)?.into())?;
    Ok(super::str::new(&[b"dict_proxy(", inner.as_ref().bytes(), b")"].concat()).into())
}
pub fn str(v: Value) -> PyResult {
    crate::protocol::str(dict(v)?.into()).map(Into::into)
}
pub fn len(v: Value) -> PyResult<i64> {
    crate::protocol::len(dict(v)?.into())
}
pub fn getitem(v: Value, k: Value) -> PyResult {
    crate::protocol::get_item(dict(v)?.into(), k)
}
pub fn contains(v: Value, k: Value) -> PyResult<bool> {
    Ok(dict(v)?.get(k)?.is_some())
}
pub fn iter(v: Value) -> PyResult {
    crate::protocol::iter(dict(v)?.into())
}
fn unwrap(v: Value) -> Value {
    dict(v).map_or(v, Into::into)
}
pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    crate::protocol::cmp(unwrap(a), b)
}
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    crate::protocol::rich_compare(unwrap(a), b, op)
}
pub fn get(p: Ref<DictProxy>, k: Value, default: Value) -> PyResult {
    Ok(p.dict.get().get(k)?.unwrap_or(default))
}
pub fn has_key(p: Ref<DictProxy>, k: Value) -> PyResult<bool> {
    Ok(p.dict.get().get(k)?.is_some())
}
fn forward(p: Ref<DictProxy>, method: &[u8]) -> PyResult {
    let m = crate::attr::get(p.dict.get().into(), super::str::intern(method))?;
    crate::call::call_values(m, &[])
}
pub fn keys(p: Ref<DictProxy>) -> PyResult {
    forward(p, b"keys")
}
pub fn values(p: Ref<DictProxy>) -> PyResult {
    forward(p, b"values")
}
pub fn items(p: Ref<DictProxy>) -> PyResult {
    forward(p, b"items")
}
pub fn iterkeys(p: Ref<DictProxy>) -> PyResult {
    forward(p, b"iterkeys")
}
pub fn itervalues(p: Ref<DictProxy>) -> PyResult {
    forward(p, b"itervalues")
}
pub fn iteritems(p: Ref<DictProxy>) -> PyResult {
    forward(p, b"iteritems")
}
pub fn copy(p: Ref<DictProxy>) -> PyResult {
    forward(p, b"copy")
}
