//! The module `_random`: the Mersenne Twister MT19937 of Matsumoto and Nishimura (rows:
//! spec/modules/_random.toml, spec/types/random.toml). Seeds give the streams that they give in CPython.

use std::cell::Cell;
use std::time::{SystemTime, UNIX_EPOCH};

use num_bigint::{BigInt, BigUint};

use crate::attr::type_name;
use crate::builtins::{list, tuple};
use crate::call::Args;
use crate::error::{PyResult, overflow_error, system_error, type_error, value_error};
use crate::layouts::{RandomObject, Tuple};
use crate::number::{self, Num, big};
use crate::object::Ref;
use crate::protocol;
use crate::typeobj::Type;
use crate::value::Value;

const N: usize = 624;
const M: usize = 397;

impl RandomObject {
    /// 32 random bits.
    #[inline]
    fn next(&self) -> u32 {
        if self.index.get() as usize >= N {
            self.twist();
        }
        let i = self.index.get();
        self.index.set(i + 1);
        let mut y = self.numbers[i as usize].get();
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// The next 624 numbers.
    #[inline(never)]
    fn twist(&self) {
        let mt = &self.numbers;
        for i in 0..N {
            let y = mt[i].get() & 0x8000_0000 | mt[(i + 1) % N].get() & 0x7fff_ffff;
            let odd = if y & 1 == 1 { 0x9908_b0df } else { 0 };
            mt[i].set(mt[(i + M) % N].get() ^ (y >> 1) ^ odd);
        }
        self.index.set(0);
    }

    fn seed_number(&self, s: u32) {
        let mut x = s;
        self.numbers[0].set(x);
        for (i, n) in self.numbers.iter().enumerate().skip(1) {
            x = (x ^ (x >> 30))
                .wrapping_mul(1_812_433_253)
                .wrapping_add(i as u32);
            n.set(x);
        }
        self.index.set(N as i64);
    }

    fn seed_array(&self, key: &[u32]) {
        self.seed_number(19_650_218);
        let mt = &self.numbers;
        let mut i = 1;
        let mixed = |i: usize| {
            let before = mt[i - 1].get();
            before ^ (before >> 30)
        };
        let advance = |i: usize| {
            if i + 1 < N {
                return i + 1;
            }
            mt[0].set(mt[N - 1].get());
            1
        };
        for k in 0..N.max(key.len()) {
            let j = k % key.len();
            let x = mt[i].get() ^ mixed(i).wrapping_mul(1_664_525);
            mt[i].set(x.wrapping_add(key[j]).wrapping_add(j as u32));
            i = advance(i);
        }
        for _ in 1..N {
            let x = mt[i].get() ^ mixed(i).wrapping_mul(1_566_083_941);
            mt[i].set(x.wrapping_sub(i as u32));
            i = advance(i);
        }
        mt[0].set(0x8000_0000);
    }
}

/// `Random.__new__`: seeded by its argument.
pub fn random_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if ty == crate::types::RANDOM.get() && args.nkw() > 0 {
        return Err(type_error("Random() does not take keyword arguments"));
    }
    let r = RandomObject::alloc_for(ty, N as i64, [const { Cell::new(0) }; N]);
    let a = crate::types::parse::unpack(Args::positional(args.pos()), 0, "seed", 0, 1)?;
    seed(r, a.first().copied())?;
    Ok(r.into())
}

pub fn random(self_: Ref<RandomObject>) -> PyResult<f64> {
    // 53 bits of two numbers.
    let a = f64::from(self_.next() >> 5);
    let b = f64::from(self_.next() >> 6);
    Ok((a * 67_108_864.0 + b) * (1.0 / 9_007_199_254_740_992.0))
}

pub fn seed(self_: Ref<RandomObject>, arg: Option<Value>) -> PyResult<()> {
    let Some(arg) = arg.filter(|a| !a.is_none()) else {
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |d| d.as_secs());
        self_.seed_number(now as u32);
        return Ok(());
    };
    let key = match Num::of(arg) {
        Some(Num::Int(i)) => BigUint::from(i.unsigned_abs()),
        Some(Num::Long(n)) => n.to_big().into_parts().1,
        _ => BigUint::from(protocol::hash(arg)? as u64),
    };
    let mut key = key.to_u32_digits();
    if key.is_empty() {
        key.push(0);
    }
    self_.seed_array(&key);
    Ok(())
}

pub fn getstate(self_: Ref<RandomObject>) -> PyResult {
    let state = list::with_capacity(N + 1);
    for n in &self_.numbers {
        state.push(number::long(n.get()));
    }
    state.push(number::long(self_.index.get()));
    Ok(tuple::from_slice(state.as_ref().items()).into())
}

/// A number of a state.
fn state_number(v: Value) -> PyResult<u64> {
    let negative = || overflow_error("can't convert negative value to unsigned long");
    match Num::of(v) {
        Some(Num::Int(i)) => u64::try_from(i).map_err(|_| negative()),
        Some(Num::Long(n)) if n.negative => Err(negative()),
        Some(Num::Long(n)) => n
            .to_u64()
            .ok_or_else(|| overflow_error("long int too large to convert")),
        _ => Err(system_error(
            "Objects/longobject.c:426: bad argument to internal function",
        )),
    }
}

pub fn setstate(self_: Ref<RandomObject>, state: Value) -> PyResult<()> {
    let Some(state) = state.cast::<Tuple>() else {
        return Err(type_error("state vector must be a tuple"));
    };
    let [numbers @ .., index] = state.as_ref().items() else {
        return Err(value_error("state vector is the wrong size"));
    };
    if numbers.len() != N {
        return Err(value_error("state vector is the wrong size"));
    }
    let mut new = [0; N];
    for (n, v) in new.iter_mut().zip(numbers) {
        *n = state_number(*v)? as u32;
    }
    let index = number::int_from_value(*index)?;
    if !(0..=N as i64).contains(&index) {
        return Err(value_error("invalid state"));
    }
    for (n, x) in self_.numbers.iter().zip(new) {
        n.set(x);
    }
    self_.index.set(index);
    Ok(())
}

pub fn jumpahead(self_: Ref<RandomObject>, n: Value) -> PyResult<()> {
    let n = match Num::of(n) {
        Some(Num::Int(i)) => BigInt::from(i),
        Some(Num::Long(n)) => n.to_big(),
        _ => {
            return Err(raise_fmt!(
                type_error,
                "jumpahead requires an integer, not '{}'",
                type_name(n)
            ));
        }
    };
    let mt = &self_.numbers;
    for i in (2..N).rev() {
        let rest = big::floor_mod(&n, &BigInt::from(i)).map_err(|f| f.raise())?;
        let j = usize::try_from(&rest).unwrap_or(0);
        mt[i].swap(&mt[j]);
    }
    for (i, x) in mt.iter().enumerate() {
        x.set(x.get().wrapping_add(i as u32 + 1));
    }
    self_.index.set(N as i64);
    Ok(())
}

pub fn getrandbits(self_: Ref<RandomObject>, k: i32) -> PyResult {
    let Some(mut left) = u32::try_from(k).ok().filter(|k| *k > 0) else {
        return Err(value_error("number of bits must be greater than zero"));
    };
    number::big::room(u64::from(left)).map_err(|f| f.raise())?;
    let mut digits = Vec::with_capacity(left.div_ceil(32) as usize);
    while left > 0 {
        let r = self_.next();
        digits.push(if left < 32 { r >> (32 - left) } else { r });
        left = left.saturating_sub(32);
    }
    Ok(number::long(BigInt::from(BigUint::new(digits))))
}
