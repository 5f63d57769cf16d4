//! The order in which a CPython 2.7 dictionary with names as keys gives them back.
//!
//! CPython's symbol tables are such dictionaries, and programs see their order in `co_cellvars`,
//! `co_freevars` and `func_closure`.

/// CPython's hash of a string.
fn hash(text: &str) -> i64 {
    let bytes = text.as_bytes();
    let Some(first) = bytes.first() else { return 0 };
    let mut x = i64::from(*first) << 7;
    for b in bytes {
        x = x.wrapping_mul(1_000_003) ^ i64::from(*b);
    }
    x ^= bytes.len() as i64;
    if x == -1 { -2 } else { x }
}

fn insert(table: &mut [Option<usize>], hash: i64, index: usize) {
    let mask = table.len() - 1;
    let mut perturb = hash as u64;
    let mut i = hash as u64;
    while table[i as usize & mask].is_some() {
        i = i.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1);
        perturb >>= 5;
    }
    table[i as usize & mask] = Some(index);
}

/// Indices of distinct names, put into a dictionary one after the other, as it gives them back.
pub fn dict_order<'a>(names: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut hashes: Vec<i64> = Vec::new();
    let mut table: Vec<Option<usize>> = vec![None; 8];
    for name in names {
        let (index, h) = (hashes.len(), hash(name));
        hashes.push(h);
        insert(&mut table, h, index);
        let used = hashes.len();
        if used * 3 >= table.len() * 2 {
            let wanted = used * if used > 50_000 { 2 } else { 4 };
            let size = (wanted + 1).next_power_of_two().max(8);
            let old = std::mem::replace(&mut table, vec![None; size]);
            for i in old.into_iter().flatten() {
                insert(&mut table, hashes[i], i);
            }
        }
    }
    table.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::dict_order;

    #[test]
    fn as_cpython_does() {
        let names = ["a", "b", "c", "d", "y", "inner", "x"];
        let order: Vec<_> = dict_order(names.into_iter())
            .into_iter()
            .map(|i| names[i])
            .collect();
        assert_eq!(order, ["a", "c", "b", "d", "inner", "y", "x"]);
    }
}
