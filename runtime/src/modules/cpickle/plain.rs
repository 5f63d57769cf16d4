//! Instances of classes that say nothing about pickling, in protocol 2: what `object.__reduce_ex__` would
//! return for them is written without being made. The instance stays as it is, too: asking for its
//! `__dict__` would change how it keeps its attributes.

use super::opcodes as op;
use super::save::Saver;
use crate::builtins::{dict, str as bytes};
use crate::error::PyResult;
use crate::layouts::{Dict, List};
use crate::object::Ref;
use crate::shape::{self, Kind};
use crate::typeobj::{Type, flags};
use crate::value::Value;
use crate::{attr, attributes, protocol, types};

/// Is an instance of the type what its attributes are, as far as pickling goes?
fn is_plain(ty: Ref<Type>) -> PyResult<bool> {
    let object = types::OBJECT.get();
    let inherits = |name: &'static str| {
        let name = bytes::intern_static(name);
        ty.lookup(name) == object.lookup(name)
    };
    if !ty.has(flags::HEAP)
        || !attr::is_generic_get(ty.slots.getattr.get())
        || ![
            "__reduce_ex__",
            "__reduce__",
            "__getstate__",
            "__getnewargs__",
        ]
        .into_iter()
        .all(inherits)
    {
        return Ok(false);
    }
    let copy_reg = super::module_named(bytes::intern_static("copy_reg"))?;
    let names = attr::get(copy_reg, bytes::intern_static("_slotnames"))?;
    let names = crate::call::call_values(names, &[ty.into()])?;
    Ok(!protocol::truth(names)?)
}

impl Saver {
    /// Writes a plain instance; false when it is none.
    pub(super) fn save_plain(&mut self, v: Value, ty: Ref<Type>) -> PyResult<bool> {
        if v.cast::<List>().is_some() || v.cast::<Dict>().is_some() {
            return Ok(false);
        }
        let key = (ty.addr(), ty.version.get());
        let plain = match self
            .plain
            .iter()
            .find(|(t, n, _)| *n != 0 && (*t, *n) == key)
        {
            Some((_, _, plain)) => *plain,
            None => {
                let plain = is_plain(ty)?;
                // Looking made the class remember the names of its slots.
                self.plain.push((ty.addr(), ty.version.get(), plain));
                plain
            }
        };
        let own = |name: &'static str| attributes::get(v, bytes::intern_static(name)).is_some();
        if !plain || own("__getstate__") || own("__reduce_ex__") {
            return Ok(false);
        }
        self.save(ty.into(), false)?;
        self.push(&[op::EMPTY_TUPLE, op::NEWOBJ]);
        self.put(v)?;
        let Some(h) = v.header() else {
            return Ok(false);
        };
        let state = match shape::get(h.shape.get()).map(|s| s.kind) {
            Some(Kind::Slots) => {
                let d = dict::new();
                let mut result = Ok(());
                attributes::for_each(v, |k, x| {
                    if result.is_ok() {
                        result = d.set(k, x);
                    }
                });
                result?;
                Some(d.into())
            }
            Some(Kind::Dict) => attributes::dict(v),
            _ => None,
        };
        if let Some(d) = state {
            self.save(d, false)?;
            self.push(&[op::BUILD]);
        }
        Ok(true)
    }
}
