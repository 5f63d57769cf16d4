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
//! Shapes belong to a class (a type, or an old-style class), whose instances alone have them, and which their
//! instances keep alive. When it dies, they are freed ([`forget`]). Their ids are never used again, so whatever
//! still knows one (an inline cache, compiled code) never meets it: there are 2³² of them. When all but a reserve
//! have been given out no more classes can be made ([`is_exhausted`]). Their names are interned strings, which
//! live for ever.

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
/// Shapes of a class. Where a program takes names of attributes from its data, or binds them in any order, there would be
/// one for almost every instance, for as long as the class lives: instances that would need more go to dictionary mode.
pub const MAX_SHAPES: usize = 2000;

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
    /// Address of the class that they belong to.
    owner: usize,
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
        if self.count >= MAX_ATTRIBUTES || is_exhausted() {
            return None;
        }
        let key = (self.id, name.addr());
        if let Some(&s) = table().transitions.get(&key) {
            return Some(s);
        }
        let family = table().families.get(&self.owner);
        if family.is_some_and(|shapes| shapes.len() >= MAX_SHAPES) {
            return None;
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
/// Shapes of a page of the table.
const PAGE: usize = 256;
/// Ids kept for the classes that there are when all others have been given out: each may still need a shape for
/// dictionary mode.
const RESERVE: u32 = 1 << 24;

/// Shapes of neighbouring ids.
struct Page {
    shapes: [Option<&'static Shape>; PAGE],
    live: usize,
}

struct Table {
    /// Shapes by id. A page goes when all of its shapes have gone, so that programs that make classes for ever
    /// pay a word for a page of them.
    pages: Vec<Option<Box<Page>>>,
    /// The next id, less [`FIRST_DYNAMIC`].
    next: u32,
    live: usize,
    transitions: HashMap<(u32, usize), &'static Shape>,
    /// Shapes of each class, by its address, in the order they were made.
    families: HashMap<usize, Vec<&'static Shape>>,
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
        pages: Vec::new(),
        next: 0,
        live: 0,
        transitions: HashMap::new(),
        families: HashMap::new(),
        lookups: vec![(0, 0, 0); LOOKUPS]
            .into_boxed_slice()
            .try_into()
            .expect("its length"),
    })
}

fn add(make: impl FnOnce(u32) -> Shape) -> &'static Shape {
    let table = table();
    let index = table.next;
    table.next += 1;
    let s: &'static Shape = Box::leak(Box::new(make(FIRST_DYNAMIC + index)));
    let page = index as usize / PAGE;
    if page == table.pages.len() {
        table.pages.push(None);
    }
    let page = table.pages[page].get_or_insert_with(|| {
        Box::new(Page {
            shapes: [None; PAGE],
            live: 0,
        })
    });
    page.shapes[index as usize % PAGE] = Some(s);
    page.live += 1;
    table.live += 1;
    table.families.entry(s.owner).or_default().push(s);
    s
}

/// Have all ids been given out but those that the classes that there are may need?
pub fn is_exhausted() -> bool {
    table().next >= u32::MAX - FIRST_DYNAMIC - RESERVE
}

/// Frees the shapes of a class that is dead, as are its instances. For droppers: looks at no other object.
///
/// # Safety
/// `class` must be the address of a dead class.
pub unsafe fn forget(class: usize) {
    let table = table();
    for s in table.families.remove(&class).into_iter().flatten().rev() {
        if let (Some(parent), Some(name)) = (s.parent, s.name) {
            table.transitions.remove(&(parent.id, name.addr()));
        }
        let index = (s.id - FIRST_DYNAMIC) as usize;
        let page = &mut table.pages[index / PAGE];
        if let Some(p) = page {
            p.shapes[index % PAGE] = None;
            p.live -= 1;
            if p.live == 0 {
                *page = None;
            }
        }
        table.live -= 1;
        // SAFETY: `add` has leaked it; the table no longer has it, nor do transitions and children, which were of
        // the same class and are gone. Whoever works with a shape has an instance of the class, but that is dead.
        drop(unsafe { Box::from_raw(std::ptr::from_ref(s).cast_mut()) });
    }
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

/// A new root for instances of `ty`, to which it belongs.
pub fn new_root(ty: Ref<Type>, kind: Kind, extension: u32, inline_capacity: u32) -> &'static Shape {
    new_root_of(ty.addr(), ty, kind, extension, inline_capacity)
}

/// A new root for instances of `ty` that belongs to the class at an address.
pub fn new_root_of(
    owner: usize,
    ty: Ref<Type>,
    kind: Kind,
    extension: u32,
    inline_capacity: u32,
) -> &'static Shape {
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
        owner,
    })
}

/// The shape with this id; `None` for exact instances of builtin types.
#[inline]
pub fn get(id: u32) -> Option<&'static Shape> {
    let i = id.checked_sub(FIRST_DYNAMIC)? as usize;
    table().pages.get(i / PAGE)?.as_ref()?.shapes[i % PAGE]
}

/// Number of shapes that there are.
pub fn count() -> usize {
    table().live
}
