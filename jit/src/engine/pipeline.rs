//! The passes over IR and the code generator, made once for a thread (`pipeline.cpp`).

use std::time::Duration;

use inkwell::llvm_sys::prelude::{LLVMMemoryBufferRef, LLVMModuleRef};
use inkwell::llvm_sys::target_machine::LLVMTargetMachineRef;
use inkwell::memory_buffer::MemoryBuffer;
use inkwell::module::Module;
use inkwell::targets::{FileType, TargetMachine};

use super::{CompileError, Tier};

#[repr(C)]
struct Made {
    _private: [u8; 0],
}

unsafe extern "C" {
    fn pyston_pipeline_new(machine: LLVMTargetMachineRef) -> *mut Made;
    fn pyston_pipeline_drop(pipeline: *mut Made);
    /// False when time was up before all passes had run.
    fn pyston_pipeline_run(
        pipeline: *mut Made,
        module: LLVMModuleRef,
        tier: u32,
        micros: u64,
    ) -> bool;
    /// Null when the target has no code generator for files of that kind.
    fn pyston_pipeline_emit(
        pipeline: *mut Made,
        module: LLVMModuleRef,
        tier: u32,
        assembly: bool,
    ) -> LLVMMemoryBufferRef;
    /// The first of the passes left out that the code generator does not have, or null.
    #[cfg(test)]
    fn pyston_pipeline_unknown(pipeline: *mut Made) -> *const std::ffi::c_char;
}

/// What turns modules into objects, for all tiers.
pub(super) struct Pipeline {
    made: *mut Made,
    /// It refers to it.
    machine: TargetMachine,
}

impl Pipeline {
    pub(super) fn new(machine: TargetMachine) -> Pipeline {
        // SAFETY: the machine lives as long as what is made, and nobody else has it.
        let made = unsafe { pyston_pipeline_new(machine.as_mut_ptr()) };
        Pipeline { made, machine }
    }

    /// The machine that code is generated for.
    pub(super) fn machine(&self) -> &TargetMachine {
        &self.machine
    }

    /// Runs the tier's passes over the module's functions. When they take longer than the limit, the rest of them is left
    /// out, and the answer is false.
    pub(super) fn run(&mut self, module: &Module, tier: Tier, limit: Duration) -> bool {
        let micros = limit.as_micros() as u64;
        // SAFETY: both are alive, and of this thread.
        unsafe { pyston_pipeline_run(self.made, module.as_mut_ptr(), tier as u32, micros) }
    }

    /// Generates the module's code, as an object or as assembly.
    pub(super) fn emit(
        &mut self,
        module: &Module,
        tier: Tier,
        kind: FileType,
    ) -> Result<MemoryBuffer<'static>, CompileError> {
        let assembly = matches!(kind, FileType::Assembly);
        // SAFETY: as in `run`; what is returned is null or a buffer of ours, of memory that nothing else refers to.
        unsafe {
            let buffer =
                pyston_pipeline_emit(self.made, module.as_mut_ptr(), tier as u32, assembly);
            match buffer.is_null() {
                true => Err(CompileError::Llvm("no code generator".to_owned())),
                false => Ok(MemoryBuffer::new(buffer)),
            }
        }
    }
}

/// A pass that `Light` is to be without, but that LLVM does not know by that name.
#[cfg(test)]
pub(super) fn unknown_pass(pipeline: &mut Pipeline) -> Option<String> {
    // SAFETY: as in `run`; the answer is null or a literal.
    unsafe {
        let name = pyston_pipeline_unknown(pipeline.made);
        let name = (!name.is_null()).then(|| std::ffi::CStr::from_ptr(name));
        name.map(|name| name.to_string_lossy().into_owned())
    }
}

impl Drop for Pipeline {
    fn drop(&mut self) {
        // SAFETY: made by `pyston_pipeline_new`, dropped once, before the machine.
        unsafe { pyston_pipeline_drop(self.made) };
    }
}
