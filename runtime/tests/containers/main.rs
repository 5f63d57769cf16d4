//! Orders and hashes of containers, compared with what CPython 2.7.18 computed for the same operations.
//!
//! Everything runs in one test: there is one heap, and one thread may use it.

use runtime::builtins::{dict, list, set, str, tuple};
use runtime::error::PyResult;
use runtime::layouts::{Dict, Set};
use runtime::object::Ref;
use runtime::value::Value;

#[test]
fn containers() {
    let here = 0u8;
    runtime::start::start(&raw const here as usize - (4 << 20));
    for (name, test) in [
        ("dict of ints", dict_ints as fn() -> PyResult<()>),
        ("growth", growth),
        ("dict of strings", dict_strings),
        ("sets", sets),
        ("hashes", hashes),
        ("versions", versions),
        ("list", lists),
    ] {
        assert!(test().is_ok(), "{name}: an exception was raised");
    }
}

/// The generator that made the expected values.
fn random(seed: u64) -> impl FnMut() -> i64 {
    let mut x = seed;
    move || {
        x = x
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (x >> 33) as i64
    }
}

/// A hash of a sequence of ints that depends on their order.
fn checksum(values: impl IntoIterator<Item = i64>) -> u64 {
    values.into_iter().fold(0u64, |h, v| {
        h.wrapping_mul(1_000_003).wrapping_add(v as u64)
    })
}

fn int(i: i64) -> Value {
    Value::int(i)
}

fn number(v: Value) -> i64 {
    v.as_int().expect("an int")
}

fn keys(d: Ref<Dict>) -> Vec<i64> {
    let mut at = 0;
    std::iter::from_fn(|| d.next_entry(&mut at))
        .map(|(k, _)| number(k))
        .collect()
}

fn elements(s: Ref<Set>) -> Vec<i64> {
    let mut at = 0;
    std::iter::from_fn(|| s.next_hashed(&mut at))
        .map(|(k, _)| number(k))
        .collect()
}

fn dict_ints() -> PyResult<()> {
    const EXPECTED: &[(u64, usize)] = &[
        (10177149347545474325, 526),
        (7153074328788441320, 532),
        (7915620438804549752, 519),
        (14980995709257492926, 523),
        (1773361278358856922, 575),
        (15490984705066191795, 580),
        (8726905989690094318, 541),
        (7009407890124637749, 725),
        (8367037128917522891, 730),
        (12077740967684846303, 710),
    ];
    let mut r = random(1);
    let mut d = dict::new();
    let mut sums = Vec::new();
    for step in 0..40_000 {
        let k = int((r() >> 4) % 700 - 350);
        match r() % 16 {
            0..10 => d.set(k, int(step))?,
            10..14 => {
                d.delete(k)?;
            }
            14 => {
                if !d.is_empty() {
                    let item = dict::popitem(d)?;
                    let k = item
                        .exact::<runtime::layouts::Tuple>()
                        .expect("a pair")
                        .items()[0];
                    d.set(int(number(k) * 7), int(1))?;
                }
            }
            _ => {
                dict::setdefault(d, k, int(5))?;
            }
        }
        if step % 4000 == 3999 {
            sums.push((checksum(keys(d)), d.len()));
        }
        if step % 9999 == 9998 {
            d = dict::copy(d);
        }
        if step == 25_000 {
            d.clear();
        }
    }
    assert_eq!(sums, EXPECTED);
    Ok(())
}

fn growth() -> PyResult<()> {
    const AT: &[i64] = &[4, 5, 20, 21, 22, 84, 85, 86, 341, 5000, 49999, 50001, 59999];
    const EXPECTED: &[u64] = &[
        16279326374711018242,
        7564151374022941683,
        11233967892470393709,
        11546996026152548573,
        9893984282736810851,
        15605931289146058145,
        17139207594091228783,
        4753121278837602747,
        2610737875484153076,
        599678193395779949,
        9772419508383628990,
        12586135754998063573,
        3789118037173085748,
    ];
    let mut r = random(2);
    let d = dict::new();
    let mut sums = Vec::new();
    for n in 0..60_000 {
        d.set(int(r() * if n % 2 != 0 { 1 } else { 65536 }), int(n))?;
        if AT.contains(&n) {
            sums.push(checksum(keys(d)));
        }
    }
    assert_eq!(sums, EXPECTED);
    Ok(())
}

fn dict_strings() -> PyResult<()> {
    const EXPECTED: &[u64] = &[
        16879996297990448656,
        14689057819164531873,
        17166230472808190924,
        11972030743997579498,
        13033535579212331257,
        12546681722652828308,
    ];
    let d = dict::new();
    let mut sums = Vec::new();
    let key = |n: i64| str::new(format!("key{}", n * n).as_bytes());
    for n in 0..3000 {
        d.set_str(key(n), int(n));
        if n % 3 == 0 {
            d.delete_str(key(n / 2));
        }
        assert_eq!(d.get_str(key(n)), if n == 0 { None } else { Some(int(n)) });
        if n % 500 == 499 {
            let mut at = 0;
            sums.push(checksum(
                std::iter::from_fn(|| d.next_entry(&mut at)).map(|(_, v)| number(v)),
            ));
        }
    }
    assert_eq!(sums, EXPECTED);
    Ok(())
}

fn sets() -> PyResult<()> {
    const EXPECTED: u64 = 5547449873832117368;
    let mut r = random(3);
    let mut random_set = |n: i64, m: i64| -> PyResult<Ref<Set>> {
        let l = list::new();
        for _ in 0..n {
            l.push(int((r() >> 3) % m));
        }
        set::from_iterable(l.into())
    };
    let as_set = |v: PyResult| -> PyResult<Ref<Set>> { Ok(v?.exact::<Set>().expect("a set")) };
    let as_dict = |v: PyResult| -> PyResult<Ref<Dict>> { Ok(v?.exact::<Dict>().expect("a dict")) };
    let dict_type: Value = runtime::types::DICT.get().into();
    let fromkeys = |v: Value, x: Value| as_dict(dict::fromkeys(dict_type, v, x));
    let sorted = |s: Ref<Set>| -> PyResult<Value> {
        let l = s.to_list();
        list::sort(l, None, None, false)?;
        Ok(l.into())
    };
    let none = Value::none();
    let mut sums: Vec<u64> = Vec::new();
    for (n, m) in [(5, 20), (30, 100), (200, 300), (1000, 5000), (3000, 3500)] {
        let (a, b, c) = (
            random_set(n, m)?,
            random_set(n / 2, m)?,
            random_set(n * 2, m)?,
        );
        let (va, vb, vc): (Value, Value, Value) = (a.into(), b.into(), c.into());
        for s in [
            Ok(va),
            Ok(vb),
            Ok(vc),
            set::or(va, vb),
            set::and(va, vb),
            set::sub(va, vb),
            set::xor(va, vb),
            set::or(vb, vc),
            set::and(vb, vc),
            set::sub(vc, vb),
            set::xor(vb, vc),
            set::and(vc, va),
        ] {
            sums.push(checksum(elements(as_set(s)?)));
        }
        let x = set::from_iterable(va)?;
        for (op, v) in [
            (set::ior as fn(Value, Value) -> PyResult, vc),
            (set::isub, vb),
            (set::ixor, va),
            (set::iand, vc),
        ] {
            op(x.into(), v)?;
            sums.push(checksum(elements(x)));
        }
        for _ in 0..x.len() / 2 {
            let v = set::pop(x)?;
            x.add(int(number(v) + 1))?;
        }
        sums.push(checksum(elements(x)));
        sums.push(checksum(elements(set::from_iterable_of(
            runtime::types::FROZENSET.get(),
            vc,
        )?)));
        sums.push(checksum(elements(set::from_iterable(
            fromkeys(va, none)?.into(),
        )?)));
        sums.push(checksum(keys(fromkeys(vc, none)?)));
        sums.push(checksum(keys(fromkeys(sorted(c)?, none)?)));
        sums.push(checksum(keys(fromkeys(
            fromkeys(sorted(c)?, none)?.into(),
            none,
        )?)));
        let d = fromkeys(va, int(1))?;
        dict::update(d, fromkeys(vc, int(2))?.into())?;
        sums.push(checksum(keys(d)));
        let pairs = list::new();
        for k in sorted(b)?
            .exact::<runtime::layouts::List>()
            .expect("a list")
            .items()
        {
            pairs.push(tuple::from_slice(&[*k, int(1)]).into());
        }
        dict::update(d, pairs.into())?;
        sums.push(checksum(keys(d)));
        for s in [
            set::difference_method(a, &[sorted(b)?]),
            set::intersection_method(a, &[sorted(c)?]),
            set::symmetric_difference(a, sorted(c)?),
            set::union(a, &[sorted(c)?, vb]),
            set::difference_method(a, &[fromkeys(vb, none)?.into()]),
            set::symmetric_difference(a, fromkeys(vb, none)?.into()),
            set::union(a, &[fromkeys(vb, none)?.into()]),
        ] {
            sums.push(checksum(elements(as_set(s)?)));
        }
        sums.push(
            set::hash(set::from_iterable_of(runtime::types::FROZENSET.get(), vc)?.into())? as u64,
        );
    }
    const FIRST: &[u64] = &[
        10675142600489932480,
        11,
        8642779177735101498,
        16572088053713625419,
        0,
        12025226800756796542,
        5936959868953514953,
        8642779177735101498,
        11,
        16265708474042479533,
        13572058053612625303,
        17000112000187,
        14659662898152246281,
        8445458719638314900,
        7000050000100,
        8000061000118,
        9000067000127,
        17498019425794713612,
        10675142600489932480,
        17498019425794713612,
        8642779177735101498,
        17498019425794713612,
        14659662898152246281,
        14659662898152246281,
        12025226800756796542,
        17000112000187,
        2842218104281381176,
        14659662898152246281,
        12025226800756796542,
        5936959868953514953,
        16572088053713625419,
        17133890763835653178,
    ];
    assert_eq!(&sums[..FIRST.len()], FIRST);
    assert_eq!(checksum(sums.iter().map(|s| *s as i64)), EXPECTED);
    Ok(())
}

fn hashes() -> PyResult<()> {
    let t = |v: &[Value]| Value::from(tuple::from_slice(v));
    let frozen = |n: std::ops::Range<i64>| -> PyResult {
        let l = list::new();
        n.for_each(|i| l.push(int(i)));
        Ok(set::from_iterable_of(runtime::types::FROZENSET.get(), l.into())?.into())
    };
    assert_eq!(
        tuple::hash(t(&[int(1), int(2), int(3)]))?,
        2528502973977326415
    );
    assert_eq!(tuple::hash(t(&[]))?, 3527539);
    assert_eq!(
        tuple::hash(t(&[int(1), t(&[int(2), int(3)]), int(-1)]))?,
        7244246589587078818
    );
    assert_eq!(set::hash(frozen(1..4)?)?, -7699079583225461316);
    assert_eq!(set::hash(frozen(0..0)?)?, 133156838395276);
    assert_eq!(set::hash(frozen(0..100)?)?, 4760205708604446044);
    Ok(())
}

fn versions() -> PyResult<()> {
    let (d, e) = (dict::new(), dict::new());
    let (x, y) = (str::intern(b"x"), str::intern(b"y"));
    d.set_str(x, int(1));
    let v = d.watch();
    assert!(v != 0 && v == d.watch() && v != e.watch());
    let i = d.lookup_index(x).expect("there");
    d.set_str(x, int(2));
    assert_eq!(
        (d.keys_version.get(), d.value_at(i)),
        (v, Some(int(2))),
        "overwriting keeps the version"
    );
    d.set_str(y, int(3));
    assert_ne!(d.keys_version.get(), v);
    let w = d.watch();
    assert!(w != v);
    d.delete_str(y);
    assert_ne!(d.keys_version.get(), w);
    Ok(())
}

fn lists() -> PyResult<()> {
    let l = list::new();
    for i in 0..100 {
        l.push(int(i));
    }
    // As sys.getsizeof shows it: 40 bytes and 8 a slot.
    assert_eq!(list::sizeof(l)?, 40 + 8 * 106);
    assert_eq!(list::pop(l, -1)?, int(99));
    l.remove_range(10, 90);
    assert_eq!(l.len(), 19);
    assert_eq!(
        l.items().iter().map(|v| number(*v)).sum::<i64>(),
        (0..10).chain(90..99).sum()
    );
    l.extend(l.into())?;
    assert_eq!((l.len(), l.item(19), l.item(38)), (38, Some(int(0)), None));
    list::slices::splice(l, 1, 38, Some(tuple::from_slice(&[int(7)]).into()))?;
    assert_eq!(l.items(), &[int(0), int(7)]);
    Ok(())
}
