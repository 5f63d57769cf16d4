//! Compiles the C library of the module `_ctypes_test`, which `modules::foreign` has inside.

use std::path::{Path, PathBuf};
use std::process::Command;

const SOURCE: &str = "../lib/_ctypes_test/functions.c";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={SOURCE}");
    println!("cargo:rerun-if-env-changed=CC");
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let library =
        PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("functions.so");
    // Calls of the C library stay calls: `my_sqrt` is to leave its errno.
    let done = Command::new(&compiler)
        .args(["-O1", "-fPIC", "-fno-builtin", "-shared", "-s", "-o"])
        .args([&library, Path::new(SOURCE)])
        .arg("-lm")
        .status();
    match done {
        Ok(status) if status.success() => {}
        other => panic!("{compiler} does not compile {SOURCE}: {other:?}"),
    }
}
