//! The type `TreeBuilder`: makes a tree of elements of what it is told of, in the order of a document.

use super::element::{self, TAIL, TEXT};
use super::{as_builder, parse_error};
use crate::builtins::{list, str as bytes, tuple};
use crate::error::{PyResult, index_error, type_error, value_error};
use crate::layouts::{Element, List, Str, TreeBuilder, Tuple};
use crate::object::Ref;

use crate::value::Value;
use crate::{protocol, typedef};

/// A new builder.
pub fn create() -> Ref<TreeBuilder> {
    TreeBuilder::alloc(
        None,
        None,
        None,
        None,
        0,
        list::new(),
        None,
        None,
        None,
        None,
        None,
    )
}

pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    as_builder(v)?;
    typedef::unlisted(v, name)
}

/// Gives collected text to the element that it belongs to.
fn flush(b: Ref<TreeBuilder>) {
    let (Some(data), Some(last)) = (b.data.get(), b.last.get()) else {
        return;
    };
    let place = if b.this.get() == Some(last) {
        TEXT
    } else {
        TAIL
    };
    let pieces = b.pieces.get() != 0 || data.exact::<List>().is_some();
    element::set_text(last, place, data, pieces);
    b.data.set(None);
    b.pieces.set(0);
}

fn tell(b: Ref<TreeBuilder>, event: Option<Value>, about: Value) -> PyResult<()> {
    if let (Some(events), Some(event)) = (b.events.get(), event) {
        events.try_push(tuple::from_slice(&[event, about]).into())?;
    }
    Ok(())
}

pub fn start(self_: Ref<TreeBuilder>, tag: Value, attrib: Value) -> PyResult {
    let attributes = Some(attrib).filter(|a| !a.is_none());
    let e = element::create(tag, attributes);
    flush(self_);
    match self_.this.get() {
        Some(this) => element::push(this, e.into())?,
        None if self_.root.get().is_some() => {
            return Err(parse_error(b"multiple elements on top level", None));
        }
        None => self_.root.set(Some(e.into())),
    }
    let outer = self_.this.get().map_or(Value::none(), Value::from);
    self_.stack.get().try_push(outer)?;
    self_.this.set(Some(e));
    self_.last.set(Some(e));
    tell(self_, self_.start_event.get(), e.into())?;
    Ok(e.into())
}

pub fn data(self_: Ref<TreeBuilder>, data: Value) -> PyResult<()> {
    if self_.last.get().is_none() {
        // Text before the first element.
        return Ok(());
    }
    match self_.data.get() {
        None => self_.data.set(Some(data)),
        Some(before) => match before.exact::<List>() {
            Some(pieces) => pieces.try_push(data)?,
            None => {
                self_
                    .data
                    .set(Some(list::from_slice(&[before, data]).into()));
                self_.pieces.set(1);
            }
        },
    }
    Ok(())
}

pub fn end(self_: Ref<TreeBuilder>, _tag: Value) -> PyResult {
    flush(self_);
    let Some(outer) = self_.stack.get().pop_last() else {
        return Err(index_error("pop from empty stack"));
    };
    let ended = self_.this.get();
    self_.last.set(ended);
    self_.this.set(outer.cast::<Element>());
    let ended = ended.map_or(Value::none(), Value::from);
    tell(self_, self_.end_event.get(), ended)?;
    Ok(ended)
}

pub fn close(self_: Ref<TreeBuilder>) -> PyResult {
    Ok(self_.root.get().unwrap_or(Value::none()))
}

pub fn xml(_self: Ref<TreeBuilder>, _encoding: Value, _standalone: Value) -> PyResult<()> {
    Ok(())
}

/// A namespace's scope begins (with its prefix and name) or ends.
pub fn namespace(b: Ref<TreeBuilder>, began: Option<Value>) -> PyResult<()> {
    match began {
        Some(pair) => tell(b, b.start_ns_event.get(), pair),
        None => tell(b, b.end_ns_event.get(), Value::none()),
    }
}

/// Chooses of which events the list gets to know.
pub fn listen(b: Ref<TreeBuilder>, events: Ref<List>, names: Value) -> PyResult<()> {
    b.events.set(Some(events));
    for place in [
        &b.start_event,
        &b.end_event,
        &b.start_ns_event,
        &b.end_ns_event,
    ] {
        place.set(None);
    }
    if names.is_none() {
        b.end_event.set(Some(bytes::intern(b"end").into()));
        return Ok(());
    }
    let Some(names) = names.cast::<Tuple>() else {
        return Err(type_error("invalid event tuple"));
    };
    for name in names.as_ref().items() {
        let Some(text) = name.cast::<Str>() else {
            return Err(type_error("invalid event tuple"));
        };
        let place = match text.as_ref().bytes() {
            b"start" => &b.start_event,
            b"end" => &b.end_event,
            b"start-ns" => &b.start_ns_event,
            b"end-ns" => &b.end_ns_event,
            _ => {
                let name = protocol::repr(*name)?.as_ref().to_text();
                let name = name.trim_matches(|c| c == '\'' || c == '"');
                return Err(value_error(format!("unknown event '{name}'")));
            }
        };
        place.set(Some(*name));
    }
    Ok(())
}
