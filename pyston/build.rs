//! How the executable is linked, so that it starts quickly and small.
//!
//! - At a fixed address: else the loader patches 120,000 words of LLVM's tables at each start and
//!   makes 450 pages private (1 ms).
//! - LLVM's static constructors, which register its 3,000 options and touch 20 MB of code, are kept
//!   out of those that run at the start (`constructors.ld`); `jit` runs them before it compiles.
//! - Of LLVM's code, what compiling uses lies together (`llvm.order`): 6 MB in memory, not 25. So do its virtual tables.
//! - So does what programs use of the rest (`rust.order`): 2 MB, not 5. Names of functions of Rust end in hashes, which
//!   the linker's `--symbol-ordering-file` would want to have: a script says their sections' names by patterns.
//! - So do the constants of LLVM's functions (`rodata.order`) and LLVM's strings: registering options reads names
//!   everywhere.
//! - The C++ library inside: its dynamic symbols cost more than everything that the runtime does at
//!   its start. So are the smaller libraries that LLVM and Rust ask for: to map one takes 0.1 ms.
//! - Functions of the C library are looked up when they are first called: most never are.

use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=constructors.ld");
    println!("cargo:rerun-if-changed=llvm.order");
    println!("cargo:rerun-if-changed=rust.order");
    println!("cargo:rerun-if-changed=rodata.order");
    let here = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let script = here.join("constructors.ld");
    println!("cargo:rustc-link-arg=-no-pie");
    println!("cargo:rustc-link-arg=-Wl,-T,{}", script.display());
    // The section of the script stands among those that would be protected after relocation, of which a program
    // at a fixed address has next to none.
    println!("cargo:rustc-link-arg=-Wl,-z,norelro");
    let order = here.join("llvm.order");
    println!(
        "cargo:rustc-link-arg=-Wl,--symbol-ordering-file={},--no-warn-symbol-ordering",
        order.display()
    );
    let script =
        together(&here).expect("the lists are there, and cargo's folder can be written to");
    println!("cargo:rustc-link-arg=-Wl,-T,{}", script.display());
    println!("cargo:rustc-link-arg=-Wl,-z,lazy");
    // Strings stay with the objects that use them: merged, they lie in the order of their hashes, everywhere.
    println!("cargo:rustc-link-arg=-Wl,-O0");
    if let Some(directory) = static_libraries() {
        println!("cargo:rustc-link-search=native={}", directory.display());
    }
}

/// Constants that lie together. Left out are LLVM's names of all intrinsics and instructions: next to none is read.
const CONSTANTS: &str = "\
    *libllvm_sys*.rlib:*(EXCLUDE_FILE(*:Function.cpp.o *:X86MCTargetDesc.cpp.o) .rodata.str1.1)
    *libllvm_sys*.rlib:*(.rodata.cst* .rodata..Lconstinit* .rodata..Lswitch.table.*)
    *libstdc++.a:*(.rodata.cst*)
    *libcrypto-lib-cpuid.o(.rodata.str1.1)
";

/// A linker's script that puts the functions and constants of the lists into sections of their own. Its symbols are for
/// `image` of src/main.rs.
fn together(here: &Path) -> Option<PathBuf> {
    let mut script = String::from("SECTIONS\n{\n  .text.used : {\n    pyston_used = .;\n");
    let lines = |name: &str| std::fs::read_to_string(here.join(name)).ok();
    for name in lines("rust.order")?.lines().filter(|l| !l.starts_with('#')) {
        script.push_str(&format!("    *(.text.{name}* .text.unlikely.{name}*)\n"));
    }
    script.push_str(
        "    pyston_code = .;\n  }\n}\nINSERT BEFORE .text;\nSECTIONS\n{\n  .rodata.used : {\n    pyston_constants = .;\n",
    );
    script.push_str(CONSTANTS);
    for name in lines("rodata.order")?
        .lines()
        .filter(|l| !l.starts_with('#'))
    {
        script.push_str(&format!("    *({name})\n"));
    }
    script.push_str("  }\n}\nINSERT BEFORE .rodata;\n");
    let place = PathBuf::from(std::env::var_os("OUT_DIR")?).join("used.ld");
    std::fs::write(&place, script).ok()?;
    Some(place)
}

/// What is linked statically, and under which name it is asked for. The unwinder of a C++ program that is loaded
/// later is its own.
const STATIC: &[(&str, &str)] = &[
    ("libstdc++.a", "libstdc++.a"),
    ("libzstd.a", "libzstd.a"),
    ("libgcc_eh.a", "libgcc_s.a"),
];

/// A directory to search before the system's, where only static libraries are.
fn static_libraries() -> Option<PathBuf> {
    let directory = PathBuf::from(std::env::var_os("OUT_DIR")?).join("static");
    std::fs::create_dir_all(&directory).ok()?;
    for (name, asked) in STATIC {
        let Some(library) = static_library(name) else {
            continue;
        };
        let link = directory.join(asked);
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink(library, link).ok()?;
    }
    Some(directory)
}

/// Where the C++ compiler has a static library.
fn static_library(name: &str) -> Option<PathBuf> {
    let compiler = std::env::var("CXX").unwrap_or_else(|_| "c++".to_owned());
    let found = Command::new(compiler)
        .arg(format!("-print-file-name={name}"))
        .output()
        .ok()?;
    let path = String::from_utf8(found.stdout).ok()?;
    let path = Path::new(path.trim());
    path.is_absolute().then(|| path.to_owned())
}
