//! Leaving compiled code where a guard failed.
//!
//! An exit is a `call` of [`exit_stub`] with the function's frame intact and live values in any
//! register. The stub stores all registers, [`leave`] finds the record by return address, gathers the
//! values and asks the installed hook, which resumes the interpreter. Its answer is returned as the
//! result of the compiled function, by the function's own epilogue.

use std::arch::naked_asm;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use super::code::{CodeInfo, find};
use super::stackmap::Registers;

/// What runs when compiled code leaves: told the function, the lowering's number of the exit, and the
/// live values in the lowering's order ([`Stackmap::read`](super::stackmap::Stackmap::read) has their
/// form). It answers the bits of the function's result, 0 for a pending exception.
///
/// The values are also in the machine's stack, so a conservative collector keeps them, until the hook clears `saved`:
/// once they are elsewhere, lest what the function lets go later stays there.
pub type ExitHook = fn(code: &CodeInfo, id: u32, values: &[u64], saved: &mut SavedRegisters) -> u64;

static HOOK: OnceLock<ExitHook> = OnceLock::new();
static TAKEN: AtomicU64 = AtomicU64::new(0);

/// Installs the hook, once per process.
pub fn set_exit_hook(hook: ExitHook) {
    let installed = HOOK.get_or_init(|| hook);
    debug_assert!(std::ptr::fn_addr_eq(*installed, hook), "one exit hook");
}

/// How often compiled code left through an exit.
pub fn exits_taken() -> u64 {
    TAKEN.load(Ordering::Relaxed)
}

/// All registers at an exit, as the stub stores them; general ones in DWARF's order, of vector
/// registers the low half, which is all that a double needs.
#[repr(C)]
#[derive(Debug, Default)]
pub struct SavedRegisters {
    general: [u64; 16],
    vector: [u64; 16],
}

impl SavedRegisters {
    /// Forgets them all. Nothing restores them: the function returns.
    pub fn clear(&mut self) {
        *self = SavedRegisters::default();
    }
}

impl Registers for SavedRegisters {
    fn general(&self, number: u16) -> u64 {
        self.general[usize::from(number)]
    }
    fn vector(&self, number: u16) -> u64 {
        self.vector[usize::from(number)]
    }
}

/// Called by compiled code only, from an exit.
///
/// # Safety
/// Not callable from Rust: it reads the caller's frame through the engine's tables.
#[unsafe(naked)]
pub unsafe extern "C" fn exit_stub() {
    naked_asm!(
        ".cfi_startproc",
        "push rbp",
        ".cfi_def_cfa_offset 16",
        ".cfi_offset rbp, -16",
        "mov rbp, rsp",
        ".cfi_def_cfa_register rbp",
        "sub rsp, 256",
        "mov [rsp + 8*0], rax",
        "mov [rsp + 8*1], rdx",
        "mov [rsp + 8*2], rcx",
        "mov [rsp + 8*3], rbx",
        "mov [rsp + 8*4], rsi",
        "mov [rsp + 8*5], rdi",
        "mov rax, [rbp]",
        "mov [rsp + 8*6], rax",
        "lea rax, [rbp + 16]",
        "mov [rsp + 8*7], rax",
        "mov [rsp + 8*8], r8",
        "mov [rsp + 8*9], r9",
        "mov [rsp + 8*10], r10",
        "mov [rsp + 8*11], r11",
        "mov [rsp + 8*12], r12",
        "mov [rsp + 8*13], r13",
        "mov [rsp + 8*14], r14",
        "mov [rsp + 8*15], r15",
        "movsd [rsp + 128 + 8*0], xmm0",
        "movsd [rsp + 128 + 8*1], xmm1",
        "movsd [rsp + 128 + 8*2], xmm2",
        "movsd [rsp + 128 + 8*3], xmm3",
        "movsd [rsp + 128 + 8*4], xmm4",
        "movsd [rsp + 128 + 8*5], xmm5",
        "movsd [rsp + 128 + 8*6], xmm6",
        "movsd [rsp + 128 + 8*7], xmm7",
        "movsd [rsp + 128 + 8*8], xmm8",
        "movsd [rsp + 128 + 8*9], xmm9",
        "movsd [rsp + 128 + 8*10], xmm10",
        "movsd [rsp + 128 + 8*11], xmm11",
        "movsd [rsp + 128 + 8*12], xmm12",
        "movsd [rsp + 128 + 8*13], xmm13",
        "movsd [rsp + 128 + 8*14], xmm14",
        "movsd [rsp + 128 + 8*15], xmm15",
        "mov rdi, rsp",
        "mov rsi, [rbp + 8]",
        "call {leave}",
        "leave",
        ".cfi_def_cfa rsp, 8",
        "ret",
        ".cfi_endproc",
        leave = sym leave,
    )
}

/// The stub's second half. A panic in here ends the process: an `extern "C"` function never unwinds.
extern "C" fn leave(saved: &mut SavedRegisters, return_address: usize) -> u64 {
    TAKEN.fetch_add(1, Ordering::Relaxed);
    let code = find(return_address).expect("an exit is in compiled code");
    let site = code
        .stackmap
        .site(return_address - code.entry)
        .expect("an exit has a record");
    let record = &code.records[site.record as usize];
    let mut values = Vec::with_capacity(record.live.len());
    // SAFETY: the stub stored the registers of the frame that called it at this site.
    unsafe { code.stackmap.read(site, record, saved, &mut values) };
    let hook = HOOK
        .get()
        .expect("an exit hook is installed before code with exits runs");
    hook(&code, record.id, &values, saved)
}
