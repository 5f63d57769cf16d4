//! The expansions depend on each table file that they read; a file that is new can only be noticed
//! by watching the folders.

fn main() {
    for folder in ["layouts", "types", "modules"] {
        println!("cargo::rerun-if-changed=../spec/{folder}");
    }
}
