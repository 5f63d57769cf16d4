//! Objects that only a reduction refers to, which CPython's pickler leaves out of the memo: it goes by the count of references.

use super::super::opcodes as op;
use super::Saver;
use crate::error::PyResult;
use crate::layouts::{
    ArrayObject, ByteArray, DateObject, DatetimeObject, Deque, Dict, FrozenSet, List, Set, Str,
    TimeObject, Tuple, Unicode,
};
use crate::object::Ref;
use crate::value::Value;

impl Saver {
    /// A tuple that only the reduction refers to: not for the memo.
    pub(super) fn save_fresh(&mut self, t: Ref<Tuple>) -> PyResult<()> {
        if let Some(f) = self.persistent
            && self.save_persistent(t.into(), f)?
        {
            return Ok(());
        }
        self.save_tuple(t, false)
    }

    /// Arguments of which each was made for the pickle.
    pub(super) fn save_fresh_items(&mut self, t: Ref<Tuple>) -> PyResult<()> {
        if self.persistent.is_some() || t.as_ref().is_empty() {
            return self.save_fresh(t);
        }
        let items = t.as_ref().items();
        let short = items.len() <= 3 && self.protocol >= 2;
        if !short {
            self.out.push(op::MARK);
        }
        for v in items {
            self.save_fresh_item(*v)?;
        }
        self.out.push(match items.len() {
            1 if short => op::TUPLE1,
            2 if short => op::TUPLE2,
            3 if short => op::TUPLE3,
            _ => op::TUPLE,
        });
        Ok(())
    }

    /// An object that nothing else refers to: not for the memo, unless it is a container with something in it.
    pub(super) fn save_fresh_item(&mut self, v: Value) -> PyResult<()> {
        if let Some(s) = v.exact::<Str>() {
            return self.write_str(s);
        }
        if let Some(u) = v.exact::<Unicode>() {
            return self.write_unicode(u);
        }
        if let Some(t) = v.exact::<Tuple>() {
            return self.save_tuple(t, false);
        }
        match v {
            _ if v.exact::<List>().is_some_and(|l| l.as_ref().is_empty()) => {
                self.empty(op::EMPTY_LIST, op::LIST);
            }
            _ if v.exact::<Dict>().is_some_and(|d| d.is_empty()) => {
                self.empty(op::EMPTY_DICT, op::DICT);
            }
            _ => self.save(v, false)?,
        }
        Ok(())
    }

    /// The arguments of a date or time: a string that was made for the pickle, and perhaps a zone.
    pub(super) fn save_state_arguments(&mut self, t: Ref<Tuple>) -> PyResult<()> {
        if self.persistent.is_some() || !matches!(t.as_ref().len(), 1 | 2) {
            return self.save_fresh(t);
        }
        let fresh_text = t.as_ref().items()[0].exact::<Str>();
        let Some(text) = fresh_text else {
            return self.save_fresh(t);
        };
        let short = self.protocol >= 2;
        if !short {
            self.out.push(op::MARK);
        }
        self.write_str(text)?;
        for v in &t.as_ref().items()[1..] {
            self.save(*v, false)?;
        }
        self.out.push(match t.as_ref().len() {
            1 if short => op::TUPLE1,
            _ if short => op::TUPLE2,
            _ => op::TUPLE,
        });
        Ok(())
    }
}

/// An object whose reduction has new arguments: copies of what is in it.
pub(super) fn reduces_to_new(v: Value) -> bool {
    v.cast::<ByteArray>().is_some()
        || v.cast::<Set>().is_some()
        || v.cast::<FrozenSet>().is_some()
        || v.cast::<Deque>().is_some()
        || v.cast::<ArrayObject>().is_some()
        || v.ty().def.get().is_some_and(|def| def.visible.is_some())
}

/// A date or time, whose reduction is a new string.
pub(super) fn is_time(v: Value) -> bool {
    v.cast::<DateObject>().is_some()
        || v.cast::<DatetimeObject>().is_some()
        || v.cast::<TimeObject>().is_some()
}
