//! Native modules, expanded from spec/modules/.

codegen_macros::expand_modules!();
