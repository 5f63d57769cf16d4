//! Finds libexpat: the static library where the C compiler finds one, otherwise the shared one.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=CC");
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    // An absolute path if there is such a file, the bare name otherwise.
    let found = Command::new(compiler)
        .arg("-print-file-name=libexpat.a")
        .output()
        .ok()
        .and_then(|o| String::from_utf8(o.stdout).ok())
        .unwrap_or_default();
    match Path::new(found.trim()).canonicalize() {
        Ok(file) if file.is_absolute() => {
            if let Some(folder) = file.parent() {
                println!("cargo:rustc-link-search=native={}", folder.display());
            }
            println!("cargo:rustc-link-lib=static=expat");
        }
        _ => println!("cargo:rustc-link-lib=dylib=expat"),
    }
}
