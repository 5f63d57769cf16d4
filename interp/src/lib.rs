//! Normalised form and interpreter: from source text to running code.

pub mod body;
pub mod compile;
pub mod concrete;
pub mod dead;
pub mod dispatch;
pub mod import;
pub mod jump;
mod levels;
pub mod machine;
pub mod normal;
pub mod parse_cache;
pub mod parts;
pub mod program_text;
mod repeated;
pub mod report;
pub mod scopes;
mod source_codecs;
pub mod store;
pub mod tiers;
pub mod tree;

/// Makes the runtime know the interpreter; called once, after [`runtime::start::start`].
pub fn install() {
    runtime::builtins::code::install(&body::HOOKS);
    runtime::upcalls::install(&compile::UPCALLS);
    syntax::codec::install(&source_codecs::OF_PROGRAM);
}
