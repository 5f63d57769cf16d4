//! The sort behind `list.sort` and `sorted`: Tim Peters' merge sort.
//!
//! It is stable, adaptive, and makes exactly the comparisons that CPython 2.7 makes, in the
//! same order: a program that counts or logs the calls of its `cmp` function sees no
//! difference. The shape of the algorithm, as published in `listsort.txt`: cut the array into
//! runs that are already sorted (descending ones are reversed), extend short runs by binary
//! insertion to `min_run`, and merge neighbours so that the pending runs' lengths grow
//! faster than the Fibonacci numbers. Merges gallop when one side keeps winning.
//!
//! The elements are cells in memory that the collector owns. The comparison may run Python
//! code and may fail at any time; whatever happens, every element is in the array exactly
//! once when [`sort`] returns.

use std::cell::Cell;

/// Wins in a row after which a merge begins to gallop.
const MIN_GALLOP: usize = 7;

/// What the sort needs from its caller; `'a` is the life of the array.
pub trait Order<'a, T> {
    /// How a comparison fails.
    type Error;
    /// Does `a` order strictly before `b`?
    fn less(&mut self, a: T, b: T) -> Result<bool, Self::Error>;
    /// Room for `n` elements, reachable for the collector while the sort holds it.
    fn scratch(&mut self, n: usize) -> Result<&'a [Cell<T>], Self::Error>;
}

/// Sorts `array`. On failure it holds some permutation of its elements.
pub fn sort<'a, T: Copy, O: Order<'a, T>>(
    array: &'a [Cell<T>],
    order: &mut O,
) -> Result<(), O::Error> {
    let n = array.len();
    if n < 2 {
        return Ok(());
    }
    let mut s = Sorter {
        array,
        order,
        scratch: &[],
        min_gallop: MIN_GALLOP,
        runs: [Run::default(); MAX_RUNS],
        pending: 0,
    };
    let min_run = min_run(n);
    let mut lo = 0;
    while lo < n {
        let mut len = s.count_run(lo)?;
        if len < min_run {
            let forced = min_run.min(n - lo);
            s.insertion_sort(lo, lo + forced, lo + len)?;
            len = forced;
        }
        s.runs[s.pending] = Run { start: lo, len };
        s.pending += 1;
        s.merge_collapse()?;
        lo += len;
    }
    s.merge_rest()
}

/// The run length below which a run is extended: `n / 2^k` rounded up, in 32..=64.
fn min_run(mut n: usize) -> usize {
    let mut dropped = 0;
    while n >= 64 {
        dropped |= n & 1;
        n >>= 1;
    }
    n + dropped
}

#[derive(Clone, Copy, Default)]
struct Run {
    start: usize,
    len: usize,
}

/// Pending run lengths grow like the Fibonacci numbers, so this suffices for 64-bit sizes.
const MAX_RUNS: usize = 90;

struct Sorter<'a, 'o, T, O> {
    array: &'a [Cell<T>],
    order: &'o mut O,
    scratch: &'a [Cell<T>],
    min_gallop: usize,
    runs: [Run; MAX_RUNS],
    pending: usize,
}

fn copy<T: Copy>(from: &[Cell<T>], to: &[Cell<T>]) {
    for (f, t) in from.iter().zip(to) {
        t.set(f.get());
    }
}

/// Moves `len` elements within `a` towards lower indices.
fn move_down<T: Copy>(a: &[Cell<T>], from: usize, to: usize, len: usize) {
    for k in 0..len {
        a[to + k].set(a[from + k].get());
    }
}

/// Moves `len` elements within `a` towards higher indices.
fn move_up<T: Copy>(a: &[Cell<T>], from: usize, to: usize, len: usize) {
    for k in (0..len).rev() {
        a[to + k].set(a[from + k].get());
    }
}

fn reverse<T: Copy>(a: &[Cell<T>]) {
    let n = a.len();
    for k in 0..n / 2 {
        a[k].swap(&a[n - 1 - k]);
    }
}

/// Where a merge stands: `a` (from the left run), `b` (from the right run), and the gap
/// between what is done and what is not. Upwards the next elements are `a[pa]`, `b[pb]` and
/// they go to `dest`; downwards each index is one past the next element.
struct Merge {
    pa: usize,
    na: usize,
    pb: usize,
    nb: usize,
    dest: usize,
}

/// Why a merge stopped.
enum End {
    /// The run that stayed in the array is used up.
    Done,
    /// One element of the run in the scratch area is left, and it goes last.
    OneLeft,
}

impl<'a, T: Copy, O: Order<'a, T>> Sorter<'a, '_, T, O> {
    fn less(&mut self, a: &Cell<T>, b: &Cell<T>) -> Result<bool, O::Error> {
        self.order.less(a.get(), b.get())
    }

    /// Length of the run at `lo`, made ascending.
    fn count_run(&mut self, lo: usize) -> Result<usize, O::Error> {
        let a = &self.array[lo..];
        if a.len() == 1 {
            return Ok(1);
        }
        let mut n = 2;
        if self.less(&a[1], &a[0])? {
            while n < a.len() && self.less(&a[n], &a[n - 1])? {
                n += 1;
            }
            reverse(&a[..n]);
        } else {
            while n < a.len() && !self.less(&a[n], &a[n - 1])? {
                n += 1;
            }
        }
        Ok(n)
    }

    /// Sorts `lo..hi` whose part before `start` is sorted.
    fn insertion_sort(&mut self, lo: usize, hi: usize, start: usize) -> Result<(), O::Error> {
        let a = self.array;
        for next in start.max(lo + 1)..hi {
            let pivot = a[next].get();
            let (mut left, mut right) = (lo, next);
            while left < right {
                let mid = left + ((right - left) >> 1);
                if self.order.less(pivot, a[mid].get())? {
                    right = mid;
                } else {
                    left = mid + 1;
                }
            }
            move_up(a, left, left + 1, next - left);
            a[left].set(pivot);
        }
        Ok(())
    }

    /// Merges until the pending runs' lengths satisfy the invariant again.
    fn merge_collapse(&mut self) -> Result<(), O::Error> {
        while self.pending > 1 {
            let mut n = self.pending - 2;
            let len = |k: usize| self.runs[k].len;
            if (n > 0 && len(n - 1) <= len(n) + len(n + 1))
                || (n > 1 && len(n - 2) <= len(n - 1) + len(n))
            {
                if len(n - 1) < len(n + 1) {
                    n -= 1;
                }
            } else if len(n) > len(n + 1) {
                break;
            }
            self.merge_at(n)?;
        }
        Ok(())
    }

    /// Merges everything that is pending.
    fn merge_rest(&mut self) -> Result<(), O::Error> {
        while self.pending > 1 {
            let mut n = self.pending - 2;
            if n > 0 && self.runs[n - 1].len < self.runs[n + 1].len {
                n -= 1;
            }
            self.merge_at(n)?;
        }
        Ok(())
    }

    /// Merges pending runs `n` and `n + 1`.
    fn merge_at(&mut self, n: usize) -> Result<(), O::Error> {
        let Run {
            start: mut pa,
            len: mut na,
        } = self.runs[n];
        let Run {
            start: pb,
            len: mut nb,
        } = self.runs[n + 1];
        self.runs[n].len = na + nb;
        self.runs.copy_within(n + 2..self.pending, n + 1);
        self.pending -= 1;

        // What of the left run is in place already, and what of the right one.
        let k = self.gallop_right(self.array[pb].get(), &self.array[pa..pa + na], 0)?;
        pa += k;
        na -= k;
        if na == 0 {
            return Ok(());
        }
        nb = self.gallop_left(
            self.array[pa + na - 1].get(),
            &self.array[pb..pb + nb],
            nb - 1,
        )?;
        if nb == 0 {
            return Ok(());
        }
        if na <= nb {
            self.merge_low(pa, na, pb, nb)
        } else {
            self.merge_high(pa, na, pb, nb)
        }
    }

    /// Index before which `key` goes in sorted `a`, before equal elements; looks near `hint` first.
    fn gallop_left(&mut self, key: T, a: &[Cell<T>], hint: usize) -> Result<usize, O::Error> {
        // Find lo < answer <= hi, doubling the distance from the hint; lo is one less than a
        // usable index, so it is kept signed.
        let (mut lo, mut hi) = if self.order.less(a[hint].get(), key)? {
            let max = a.len() - hint;
            let (mut last, mut ofs) = (0, 1);
            while ofs < max && self.order.less(a[hint + ofs].get(), key)? {
                last = ofs;
                ofs = (ofs << 1) + 1;
            }
            (hint + last + 1, hint + ofs.min(max))
        } else {
            let max = hint + 1;
            let (mut last, mut ofs) = (0, 1);
            while ofs < max && !self.order.less(a[hint - ofs].get(), key)? {
                last = ofs;
                ofs = (ofs << 1) + 1;
            }
            (hint + 1 - ofs.min(max), hint - last)
        };
        while lo < hi {
            let mid = lo + ((hi - lo) >> 1);
            if self.order.less(a[mid].get(), key)? {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        Ok(hi)
    }

    /// As [`Self::gallop_left`], but after equal elements.
    fn gallop_right(&mut self, key: T, a: &[Cell<T>], hint: usize) -> Result<usize, O::Error> {
        let (mut lo, mut hi) = if self.order.less(key, a[hint].get())? {
            let max = hint + 1;
            let (mut last, mut ofs) = (0, 1);
            while ofs < max && self.order.less(key, a[hint - ofs].get())? {
                last = ofs;
                ofs = (ofs << 1) + 1;
            }
            (hint + 1 - ofs.min(max), hint - last)
        } else {
            let max = a.len() - hint;
            let (mut last, mut ofs) = (0, 1);
            while ofs < max && !self.order.less(key, a[hint + ofs].get())? {
                last = ofs;
                ofs = (ofs << 1) + 1;
            }
            (hint + last + 1, hint + ofs.min(max))
        };
        while lo < hi {
            let mid = lo + ((hi - lo) >> 1);
            if self.order.less(key, a[mid].get())? {
                hi = mid;
            } else {
                lo = mid + 1;
            }
        }
        Ok(hi)
    }

    fn scratch(&mut self, n: usize) -> Result<&'a [Cell<T>], O::Error> {
        if self.scratch.len() < n {
            self.scratch = &[];
            self.scratch = self.order.scratch(n)?;
        }
        Ok(self.scratch)
    }

    /// Merges upwards with the left run (the shorter) moved aside.
    fn merge_low(&mut self, pa: usize, na: usize, pb: usize, nb: usize) -> Result<(), O::Error> {
        let left = self.scratch(na)?;
        copy(&self.array[pa..pa + na], left);
        let mut m = Merge {
            pa: 0,
            na,
            pb,
            nb,
            dest: pa,
        };
        let end = self.merge_low_loop(left, &mut m);
        if let Ok(End::OneLeft) = end {
            move_down(self.array, m.pb, m.dest, m.nb);
            self.array[m.dest + m.nb].set(left[m.pa].get());
        } else {
            copy(&left[m.pa..m.pa + m.na], &self.array[m.dest..]);
        }
        end.map(|_| ())
    }

    fn merge_low_loop(&mut self, left: &[Cell<T>], m: &mut Merge) -> Result<End, O::Error> {
        let a = self.array;
        let take_left = |m: &mut Merge| {
            a[m.dest].set(left[m.pa].get());
            (m.dest, m.pa, m.na) = (m.dest + 1, m.pa + 1, m.na - 1);
        };
        let take_right = |m: &mut Merge| {
            a[m.dest].set(a[m.pb].get());
            (m.dest, m.pb, m.nb) = (m.dest + 1, m.pb + 1, m.nb - 1);
        };
        take_right(m);
        if m.nb == 0 {
            return Ok(End::Done);
        }
        if m.na == 1 {
            return Ok(End::OneLeft);
        }
        loop {
            // One at a time, until one side wins often.
            let (mut wins_a, mut wins_b) = (0, 0);
            loop {
                if self.less(&a[m.pb], &left[m.pa])? {
                    take_right(m);
                    (wins_a, wins_b) = (0, wins_b + 1);
                    if m.nb == 0 {
                        return Ok(End::Done);
                    }
                    if wins_b >= self.min_gallop {
                        break;
                    }
                } else {
                    take_left(m);
                    (wins_a, wins_b) = (wins_a + 1, 0);
                    if m.na == 1 {
                        return Ok(End::OneLeft);
                    }
                    if wins_a >= self.min_gallop {
                        break;
                    }
                }
            }
            // Galloping, until neither side wins often.
            self.min_gallop += 1;
            loop {
                self.min_gallop -= usize::from(self.min_gallop > 1);
                let k = self.gallop_right(a[m.pb].get(), &left[m.pa..m.pa + m.na], 0)?;
                wins_a = k;
                if k > 0 {
                    copy(&left[m.pa..m.pa + k], &a[m.dest..]);
                    (m.dest, m.pa, m.na) = (m.dest + k, m.pa + k, m.na - k);
                    if m.na == 1 {
                        return Ok(End::OneLeft);
                    }
                    // Possible only when the comparison is inconsistent.
                    if m.na == 0 {
                        return Ok(End::Done);
                    }
                }
                take_right(m);
                if m.nb == 0 {
                    return Ok(End::Done);
                }
                let k = self.gallop_left(left[m.pa].get(), &a[m.pb..m.pb + m.nb], 0)?;
                wins_b = k;
                if k > 0 {
                    move_down(a, m.pb, m.dest, k);
                    (m.dest, m.pb, m.nb) = (m.dest + k, m.pb + k, m.nb - k);
                    if m.nb == 0 {
                        return Ok(End::Done);
                    }
                }
                take_left(m);
                if m.na == 1 {
                    return Ok(End::OneLeft);
                }
                if wins_a < MIN_GALLOP && wins_b < MIN_GALLOP {
                    break;
                }
            }
            // Leaving galloping costs.
            self.min_gallop += 1;
        }
    }

    /// Merges downwards with the right run (the shorter) moved aside.
    fn merge_high(&mut self, pa: usize, na: usize, pb: usize, nb: usize) -> Result<(), O::Error> {
        let right = self.scratch(nb)?;
        copy(&self.array[pb..pb + nb], right);
        let mut m = Merge {
            pa: pa + na,
            na,
            pb: nb,
            nb,
            dest: pb + nb,
        };
        let end = self.merge_high_loop(right, &mut m);
        if let Ok(End::OneLeft) = end {
            move_up(self.array, m.pa - m.na, m.dest - m.na, m.na);
            self.array[m.dest - m.na - 1].set(right[m.pb - 1].get());
        } else {
            copy(&right[m.pb - m.nb..m.pb], &self.array[m.dest - m.nb..]);
        }
        end.map(|_| ())
    }

    fn merge_high_loop(&mut self, right: &[Cell<T>], m: &mut Merge) -> Result<End, O::Error> {
        let a = self.array;
        let take_left = |m: &mut Merge| {
            (m.dest, m.pa, m.na) = (m.dest - 1, m.pa - 1, m.na - 1);
            a[m.dest].set(a[m.pa].get());
        };
        let take_right = |m: &mut Merge| {
            (m.dest, m.pb, m.nb) = (m.dest - 1, m.pb - 1, m.nb - 1);
            a[m.dest].set(right[m.pb].get());
        };
        take_left(m);
        if m.na == 0 {
            return Ok(End::Done);
        }
        if m.nb == 1 {
            return Ok(End::OneLeft);
        }
        loop {
            let (mut wins_a, mut wins_b) = (0, 0);
            loop {
                if self.less(&right[m.pb - 1], &a[m.pa - 1])? {
                    take_left(m);
                    (wins_a, wins_b) = (wins_a + 1, 0);
                    if m.na == 0 {
                        return Ok(End::Done);
                    }
                    if wins_a >= self.min_gallop {
                        break;
                    }
                } else {
                    take_right(m);
                    (wins_a, wins_b) = (0, wins_b + 1);
                    if m.nb == 1 {
                        return Ok(End::OneLeft);
                    }
                    if wins_b >= self.min_gallop {
                        break;
                    }
                }
            }
            self.min_gallop += 1;
            loop {
                self.min_gallop -= usize::from(self.min_gallop > 1);
                let base_a = m.pa - m.na;
                let k =
                    m.na - self.gallop_right(right[m.pb - 1].get(), &a[base_a..m.pa], m.na - 1)?;
                wins_a = k;
                if k > 0 {
                    (m.dest, m.pa, m.na) = (m.dest - k, m.pa - k, m.na - k);
                    move_up(a, m.pa, m.dest, k);
                    if m.na == 0 {
                        return Ok(End::Done);
                    }
                }
                take_right(m);
                if m.nb == 1 {
                    return Ok(End::OneLeft);
                }
                let base_b = m.pb - m.nb;
                let k =
                    m.nb - self.gallop_left(a[m.pa - 1].get(), &right[base_b..m.pb], m.nb - 1)?;
                wins_b = k;
                if k > 0 {
                    (m.dest, m.pb, m.nb) = (m.dest - k, m.pb - k, m.nb - k);
                    copy(&right[m.pb..m.pb + k], &a[m.dest..]);
                    if m.nb == 1 {
                        return Ok(End::OneLeft);
                    }
                    // Possible only when the comparison is inconsistent.
                    if m.nb == 0 {
                        return Ok(End::Done);
                    }
                }
                take_left(m);
                if m.na == 0 {
                    return Ok(End::Done);
                }
                if wins_a < MIN_GALLOP && wins_b < MIN_GALLOP {
                    break;
                }
            }
            self.min_gallop += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares without the low three bits, so that stability shows, and hashes what it compares.
    struct Log {
        calls: u64,
        trace: u64,
    }

    impl Order<'static, i64> for Log {
        type Error = ();
        fn less(&mut self, a: i64, b: i64) -> Result<bool, ()> {
            self.calls += 1;
            self.trace = self
                .trace
                .wrapping_mul(1_000_003)
                .wrapping_add((a * 31 + b) as u64);
            Ok(a >> 3 < b >> 3)
        }
        fn scratch(&mut self, n: usize) -> Result<&'static [Cell<i64>], ()> {
            Ok(leak(&vec![0; n]))
        }
    }

    fn leak(v: &[i64]) -> &'static [Cell<i64>] {
        Box::leak(
            v.iter()
                .map(|x| Cell::new(*x))
                .collect::<Vec<_>>()
                .into_boxed_slice(),
        )
    }

    fn random(seed: u64) -> impl FnMut() -> i64 {
        let mut x = seed;
        move || {
            x = x
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (x >> 33) as i64
        }
    }

    fn input(kind: &str, n: i64) -> Vec<i64> {
        let mut r = random(if kind == "few" {
            n as u64 + 1
        } else {
            n as u64
        });
        match kind {
            "random" => (0..n).map(|_| r() % 100_000).collect(),
            "few" => (0..n).map(|_| r() % 40).collect(),
            "near" => {
                let mut v: Vec<i64> = (0..n).collect();
                let mut r = random(7);
                for _ in 0..n / 20 {
                    let (i, j) = ((r() % n) as usize, (r() % n) as usize);
                    v.swap(i, j);
                }
                v
            }
            "saw" => (0..n).map(|i| (i * 37) % (n / 3 + 1)).collect(),
            "two" => (0..n / 2).chain(0..n / 2).collect(),
            _ => (n / 3..n).chain(0..n / 3).collect(),
        }
    }

    /// Number of comparisons, hash of the compared pairs in order, and hash of the result, as
    /// CPython 2.7.18's `list.sort(cmp)` makes them.
    const EXPECTED: &[(&str, i64, u64, u64, u64)] = &[
        ("random", 33, 126, 5865165001450150584, 7023780832243737443),
        ("near", 33, 82, 8450582651368207597, 4266015812931105580),
        ("few", 65, 294, 4595073864989134351, 15219872067897850628),
        ("twoswap", 65, 89, 13779744058984392267, 7609686674274056824),
        (
            "random",
            100,
            531,
            15864329331643926787,
            2617173492267912757,
        ),
        ("two", 100, 179, 16316699716272273981, 4284126005316835514),
        (
            "random",
            1000,
            8638,
            7071866253040378828,
            6547287346370576838,
        ),
        ("few", 1000, 5842, 1970261371018218651, 8048827366536549303),
        ("near", 1000, 5617, 4016943311958816581, 221203508535327248),
        ("saw", 1000, 8049, 9580647259904071011, 4369411467608457832),
        ("two", 1000, 1753, 18050676110558872547, 534113999608287540),
        (
            "twoswap",
            1000,
            1033,
            14074704594548697974,
            388038880131673372,
        ),
        (
            "random",
            10000,
            119935,
            18076770934764698608,
            13928918216630502007,
        ),
        (
            "few",
            10000,
            59087,
            3919581963783980802,
            2428775577791640836,
        ),
        (
            "saw",
            10000,
            76510,
            12874027484491110448,
            10163402718850946760,
        ),
        (
            "twoswap",
            10000,
            10041,
            4410515926390226271,
            12809469736896219024,
        ),
    ];

    #[test]
    fn compares_what_cpython_compares() {
        for (kind, n, calls, trace, result) in EXPECTED {
            let a = leak(&input(kind, *n));
            let mut log = Log { calls: 0, trace: 0 };
            assert_eq!(sort(a, &mut log), Ok(()));
            let hash = a.iter().fold(0u64, |h, v| {
                h.wrapping_mul(1_000_003).wrapping_add(v.get() as u64)
            });
            assert_eq!(
                (log.calls, log.trace, hash),
                (*calls, *trace, *result),
                "{kind} {n}"
            );
        }
    }

    /// Fails at the n-th comparison.
    struct Fails(u64);

    impl Order<'static, i64> for Fails {
        type Error = ();
        fn less(&mut self, a: i64, b: i64) -> Result<bool, ()> {
            self.0 = self.0.checked_sub(1).ok_or(())?;
            Ok(a < b)
        }
        fn scratch(&mut self, n: usize) -> Result<&'static [Cell<i64>], ()> {
            Ok(leak(&vec![-1; n]))
        }
    }

    #[test]
    fn a_failing_comparison_loses_nothing() {
        let v = input("random", 500);
        let mut sorted = v.clone();
        sorted.sort_unstable();
        for at in (0..4000).step_by(37) {
            let a = leak(&v);
            let _ = sort(a, &mut Fails(at));
            let mut left: Vec<i64> = a.iter().map(Cell::get).collect();
            left.sort_unstable();
            assert_eq!(left, sorted, "failing at comparison {at}");
        }
    }

    /// Answers at random.
    struct Mad<R>(R);

    impl<R: FnMut() -> i64> Order<'static, i64> for Mad<R> {
        type Error = ();
        fn less(&mut self, _: i64, _: i64) -> Result<bool, ()> {
            Ok((self.0)() % 3 == 0)
        }
        fn scratch(&mut self, n: usize) -> Result<&'static [Cell<i64>], ()> {
            Ok(leak(&vec![-1; n]))
        }
    }

    #[test]
    fn an_inconsistent_comparison_loses_nothing() {
        let v = input("random", 700);
        let mut sorted = v.clone();
        sorted.sort_unstable();
        for seed in 0..60 {
            let a = leak(&v);
            assert_eq!(sort(a, &mut Mad(random(seed))), Ok(()));
            let mut left: Vec<i64> = a.iter().map(Cell::get).collect();
            left.sort_unstable();
            assert_eq!(left, sorted, "seed {seed}");
        }
    }
}
