//! Calls by the System V convention of x86-64: six integer and eight vector registers, the rest on the
//! stack; results in rax, rdx, xmm0, xmm1. And C functions that call back, made while the program runs.

// The arguments of `foreign_call`: function, integer registers, vector registers, words for the stack, how
// many, where results go.
//
// The fifth word of the results says whether the function returns a long double, which then replaces it.
//
// `foreign_callback` is where all callbacks go on, with the address of their slot in r10. It lays out the argument
// registers in memory, behind them two words for the result, and one that says whether it is a long double.
std::arch::global_asm!(
    ".globl pyston_foreign_call",
    "pyston_foreign_call:",
    "push rbp",
    "mov rbp, rsp",
    "push rbx",
    "push r12",
    "mov rbx, r9",
    "mov r11, rdi",
    "mov r10, rsi",
    "mov rax, rdx",
    // An even number of words keeps the stack aligned.
    "lea r12, [r8 + 1]",
    "and r12, -2",
    "shl r12, 3",
    "sub rsp, r12",
    "2:",
    "test r8, r8",
    "je 3f",
    "dec r8",
    "mov r12, [rcx + 8*r8]",
    "mov [rsp + 8*r8], r12",
    "jmp 2b",
    "3:",
    "movsd xmm0, [rax]",
    "movsd xmm1, [rax + 8]",
    "movsd xmm2, [rax + 16]",
    "movsd xmm3, [rax + 24]",
    "movsd xmm4, [rax + 32]",
    "movsd xmm5, [rax + 40]",
    "movsd xmm6, [rax + 48]",
    "movsd xmm7, [rax + 56]",
    "mov rdi, [r10]",
    "mov rsi, [r10 + 8]",
    "mov rdx, [r10 + 16]",
    "mov rcx, [r10 + 24]",
    "mov r8, [r10 + 32]",
    "mov r9, [r10 + 40]",
    // Functions with variable arguments want to know how many vector registers there may be.
    "mov eax, 8",
    "call r11",
    "mov [rbx], rax",
    "mov [rbx + 8], rdx",
    "movsd [rbx + 16], xmm0",
    "movsd [rbx + 24], xmm1",
    // A long double is in a register of its own, which must not be looked at when there is none.
    "cmp qword ptr [rbx + 32], 0",
    "je 4f",
    "fstp tbyte ptr [rbx + 32]",
    "4:",
    "lea rsp, [rbp - 16]",
    "pop r12",
    "pop rbx",
    "pop rbp",
    "ret",
    ".globl pyston_foreign_callback",
    "pyston_foreign_callback:",
    "push rbp",
    "mov rbp, rsp",
    "sub rsp, 144",
    "mov [rsp], rdi",
    "mov [rsp + 8], rsi",
    "mov [rsp + 16], rdx",
    "mov [rsp + 24], rcx",
    "mov [rsp + 32], r8",
    "mov [rsp + 40], r9",
    "movsd [rsp + 48], xmm0",
    "movsd [rsp + 56], xmm1",
    "movsd [rsp + 64], xmm2",
    "movsd [rsp + 72], xmm3",
    "movsd [rsp + 80], xmm4",
    "movsd [rsp + 88], xmm5",
    "movsd [rsp + 96], xmm6",
    "movsd [rsp + 104], xmm7",
    "mov rdi, rsp",
    "lea rsi, [rbp + 16]",
    "mov rdx, r10",
    "call {answer}",
    "mov rax, [rsp + 112]",
    "movsd xmm0, [rsp + 112]",
    "cmp byte ptr [rsp + 128], 0",
    "je 2f",
    "fld tbyte ptr [rsp + 112]",
    "2:",
    "leave",
    "ret",
    answer = sym super::callback::answer,
);

unsafe extern "C" {
    fn pyston_foreign_call(
        function: *const u8,
        ints: *const u64,
        floats: *const u64,
        stack: *const u64,
        count: usize,
        results: *mut u64,
    );
    fn pyston_foreign_callback();
}

/// Calls a C function.
///
/// # Safety
/// The function takes such arguments. At most six integers and eight floats.
pub unsafe fn call(
    function: *const u8,
    ints: &[u64],
    floats: &[u64],
    stack: &[u64],
    long_double: bool,
) -> [u64; 6] {
    let (mut i, mut f) = ([0; 6], [0; 8]);
    for (slot, v) in i.iter_mut().zip(ints) {
        *slot = *v;
    }
    for (slot, v) in f.iter_mut().zip(floats) {
        *slot = *v;
    }
    // SAFETY: the caller's promise.
    unsafe { call_registers(function, &i, &f, stack, long_double) }
}

/// The same with all registers, as they are.
///
/// # Safety
/// As for [`call`].
#[inline]
pub unsafe fn call_registers(
    function: *const u8,
    ints: &[u64; 6],
    floats: &[u64; 8],
    stack: &[u64],
    long_double: bool,
) -> [u64; 6] {
    let mut results = [0, 0, 0, 0, u64::from(long_double), 0];
    // SAFETY: the caller's promise; all arrays are as long as the code reads.
    unsafe {
        pyston_foreign_call(
            function,
            ints.as_ptr(),
            floats.as_ptr(),
            stack.as_ptr(),
            stack.len(),
            results.as_mut_ptr(),
        );
    }
    results
}

/// The address where all callbacks go on: with that of a slot in r10.
pub fn entry() -> u64 {
    pyston_foreign_callback as *const () as u64
}
