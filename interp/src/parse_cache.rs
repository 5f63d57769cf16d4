//! The cache of parsed modules on disk.
//!
//! An entry is a code unit (see [`crate::store`]), found by a hash of the source text: a module that is
//! copied, touched or checked out again is found all the same, and one that changed never is.
//!
//! Most files are what they were: an entry has a second name, of the file's number, size and times, by which
//! it is found without reading the source. A file gets such a name when it has not changed for some
//! seconds, so that its times tell of the next change.
//!
//! Behind its code an entry holds the names that it was given ([`Name`]), so that one that stands under another's name,
//! however it came there, is not taken for it.
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
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "-5");
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
    name: Name,
}

/// What an entry was found by, as it is written behind the code.
type Name = [u8; 16];
/// A name, and how long the code is: so the last name tells where the first one begins.
const NAMED: usize = size_of::<Name>() + 8;
/// Names that an entry may have.
const NAMES: usize = 100;

/// How long the code of an entry is, and its names; `None` where they are damaged.
fn parts(entry: &[u8]) -> Option<(usize, &[u8])> {
    let length = usize::try_from(u64::from_le_bytes(*entry.last_chunk()?)).ok()?;
    let names = entry.get(length..)?;
    names.len().is_multiple_of(NAMED).then_some((length, names))
}

fn is_among(name: &Name, names: &[u8]) -> bool {
    names.chunks_exact(NAMED).any(|n| n.starts_with(name))
}

fn named_end(name: &Name, length: usize) -> [u8; NAMED] {
    let mut end = [0; NAMED];
    end[..size_of::<Name>()].copy_from_slice(name);
    end[size_of::<Name>()..].copy_from_slice(&(length as u64).to_le_bytes());
    end
}

/// The bytes of a file of the user's, which is not waited for. It may be anything that has the name.
fn content(path: &Path, options: &mut OpenOptions) -> Option<(File, Vec<u8>)> {
    let mut file = options
        .read(true)
        .custom_flags(libc::O_NONBLOCK)
        .open(path)
        .ok()?;
    let about = file.metadata().ok()?;
    // SAFETY: no arguments.
    if !about.is_file() || about.uid() != unsafe { libc::geteuid() } {
        return None;
    }
    let mut bytes = Vec::with_capacity(about.len() as usize + 1);
    file.read_to_end(&mut bytes).ok()?;
    Some((file, bytes))
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
    let (low, high) = (store::hash(key, seed), store::hash(key, seed + 1));
    let mut name = [0; 16];
    name[..8].copy_from_slice(&low.to_le_bytes());
    name[8..].copy_from_slice(&high.to_le_bytes());
    Some(Entry {
        path: folder()?.join(format!("{kind}{low:016x}{high:016x}")),
        name,
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
        let (_, mut bytes) = content(&self.path, &mut OpenOptions::new())?;
        let (length, names) = parts(&bytes)?;
        if !is_among(&self.name, names) {
            return None;
        }
        bytes.truncate(length);
        store::decode(bytes, &Arc::from(filename))
    }

    /// Gives the entry, if there is one, a second name for the file that the text was read from.
    pub fn also_for(&self, file: &Metadata) {
        if is_settled(file)
            && !BROKEN.load(Ordering::Relaxed)
            && let Some(second) = entry_of_file(file)
        {
            // Without it the source is read the next time.
            let _ = self.name_as(&second);
        }
    }

    fn name_as(&self, second: &Entry) -> Option<()> {
        let (mut file, bytes) = content(&self.path, OpenOptions::new().append(true))?;
        let (length, names) = parts(&bytes)?;
        if !is_among(&second.name, names) {
            if names.len() >= NAMES * NAMED {
                return None;
            }
            file.write_all(&named_end(&second.name, length)).ok()?;
        }
        if fs::hard_link(&self.path, &second.path).is_err() {
            // What is there was no good.
            fs::remove_file(&second.path).ok()?;
            fs::hard_link(&self.path, &second.path).ok()?;
        }
        Some(())
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
            .custom_flags(libc::O_NONBLOCK)
            .open(&beside)
            .and_then(|mut f| {
                f.write_all(code)?;
                f.write_all(&named_end(&self.name, code.len()))
            })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn entry_in(folder: &Path, n: u8) -> Entry {
        Entry {
            path: folder.join(n.to_string()),
            name: [n; 16],
        }
    }

    fn code_of(e: &Entry) -> Option<Vec<u8>> {
        let (_, mut bytes) = content(&e.path, &mut OpenOptions::new())?;
        let (length, names) = parts(&bytes)?;
        let own = is_among(&e.name, names);
        bytes.truncate(length);
        own.then_some(bytes)
    }

    fn folder(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("parse-cache-{name}-{}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        folder
    }

    #[test]
    fn entries_know_their_names() {
        let folder = folder("names");
        let [a, b, file] = [1, 2, 3].map(|n| entry_in(&folder, n));
        a.try_write(b"code").unwrap();
        b.try_write(b"").unwrap();
        assert!(code_of(&file).is_none());
        for _ in 0..2 {
            a.name_as(&file).unwrap();
            assert_eq!(code_of(&file).unwrap(), b"code");
        }
        assert_eq!(fs::metadata(&a.path).unwrap().len() as usize, 4 + 2 * NAMED);
        assert_eq!(code_of(&a).unwrap(), b"code");
        assert_eq!(code_of(&b).unwrap(), b"");
        // Another's code is not taken, and makes way.
        fs::rename(&b.path, &file.path).unwrap();
        assert!(code_of(&file).is_none());
        a.name_as(&file).unwrap();
        assert_eq!(code_of(&file).unwrap(), b"code");
        fs::write(&b.path, b"no").unwrap();
        assert!(code_of(&b).is_none());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn only_regular_files_are_entries() {
        let folder = folder("fifos");
        let [a, file] = [1, 2].map(|n| entry_in(&folder, n));
        for e in [&a, &file] {
            let path = std::ffi::CString::new(e.path.to_str().unwrap()).unwrap();
            // SAFETY: the path is a C string.
            assert_eq!(unsafe { libc::mkfifo(path.as_ptr(), 0o600) }, 0);
            assert!(code_of(e).is_none());
        }
        a.try_write(b"code").unwrap();
        a.name_as(&file).unwrap();
        assert_eq!(code_of(&file).unwrap(), b"code");
        fs::remove_dir_all(folder).unwrap();
    }
}
