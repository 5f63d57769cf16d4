//! Compiles what LLVM has no C interface for (`src/engine/pipeline.cpp`), against the headers of the LLVM that is linked.

use std::path::PathBuf;
use std::process::Command;

fn main() {
    const SOURCE: &str = "src/engine/pipeline.cpp";
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={SOURCE}");
    let config = std::env::var_os("DEP_LLVM_19_CONFIG_PATH").map(PathBuf::from);
    let config = config.expect("llvm-sys says where llvm-config is");
    let flags = Command::new(&config)
        .arg("--cxxflags")
        .output()
        .expect("llvm-config runs");
    let flags = String::from_utf8_lossy(&flags.stdout).into_owned();
    let mut build = cc::Build::new();
    build.cpp(true).cpp_link_stdlib(None).warnings(false);
    // What LLVM was compiled with: its classes look as the flags say.
    for flag in flags.split_whitespace() {
        match flag.strip_prefix("-I") {
            Some(folder) => build.flag("-isystem").flag(folder),
            None => build.flag(flag),
        };
    }
    build.opt_level(2).define("NDEBUG", None);
    build.file(SOURCE).compile("pyston_pipeline");
}
