//! A random program against a model: whatever the model says is reachable must be there, unharmed,
//! after any number of collections; and a collection without stacks must leave nothing else.

use crate::model::{get, init, int, lock, set};
use runtime::heap::{self, Handle, Reason};
use std::collections::{BTreeMap, BTreeSet};

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
}

#[derive(Default)]
struct Shadow {
    /// The fields of each object; field 0 is the object's number.
    objects: BTreeMap<u64, Vec<u64>>,
    roots: Vec<(Handle, u64)>,
    made: u64,
}

const ROOTS: usize = 40;

impl Shadow {
    fn reachable(&self) -> BTreeSet<u64> {
        let mut seen = BTreeSet::new();
        let mut stack: Vec<u64> = self.roots.iter().map(|(_, object)| *object).collect();
        while let Some(object) = stack.pop() {
            if object != 0 && seen.insert(object) {
                stack.extend(
                    self.objects[&object][1..]
                        .iter()
                        .filter(|&&value| value < int(0)),
                );
            }
        }
        seen
    }

    fn check(&mut self) {
        let reachable = self.reachable();
        for object in &reachable {
            assert_eq!(
                heap::is_live_object(*object as usize),
                Some(*object as *mut u8)
            );
            for (i, &value) in self.objects[object].iter().enumerate() {
                assert_eq!(get(*object as *mut u8, i), value);
            }
        }
        self.objects.retain(|object, _| reachable.contains(object));
    }

    fn make(&mut self, random: &mut Random) -> u64 {
        let fields = match random.below(200) {
            0 => 1100 + random.below(100_000),
            1..6 => 100 + random.below(1000),
            6..40 => 8 + random.below(60),
            _ => 1 + random.below(8),
        };
        let object = init(heap::alloc(16 + 8 * fields), crate::model::NODE, fields);
        self.made += 1;
        set(object, 0, int(self.made));
        let mut values = vec![0; fields];
        values[0] = int(self.made);
        let old = self.objects.insert(object as u64, values);
        if let Some(old) = old {
            let root = self.roots.iter().find(|(_, root)| *root == object as u64);
            assert!(root.is_none(), "{old:x?} was reachable");
        }
        object as u64
    }

    fn pick(&self, random: &mut Random) -> u64 {
        let mut object = self.roots[random.below(ROOTS)].1;
        for _ in 0..random.below(6) {
            if object == 0 {
                break;
            }
            let fields = &self.objects[&object];
            let value = fields[random.below(fields.len())];
            if value < int(0) {
                object = value;
            }
        }
        object
    }
}

fn run(seed: u64, steps: usize, stress: u32) {
    let _guard = lock();
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut shadow = Shadow {
        roots: (0..ROOTS).map(|_| (Handle::new(0), 0)).collect(),
        ..Shadow::default()
    };
    heap::set_stress(stress);
    for step in 0..steps {
        match random.below(100) {
            0..50 => {
                let object = shadow.make(&mut random);
                let root = random.below(ROOTS);
                shadow.roots[root].0.set(object);
                shadow.roots[root].1 = object;
            }
            50..90 => {
                let (from, to) = (shadow.pick(&mut random), shadow.pick(&mut random));
                if from != 0 {
                    let fields = shadow.objects.get_mut(&from).unwrap();
                    if fields.len() > 1 {
                        let field = 1 + random.below(fields.len() - 1);
                        fields[field] = to;
                        set(from as *mut u8, field, to);
                    }
                }
            }
            90..98 => {
                let root = random.below(ROOTS);
                let object = shadow.pick(&mut random);
                shadow.roots[root].0.set(object);
                shadow.roots[root].1 = object;
            }
            _ => {
                for _ in 0..random.below(400) {
                    heap::alloc(random.below(700));
                    heap::alloc_leaf(random.below(700));
                }
            }
        }
        if step % (steps / 20) == 0 {
            heap::collect(Reason::Explicit);
            shadow.check();
        }
        if step % (steps / 10) == 5 {
            heap::collect_without_stacks();
            shadow.check();
            let mut found = BTreeSet::new();
            heap::for_each_object(|object, _| {
                found.insert(object as u64);
            });
            let expected: BTreeSet<u64> = shadow.objects.keys().copied().collect();
            assert!(
                found == expected,
                "seed {seed}: {} found, {} expected",
                found.len(),
                expected.len()
            );
        }
    }
}

#[test]
fn random_graphs_survive() {
    for seed in 1..9 {
        run(seed, 20_000, 0);
    }
}

#[test]
fn random_graphs_survive_stress() {
    for seed in 20..23 {
        run(seed, 1500, 1 + seed as u32 % 3);
    }
}
