//! The tables as they are written: one serde struct a row.
//!
//! Nothing is resolved here; `toml` reports unknown columns, missing columns and wrong types.
//! Every string carries its position.

use serde::Deserialize;
use toml::Spanned;

/// A string cell.
pub type S = Spanned<String>;

/// `effects.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectsFile {
    pub heaps: Vec<HeapRow>,
}

/// An abstract heap.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeapRow {
    pub name: S,
    pub parent: Option<S>,
    pub doc: Option<S>,
}

/// `layouts.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayoutsFile {
    #[serde(default)]
    pub layout: Vec<LayoutRow>,
}

/// A heap layout.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayoutRow {
    pub name: S,
    #[serde(rename = "struct")]
    pub strukt: Option<S>,
    #[serde(rename = "type")]
    pub python: Option<S>,
    #[serde(default)]
    pub fields: Vec<FieldRow>,
    pub tail: Option<TailRow>,
    pub trace: Option<S>,
    pub finalize: Option<S>,
    pub immediate: Option<Spanned<bool>>,
    #[serde(default)]
    pub mask: bool,
    pub external: Option<S>,
    pub base: Option<S>,
    pub doc: Option<S>,
}

/// A field of a layout.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldRow {
    pub name: S,
    #[serde(rename = "type")]
    pub ty: S,
    #[serde(rename = "const", default)]
    pub is_const: bool,
    pub heap: Option<S>,
    pub doc: Option<S>,
}

/// The inline tail of a layout.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TailRow {
    pub name: S,
    #[serde(rename = "type")]
    pub ty: S,
    pub len: S,
    #[serde(rename = "const", default)]
    pub is_const: bool,
    pub heap: Option<S>,
    pub doc: Option<S>,
}

/// `prims.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrimsFile {
    pub prims: Vec<PrimRow>,
}

/// A primitive.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrimRow {
    pub name: S,
    pub signature: S,
    #[serde(rename = "as")]
    pub alias: Option<S>,
    #[serde(default)]
    pub exits: bool,
    #[serde(default)]
    pub effects: Vec<S>,
    pub doc: Option<S>,
}

/// `hooks.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HooksFile {
    #[serde(default)]
    pub hooks: Vec<HookRow>,
}

/// A runtime function that bodies and compiled code call.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HookRow {
    pub name: S,
    pub signature: S,
    #[serde(default)]
    pub effects: Vec<S>,
    pub doc: Option<S>,
}

/// `operators.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperatorsFile {
    #[serde(default)]
    pub operator: Vec<OperatorRow>,
}

/// An operator.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperatorRow {
    pub name: S,
    pub symbol: S,
    pub kind: S,
    #[serde(default)]
    pub methods: Vec<S>,
    pub slow: S,
    pub result: Option<S>,
    pub doc: Option<S>,
    #[serde(default)]
    pub case: Vec<CaseRow>,
}

/// A fast case of an operator.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseRow {
    pub name: Option<S>,
    pub when: Spanned<Vec<S>>,
    pub result: S,
    pub body: S,
    pub effects: Option<Spanned<Vec<S>>>,
    pub doc: Option<S>,
}

/// `protocols.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProtocolsFile {
    #[serde(default)]
    pub protocol: Vec<ProtocolRow>,
}

/// An inline-cache protocol.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProtocolRow {
    pub name: S,
    pub operands: S,
    pub key: S,
    pub plan: S,
    pub doc: Option<S>,
    #[serde(default)]
    pub case: Vec<CaseRow>,
    #[serde(default)]
    pub kind: Vec<KindRow>,
}

/// What a filled cache entry does on a hit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindRow {
    pub name: S,
    pub guard: Option<S>,
    pub body: S,
    pub result: Option<S>,
    pub doc: Option<S>,
}
