//! Hidden classes: where an instance keeps its attributes.
//!
//! A shape is a node of a transition tree rooted in a class: it adds one attribute name to its
//! parent. Its 32-bit id stands in every object's header, so one compare answers "is this an
//! instance of class C whose attribute `x` is at offset 24". Exact instances of builtin types
//! have a constant shape, the type's index + 1, and no attributes.
//!
//! An instance's memory is `[its layout][extension word][inline slots]`: attribute `i` is inline
//! slot `i`, or past the class's inline capacity, element `i - capacity` of the buffer in the
//! extension word. In dictionary mode (after `__dict__` was asked for, a deletion, or too many
//! attributes) the extension word holds the instance's dict and no slot is used; the shape is the
//! class's one dictionary shape.
//!
//! Two things more are in an instance's memory. Members (`__slots__`) stand between the builtin
//! layout and the extension word. And where the layout ends in a tail of varying length (tuple)
//! nothing can stand behind it at a fixed place: instances of such classes are always in dictionary
//! mode, with the extension word behind the tail ([`AT_END`]), empty until there is an attribute.
//!
//! Shapes, their names (interned strings) and classes live for ever.

use std::cell::UnsafeCell;
use std::collections::HashMap;

use crate::layouts::Str;
use crate::object::Ref;
use crate::typeobj::Type;

/// Ids below are exact instances of builtin types.
pub const FIRST_DYNAMIC: u32 = 1024;
/// In place of the extension word's offset: it is behind the layout's tail.
pub const AT_END: u32 = u32::MAX;
/// Instances with more attributes than this go to dictionary mode.
pub const MAX_ATTRIBUTES: u32 = 128;

/// How instances of a shape keep attributes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// None at all (no `__dict__`).
    Plain,
    /// In slots named by the transition chain.
    Slots,
    /// In the dict in the extension word.
    Dict,
}

/// One hidden class.
pub struct Shape {
    pub id: u32,
    pub kind: Kind,
    pub ty: Ref<Type>,
    /// The shape without the last attribute.
    pub parent: Option<&'static Shape>,
    /// The attribute this shape adds; none in a root.
    pub name: Option<Ref<Str>>,
    /// Number of attributes.
    pub count: u32,
    /// Inline slots of every instance below this root.
    pub inline_capacity: u32,
    /// Byte offset of the extension word, or [`AT_END`].
    pub extension: u32,
    /// Byte offset of the first member; they go on up to `end`.
    pub members: u32,
    /// Byte offset behind the last member.
    pub end: u32,
}

impl Shape {
    /// Byte offset of inline slot `index`.
    #[inline]
    pub fn inline_offset(&self, index: u32) -> u32 {
        self.extension + 8 + 8 * index
    }

    /// The index of attribute `name` (an interned string).
    pub fn lookup(&'static self, name: Ref<Str>) -> Option<u32> {
        if self.kind != Kind::Slots || self.count == 0 {
            return None;
        }
        let table = table();
        let slot = &mut table.lookups
            [((self.id as usize).wrapping_mul(0x9E37_79B1) ^ (name.addr() >> 4)) % LOOKUPS];
        if slot.0 == self.id && slot.1 == name.addr() {
            return slot.2.checked_sub(1);
        }
        let mut at = Some(self);
        let mut found = None;
        while let Some(s) = at {
            if s.name == Some(name) {
                found = Some(s.count - 1);
                break;
            }
            at = s.parent;
        }
        *slot = (self.id, name.addr(), found.map_or(0, |i| i + 1));
        found
    }

    /// Attribute names in the order they were added.
    pub fn names(&'static self) -> impl Iterator<Item = Ref<Str>> {
        let mut chain = [None; MAX_ATTRIBUTES as usize + 1];
        let mut at = Some(self);
        while let Some(s) = at {
            if s.name.is_some() {
                chain[s.count as usize - 1] = s.name;
            }
            at = s.parent;
        }
        chain.into_iter().take(self.count as usize).flatten()
    }

    /// The shape with `name` added; `None` when dictionary mode is due.
    pub fn with(&'static self, name: Ref<Str>) -> Option<&'static Shape> {
        if self.count >= MAX_ATTRIBUTES {
            return None;
        }
        let key = (self.id, name.addr());
        if let Some(&s) = table().transitions.get(&key) {
            return Some(s);
        }
        let s = add(|id| Shape {
            id,
            parent: Some(self),
            name: Some(name),
            count: self.count + 1,
            ..*self
        });
        table().transitions.insert(key, s);
        Some(s)
    }
}

const LOOKUPS: usize = 4096;

struct Table {
    shapes: Vec<&'static Shape>,
    transitions: HashMap<(u32, usize), &'static Shape>,
    lookups: Box<[(u32, usize, u32); LOOKUPS]>,
}

struct Global(UnsafeCell<Option<Table>>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Global {}
static TABLE: Global = Global(UnsafeCell::new(None));

#[allow(clippy::mut_from_ref)]
fn table() -> &'static mut Table {
    // SAFETY: one mutator at a time, and no caller keeps the reference over another call here
    // that could reach it (each use is one statement).
    let t = unsafe { &mut *TABLE.0.get() };
    t.get_or_insert_with(|| Table {
        shapes: Vec::new(),
        transitions: HashMap::new(),
        lookups: vec![(0, 0, 0); LOOKUPS]
            .into_boxed_slice()
            .try_into()
            .expect("its length"),
    })
}

fn add(make: impl FnOnce(u32) -> Shape) -> &'static Shape {
    let id = FIRST_DYNAMIC + table().shapes.len() as u32;
    let s: &'static Shape = Box::leak(Box::new(make(id)));
    table().shapes.push(s);
    s
}

/// Bytes of the builtin layout that instances of `ty` begin with.
fn builtin_size(ty: Ref<Type>) -> u32 {
    let mut at = Some(ty);
    while let Some(t) = at {
        if let Some(def) = t.def.get() {
            return def.size;
        }
        at = t.base.get();
    }
    ty.basic_size.get()
}

/// A new root for instances of `ty`.
pub fn new_root(ty: Ref<Type>, kind: Kind, extension: u32, inline_capacity: u32) -> &'static Shape {
    let (members, end) = if extension == AT_END {
        (0, 0)
    } else {
        (builtin_size(ty), ty.basic_size.get())
    };
    add(|id| Shape {
        id,
        kind,
        ty,
        parent: None,
        name: None,
        count: 0,
        inline_capacity,
        extension,
        members,
        end,
    })
}

/// The shape with this id; `None` for exact instances of builtin types.
#[inline]
pub fn get(id: u32) -> Option<&'static Shape> {
    let i = id.checked_sub(FIRST_DYNAMIC)?;
    table().shapes.get(i as usize).copied()
}

/// Number of shapes made.
pub fn count() -> usize {
    table().shapes.len()
}

/// Marks what shapes hold.
pub fn trace_roots(tracer: &mut crate::heap::Tracer) {
    for s in &table().shapes {
        tracer.mark_object(s.ty.addr() as *mut u8);
        if let Some(n) = s.name {
            tracer.mark_object(n.addr() as *mut u8);
        }
    }
}
