//! `sqlite3.Row`: a row whose columns have names too.

use crate::builtins::{list, sequence, tuple};
use crate::call::Args;
use crate::error::{PyResult, index_error, type_error, value_error};
use crate::layouts::{List, Slice, SqliteCursor, SqliteRow, Str, Tuple};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

/// `Row.__new__(cursor, data)`
pub fn row_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if args.nkw() != 0 {
        return Err(type_error("Row() does not take keyword arguments"));
    }
    let a = parse::range(args, 0, "", 2, 2)?;
    let Some(cursor) = a[0].cast::<SqliteCursor>() else {
        return Err(type_error("instance of cursor required for first argument"));
    };
    let Some(data) = a[1].cast::<Tuple>() else {
        return Err(type_error("tuple required for second argument"));
    };
    Ok(SqliteRow::alloc_for(ty, data, cursor.description.get()).into())
}

fn this(v: Value) -> PyResult<Ref<SqliteRow>> {
    v.cast::<SqliteRow>()
        .ok_or_else(|| crate::builtins::receiver::wrong("sqlite3.Row", v))
}

/// The names of the columns.
fn names(r: Ref<SqliteRow>) -> PyResult<Ref<List>> {
    let names = list::new();
    if let Some(columns) = r.description.get().cast::<Tuple>() {
        for c in columns.as_ref().items() {
            names.push(protocol::get_item(*c, Value::small_int(0))?);
        }
    }
    Ok(names)
}

pub fn keys(self_: Ref<SqliteRow>) -> PyResult<Ref<List>> {
    names(self_)
}

pub fn row_len(v: Value) -> PyResult<i64> {
    Ok(this(v)?.data.get().len() as i64)
}

pub fn row_getitem(v: Value, index: Value) -> PyResult {
    let r = this(v)?;
    if index.as_int().is_some() || index.cast::<crate::layouts::Long>().is_some() {
        let data = r.data.get();
        let i = crate::number::as_index(index)?;
        return sequence::wrap(i, data.len())
            .map(|i| data.as_ref().items()[i])
            .ok_or_else(|| index_error("tuple index out of range"));
    }
    if let Some(wanted) = index.cast::<Str>() {
        for (i, name) in names(r)?.as_ref().items().iter().enumerate() {
            let same = name.cast::<Str>().is_some_and(|n| {
                n.as_ref()
                    .bytes()
                    .eq_ignore_ascii_case(wanted.as_ref().bytes())
            });
            if same {
                return protocol::get_item(r.data.get().into(), Value::small_int(i as i64));
            }
        }
        return Err(index_error("No item with that key"));
    }
    if index.cast::<Slice>().is_some() {
        return Err(value_error("slices not implemented, yet"));
    }
    Err(index_error("Index must be int or string"))
}

pub fn row_iter(v: Value) -> PyResult {
    tuple::iter(this(v)?.data.get().into())
}

pub fn row_hash(v: Value) -> PyResult<i64> {
    let r = this(v)?;
    let h = protocol::hash(r.description.get())? ^ protocol::hash(r.data.get().into())?;
    Ok(if h == -1 { -2 } else { h })
}

pub fn row_richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let other = crate::singletons::not_implemented();
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(other);
    }
    let (Some(x), Some(y)) = (a.cast::<SqliteRow>(), b.cast::<SqliteRow>()) else {
        return Ok(other);
    };
    if !protocol::equal(x.description.get(), y.description.get())? {
        return Ok(other);
    }
    protocol::rich_compare(x.data.get().into(), y.data.get().into(), op)
}
