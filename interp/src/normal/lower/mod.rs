//! Syntax tree and symbol tables to normalised form.
//!
//! One [`Lowering`] makes one code unit, in one walk over its tree in the order in which
//! CPython's compiler walks it, so that names, constants and errors come in the same
//! order. It emits nodes into a [`Builder`](builder::Builder); [`finish`] then drops what
//! is unreachable or needless and numbers everything for good.
//!
//! An expression is lowered to an [`Operand`]: a local or a constant is its own operand and
//! costs no node; anything else is computed into a temporary, or into the register that
//! the caller would like. Temporaries are allocated like a stack.
//!
//! | file      | lowers                                             |
//! | --------- | -------------------------------------------------- |
//! | `expr`    | expressions, conditions                            |
//! | `display` | displays, comprehensions                           |
//! | `call`    | calls                                              |
//! | `assign`  | assignment, deletion, augmented assignment         |
//! | `stmt`    | simple statements                                  |
//! | `flow`    | loops, `try`, `with`, and leaving them             |
//! | `scope`   | functions, classes, closures                       |
//! | `names`   | where a name lives                                 |
//! | `fold`    | constants                                          |
//! | `finish`  | dead nodes, needless checks, numbering             |

mod assign;
mod builder;
mod call;
mod display;
mod expr;
mod finish;
mod flow;
mod fold;
mod names;
mod scope;
mod stmt;

use std::sync::Arc;

use syntax::ast::{Mod, ScopeId};
use syntax::symtable::{Scope, SymbolTable};
use syntax::{Arena, Category, ErrorKind, Flags, Mode, Name, Names, Parsed, SyntaxError, Warning};

use super::code::{CodeFlags, Const, Nested, NodeCode};
use super::node::Operand;
use super::op::Op;
use builder::{Builder, Reg};

/// What the command line says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// 1 drops `assert` and makes `__debug__` false (`-O`); 2 drops documentation
    /// strings too (`-OO`).
    pub optimize: u8,
}

/// What became of a unit.
#[derive(Clone, Debug)]
pub struct Lowered {
    pub code: Arc<NodeCode>,
    /// To be issued in this order.
    pub warnings: Vec<Warning>,
    /// Do lines depend on the width of tabs? Only known if asked for.
    pub inconsistent_tabs: bool,
    /// Was the text decoded by one of the program's codecs?
    pub registered_encoding: bool,
}

/// Compiles a source text, from bytes to normalised form.
pub fn compile(
    source: &[u8],
    filename: &str,
    mode: Mode,
    flags: Flags,
    options: Options,
) -> Result<Lowered, Box<SyntaxError>> {
    let arena = Arena::new();
    let mut parsed = syntax::parse(&arena, source, filename, mode, flags)?;
    let symbols = syntax::symtable::build(&mut parsed, filename)?;
    lower(&parsed, &symbols, filename, options)
}

/// Lowers a parsed unit. The errors are those of CPython's code generator: `return`
/// outside a function and the like.
pub fn lower<'a>(
    parsed: &'a Parsed<'a>,
    symbols: &'a SymbolTable,
    filename: &str,
    options: Options,
) -> Result<Lowered, Box<SyntaxError>> {
    let mut unit = Unit {
        names: &parsed.names,
        none: parsed.names.find("None"),
        symbols,
        filename: filename.into(),
        flags: parsed.flags.futures(),
        options,
        interactive: matches!(parsed.module, Mod::Interactive { .. }),
        last_future: symbols.last_future,
        warnings: warnings(parsed, symbols),
    };
    match module(&mut unit, parsed.module) {
        Ok(code) => Ok(Lowered {
            inconsistent_tabs: parsed.inconsistent_tabs.is_some(),
            registered_encoding: parsed.registered_encoding,
            code: Arc::new(code),
            warnings: unit.warnings,
        }),
        Err(e) => Err(e.after(unit.warnings)),
    }
}

/// The warnings of the parser and of the symbol tables. Most programs are not asked what Python 3 does not have.
fn warnings(parsed: &Parsed, symbols: &SymbolTable) -> Vec<Warning> {
    let all = symbols.warnings.iter();
    if !runtime::modules::warnings::is_python3() {
        return all
            .filter(|w| w.category == Category::Syntax)
            .cloned()
            .collect();
    }
    let diamonds = parsed.diamonds.iter().map(|&lineno| Warning {
        msg: "<> not supported in 3.x; use !=".to_owned(),
        lineno,
        is_syntax_error: false,
        category: Category::DeprecationOfPython3,
    });
    diamonds.chain(all.cloned()).collect()
}

fn module<'a>(unit: &mut Unit<'a>, module: Mod<'a>) -> Res<NodeCode> {
    let mut top = Lowering::new(unit, ScopeId::ROOT, None);
    let is_expression = matches!(module, Mod::Expression { .. });
    match module {
        Mod::Module { body } => top.documented_body(body)?,
        Mod::Interactive { body } => top.stmts(body)?,
        Mod::Expression { body } => {
            let value = top.expr(body, None)?;
            top.b.emit(Op::Return, 0, value.0, 0, 0);
        }
    }
    if !is_expression {
        // Among the constants also where the end is never got to.
        top.b.none();
    }
    top.return_none();
    top.finish("<module>", 0, 0)
}

type Res<T = ()> = Result<T, Box<SyntaxError>>;

/// What the code units of one compilation share.
struct Unit<'a> {
    names: &'a Names<'a>,
    /// The name `None`, if it occurs.
    none: Option<Name>,
    symbols: &'a SymbolTable,
    filename: Arc<str>,
    /// The future features on.
    flags: Flags,
    options: Options,
    interactive: bool,
    /// Line of the last import from `__future__` that is one.
    last_future: u32,
    warnings: Vec<Warning>,
}

/// The lowering of one code unit.
struct Lowering<'u, 'a> {
    unit: &'u mut Unit<'a>,
    b: Builder,
    scope: &'a Scope,
    /// Name of the innermost class around, for private names.
    class: Option<&'a str>,
    /// Locals by register, in order of appearance.
    varnames: Vec<Box<str>>,
    local_index: syntax::names::NameMap<Reg>,
    /// The compound statements around the current one, outermost first.
    blocks: Vec<flow::Block>,
    /// Constant that is the documentation string.
    docstring: Option<u32>,
}

impl<'u, 'a> Lowering<'u, 'a> {
    fn new(unit: &'u mut Unit<'a>, scope: ScopeId, class: Option<&'a str>) -> Lowering<'u, 'a> {
        let scope = unit.symbols.scope(scope);
        Lowering {
            unit,
            b: Builder::new(),
            scope,
            class,
            varnames: Vec::new(),
            local_index: Default::default(),
            blocks: Vec::new(),
            docstring: None,
        }
    }

    fn error<T>(&self, msg: &str) -> Res<T> {
        let line = Some(self.b.place.line);
        Err(Box::new(SyntaxError::new(
            ErrorKind::Syntax,
            msg.into(),
            &self.unit.filename,
            line,
        )))
    }

    /// A count as it fits a node. More than the field holds needs a tree that no source
    /// text parses to.
    fn count(&self, n: usize) -> Res<u16> {
        match u16::try_from(n) {
            Ok(n) => Ok(n),
            Err(_) => self.error("too many values in one expression"),
        }
    }

    fn text(&self, name: Name) -> &'a str {
        self.unit.names.text(name)
    }

    fn return_none(&mut self) {
        if self.b.nodes.is_empty() {
            self.b.first_line = 1;
        }
        // Where control does not get to there is a line, but no constant.
        let none = if self.b.reachable() {
            self.b.none()
        } else {
            Operand::ABSENT
        };
        self.b.emit(Op::Return, 0, none.0, 0, 0);
    }

    /// `co_flags`.
    fn flags(&self) -> CodeFlags {
        let mut flags = CodeFlags(self.unit.flags.futures().0 & !Flags::SOURCE_IS_UTF8.0);
        let scope = self.scope;
        if !self.in_module() {
            flags |= CodeFlags::NEWLOCALS;
        }
        if self.in_function() {
            for (on, flag) in [
                (!scope.unoptimized(), CodeFlags::OPTIMIZED),
                (scope.nested(), CodeFlags::NESTED),
                (scope.generator(), CodeFlags::GENERATOR),
                (scope.varargs(), CodeFlags::VARARGS),
                (scope.varkeywords(), CodeFlags::VARKEYWORDS),
            ] {
                if on {
                    flags |= flag;
                }
            }
        }
        if self.cellvars().len() + self.freevars().len() == 0 {
            flags |= CodeFlags::NOFREE;
        }
        flags
    }

    fn const_code(&mut self, code: NodeCode) -> super::Operand {
        self.b.constant(Const::Code(Nested::Made(Arc::new(code))))
    }
}
