//! Which objects a pickler has seen: a table from addresses to numbers. The objects are kept alive by
//! the list of them that goes with it.

/// An open-addressing hash table of addresses; nothing is ever removed from it.
#[derive(Default)]
pub struct Table {
    /// Pairs of an address (0: free) and a number; a power of two of them.
    slots: Vec<(u64, u32)>,
    used: usize,
}

const SMALLEST: usize = 32;

impl Table {
    /// Where the search for an address begins. Objects are aligned, so the low bits say nothing.
    #[inline(always)]
    fn start(&self, address: u64) -> usize {
        ((address >> 4).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize
    }

    /// The number of an address.
    #[inline]
    pub fn get(&self, address: u64) -> Option<u32> {
        if self.used == 0 {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut i = self.start(address) & mask;
        loop {
            match self.slots[i] {
                (0, _) => return None,
                (a, n) if a == address => return Some(n),
                _ => i = (i + 1) & mask,
            }
        }
    }

    /// Gives an address a number, a new one if it had one.
    pub fn insert(&mut self, address: u64, number: u32) {
        if self.used * 2 >= self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut i = self.start(address) & mask;
        loop {
            match self.slots[i].0 {
                0 => {
                    self.slots[i] = (address, number);
                    self.used += 1;
                    return;
                }
                a if a == address => {
                    self.slots[i].1 = number;
                    return;
                }
                _ => i = (i + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(SMALLEST);
        let old = std::mem::replace(&mut self.slots, vec![(0, 0); size]);
        self.used = 0;
        for (a, n) in old {
            if a != 0 {
                self.insert(a, n);
            }
        }
    }

    /// How many addresses have a number.
    pub fn len(&self) -> usize {
        self.used
    }

    /// All pairs, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (u64, u32)> + '_ {
        self.slots.iter().copied().filter(|(a, _)| *a != 0)
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        *self = Table::default();
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn numbers_are_found_again() {
        let mut t = Table::default();
        for i in 1..1000u64 {
            t.insert(i * 16, i as u32);
        }
        assert_eq!(t.len(), 999);
        assert_eq!(t.get(16 * 500), Some(500));
        assert_eq!(t.get(16 * 1000), None);
        t.insert(16 * 500, 7);
        assert_eq!(t.get(16 * 500), Some(7));
        assert_eq!(t.iter().count(), 999);
        t.clear();
        assert_eq!(t.get(16), None);
    }
}
