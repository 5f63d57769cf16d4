//! LLVM's complaints as errors.
//!
//! Left to itself, LLVM prints an error of its code generator and ends the process. For a program
//! that only wanted to run faster, that is the wrong answer.

use std::cell::RefCell;
use std::ffi::{CStr, c_void};
use std::ptr;

use inkwell::llvm_sys::LLVMDiagnosticSeverity;
use inkwell::llvm_sys::core::{
    LLVMContextSetDiagnosticHandler, LLVMDisposeMessage, LLVMGetDiagInfoDescription,
    LLVMGetDiagInfoSeverity,
};
use inkwell::llvm_sys::prelude::{LLVMContextRef, LLVMDiagnosticInfoRef};
use inkwell::module::Module;

/// Collects the errors of a context for as long as it lives.
pub(super) struct Diagnostics {
    context: LLVMContextRef,
    errors: Box<RefCell<Vec<String>>>,
}

impl Diagnostics {
    pub(super) fn of(module: &Module) -> Diagnostics {
        let context = module.get_context().raw();
        let errors = Box::<RefCell<Vec<String>>>::default();
        let data = (&raw const *errors).cast_mut().cast();
        // SAFETY: the context outlives the module; the box outlives the handler, which `drop` removes.
        unsafe { LLVMContextSetDiagnosticHandler(context, Some(collect), data) };
        Diagnostics { context, errors }
    }

    /// What was collected so far, if anything.
    pub(super) fn take(&self) -> Option<String> {
        let errors = self.errors.take();
        (!errors.is_empty()).then(|| errors.join("; "))
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        // SAFETY: as in `of`.
        unsafe { LLVMContextSetDiagnosticHandler(self.context, None, ptr::null_mut()) };
    }
}

extern "C" fn collect(info: LLVMDiagnosticInfoRef, data: *mut c_void) {
    // SAFETY: LLVM passes a diagnostic and the data that the handler was set with; the description is
    // a string of LLVM's that is ours to dispose of.
    unsafe {
        if !matches!(
            LLVMGetDiagInfoSeverity(info),
            LLVMDiagnosticSeverity::LLVMDSError
        ) {
            return;
        }
        let text = LLVMGetDiagInfoDescription(info);
        let errors = &*data.cast::<RefCell<Vec<String>>>();
        errors
            .borrow_mut()
            .push(CStr::from_ptr(text).to_string_lossy().into_owned());
        LLVMDisposeMessage(text);
    }
}
