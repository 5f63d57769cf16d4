//! product, permutations, combinations. The items stand in tuples ("pools"), and the state is which
//! places of them make the next result.

use crate::builtins::{list, sequence, tuple};
use crate::call::Args;
use crate::convert;
use crate::error::{PyResult, no_memory, overflow_error, value_error};
use crate::layouts::{
    IndexArray, ItCombinations, ItCombinationsWithReplacement, ItPermutations, ItProduct, Tuple,
};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

impl IndexArray {
    fn with(n: usize, number: impl Fn(usize) -> i64) -> PyResult<Ref<IndexArray>> {
        if n > isize::MAX as usize / 16 {
            return Err(no_memory());
        }
        let a = IndexArray::alloc(n, n as i64);
        for (i, c) in a.numbers().iter().enumerate() {
            c.set(number(i));
        }
        Ok(a)
    }
}

impl Ref<IndexArray> {
    #[inline]
    fn numbers<'a>(self) -> &'a [std::cell::Cell<i64>] {
        // SAFETY: the array was allocated with `len` numbers behind its fields; it is reachable while
        // the iterator is looked at.
        unsafe { std::slice::from_raw_parts(self.items_ptr().cast(), self.len.get() as usize) }
    }

    #[inline]
    fn at(self, i: usize) -> usize {
        self.numbers()[i].get() as usize
    }
}

/// The items of `pool` at the places.
fn select(pool: Ref<Tuple>, places: &[std::cell::Cell<i64>]) -> Value {
    let items = pool.as_ref().items();
    tuple::from_iter_sized(places.len(), places.iter().map(|p| items[p.get() as usize])).into()
}

pub fn product_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let mut repeat = 1;
    if args.nkw() > 1 {
        return Err(raise_fmt!(
            type_error,
            "product() takes at most 1 argument ({} given)",
            args.nkw()
        ));
    }
    for (name, v) in args.keywords() {
        if !sequence::is_name(name, "repeat") {
            return Err(sequence::unknown_keyword(args, name));
        }
        repeat = convert::index(v)?;
        if repeat < 0 {
            return Err(value_error("repeat argument cannot be negative"));
        }
    }
    let given = if repeat == 0 { &[][..] } else { args.pos() };
    let n = given.len().checked_mul(repeat as usize);
    let n = match n {
        Some(n) if n <= isize::MAX as usize / 8 => n,
        _ => return Err(overflow_error("repeat argument too large")),
    };
    if n > u32::MAX as usize {
        return Err(no_memory());
    }
    let pools = list::with_capacity(given.len());
    for v in given {
        pools.push(tuple::from_iterable(*v)?.into());
    }
    let empty = pools.items().iter().any(|p| pool(*p).is_empty());
    let all = tuple::from_iter_sized(n, (0..n).map(|i| pools.as_ref().items()[i % given.len()]));
    let indices = IndexArray::with(n, |_| 0)?;
    Ok(ItProduct::alloc_for(ty, all, indices, u32::from(empty)).into())
}

/// The items of a pool.
fn pool<'a>(v: Value) -> &'a [Value] {
    v.exact::<Tuple>().map_or(&[], |t| t.as_ref().items())
}

pub fn product_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(p) = self_.cast::<ItProduct>() else {
        return Ok(None);
    };
    if p.done.get() != 0 {
        return Ok(None);
    }
    let (pools, indices) = (p.pools.get(), p.indices.get());
    let items = pools.as_ref().items();
    let result = tuple::from_iter_sized(
        items.len(),
        items
            .iter()
            .zip(indices.numbers())
            .map(|(v, i)| pool(*v)[i.get() as usize]),
    );
    // Count on, from the last place.
    for (i, n) in indices.numbers().iter().enumerate().rev() {
        n.set(n.get() + 1);
        if (n.get() as usize) < pool(items[i]).len() {
            return Ok(Some(result.into()));
        }
        n.set(0);
    }
    p.done.set(1);
    Ok(Some(result.into()))
}

/// The arguments of combinations and combinations_with_replacement.
fn pool_and_length(args: Args<'_>, name: &str) -> PyResult<(Ref<Tuple>, usize)> {
    let a = parse::keywords(args, 0, name, &["iterable", "r"], 2)?;
    let [Some(iterable), Some(r)] = a else {
        return Ok((tuple::empty(), 0));
    };
    let r = convert::index(r)?;
    let pool = tuple::from_iterable(iterable)?;
    match usize::try_from(r) {
        Ok(r) => has_room(r).map(|()| (pool, r)),
        Err(_) => Err(value_error("r must be non-negative")),
    }
}

/// Is there memory for so many indices, even if there are fewer items?
fn has_room(indices: usize) -> PyResult<()> {
    Vec::<i64>::new()
        .try_reserve_exact(indices)
        .map_err(|_| no_memory())
}

pub fn combinations_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let (pool, r) = pool_and_length(args, "combinations")?;
    let done = r > pool.len();
    let indices = IndexArray::with(r.min(pool.len()), |i| i as i64)?;
    Ok(ItCombinations::alloc_for(ty, pool, indices, u32::from(done)).into())
}

pub fn combinations_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(c) = self_.cast::<ItCombinations>() else {
        return Ok(None);
    };
    if c.done.get() != 0 {
        return Ok(None);
    }
    let (pool, indices) = (c.pool.get(), c.indices.get());
    let places = indices.numbers();
    let result = select(pool, places);
    let (n, r) = (pool.len(), places.len());
    // The last place that can move on does; those behind it follow closely.
    match (0..r).rev().find(|i| indices.at(*i) < n - r + i) {
        Some(i) => {
            let from = indices.at(i) + 1;
            for (k, p) in places[i..].iter().enumerate() {
                p.set((from + k) as i64);
            }
        }
        None => c.done.set(1),
    }
    Ok(Some(result))
}

pub fn combinations_with_replacement_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let (pool, r) = pool_and_length(args, "combinations_with_replacement")?;
    let done = r > 0 && pool.is_empty();
    let indices = IndexArray::with(r, |_| 0)?;
    Ok(ItCombinationsWithReplacement::alloc_for(ty, pool, indices, u32::from(done)).into())
}

pub fn combinations_with_replacement_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(c) = self_.cast::<ItCombinationsWithReplacement>() else {
        return Ok(None);
    };
    if c.done.get() != 0 {
        return Ok(None);
    }
    let (pool, indices) = (c.pool.get(), c.indices.get());
    let places = indices.numbers();
    let result = select(pool, places);
    match (0..places.len())
        .rev()
        .find(|i| indices.at(*i) + 1 < pool.len())
    {
        Some(i) => {
            let to = places[i].get() + 1;
            for p in &places[i..] {
                p.set(to);
            }
        }
        None => c.done.set(1),
    }
    Ok(Some(result))
}

pub fn permutations_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [iterable, r] = parse::keywords(args, 0, "permutations", &["iterable", "r"], 1)?;
    let pool = tuple::from_iterable(iterable.unwrap_or_else(Value::none))?;
    let n = pool.len();
    let r = match r.filter(|r| !r.is_none()) {
        Some(r) => match crate::number::Num::of(r) {
            Some(crate::number::Num::Long(l)) if l.to_i64().is_none() => {
                return Err(overflow_error("long int too large to convert to int"));
            }
            _ => crate::number::int_from_number(r)?,
        },
        None => n as i64,
    };
    let Ok(r) = usize::try_from(r) else {
        return Err(value_error("r must be non-negative"));
    };
    has_room(r)?;
    let done = r > n;
    let indices = IndexArray::with(n, |i| i as i64)?;
    let cycles = IndexArray::with(r.min(n), |i| (n - i) as i64)?;
    Ok(ItPermutations::alloc_for(ty, pool, indices, cycles, u32::from(done)).into())
}

pub fn permutations_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(p) = self_.cast::<ItPermutations>() else {
        return Ok(None);
    };
    if p.done.get() != 0 {
        return Ok(None);
    }
    let (pool, indices, cycles) = (
        p.pool.get(),
        p.indices.get().numbers(),
        p.cycles.get().numbers(),
    );
    let (n, r) = (pool.len(), cycles.len());
    let result = select(pool, &indices[..r]);
    for i in (0..r).rev() {
        cycles[i].set(cycles[i].get() - 1);
        if cycles[i].get() == 0 {
            // Place i went through all items: the rest returns to its order.
            let first = indices[i].get();
            for k in i..n - 1 {
                indices[k].set(indices[k + 1].get());
            }
            indices[n - 1].set(first);
            cycles[i].set((n - i) as i64);
        } else {
            indices[i].swap(&indices[n - cycles[i].get() as usize]);
            return Ok(Some(result));
        }
    }
    p.done.set(1);
    Ok(Some(result))
}
