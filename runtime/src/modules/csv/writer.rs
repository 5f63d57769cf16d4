//! Writing rows.

use super::ERROR;
use super::dialect::{ALL, NONE, NONNUMERIC, make};
use crate::builtins::str as bytes;
use crate::call::{self, Args};
use crate::error::{PyResult, type_error};
use crate::layouts::{CsvDialect, CsvWriter, Str};
use crate::number::{self, parse::c_string};
use crate::object::Ref;
use crate::types::parse;
use crate::value::Value;
use crate::{attr, names, protocol, thread};

/// `_csv.writer`
pub fn writer(args: &[Value], kwargs: Args<'_>) -> PyResult {
    let a = parse::unpack(Args::positional(args), 0, "", 1, 2)?;
    let write = match attr::get(a[0], names::write()) {
        Ok(w) if protocol::is_callable(w) => w,
        r => {
            if r.is_err() {
                thread::current().take_pending();
            }
            return Err(type_error("argument 1 must have a \"write\" method"));
        }
    };
    let dialect = make(a.get(1).copied(), kwargs)?;
    Ok(CsvWriter::alloc(write, dialect).into())
}

/// Appends a field; `alone` when the row has no other.
fn append(
    out: &mut Vec<u8>,
    d: Ref<CsvDialect>,
    text: &[u8],
    mut quoted: bool,
    alone: bool,
) -> PyResult<()> {
    let (delimiter, quote, escape) = (d.delimiter.get(), d.quotechar.get(), d.escapechar.get());
    let line_end = d.lineterminator.get();
    let line_end = line_end.as_ref().map_or(&[][..], |s| s.bytes());
    let mut field = Vec::with_capacity(text.len());
    for c in c_string(text) {
        let code = u32::from(*c);
        if code == delimiter || code == escape || code == quote || line_end.contains(c) {
            let mut escaped = false;
            if d.quoting.get() == NONE {
                escaped = true;
            } else if code == quote {
                if d.doublequote.get() != 0 {
                    field.push(quote as u8);
                } else {
                    escaped = true;
                }
            }
            if escaped {
                if escape == 0 {
                    return Err(ERROR.raise("need to escape, but no escapechar set"));
                }
                field.push(escape as u8);
            } else {
                quoted = true;
            }
        }
        field.push(*c);
    }
    if field.is_empty() && alone {
        if d.quoting.get() == NONE {
            return Err(ERROR.raise("single empty field record must be quoted"));
        }
        quoted = true;
    }
    if quoted {
        out.push(quote as u8);
    }
    out.extend_from_slice(&field);
    if quoted {
        out.push(quote as u8);
    }
    Ok(())
}

pub fn writerow(self_: Ref<CsvWriter>, row: Value) -> PyResult {
    let d = self_.dialect.get();
    let slots = &row.ty().slots;
    let is_sequence = crate::modules::operator::is_sequence(row)?;
    if !is_sequence || slots.len.get().is_none() {
        return Err(ERROR.raise("sequence expected"));
    }
    let n = protocol::len(row)?;
    let mut out = Vec::new();
    for i in 0..n {
        let v = protocol::get_item(row, Value::int(i))?;
        let quoted = match d.quoting.get() {
            NONNUMERIC => !number::is_number(v),
            ALL => true,
            _ => false,
        };
        if i > 0 {
            out.push(d.delimiter.get() as u8);
        }
        let text = if let Some(s) = v.cast::<Str>() {
            s
        } else if v.is_none() {
            bytes::empty()
        } else if number::view::float(v).is_some() {
            protocol::repr(v)?
        } else {
            protocol::str(v)?
        };
        append(&mut out, d, text.as_ref().bytes(), quoted, n == 1)?;
    }
    if let Some(s) = d.lineterminator.get() {
        out.extend_from_slice(s.as_ref().bytes());
    }
    call::call_values(self_.write.get(), &[bytes::try_new(&out)?.into()])
}

pub fn writerows(self_: Ref<CsvWriter>, rows: Value) -> PyResult<()> {
    let it = protocol::iter_or_else(rows, || type_error("writerows() argument must be iterable"))?;
    while let Some(row) = protocol::next(it)? {
        writerow(self_, row)?;
    }
    Ok(())
}
