//! Renderers: from the model to Rust.
