//! The cache of parsed modules on disk.
//!
//! An entry is a code unit (see [`crate::store`]), found by a hash of the source text: a module that is
//! copied, touched or checked out again is found all the same, and one that changed never is.
//!
//! Most files are what they were: an entry has a second name, of the file's number, size and times, by which
//! it is found without reading the source. A file gets such a name when it has not changed for some
//! seconds, so that its times tell of the next change.
//!
//! Entries of
//! a build are in a folder of their own, `$XDG_CACHE_HOME/pyston/BUILD` or `~/.cache/pyston/BUILD` (where `HOME` is not
//! set, in the home that the user database knows), since
//! they mean nothing to another one.
//!
//! Nothing here can fail: what cannot be read is parsed, and what cannot be written is not. An entry
//! appears complete or not at all (it is written beside and renamed), entries of other users are not
//! believed, and damaged ones are replaced.
//!
//! `sys.dont_write_bytecode` is not asked: it keeps files from appearing beside sources, where nothing of
//! this cache ever is. `PYSTON_CACHE=0` turns the cache off.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::compile;
use crate::normal::NodeCode;
use crate::store;

/// Version of the format, and of what else an entry depends on.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "-4");
/// Folders of other builds that are left when a new one is made.
const OTHER_BUILDS: usize = 3;

/// The folder of this build; `None` when there is no place for it.
fn folder() -> Option<&'static Path> {
    static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
    FOLDER.get_or_init(find_folder).as_deref()
}

fn find_folder() -> Option<PathBuf> {
    if std::env::var_os("PYSTON_CACHE").is_some_and(|v| v == "0") {
        return None;
    }
    let absolute = |name: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|p| p.is_absolute())
    };
    // A home that is not there is not made.
    let home = || std::env::home_dir().filter(|p| p.is_absolute() && p.is_dir());
    let base = absolute("XDG_CACHE_HOME").or_else(|| Some(home()?.join(".cache")))?;
    let identity = format!("{VERSION} {}", build()?);
    let name = format!("{:016x}", store::hash(identity.as_bytes(), 1));
    Some(base.join("pyston").join(name))
}

/// What tells this build from others.
fn build() -> Option<String> {
    if let Some(id) = runtime::executable::build_id() {
        return Some(format!("{id:02x?}"));
    }
    let file = fs::metadata("/proc/self/exe").ok()?;
    let (length, seconds, rest) = (file.len(), file.mtime(), file.mtime_nsec());
    Some(format!("{length} {seconds} {rest}"))
}

/// Where the code of a source text is kept.
pub struct Entry {
    path: PathBuf,
}

/// The entry of a source text.
pub fn entry(source: &[u8]) -> Option<Entry> {
    named("", source)
}

/// The entry of a file that is still what it was when [`Entry::also_for`] was called.
pub fn entry_of_file(file: &Metadata) -> Option<Entry> {
    let about = [
        file.dev() as i64,
        file.ino() as i64,
        file.size() as i64,
        file.mtime(),
        file.mtime_nsec(),
        file.ctime(),
        file.ctime_nsec(),
    ];
    named("f", &about.map(i64::to_ne_bytes).concat())
}

fn named(kind: &str, key: &[u8]) -> Option<Entry> {
    if compile::looks_at_tabs() {
        return None;
    }
    let division = match runtime::number::division_warnings() {
        _ if compile::divides_truly() => 4,
        0 => 2,
        _ => 6,
    };
    let seed = division + 8 * u64::from(compile::options().optimize);
    let name = format!(
        "{kind}{:016x}{:016x}",
        store::hash(key, seed),
        store::hash(key, seed + 1)
    );
    Some(Entry {
        path: folder()?.join(name),
    })
}

/// Seconds that a file must have been as it is: times of file systems are as coarse as two.
const SETTLED: i64 = 3;

/// Would a change of the file from now on change its times?
fn is_settled(file: &Metadata) -> bool {
    let changed = file.mtime().max(file.ctime());
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    file.is_file() && now.is_ok_and(|now| now.as_secs() as i64 - changed > SETTLED)
}

/// Set once a write failed: the next ones would too.
static BROKEN: AtomicBool = AtomicBool::new(false);

impl Entry {
    /// The code, if it is there and whole.
    pub fn read(&self, filename: &str) -> Option<Arc<NodeCode>> {
        let mut file = File::open(&self.path).ok()?;
        let about = file.metadata().ok()?;
        // SAFETY: no arguments.
        if about.uid() != unsafe { libc::geteuid() } {
            return None;
        }
        let mut bytes = Vec::with_capacity(about.len() as usize + 1);
        file.read_to_end(&mut bytes).ok()?;
        store::decode(bytes, &Arc::from(filename))
    }

    /// Gives the entry, if there is one, a second name for the file that the text was read from.
    pub fn also_for(&self, file: &Metadata) {
        if is_settled(file)
            && !BROKEN.load(Ordering::Relaxed)
            && let Some(second) = entry_of_file(file)
        {
            let _ = fs::hard_link(&self.path, second.path);
        }
    }

    /// Keeps what [`store::encode`] made of the code.
    pub fn write(&self, code: &[u8]) {
        if BROKEN.load(Ordering::Relaxed) {
            return;
        }
        if self.try_write(code).is_none() {
            BROKEN.store(true, Ordering::Relaxed);
        }
    }

    fn try_write(&self, code: &[u8]) -> Option<()> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let folder = self.path.parent()?;
        if !folder.is_dir() {
            make(folder)?;
        }
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let beside = folder.join(format!(".{}-{number}", std::process::id()));
        let written = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&beside)
            .and_then(|mut f| f.write_all(code))
            .and_then(|()| fs::rename(&beside, &self.path));
        if written.is_err() {
            let _ = fs::remove_file(&beside);
        }
        written.ok()
    }
}

/// Makes this build's folder, and removes those of builds that have not been used for long.
fn make(folder: &Path) -> Option<()> {
    let base = folder.parent()?;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .ok()?;
    let mut others: Vec<(i64, PathBuf)> = fs::read_dir(base)
        .ok()?
        .flatten()
        .filter(|e| e.path() != folder)
        .filter_map(|e| Some((e.metadata().ok()?.mtime(), e.path())))
        .collect();
    others.sort();
    let old = others.len().saturating_sub(OTHER_BUILDS);
    for (_, path) in &others[..old] {
        let _ = fs::remove_dir_all(path);
    }
    Some(())
}
