//! For eyes: listings of compiled code, and its names for profilers.

use std::collections::HashMap;
use std::ffi::{CStr, c_char};
use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};

use inkwell::llvm_sys::disassembler::{
    LLVMCreateDisasm, LLVMDisasmContextRef, LLVMDisasmDispose, LLVMDisasmInstruction,
    LLVMDisassembler_Option_AsmPrinterVariant, LLVMDisassembler_Option_PrintImmHex,
    LLVMSetDisasmOptions,
};

use super::code::CodeInfo;
use super::{exit, init};

static PERF_MAP: AtomicBool = AtomicBool::new(false);

/// From here on, compiled functions are listed in `/tmp/perf-PID.map`, where `perf` looks for names.
pub fn enable_perf_map() {
    PERF_MAP.store(true, Ordering::Relaxed);
}

pub(super) fn note(code: &CodeInfo) {
    if !PERF_MAP.load(Ordering::Relaxed) {
        return;
    }
    let path = format!("/tmp/perf-{}.map", std::process::id());
    let line = format!(
        "{:x} {:x} {:?}:{}\n",
        code.entry(),
        code.code_len,
        code.tier,
        code.name
    );
    // A missing name in a profile is no reason to disturb the program.
    let _ = OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .and_then(|mut file| file.write_all(line.as_bytes()));
}

/// The instructions as text, one a line: offset, mnemonic, and who is called.
pub fn disassemble(code: &CodeInfo, names: &HashMap<usize, String>) -> String {
    let mut text = format!("{code:?}\n");
    let mut disassembler = Disassembler::new();
    let base = code.entry();
    let bytes = code.instructions();
    let mut at = 0;
    while at < bytes.len() {
        let Some((len, instruction)) = disassembler.next(&bytes[at..], base + at) else {
            let _ = writeln!(text, "{at:6x}  .byte {:#04x}", bytes[at]);
            at += 1;
            continue;
        };
        let _ = write!(text, "{at:6x}  {instruction}");
        if let Some(target) = direct_target(&bytes[at..at + len], base + at) {
            if target == exit::exit_stub as *const () as usize {
                let site = code.stackmap().site(at + len);
                let id = site.map_or(0, |site| code.records()[site.record as usize].id);
                let _ = write!(text, "  ; exit {id}");
            } else if let Some(name) = names.get(&target) {
                let _ = write!(text, "  ; {name}");
            } else if code.range().contains(&target) {
                let _ = write!(text, "  ; to {:x}", target - base);
            }
        }
        text.push('\n');
        at += len;
    }
    text
}

/// Where a direct call or jump goes.
fn direct_target(instruction: &[u8], at: usize) -> Option<usize> {
    let near = |bytes: &[u8]| i32::from_le_bytes(bytes.try_into().unwrap_or_default()) as isize;
    let distance = match instruction {
        [0xE8 | 0xE9, rest @ ..] if rest.len() == 4 => near(rest),
        [0x0F, 0x80..=0x8F, rest @ ..] if rest.len() == 4 => near(rest),
        [0xEB | 0x70..=0x7F, short] => *short as i8 as isize,
        _ => return None,
    };
    Some((at + instruction.len()).wrapping_add_signed(distance))
}

struct Disassembler(LLVMDisasmContextRef);

impl Disassembler {
    fn new() -> Disassembler {
        init();
        // SAFETY: a constant target triple, no callbacks.
        let context = unsafe {
            LLVMCreateDisasm(
                c"x86_64-unknown-linux-gnu".as_ptr(),
                ptr::null_mut(),
                0,
                None,
                None,
            )
        };
        assert!(!context.is_null(), "LLVM disassembles its own target");
        let options =
            LLVMDisassembler_Option_PrintImmHex | LLVMDisassembler_Option_AsmPrinterVariant;
        // SAFETY: the context was made just now.
        unsafe { LLVMSetDisasmOptions(context, options) };
        Disassembler(context)
    }

    fn next(&mut self, bytes: &[u8], at: usize) -> Option<(usize, String)> {
        let mut bytes = bytes[..bytes.len().min(16)].to_vec();
        let mut text = [0 as c_char; 160];
        // SAFETY: both buffers are as long as said; LLVM ends the text with a zero.
        let len = unsafe {
            LLVMDisasmInstruction(
                self.0,
                bytes.as_mut_ptr(),
                bytes.len() as u64,
                at as u64,
                text.as_mut_ptr(),
                text.len(),
            )
        };
        // SAFETY: as above; the array's last element is zero in any case.
        let text = unsafe { CStr::from_ptr(text.as_ptr()) };
        let text = text.to_string_lossy().trim().replace('\t', " ");
        (len > 0).then_some((len, text))
    }
}

impl Drop for Disassembler {
    fn drop(&mut self) {
        // SAFETY: made in `new`, disposed of once.
        unsafe { LLVMDisasmDispose(self.0) }
    }
}
