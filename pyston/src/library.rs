//! Where the library is: the modules that Python 2.7 has in Python.
//!
//! In this order: `$PYSTONHOME` and `$PYTHONHOME`; beside the executable; in the folders above it,
//! as an installation or a virtual environment lays it out; an installed CPython 2.7, which
//! `$PYTHON27` or the `PATH` names, or which is in a usual place. Nothing is run to find out, so
//! that start-up stays quick: a shim of pyenv is followed by looking where it would.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// The file whose presence tells the library's folder.
const LANDMARK: &str = "os.py";
/// The library's folder below a prefix, by name.
const FOLDERS: [&str; 2] = ["lib/pyston2.7", "lib/python2.7"];

/// A library that was found.
#[derive(Debug, PartialEq, Eq)]
pub struct Library {
    /// `sys.prefix`
    pub prefix: PathBuf,
    /// The folder of the modules.
    pub folder: PathBuf,
}

fn is_library(folder: &Path) -> bool {
    folder.join(LANDMARK).is_file()
}

/// The library of an installation.
fn below(prefix: &Path) -> Option<Library> {
    FOLDERS.iter().find_map(|f| {
        let folder = prefix.join(f);
        is_library(&folder).then(|| Library {
            prefix: prefix.to_owned(),
            folder,
        })
    })
}

/// The library that a folder is, or that is below it.
fn at(place: &Path) -> Option<Library> {
    if is_library(place) {
        let prefix = match place.parent() {
            Some(lib) if lib.file_name() == Some(OsStr::new("lib")) => lib.parent(),
            _ => None,
        };
        return Some(Library {
            prefix: prefix.unwrap_or(place).to_owned(),
            folder: place.to_owned(),
        });
    }
    below(place)
}

/// The library of a CPython: given its executable, its prefix or its library.
fn of_python(place: &Path) -> Option<Library> {
    if place.is_dir() {
        return at(place);
    }
    let real = std::fs::canonicalize(place).ok()?;
    real.parent().and_then(Path::parent).and_then(below)
}

/// The newest 2.7 that pyenv has installed.
fn of_pyenv(root: &Path) -> Option<Library> {
    let mut found: Vec<(u32, PathBuf)> = std::fs::read_dir(root.join("versions"))
        .ok()?
        .flatten()
        .filter_map(|e| {
            let name = e.file_name();
            let micro = name.as_bytes().strip_prefix(b"2.7.")?;
            let micro = std::str::from_utf8(micro).ok()?.parse().ok()?;
            Some((micro, e.path()))
        })
        .collect();
    found.sort();
    found.iter().rev().find_map(|(_, p)| below(p))
}

/// What finding depends on.
pub struct Surroundings {
    pub executable: PathBuf,
    /// Look up a variable of the environment.
    pub variable: fn(&str) -> Option<OsString>,
    /// `-E`: variables that begin with PYTHON do not count.
    pub ignore_environment: bool,
}

impl Surroundings {
    fn python_variable(&self, name: &str) -> Option<OsString> {
        if self.ignore_environment {
            return None;
        }
        (self.variable)(name).filter(|v| !v.is_empty())
    }

    /// The library, if there is one.
    pub fn find(&self) -> Option<Library> {
        self.chosen()
            .or_else(|| self.near())
            .or_else(|| self.installed())
    }

    fn chosen(&self) -> Option<Library> {
        let home = (self.variable)("PYSTONHOME").filter(|v| !v.is_empty());
        if let Some(l) = home.and_then(|h| at(Path::new(&h))) {
            return Some(l);
        }
        let home = self.python_variable("PYTHONHOME")?;
        // `prefix:exec_prefix`
        let prefix = home.as_bytes().split(|b| *b == b':').next()?;
        at(Path::new(OsStr::from_bytes(prefix)))
    }

    fn near(&self) -> Option<Library> {
        let real = std::fs::canonicalize(&self.executable).ok();
        [Some(self.executable.as_path()), real.as_deref()]
            .into_iter()
            .flatten()
            .find_map(|exe| {
                let folder = exe.parent()?;
                let beside = folder.join("lib");
                if is_library(&beside) {
                    return Some(Library {
                        prefix: folder.to_owned(),
                        folder: beside,
                    });
                }
                folder.ancestors().find_map(below)
            })
    }

    fn installed(&self) -> Option<Library> {
        if let Some(l) = self
            .python_variable("PYTHON27")
            .and_then(|p| of_python(Path::new(&p)))
        {
            return Some(l);
        }
        let path = (self.variable)("PATH").unwrap_or_default();
        for folder in std::env::split_paths(&path) {
            let exe = folder.join("python2.7");
            if exe.is_file()
                && let Some(l) = of_python(&exe)
            {
                return Some(l);
            }
        }
        let pyenv = (self.variable)("PYENV_ROOT")
            .map(PathBuf::from)
            .or_else(|| {
                // Without $HOME it is the user's entry that tells: a program started with an empty environment
                // still has its library.
                let home = (self.variable)("HOME").map(PathBuf::from);
                Some(home.or_else(std::env::home_dir)?.join(".pyenv"))
            });
        pyenv.and_then(|root| of_pyenv(&root)).or_else(|| {
            ["/usr/local", "/usr"]
                .iter()
                .find_map(|p| below(Path::new(p)))
        })
    }
}

impl Library {
    /// Its part of `sys.path`, in CPython's order.
    pub fn path(&self) -> Vec<PathBuf> {
        let folder = &self.folder;
        vec![
            self.prefix.join("lib/python27.zip"),
            folder.clone(),
            folder.join("plat-linux2"),
            folder.join("lib-tk"),
            folder.join("lib-old"),
            folder.join("lib-dynload"),
        ]
    }
}

/// The path of the running executable as the user named it: links are not followed.
pub fn executable(argv0: &OsStr, path: Option<OsString>) -> Option<PathBuf> {
    let name = Path::new(argv0);
    if argv0.as_bytes().contains(&b'/') {
        let folder = std::env::current_dir().ok()?;
        let name = name.strip_prefix("./").unwrap_or(name);
        return Some(folder.join(name));
    }
    path.iter()
        .flat_map(std::env::split_paths)
        .map(|p| p.join(name))
        .find(|p| p.is_file())
        .or_else(|| std::env::current_exe().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let p = std::env::temp_dir().join(format!("pyston-library-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&p);
        std::fs::create_dir_all(&p).expect("a scratch folder");
        p
    }

    fn touch(p: &Path) {
        std::fs::create_dir_all(p.parent().expect("it has one")).expect("a folder");
        std::fs::write(p, "").expect("a file");
    }

    #[test]
    fn the_folders_above_the_executable_come_first() {
        let root = folder("above");
        touch(&root.join("lib/python2.7/os.py"));
        touch(&root.join("bin/pyston"));
        let s = Surroundings {
            executable: root.join("bin/pyston"),
            variable: |_| None,
            ignore_environment: false,
        };
        let found = s.find().expect("it is there");
        assert_eq!(found.prefix, root);
        assert_eq!(found.folder, root.join("lib/python2.7"));
        std::fs::remove_dir_all(&root).expect("it goes");
    }

    #[test]
    fn pyenv_has_the_newest_one() {
        let root = folder("pyenv");
        for v in ["2.7.9", "2.7.18", "3.9.1"] {
            touch(&root.join(format!("versions/{v}/lib/python2.7/os.py")));
        }
        let found = of_pyenv(&root).expect("it is there");
        assert_eq!(found.prefix, root.join("versions/2.7.18"));
        std::fs::remove_dir_all(&root).expect("it goes");
    }
}
