//! What every heap object begins with, and the two ways to hold one.
//!
//! [`Ref`] is a non-null pointer to a live object. It is `Copy` and dereferences to the
//! layout struct, whose fields are cells: there is one mutator at a time (the GIL), so shared
//! references with interior mutability are all the runtime needs.
//! A `Ref` or `Value` lives on the stack (scanned conservatively) or in a traced field
//! ([`Slot`]), never in `Vec`, `Box` or a hash map.

use std::cell::Cell;
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;

use crate::layouts::LayoutId;
use crate::typeobj::Type;
use crate::value::Value;

/// Word 0 and 1 of every object.
#[repr(C)]
pub struct Header {
    /// Hidden class; see [`crate::shape`]. For exact instances of builtin types a constant.
    pub shape: Cell<u32>,
    /// The collector's and a few type-specific bits; see [`crate::heap`].
    pub gc_bits: Cell<u16>,
    /// References held by C code, saturating.
    pub c_refs: Cell<u16>,
    ty: Cell<Option<Ref<Type>>>,
}

impl Header {
    /// A header for a static object, completed at start-up by [`Header::set_ty`].
    pub const fn new_static(shape: u32) -> Header {
        Header {
            shape: Cell::new(shape),
            gc_bits: Cell::new(0),
            c_refs: Cell::new(0),
            ty: Cell::new(None),
        }
    }

    /// The object's type pointer.
    #[inline(always)]
    pub fn ty(&self) -> Ref<Type> {
        debug_assert!(self.ty.get().is_some());
        // SAFETY: every object gets its type when it is allocated, before it can be seen.
        unsafe { self.ty.get().unwrap_unchecked() }
    }

    /// Was the header written? An object that was only just allocated has none yet.
    pub fn has_type(&self) -> bool {
        self.ty.get().is_some()
    }

    #[inline(always)]
    pub fn set_ty(&self, ty: Ref<Type>) {
        self.ty.set(Some(ty));
    }
}

/// A struct that describes the memory of a kind of object; generated from spec/layouts.toml.
///
/// # Safety
/// `repr(C)`, begins with [`Header`], and objects with `ID`'s types have this memory.
pub unsafe trait Layout: Sized {
    const ID: LayoutId;
    /// Shape id of exact instances of the layout's builtin type.
    const SHAPE: u32;
}

/// A non-null pointer to a live object of layout `T`.
pub struct Ref<T>(NonNull<T>);

impl<T> Clone for Ref<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Ref<T> {}

impl<T> Ref<T> {
    /// # Safety
    /// `p` points at a live (or static) object of layout `T`.
    #[inline(always)]
    pub unsafe fn from_raw(p: *mut T) -> Ref<T> {
        debug_assert!(!p.is_null());
        // SAFETY: promised by the caller.
        Ref(unsafe { NonNull::new_unchecked(p) })
    }

    /// A static object.
    #[inline(always)]
    pub const fn from_static(t: &'static T) -> Ref<T> {
        // SAFETY: a reference is not null.
        Ref(unsafe { NonNull::new_unchecked(t as *const T as *mut T) })
    }

    #[inline(always)]
    pub fn as_ptr(self) -> *mut T {
        self.0.as_ptr()
    }

    #[inline(always)]
    pub fn addr(self) -> usize {
        self.0.as_ptr() as usize
    }

    #[inline(always)]
    pub fn value(self) -> Value {
        self.into()
    }

    /// The object's header.
    #[inline(always)]
    pub fn header(self) -> Ref<Header> {
        Ref(self.0.cast())
    }

    /// The object with a lifetime of the caller's choosing; objects do not move.
    #[inline(always)]
    pub fn as_ref<'a>(self) -> &'a T {
        // SAFETY: live while reachable from the stack; never moved.
        unsafe { &*self.0.as_ptr() }
    }

    /// Another view of the same object.
    ///
    /// # Safety
    /// The object has layout `U`.
    #[inline(always)]
    pub unsafe fn cast<U>(self) -> Ref<U> {
        Ref(self.0.cast())
    }
}

impl<T> Deref for Ref<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: live while reachable from the stack; never moved.
        unsafe { self.0.as_ref() }
    }
}

/// A traced field: the one place through which heap objects are made to point at others.
#[repr(transparent)]
pub struct Slot<T: Copy>(Cell<T>, PhantomData<T>);

impl<T: Copy> Slot<T> {
    pub const fn new(v: T) -> Slot<T> {
        Slot(Cell::new(v), PhantomData)
    }
    #[inline(always)]
    pub fn get(&self) -> T {
        self.0.get()
    }
    /// Stores. A generational barrier would go here.
    #[inline(always)]
    pub fn set(&self, v: T) {
        self.0.set(v);
    }
}

/// What a traced slot can hold, as the collector's word.
pub trait Traced: Copy {
    fn word(self) -> u64;
}
impl Traced for Value {
    #[inline(always)]
    fn word(self) -> u64 {
        self.bits()
    }
}
impl Traced for Option<Value> {
    #[inline(always)]
    fn word(self) -> u64 {
        self.map_or(0, Value::bits)
    }
}
impl<T> Traced for Ref<T> {
    #[inline(always)]
    fn word(self) -> u64 {
        self.addr() as u64
    }
}
impl<T> Traced for Option<Ref<T>> {
    #[inline(always)]
    fn word(self) -> u64 {
        self.map_or(0, |r| r.addr() as u64)
    }
}
