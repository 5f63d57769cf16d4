//! Compiled functions and the table that finds them by address.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use super::frames::Unwind;
use super::memory::Pages;
use super::stackmap::Stackmap;
use super::{Tier, Timing};
use crate::output::Record;

/// The number of a compiled function, unique in the process.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct CodeId(pub u32);

/// A compiled function. Dropping it unregisters it and frees its memory.
///
/// **Invariant**: not dropped while some thread is in it; [`Retired`] keeps it that long.
pub struct Code(Arc<CodeInfo>);

/// What is known of a compiled function.
pub struct CodeInfo {
    /// Its number.
    pub id: CodeId,
    /// Its name, as given to the `Output`.
    pub name: String,
    /// How it was compiled.
    pub tier: Tier,
    /// What compiling it took.
    pub timing: Timing,
    /// Bytes of instructions.
    pub code_len: usize,
    /// Heap objects built into the code, as values: to be traced as long as it exists.
    pub embedded: Box<[u64]>,
    pub(super) records: Box<[Record]>,
    pub(super) stackmap: Stackmap,
    pub(super) entry: usize,
    pub(super) owner: OnceLock<Box<dyn Any + Send + Sync>>,
    // Unregistered before the pages that it describes are gone.
    pub(super) _unwind: Option<Unwind>,
    pub(super) pages: Pages,
}

static CODES: RwLock<BTreeMap<usize, Arc<CodeInfo>>> = RwLock::new(BTreeMap::new());
static NEXT_ID: AtomicU32 = AtomicU32::new(1);

impl CodeId {
    pub(super) fn next() -> CodeId {
        CodeId(NEXT_ID.fetch_add(1, Ordering::Relaxed))
    }
}

impl Code {
    pub(super) fn register(info: CodeInfo) -> Code {
        let info = Arc::new(info);
        let mut codes = CODES.write().unwrap_or_else(PoisonError::into_inner);
        codes.insert(info.pages.start(), info.clone());
        Code(info)
    }

    /// Attaches what the code's owner wants to find again from an exit or a frame. Once.
    pub fn set_owner(&self, owner: Box<dyn Any + Send + Sync>) {
        let set = self.0.owner.set(owner);
        debug_assert!(set.is_ok(), "an owner is set once");
    }
}

impl std::ops::Deref for Code {
    type Target = CodeInfo;
    fn deref(&self) -> &CodeInfo {
        &self.0
    }
}

impl Drop for Code {
    fn drop(&mut self) {
        let mut codes = CODES.write().unwrap_or_else(PoisonError::into_inner);
        codes.remove(&self.0.pages.start());
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for CodeInfo {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(
            f,
            "{} ({:?}, {:#x}, {} bytes)",
            self.name, self.tier, self.entry, self.code_len
        )
    }
}

impl CodeInfo {
    /// Address of the first instruction. Whoever calls it answers for the signature.
    pub fn entry(&self) -> usize {
        self.entry
    }

    /// Addresses of the instructions.
    pub fn range(&self) -> Range<usize> {
        self.entry..self.entry + self.code_len
    }

    /// Whether the address is in its memory.
    pub fn contains(&self, address: usize) -> bool {
        (self.pages.start()..self.pages.start() + self.pages.len()).contains(&address)
    }

    /// Bytes of memory that it occupies.
    pub fn memory(&self) -> usize {
        self.pages.len()
    }

    /// What [`Code::set_owner`] attached.
    pub fn owner<T: 'static>(&self) -> Option<&T> {
        self.owner.get()?.downcast_ref()
    }

    /// The instructions.
    pub fn instructions(&self) -> &[u8] {
        let start = self.entry - self.pages.start();
        &self.pages.bytes()[start..start + self.code_len]
    }

    /// Its records.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Its stackmap.
    pub fn stackmap(&self) -> &Stackmap {
        &self.stackmap
    }
}

/// The compiled function with that address in its memory.
pub fn find(address: usize) -> Option<Arc<CodeInfo>> {
    let codes = CODES.read().unwrap_or_else(PoisonError::into_inner);
    let (_, code) = codes.range(..=address).next_back()?;
    code.contains(address).then(|| code.clone())
}

/// Compiled functions that are out of use but perhaps still on some stack.
#[derive(Default, Debug)]
pub struct Retired {
    codes: Vec<Code>,
}

impl Retired {
    /// Takes a function out of use. It stays until [`Retired::sweep`] finds it on no stack.
    pub fn retire(&mut self, code: Code) {
        self.codes.push(code);
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Heap objects built into waiting code.
    pub fn embedded(&self) -> impl Iterator<Item = u64> {
        self.codes
            .iter()
            .flat_map(|code| code.embedded.iter().copied())
    }

    /// Frees the functions to which no word of `stacks` points, which are all words of all threads'
    /// stacks: a function being executed has its return address or an address in it there. Returns
    /// how many went.
    pub fn sweep(&mut self, stacks: impl Iterator<Item = usize>) -> usize {
        if self.codes.is_empty() {
            return 0;
        }
        self.codes.sort_by_key(|code| code.pages.start());
        let mut live = vec![false; self.codes.len()];
        for word in stacks {
            let after = self
                .codes
                .partition_point(|code| code.pages.start() <= word);
            if after > 0 && self.codes[after - 1].contains(word) {
                live[after - 1] = true;
            }
        }
        let before = self.codes.len();
        let mut live = live.into_iter();
        self.codes.retain(|_| live.next().unwrap_or(true));
        before - self.codes.len()
    }
}
