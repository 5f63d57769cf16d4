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

/// DWARF's numbers of the frame pointer and of the stack pointer.
const FRAME_POINTER: u16 = 6;
const STACK_POINTER: u16 = 7;

/// Clears a frame's slots, also those of values that are not live at the exit: a conservative collector would keep
/// them for as long as the interpreter runs the rest of the function. Above them lie the registers that the function
/// has saved; where it has none that are known here, the frame pointer's place among them, nothing is cleared.
///
/// # Safety
/// The frame is one of a function that behind its exits only returns.
unsafe fn forget_slots(saved: &SavedRegisters, own: u32) {
    let (start, end) = (saved.general(STACK_POINTER), saved.general(FRAME_POINTER));
    let pushed = u64::from(own.count_ones());
    if own != 0 {
        let words = (end + 8).saturating_sub(start) / 8 - pushed;
        // SAFETY: as required of the caller, these words are not read again.
        unsafe { (start as *mut u64).write_bytes(0, words as usize) };
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
        // Who saves the function's registers would keep what they held.
        "mov rdi, [rbp + 8]",
        "call {begin}",
        "test eax, 1 << 3",
        "jz 3f",
        "xor ebx, ebx",
        "3: test eax, 1 << 12",
        "jz 12f",
        "xor r12d, r12d",
        "12: test eax, 1 << 13",
        "jz 13f",
        "xor r13d, r13d",
        "13: test eax, 1 << 14",
        "jz 14f",
        "xor r14d, r14d",
        "14: test eax, 1 << 15",
        "jz 15f",
        "xor r15d, r15d",
        "15: mov rdi, rsp",
        "mov rsi, [rbp + 8]",
        "call {leave}",
        "leave",
        ".cfi_def_cfa rsp, 8",
        "ret",
        ".cfi_endproc",
        begin = sym begin,
        leave = sym leave,
    )
}

/// The stub's first half: clears what calls before have left on the stack below, where the rest of the function is going
/// to run for long; and tells which registers are the function's own.
extern "C" fn begin(return_address: usize) -> u32 {
    runtime::heap::clear_stack();
    own_registers(return_address)
}

/// Registers that survive calls and that the function which leaves has saved for its own use, one bit each by DWARF's
/// number: the others are its caller's. None if it does not begin by that.
fn own_registers(return_address: usize) -> u32 {
    let Some(code) = find(return_address) else {
        return 0;
    };
    // SAFETY: a function's code is longer than what saves six registers.
    let start = unsafe { std::slice::from_raw_parts(code.entry as *const u8, LONGEST_START) };
    saved_at_start(start)
}

/// Bytes of code that saves all registers and sets the frame pointer.
const LONGEST_START: usize = 13;

/// Registers that code pushes after it has set the frame pointer and before it does anything else, that pointer included.
fn saved_at_start(code: &[u8]) -> u32 {
    // push rbp; mov rbp, rsp
    let Some(mut code) = code.strip_prefix(&[0x55, 0x48, 0x89, 0xe5]) else {
        return 0;
    };
    let mut saved = 1 << FRAME_POINTER;
    loop {
        let (number, length) = match *code {
            [0x53, ..] => (3, 1),
            [0x41, push @ 0x54..=0x57, ..] => (u32::from(push) - 0x54 + 12, 2),
            _ => return saved,
        };
        saved |= 1 << number;
        code = &code[length..];
    }
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
    // SAFETY: the frame is the function's, which behind its exits only returns.
    unsafe { forget_slots(saved, own_registers(return_address)) };
    let hook = HOOK
        .get()
        .expect("an exit hook is installed before code with exits runs");
    hook(&code, record.id, &values, saved)
}

#[cfg(test)]
mod tests {
    use super::saved_at_start;

    #[test]
    fn registers_saved_at_the_start_are_the_functions_own() {
        let framed = [0x55, 0x48, 0x89, 0xe5];
        let start = |rest: &[u8]| [&framed, rest].concat();
        assert_eq!(saved_at_start(&start(&[0x48, 0x83, 0xec, 0x10])), 1 << 6);
        let all = start(&[0x41, 0x57, 0x41, 0x56, 0x41, 0x55, 0x41, 0x54, 0x53]);
        assert_eq!(saved_at_start(&all), 1 << 6 | 1 << 3 | 0xF << 12);
        // What is pushed behind something else may be an argument, and without a frame pointer nothing is known.
        assert_eq!(saved_at_start(&start(&[0x50, 0x53])), 1 << 6);
        assert_eq!(saved_at_start(&[0x53, 0x50]), 0);
        assert_eq!(saved_at_start(&framed[..3]), 0);
    }
}
