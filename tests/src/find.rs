//! Where the programs under test and their folders are.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The top of the source tree.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("tests/ lies in the root").to_owned()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into)
}

/// The pyston to test: `PYSTON`, else what cargo built, the best optimised first.
pub fn pyston() -> Result<PathBuf, String> {
    if let Some(path) = env::var_os("PYSTON") {
        let path = PathBuf::from(path);
        return path
            .canonicalize()
            .map_err(|error| format!("PYSTON={}: {error}", path.display()));
    }
    let target = target();
    ["release", "quick", "debug"]
        .iter()
        .map(|profile| target.join(profile).join("pyston"))
        .find(|path| path.exists())
        .ok_or_else(|| "no pyston binary: `make build` first, or set PYSTON".to_owned())
}

/// A CPython 2.7, which is the oracle: `PYTHON27`, else `python2.7` on the path, else the
/// newest 2.7 of a pyenv.
pub fn cpython() -> Option<PathBuf> {
    if let Some(path) = env::var_os("PYTHON27") {
        return Some(path.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let pyenv = env::var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".pyenv")));
    let mut versions: Vec<PathBuf> = pyenv
        .and_then(|folder| folder.join("versions").read_dir().ok())
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("2.7"))
        .map(|entry| entry.path().join("bin"))
        .collect();
    versions.sort();
    env::split_paths(&path)
        .chain(versions.into_iter().rev())
        .map(|folder| folder.join("python2.7"))
        .find(|path| path.exists() && answers(path))
}

/// A PyPy: for Python 2 when there is one, else the one for Python 3 (`true`).
pub fn pypy() -> Option<(PathBuf, bool)> {
    let path = env::var_os("PATH").unwrap_or_default();
    [("pypy2", false), ("pypy", false), ("pypy3", true)]
        .into_iter()
        .find_map(|(name, py3)| {
            env::split_paths(&path)
                .map(|folder| folder.join(name))
                .find(|path| path.exists())
                .map(|path| (path, py3))
        })
}

/// Whether it is a Python 2.7 that works: a pyenv's shim exists even for versions that are
/// not selected, and then only prints an error.
fn answers(python: &Path) -> bool {
    let code = "import sys; sys.exit(sys.version_info[:2] != (2, 7))";
    Command::new(python)
        .args(["-c", code])
        .stderr(std::process::Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// How long one run may take: 60 s, times `PYSTON_TEST_PATIENCE`.
pub fn limit() -> Duration {
    let patience = env::var("PYSTON_TEST_PATIENCE").ok();
    let factor = patience.and_then(|text| text.parse().ok()).unwrap_or(1.0);
    Duration::from_secs(60).mul_f64(factor)
}

/// A command whose environment holds nothing that would change what Python prints.
pub fn clean(program: &Path) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("PYTHON") || text.starts_with("PYSTON_") || text.starts_with("LC_") {
            command.env_remove(&name);
        }
    }
    command
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("LANG", "C.UTF-8");
    command
}
