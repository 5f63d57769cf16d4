//! In which order things lie so that those who use some of them touch few pages.
//!
//! Recursive bisection: Laxman Dhulipala et al., "Compressing Graphs and Indexes with Recursive Graph Bisection" (KDD
//! 2016), as used for functions by Ellis Hoag et al., "Optimizing Function Layout for Mobile Applications" (LCTES 2023).
//! Both halves begin as they are; then those are exchanged that lie better in the other half, until there are none.

/// Something of a size that users use.
pub struct Item {
    /// In bytes.
    pub size: u64,
    /// The numbers of its users.
    pub users: Vec<usize>,
}

/// Parts of so few items are left as they are.
const SMALL: usize = 16;
/// Most rounds of exchanges; what moves afterwards is little.
const ROUNDS: usize = 24;

/// An order of the items, best begun with one in which what is alike is near already. `weights`: how much each user
/// counts.
pub fn arranged(items: &[Item], weights: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    bisect(&mut order, items, weights);
    order
}

fn bisect(part: &mut [usize], items: &[Item], weights: &[f64]) {
    if part.len() <= SMALL {
        return;
    }
    let middle = part.len() / 2;
    // How many items of each half a user has.
    let mut left = vec![0usize; weights.len()];
    let mut right = vec![0usize; weights.len()];
    for (at, &item) in part.iter().enumerate() {
        let side = if at < middle { &mut left } else { &mut right };
        items[item].users.iter().for_each(|&user| side[user] += 1);
    }
    for _ in 0..ROUNDS {
        // What is gained when one item of the user moves, from either side.
        let to_right: Vec<f64> = (0..weights.len())
            .map(|user| weights[user] * gain(left[user], right[user]))
            .collect();
        let to_left: Vec<f64> = (0..weights.len())
            .map(|user| weights[user] * gain(right[user], left[user]))
            .collect();
        let sorted = |from: &[usize], offset: usize, gains: &[f64]| {
            let of = |item: usize| items[item].users.iter().map(|&user| gains[user]).sum();
            let mut sorted: Vec<(f64, usize)> = from
                .iter()
                .enumerate()
                .map(|(at, &item)| (of(item), at + offset))
                .collect();
            sorted.sort_by(|a, b| {
                b.0.total_cmp(&a.0)
                    .then(scattered(a.1).cmp(&scattered(b.1)))
            });
            sorted
        };
        let leaving = sorted(&part[..middle], 0, &to_right);
        let coming = sorted(&part[middle..], middle, &to_left);
        // Gains are those of one exchange: of all at once, some would be for nothing.
        let pairs = leaving.iter().zip(&coming).take(part.len().div_ceil(4));
        let mut moved = false;
        for (&(lost, a), &(won, b)) in pairs.take_while(|(a, b)| a.0 + b.0 > 1e-9) {
            debug_assert!(lost + won > 0.0);
            for &user in &items[part[a]].users {
                left[user] -= 1;
                right[user] += 1;
            }
            for &user in &items[part[b]].users {
                right[user] -= 1;
                left[user] += 1;
            }
            part.swap(a, b);
            moved = true;
        }
        if !moved {
            break;
        }
    }
    let (first, second) = part.split_at_mut(middle);
    bisect(first, items, weights);
    bisect(second, items, weights);
}

/// A number for each place, in no order: among equals, exchanging by places could leave all as it is.
fn scattered(place: usize) -> u64 {
    (place as u64)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(32)
}

/// How much nearer a user's items lie when one moves from a half with `from` of them to the other with `to`.
fn gain(from: usize, to: usize) -> f64 {
    if from == 0 {
        return 0.0;
    }
    let spread = |n: usize| n as f64 * ((n + 1) as f64).log2();
    spread(from - 1) + spread(to + 1) - spread(from) - spread(to)
}

/// What a user touches on the average, in bytes, when touching a byte brings the `window` around it.
pub fn touched(order: &[usize], items: &[Item], weights: &[f64], window: u64) -> f64 {
    let mut last = vec![None; weights.len()];
    let mut windows = vec![0u64; weights.len()];
    let mut at = 0;
    for &item in order {
        let item = &items[item];
        let (first, end) = (at / window, (at + item.size.max(1) - 1) / window);
        for &user in &item.users {
            let from = last[user].map_or(first, |last: u64| first.max(last + 1));
            windows[user] += (end + 1).saturating_sub(from);
            last[user] = Some(end);
        }
        at += item.size;
    }
    let all: f64 = weights.iter().sum();
    let sum: f64 = windows
        .iter()
        .zip(weights)
        .map(|(&n, w)| n as f64 * w)
        .sum();
    sum / all * window as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_together_lies_together() {
        // Items of four users, one after the other, and some that all use.
        let items: Vec<Item> = (0..1024)
            .map(|n| Item {
                size: 64,
                users: if n % 8 == 7 {
                    vec![0, 1, 2, 3]
                } else {
                    vec![n % 4]
                },
            })
            .collect();
        let weights = [1.0; 4];
        let as_is: Vec<usize> = (0..items.len()).collect();
        let order = arranged(&items, &weights);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, as_is);
        let before = touched(&as_is, &items, &weights, 1024);
        let after = touched(&order, &items, &weights, 1024);
        assert_eq!(before, 65536.0);
        assert!(after < 32768.0, "{after}");
    }
}
