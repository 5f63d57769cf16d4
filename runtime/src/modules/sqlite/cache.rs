//! `sqlite3.Cache`: what a function made of keys, of which the least used go first.

use crate::builtins::{dict, list};
use crate::call::{Args, call_values};
use crate::error::PyResult;
use crate::layouts::{Dict, List, SqliteCache};
use crate::object::Ref;
use crate::protocol;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

/// Fewest entries that a cache holds.
const LEAST: i32 = 5;

/// `Cache.__new__`
pub fn cache_new(ty: Ref<Type>, _: Args<'_>) -> PyResult {
    Ok(SqliteCache::alloc_for(ty, Value::none(), i64::from(LEAST), dict::new()).into())
}

/// `Cache.__init__(factory[, size])`
pub fn cache_init(self_: Value, args: Args<'_>) -> PyResult<()> {
    let Some(c) = self_.cast::<SqliteCache>() else {
        return Ok(());
    };
    let a = parse::range(Args::positional(args.pos()), 0, "", 1, 2)?;
    let size = match a.get(1) {
        Some(n) => crate::number::i32_from_value(*n)?,
        None => 10,
    };
    c.factory.set(a[0]);
    c.size.set(i64::from(size.max(LEAST)));
    c.entries.get().clear();
    Ok(())
}

/// A value, and how often it was asked for.
fn parts(entry: Value) -> (Value, i64) {
    let parts = entry.cast::<List>();
    let item = |i: usize| parts.and_then(|p| p.item(i)).unwrap_or(Value::none());
    (item(0), item(1).as_int().unwrap_or(0))
}

/// Keys by how often they were asked for, most often first.
fn by_use(entries: Ref<Dict>) -> Ref<List> {
    let keys = list::new();
    let mut order: Vec<(i64, i64)> = Vec::new();
    let mut at = 0;
    while let Some((key, entry)) = entries.next_entry(&mut at) {
        order.push((-parts(entry).1, keys.len() as i64));
        keys.push(key);
    }
    order.sort_unstable();
    let sorted = list::new();
    for (_, i) in order {
        sorted.push(keys.item(i as usize).unwrap_or(Value::none()));
    }
    sorted
}

pub fn cache_get(self_: Ref<SqliteCache>, key: Value) -> PyResult {
    let entries = self_.entries.get();
    if let Some(entry) = entries.get(key)? {
        let (v, uses) = parts(entry);
        entries.set(key, list::from_slice(&[v, Value::int(uses + 1)]).into())?;
        return Ok(v);
    }
    if entries.len() as i64 >= self_.size.get() {
        let keys = by_use(entries);
        if let Some(last) = keys.pop_last() {
            entries.delete(last)?;
        }
    }
    let v = call_values(self_.factory.get(), &[key])?;
    entries.set(key, list::from_slice(&[v, Value::small_int(1)]).into())?;
    Ok(v)
}

pub fn cache_display(self_: Ref<SqliteCache>) -> PyResult<()> {
    let keys = by_use(self_.entries.get());
    let shown = |i: Option<usize>| -> PyResult<Vec<u8>> {
        match i.and_then(|i| keys.item(i)) {
            Some(key) => Ok(protocol::str(key)?.as_ref().bytes().to_vec()),
            None => Ok(b"None".to_vec()),
        }
    };
    let Some(out) = crate::output::target(None)? else {
        return Ok(());
    };
    for i in 0..keys.len() {
        let parts = [
            shown(i.checked_sub(1))?,
            b" <- ".to_vec(),
            shown(Some(i))?,
            b" ->".to_vec(),
            shown(Some(i + 1))?,
            b"\n".to_vec(),
        ];
        crate::output::write_bytes(out, &parts.concat())?;
    }
    Ok(())
}
