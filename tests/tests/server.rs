//! Servers under load: what they lose and what they leak (`tests/programs/server_load.py`).
//!
//! By hand, with more: `SERVER_LOAD_TELLS=1 pyston tests/programs/server_load.py threading 10000 -I`.

use std::path::PathBuf;
use tests::{find, process};

/// Runs the program with a server of this kind; it says what is wrong.
fn load(kind: &str, flags: &[&str]) {
    let pyston: PathBuf = find::pyston().unwrap_or_else(|message| panic!("{message}"));
    let mut command = find::clean(&pyston);
    command
        .args(["server_load.py", kind, "1000"])
        .args(flags)
        .current_dir(find::root().join("tests/programs"));
    let done = process::run(&mut command, b"", find::limit()).expect("starts");
    let stderr = String::from_utf8_lossy(&done.stderr);
    assert_eq!(String::from_utf8_lossy(&done.stdout), "ok\n", "{stderr}");
}

#[test]
fn threads_for_connections() {
    load("threading", &["-I"]);
}

#[test]
fn threads_for_connections_compiled() {
    load("threading", &[]);
}

#[test]
fn threads_that_take_connections() {
    load("pooled", &["-I"]);
}

#[test]
fn threads_that_take_connections_compiled() {
    load("pooled", &[]);
}
