//! Union, intersection, difference and symmetric difference: which operand is gone through, and when
//! the result's table grows, decides the order of the result. Both are as in CPython 2.7.
//!
//! Each operation has a form that changes a set ([`extend`], [`intersect`], [`subtract`], [`toggle`]) and
//! one that makes a new one, of the left operand's type.

use crate::builtins::dict::hash_key;
use crate::builtins::dict::table::Hashed;
use crate::builtins::iterators::{for_each, for_each_while};
use crate::error::PyResult;
use crate::layouts::{Dict, Set};
use crate::object::Ref;
use crate::value::Value;

use super::{as_exact_set, as_set, from_iterable, from_iterable_of, new_of};

/// `s |= other` for any iterable.
pub fn extend(s: Ref<Set>, other: Value) -> PyResult<()> {
    if let Some(o) = as_set(other) {
        return merge(s, o);
    }
    if let Some(d) = other.exact::<Dict>() {
        s.reserve(d.len())?;
        let mut at = 0;
        while let Some((k, hash, _)) = d.next_hashed(&mut at) {
            s.add_hashed(k, hash)?;
        }
        return Ok(());
    }
    for_each(other, |v| s.add(v))
}

/// `s |= other`
pub fn merge(s: Ref<Set>, other: Ref<Set>) -> PyResult<()> {
    if s == other || other.is_empty() {
        return Ok(());
    }
    s.reserve(other.len())?;
    let mut at = 0;
    if s.fill() == 0 {
        // They are all different: those of different hashes need not be compared.
        s.own_table()?;
        while let Some((v, hash)) = other.next_hashed(&mut at) {
            if !s.insert_unlike(v, hash) {
                s.insert(v, hash)?;
            }
        }
        return Ok(());
    }
    while let Some((v, hash)) = other.next_hashed(&mut at) {
        s.insert(v, hash)?;
    }
    Ok(())
}

/// `s & other` for any iterable.
fn intersection(s: Ref<Set>, other: Value) -> PyResult<Ref<Set>> {
    let ty = s.value().ty();
    if s.value() == other {
        return s.copy_of(ty);
    }
    let result = new_of(ty);
    let Some(o) = as_set(other) else {
        for_each(other, |v| {
            let hash = hash_key(v)?;
            if s.contains_hashed(v, hash)? {
                result.add_hashed(v, hash)
            } else {
                Ok(())
            }
        })?;
        return Ok(result);
    };
    let (large, small) = if o.len() > s.len() { (o, s) } else { (s, o) };
    let mut at = 0;
    while let Some((v, hash)) = small.next_hashed(&mut at) {
        if large.contains_hashed(v, hash)? {
            result.add_hashed(v, hash)?;
        }
    }
    Ok(result)
}

/// Gives `s` the elements of a set that nobody else has.
fn become_(s: Ref<Set>, other: Ref<Set>) {
    s.table.set(other.table.get());
    s.used.set(other.used.get());
    s.fill.set(other.fill.get());
}

/// `s &= other` for any iterable.
pub fn intersect(s: Ref<Set>, other: Value) -> PyResult<()> {
    become_(s, intersection(s, other)?);
    Ok(())
}

/// `s -= other` for any iterable.
pub fn subtract(s: Ref<Set>, other: Value) -> PyResult<()> {
    if s.value() == other {
        s.clear();
        return Ok(());
    }
    match as_set(other) {
        Some(o) => {
            let mut at = 0;
            while let Some((v, hash)) = o.next_hashed(&mut at) {
                s.discard_hashed(v, hash)?;
            }
        }
        None => for_each(other, |v| s.discard(v).map(|_| ()))?,
    }
    // Many dummies make searches long.
    if (s.fill() - s.used()) * 5 < s.table().mask() {
        return Ok(());
    }
    s.resize(s.used() * if s.used() > 50_000 { 2 } else { 4 })
}

/// `s - other` for any iterable.
fn difference(s: Ref<Set>, other: Value) -> PyResult<Ref<Set>> {
    let ty = s.value().ty();
    let (o, d) = (as_set(other), other.exact::<Dict>());
    if o.is_none() && d.is_none() {
        let result = s.copy_of(ty)?;
        subtract(result, other)?;
        return Ok(result);
    }
    let result = new_of(ty);
    let mut at = 0;
    while let Some((v, hash)) = s.next_hashed(&mut at) {
        let there = match (o, d) {
            (Some(o), _) => o.contains_hashed(v, hash)?,
            (None, Some(d)) => d.get_hashed(v, hash)?.is_some(),
            (None, None) => false,
        };
        if !there {
            result.add_hashed(v, hash)?;
        }
    }
    Ok(result)
}

/// `s ^= other` for any iterable.
pub fn toggle(s: Ref<Set>, other: Value) -> PyResult<()> {
    if s.value() == other {
        s.clear();
        return Ok(());
    }
    let one = |v: Value, hash: i64| {
        if s.discard_hashed(v, hash)? {
            Ok(())
        } else {
            s.add_hashed(v, hash)
        }
    };
    if let Some(d) = other.exact::<Dict>() {
        let mut at = 0;
        while let Some((k, hash, _)) = d.next_hashed(&mut at) {
            one(k, hash)?;
        }
        return Ok(());
    }
    let o = match as_set(other) {
        Some(o) => o,
        None => from_iterable_of(s.value().ty(), other)?,
    };
    let mut at = 0;
    while let Some((v, hash)) = o.next_hashed(&mut at) {
        one(v, hash)?;
    }
    Ok(())
}

/// `s ^ other` for any iterable.
fn toggled(s: Ref<Set>, other: Value) -> PyResult<Ref<Set>> {
    let result = from_iterable_of(s.value().ty(), other)?;
    toggle(result, s.into())?;
    Ok(result)
}

/// Is every element of `s` in `other`?
pub fn is_subset(s: Ref<Set>, other: Ref<Set>) -> PyResult<bool> {
    if s.len() > other.len() {
        return Ok(false);
    }
    let mut at = 0;
    while let Some((v, hash)) = s.next_hashed(&mut at) {
        if !other.contains_hashed(v, hash)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `other` as a set: itself, or a new one of what it yields.
fn any_set(other: Value) -> PyResult<Ref<Set>> {
    match as_set(other) {
        Some(o) => Ok(o),
        None => from_iterable(other),
    }
}

/// `s.issubset(other)`
pub fn issubset(self_: Ref<Set>, other: Value) -> PyResult<bool> {
    is_subset(self_, any_set(other)?)
}

/// `s.issuperset(other)`
pub fn issuperset(self_: Ref<Set>, other: Value) -> PyResult<bool> {
    is_subset(any_set(other)?, self_)
}

/// `s.isdisjoint(other)`
pub fn isdisjoint(self_: Ref<Set>, other: Value) -> PyResult<bool> {
    if self_.value() == other {
        return Ok(self_.is_empty());
    }
    if let Some(o) = as_exact_set(other) {
        let (large, small) = if o.len() > self_.len() {
            (o, self_)
        } else {
            (self_, o)
        };
        let mut at = 0;
        while let Some((v, hash)) = small.next_hashed(&mut at) {
            if large.contains_hashed(v, hash)? {
                return Ok(false);
            }
        }
        return Ok(true);
    }
    let mut disjoint = true;
    for_each_while(other, |v| {
        disjoint = !self_.contains(v)?;
        Ok(disjoint)
    })?;
    Ok(disjoint)
}

fn copy_of_same(s: Ref<Set>) -> PyResult<Ref<Set>> {
    s.copy_of(s.value().ty())
}

/// `s.union(…)`
pub fn union(self_: Ref<Set>, others: &[Value]) -> PyResult {
    let result = copy_of_same(self_)?;
    for o in others {
        if *o != self_.value() {
            extend(result, *o)?;
        }
    }
    Ok(result.into())
}

/// `s.update(…)`
pub fn update(self_: Ref<Set>, others: &[Value]) -> PyResult<()> {
    others.iter().try_for_each(|o| extend(self_, *o))
}

fn intersection_of_all(s: Ref<Set>, others: &[Value]) -> PyResult<Ref<Set>> {
    if others.is_empty() {
        return copy_of_same(s);
    }
    others.iter().try_fold(s, |s, o| intersection(s, *o))
}

/// `s.intersection(…)`
pub fn intersection_method(self_: Ref<Set>, others: &[Value]) -> PyResult {
    Ok(intersection_of_all(self_, others)?.into())
}

/// `s.intersection_update(…)`
pub fn intersection_update(self_: Ref<Set>, others: &[Value]) -> PyResult<()> {
    become_(self_, intersection_of_all(self_, others)?);
    Ok(())
}

/// `s.difference(…)`
pub fn difference_method(self_: Ref<Set>, others: &[Value]) -> PyResult {
    let Some((first, rest)) = others.split_first() else {
        return Ok(copy_of_same(self_)?.into());
    };
    let result = difference(self_, *first)?;
    for o in rest {
        subtract(result, *o)?;
    }
    Ok(result.into())
}

/// `s.difference_update(…)`
pub fn difference_update(self_: Ref<Set>, others: &[Value]) -> PyResult<()> {
    others.iter().try_for_each(|o| subtract(self_, *o))
}

/// `s.symmetric_difference(other)`
pub fn symmetric_difference(self_: Ref<Set>, other: Value) -> PyResult {
    Ok(toggled(self_, other)?.into())
}

/// `s.symmetric_difference_update(other)`
pub fn symmetric_difference_update(self_: Ref<Set>, other: Value) -> PyResult<()> {
    toggle(self_, other)
}

macro_rules! operators {
    ($($(#[$doc:meta])* $f:ident |$a:ident, $b:ident| $result:expr;)*) => { $(
        $(#[$doc])*
        pub fn $f(a: Value, b: Value) -> PyResult {
            match (as_set(a), as_set(b)) {
                (Some($a), Some($b)) => $result,
                _ => Ok(crate::singletons::not_implemented()),
            }
        }
    )* };
}

operators! {
    /// `a | b`
    or |a, b| {
        let result = copy_of_same(a)?;
        if a != b {
            merge(result, b)?;
        }
        Ok(result.into())
    };
    /// `a & b`
    and |a, b| Ok(intersection(a, b.into())?.into());
    /// `a - b`
    sub |a, b| Ok(difference(a, b.into())?.into());
    /// `a ^ b`
    xor |a, b| Ok(toggled(a, b.into())?.into());
    /// `a |= b`
    ior |a, b| { merge(a, b)?; Ok(a.into()) };
    /// `a &= b`
    iand |a, b| { intersect(a, b.into())?; Ok(a.into()) };
    /// `a -= b`
    isub |a, b| { subtract(a, b.into())?; Ok(a.into()) };
    /// `a ^= b`
    ixor |a, b| { toggle(a, b.into())?; Ok(a.into()) };
}
