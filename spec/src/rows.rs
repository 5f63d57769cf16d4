//! The tables as they are written: one serde struct a row.
//!
//! Nothing is resolved here; `toml` reports unknown columns, missing columns and wrong types.
//! Every string carries its position.

use std::collections::BTreeMap;

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

/// `sizes.toml`: by module and type.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct SizesFile {
    pub modules: BTreeMap<String, BTreeMap<S, SizeRow>>,
}

/// What CPython's objects of a type take.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SizeRow {
    pub fixed: u32,
    pub item: u32,
    pub tracked: bool,
    pub place: Option<u8>,
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
    pub slow: Option<S>,
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
    /// For cases of ints: the same for machine integers, whose result is one. Fails where it is a long.
    pub wide: Option<S>,
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
    pub signature: S,
    pub key: Option<S>,
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
    pub doc: Option<S>,
}

/// `slots.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotsFile {
    #[serde(default)]
    pub slots: Vec<SlotRow>,
}

/// A native slot of types.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotRow {
    pub name: S,
    pub kind: S,
    pub dispatch: Option<S>,
    #[serde(default)]
    pub methods: Vec<SlotMethodRow>,
    pub doc: Option<S>,
}

/// A special method that stands for a slot.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotMethodRow {
    pub name: S,
    pub shape: S,
    pub doc: Option<S>,
}

/// `exceptions.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptionsFile {
    #[serde(default)]
    pub exceptions: Vec<ExceptionRow>,
}

/// A builtin exception.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptionRow {
    pub name: S,
    pub base: Option<S>,
    pub doc: Option<S>,
}

/// `types/*.toml`: one type at the top level, or several as `[[types]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypesFile {
    #[serde(rename = "type")]
    pub head: Option<TypeHead>,
    #[serde(default)]
    pub slots: std::collections::BTreeMap<S, S>,
    #[serde(default)]
    pub method: Vec<FunctionRow>,
    #[serde(default)]
    pub getset: Vec<GetsetRow>,
    #[serde(default)]
    pub member: Vec<MemberRow>,
    #[serde(default)]
    pub types: Vec<TypeRow>,
}

/// What a type is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeHead {
    pub name: S,
    pub id: Option<S>,
    pub layout: Option<S>,
    pub base: Option<S>,
    pub module: Option<S>,
    #[serde(default)]
    pub flags: Vec<S>,
    pub dict: Option<S>,
    pub group: Option<S>,
    pub visible: Option<u32>,
    pub doc: Option<S>,
}

/// A type among several in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeRow {
    pub name: S,
    pub id: Option<S>,
    pub layout: Option<S>,
    pub base: Option<S>,
    pub module: Option<S>,
    #[serde(default)]
    pub flags: Vec<S>,
    pub dict: Option<S>,
    pub group: Option<S>,
    pub visible: Option<u32>,
    pub doc: Option<S>,
    #[serde(default)]
    pub slots: std::collections::BTreeMap<S, S>,
    #[serde(default)]
    pub method: Vec<FunctionRow>,
    #[serde(default)]
    pub getset: Vec<GetsetRow>,
    #[serde(default)]
    pub member: Vec<MemberRow>,
}

/// A builtin function or method.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FunctionRow {
    pub name: S,
    pub signature: S,
    #[serde(rename = "impl")]
    pub imp: Option<S>,
    pub kind: Option<S>,
    pub ready: Option<S>,
    pub style: Option<S>,
    pub usage: Option<S>,
    #[serde(default)]
    pub keywords: bool,
    pub called: Option<S>,
    pub effects: Option<Vec<S>>,
    pub result: Option<S>,
    pub body: Option<S>,
    #[serde(default)]
    pub case: Vec<CaseRow>,
    pub doc: Option<S>,
}

/// A computed attribute.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GetsetRow {
    pub name: S,
    pub get: S,
    pub set: Option<S>,
    #[serde(default)]
    pub member: bool,
    pub doc: Option<S>,
}

/// A field seen from Python.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberRow {
    pub name: S,
    pub field: Option<S>,
    pub item: Option<usize>,
    #[serde(default)]
    pub writable: bool,
    pub doc: Option<S>,
}

/// `modules/*.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModuleFile {
    pub module: ModuleHead,
    #[serde(default)]
    pub constants: BTreeMap<String, ConstantCell>,
    #[serde(default)]
    pub function: Vec<FunctionRow>,
}

/// A number or text that a module has under a name.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum ConstantCell {
    Number(i64),
    Text(String),
}

/// A native module.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModuleHead {
    pub name: S,
    pub group: Option<S>,
    pub init: Option<S>,
    #[serde(default)]
    pub types: Vec<S>,
    #[serde(default)]
    pub libc: Vec<S>,
    pub doc: Option<S>,
}

/// `nodes.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NodesFile {
    #[serde(default)]
    pub node: Vec<NodeRow>,
}

/// A kind of node.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NodeRow {
    pub name: S,
    #[serde(default)]
    pub operands: Vec<S>,
    pub semantics: S,
    #[serde(default)]
    pub frame: bool,
    pub flow: Option<S>,
    #[serde(default)]
    pub cell: bool,
    pub jump: Option<S>,
    #[serde(default)]
    pub effects: Vec<S>,
    pub doc: Option<S>,
}
