//! From Python's nodes to our tree, which programs may have built in any way.

use runtime::attr;
use runtime::builtins::{str as strings, unicode};
use runtime::error::{PyResult, type_error, value_error};
use runtime::layouts::{List, Long, Str, Tuple};
use runtime::modules::ast::{class_below, is_a};
use runtime::value::Value;
use syntax::ast::*;
use syntax::{Arena, Flags, Mode, Name, Names, Parsed};

/// The unit that a node stands for, to be compiled in this mode.
///
/// # Errors
/// TypeError for a tree that is not made as it should.
pub fn read<'a>(arena: &'a Arena, node: Value, mode: Mode, flags: Flags) -> PyResult<Parsed<'a>> {
    let wanted = match mode {
        Mode::Exec => "Module",
        Mode::Single => "Interactive",
        Mode::Eval => "Expression",
    };
    if !is_a(node, wanted)? {
        return Err(type_error(format!(
            "expected {wanted} node, got {}",
            attr::type_name(node)
        )));
    }
    let mut r = Reader {
        arena,
        names: Names::new(arena),
        scopes: 1,
    };
    let module = match mode {
        Mode::Exec => Mod::Module {
            body: r.stmts(node, "Module", "body")?,
        },
        Mode::Single => Mod::Interactive {
            body: r.stmts(node, "Interactive", "body")?,
        },
        Mode::Eval => Mod::Expression {
            body: r.required(node, "Expression", "body")?,
        },
    };
    Ok(Parsed {
        module,
        names: r.names,
        flags,
        scopes: r.scopes,
        inconsistent_tabs: None,
        registered_encoding: false,
        diamonds: Vec::new(),
    })
}

struct Reader<'a> {
    arena: &'a Arena,
    names: Names<'a>,
    scopes: u32,
}

fn field(node: Value, name: &str) -> PyResult<Option<Value>> {
    attr::find(node, strings::intern(name.as_bytes()))
}

fn present(node: Value, class: &str, name: &str) -> PyResult {
    match field(node, name)? {
        Some(v) => Ok(v),
        None => Err(type_error(format!(
            "required field \"{name}\" missing from {class}"
        ))),
    }
}

/// An optional field: absent and None are the same.
fn some(node: Value, name: &str) -> PyResult<Option<Value>> {
    Ok(field(node, name)?.filter(|v| !v.is_none()))
}

fn unexpected(kind: &str, v: Value) -> runtime::error::Raised {
    match runtime::protocol::repr(v) {
        Ok(text) => type_error(format!(
            "expected some sort of {kind}, but got {}",
            text.as_ref().to_text()
        )),
        Err(e) => e,
    }
}

fn missing(class: &str, name: &str) -> runtime::error::Raised {
    runtime::error::value_error(format!("field {name} is required for {class}"))
}

fn integer(v: Value) -> PyResult<i64> {
    match v.as_int() {
        Some(i) => Ok(i),
        None => match runtime::protocol::repr(v) {
            Ok(text) => Err(runtime::error::value_error(format!(
                "invalid integer value: {}",
                text.as_ref().to_text()
            ))),
            Err(e) => Err(e),
        },
    }
}

fn place(node: Value, class: &str) -> PyResult<(u32, i32)> {
    let line = integer(present(node, class, "lineno")?)?;
    let column = integer(present(node, class, "col_offset")?)?;
    Ok((
        line.clamp(0, i64::from(i32::MAX)) as u32,
        column.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32,
    ))
}

fn list_field(node: Value, class: &str, name: &str) -> PyResult<runtime::object::Ref<List>> {
    let v = present(node, class, name)?;
    match v.cast::<List>() {
        Some(l) => Ok(l),
        None => Err(type_error(format!(
            "{class} field \"{name}\" must be a list, not a {}",
            attr::type_name(v)
        ))),
    }
}

/// The class of an operator or context in a field.
fn kind_of(node: Value, class: &str, name: &str, base: &str) -> PyResult<&'static str> {
    kind_of_value(present(node, class, name)?, base)
}

fn kind_of_value(v: Value, base: &str) -> PyResult<&'static str> {
    match class_below(v, base)? {
        Some(c) => Ok(c),
        None => Err(unexpected(base, v)),
    }
}

fn context(node: Value, class: &str) -> PyResult<ExprContext> {
    Ok(match kind_of(node, class, "ctx", "expr_context")? {
        "Store" => ExprContext::Store,
        "Del" => ExprContext::Del,
        "AugLoad" => ExprContext::AugLoad,
        "AugStore" => ExprContext::AugStore,
        "Param" => ExprContext::Param,
        _ => ExprContext::Load,
    })
}

fn operator(node: Value, class: &str) -> PyResult<Operator> {
    Ok(match kind_of(node, class, "op", "operator")? {
        "Sub" => Operator::Sub,
        "Mult" => Operator::Mult,
        "Div" => Operator::Div,
        "Mod" => Operator::Mod,
        "Pow" => Operator::Pow,
        "LShift" => Operator::LShift,
        "RShift" => Operator::RShift,
        "BitOr" => Operator::BitOr,
        "BitXor" => Operator::BitXor,
        "BitAnd" => Operator::BitAnd,
        "FloorDiv" => Operator::FloorDiv,
        _ => Operator::Add,
    })
}

fn compare(v: Value) -> PyResult<CmpOp> {
    Ok(match kind_of_value(v, "cmpop")? {
        "NotEq" => CmpOp::NotEq,
        "Lt" => CmpOp::Lt,
        "LtE" => CmpOp::LtE,
        "Gt" => CmpOp::Gt,
        "GtE" => CmpOp::GtE,
        "Is" => CmpOp::Is,
        "IsNot" => CmpOp::IsNot,
        "In" => CmpOp::In,
        "NotIn" => CmpOp::NotIn,
        _ => CmpOp::Eq,
    })
}

impl<'a> Reader<'a> {
    fn scope(&mut self) -> ScopeId {
        let id = ScopeId(self.scopes);
        self.scopes += 1;
        id
    }

    fn identifier(&mut self, v: Value) -> PyResult<Name> {
        match v.exact::<Str>() {
            Some(s) => Ok(self.names.intern(&s.as_ref().to_text())),
            None => Err(type_error("AST identifier must be of type str")),
        }
    }

    fn name(&mut self, node: Value, class: &str, name: &str) -> PyResult<Name> {
        let v = present(node, class, name)?;
        if v.is_none() {
            return Err(missing(class, name));
        }
        self.identifier(v)
    }

    fn optional_name(&mut self, node: Value, name: &str) -> PyResult<Option<Name>> {
        some(node, name)?.map(|v| self.identifier(v)).transpose()
    }

    fn slice_of<T: Copy>(
        &mut self,
        node: Value,
        class: &str,
        name: &str,
        mut f: impl FnMut(&mut Self, Value) -> PyResult<T>,
    ) -> PyResult<&'a [T]> {
        let l = list_field(node, class, name)?;
        let mut out = Vec::new();
        let mut i = 0;
        while let Some(v) = l.as_ref().item(i) {
            out.push(f(self, v)?);
            i += 1;
        }
        Ok(self.arena.alloc_slice_copy(&out))
    }

    fn stmts(&mut self, node: Value, class: &str, name: &str) -> PyResult<&'a [Stmt<'a>]> {
        self.slice_of(node, class, name, Self::stmt)
    }

    fn exprs(&mut self, node: Value, class: &str, name: &str) -> PyResult<&'a [Expr<'a>]> {
        self.slice_of(node, class, name, Self::expr)
    }

    fn required(&mut self, node: Value, class: &str, name: &str) -> PyResult<&'a Expr<'a>> {
        let v = present(node, class, name)?;
        if v.is_none() {
            return Err(missing(class, name));
        }
        let e = self.expr(v)?;
        Ok(self.arena.alloc(e))
    }

    fn optional(&mut self, node: Value, name: &str) -> PyResult<Option<&'a Expr<'a>>> {
        match some(node, name)? {
            Some(v) => {
                let e = self.expr(v)?;
                Ok(Some(self.arena.alloc(e)))
            }
            None => Ok(None),
        }
    }

    fn arguments(&mut self, node: Value, class: &str) -> PyResult<Arguments<'a>> {
        let a = present(node, class, "args")?;
        Ok(Arguments {
            args: self.exprs(a, "arguments", "args")?,
            vararg: self.optional_name(a, "vararg")?,
            kwarg: self.optional_name(a, "kwarg")?,
            defaults: self.exprs(a, "arguments", "defaults")?,
        })
    }

    fn aliases(&mut self, node: Value, class: &str) -> PyResult<&'a [Alias]> {
        self.slice_of(node, class, "names", |r, v| {
            Ok(Alias {
                name: r.name(v, "alias", "name")?,
                asname: r.optional_name(v, "asname")?,
            })
        })
    }

    fn generators(&mut self, node: Value, class: &str) -> PyResult<&'a [Comprehension<'a>]> {
        self.slice_of(node, class, "generators", |r, v| {
            Ok(Comprehension {
                target: r.required(v, "comprehension", "target")?,
                iter: r.required(v, "comprehension", "iter")?,
                ifs: r.exprs(v, "comprehension", "ifs")?,
            })
        })
    }

    fn stmt(&mut self, v: Value) -> PyResult<Stmt<'a>> {
        runtime::thread::current().has_stack()?;
        self.stmt_inside(v)
    }

    fn stmt_inside(&mut self, v: Value) -> PyResult<Stmt<'a>> {
        if v.is_none() {
            return Err(unexpected("stmt", v));
        }
        let (lineno, col_offset) = place(v, "stmt")?;
        let Some(class) = class_below(v, "stmt")? else {
            return Err(unexpected("stmt", v));
        };
        let arena = self.arena;
        let kind = match class {
            "FunctionDef" => StmtKind::FunctionDef(arena.alloc(FunctionDef {
                name: self.name(v, class, "name")?,
                args: self.arguments(v, class)?,
                body: self.stmts(v, class, "body")?,
                decorator_list: self.exprs(v, class, "decorator_list")?,
                scope: self.scope(),
            })),
            "ClassDef" => StmtKind::ClassDef(arena.alloc(ClassDef {
                name: self.name(v, class, "name")?,
                bases: self.exprs(v, class, "bases")?,
                body: self.stmts(v, class, "body")?,
                decorator_list: self.exprs(v, class, "decorator_list")?,
                scope: self.scope(),
            })),
            "Return" => StmtKind::Return {
                value: self.optional(v, "value")?,
            },
            "Delete" => StmtKind::Delete {
                targets: self.exprs(v, class, "targets")?,
            },
            "Assign" => StmtKind::Assign {
                targets: self.exprs(v, class, "targets")?,
                value: self.required(v, class, "value")?,
            },
            "AugAssign" => StmtKind::AugAssign {
                target: self.required(v, class, "target")?,
                op: operator(v, class)?,
                value: self.required(v, class, "value")?,
            },
            "Print" => StmtKind::Print {
                dest: self.optional(v, "dest")?,
                values: self.exprs(v, class, "values")?,
                nl: self.boolean(v, class, "nl")?,
            },
            "For" => StmtKind::For(arena.alloc(For {
                target: self.required(v, class, "target")?,
                iter: self.required(v, class, "iter")?,
                body: self.stmts(v, class, "body")?,
                orelse: self.stmts(v, class, "orelse")?,
            })),
            "While" => StmtKind::While(arena.alloc(While {
                test: self.required(v, class, "test")?,
                body: self.stmts(v, class, "body")?,
                orelse: self.stmts(v, class, "orelse")?,
            })),
            "If" => StmtKind::If(arena.alloc(If {
                test: self.required(v, class, "test")?,
                body: self.stmts(v, class, "body")?,
                orelse: self.stmts(v, class, "orelse")?,
            })),
            "With" => StmtKind::With(arena.alloc(With {
                context_expr: self.required(v, class, "context_expr")?,
                optional_vars: self.optional(v, "optional_vars")?,
                body: self.stmts(v, class, "body")?,
            })),
            "Raise" => StmtKind::Raise {
                type_: self.optional(v, "type")?,
                inst: self.optional(v, "inst")?,
                tback: self.optional(v, "tback")?,
            },
            "TryExcept" => StmtKind::TryExcept(arena.alloc(TryExcept {
                body: self.stmts(v, class, "body")?,
                handlers: self.slice_of(v, class, "handlers", Self::handler)?,
                orelse: self.stmts(v, class, "orelse")?,
            })),
            "TryFinally" => StmtKind::TryFinally(arena.alloc(TryFinally {
                body: self.stmts(v, class, "body")?,
                finalbody: self.stmts(v, class, "finalbody")?,
            })),
            "Assert" => StmtKind::Assert {
                test: self.required(v, class, "test")?,
                msg: self.optional(v, "msg")?,
            },
            "Import" => StmtKind::Import {
                names: self.aliases(v, class)?,
            },
            "ImportFrom" => StmtKind::ImportFrom(arena.alloc(ImportFrom {
                module: self.optional_name(v, "module")?,
                names: self.aliases(v, class)?,
                level: match some(v, "level")? {
                    Some(l) => Some(integer(l)?.clamp(0, i64::from(i32::MAX)) as u32),
                    None => None,
                },
            })),
            "Exec" => StmtKind::Exec {
                body: self.required(v, class, "body")?,
                globals: self.optional(v, "globals")?,
                locals: self.optional(v, "locals")?,
            },
            "Global" => StmtKind::Global {
                names: self.slice_of(v, class, "names", Self::identifier)?,
            },
            "Expr" => StmtKind::Expr {
                value: self.required(v, class, "value")?,
            },
            "Break" => StmtKind::Break,
            "Continue" => StmtKind::Continue,
            _ => StmtKind::Pass,
        };
        Ok(Stmt {
            kind,
            lineno,
            col_offset,
        })
    }

    fn boolean(&mut self, node: Value, class: &str, name: &str) -> PyResult<bool> {
        let v = present(node, class, name)?;
        match v.as_bool() {
            Some(b) => Ok(b),
            None => match runtime::protocol::repr(v) {
                Ok(text) => Err(runtime::error::value_error(format!(
                    "invalid boolean value: {}",
                    text.as_ref().to_text()
                ))),
                Err(e) => Err(e),
            },
        }
    }

    fn handler(&mut self, v: Value) -> PyResult<ExceptHandler<'a>> {
        let (lineno, col_offset) = place(v, "excepthandler")?;
        if class_below(v, "excepthandler")?.is_none() {
            return Err(unexpected("excepthandler", v));
        }
        Ok(ExceptHandler {
            type_: self.optional(v, "type")?,
            name: self.optional(v, "name")?,
            body: self.stmts(v, "ExceptHandler", "body")?,
            lineno,
            col_offset,
        })
    }

    fn expr(&mut self, v: Value) -> PyResult<Expr<'a>> {
        runtime::thread::current().has_stack()?;
        self.expr_inside(v)
    }

    fn expr_inside(&mut self, v: Value) -> PyResult<Expr<'a>> {
        if v.is_none() {
            return Err(unexpected("expr", v));
        }
        let (lineno, col_offset) = place(v, "expr")?;
        let Some(class) = class_below(v, "expr")? else {
            return Err(unexpected("expr", v));
        };
        let arena = self.arena;
        let kind = match class {
            "BoolOp" => ExprKind::BoolOp {
                op: match kind_of(v, class, "op", "boolop")? {
                    "Or" => BoolOp::Or,
                    _ => BoolOp::And,
                },
                values: self.exprs(v, class, "values")?,
            },
            "BinOp" => ExprKind::BinOp {
                left: self.required(v, class, "left")?,
                op: operator(v, class)?,
                right: self.required(v, class, "right")?,
            },
            "UnaryOp" => ExprKind::UnaryOp {
                op: match kind_of(v, class, "op", "unaryop")? {
                    "Not" => UnaryOp::Not,
                    "UAdd" => UnaryOp::UAdd,
                    "USub" => UnaryOp::USub,
                    _ => UnaryOp::Invert,
                },
                operand: self.required(v, class, "operand")?,
            },
            "Lambda" => ExprKind::Lambda(arena.alloc(Lambda {
                args: self.arguments(v, class)?,
                body: self.required(v, class, "body")?,
                scope: self.scope(),
            })),
            "IfExp" => ExprKind::IfExp(arena.alloc(IfExp {
                test: self.required(v, class, "test")?,
                body: self.required(v, class, "body")?,
                orelse: self.required(v, class, "orelse")?,
            })),
            "Dict" => ExprKind::Dict(arena.alloc(Dict {
                keys: self.exprs(v, class, "keys")?,
                values: self.exprs(v, class, "values")?,
            })),
            "Set" => ExprKind::Set {
                elts: self.exprs(v, class, "elts")?,
            },
            "ListComp" => ExprKind::ListComp(arena.alloc(ListComp {
                elt: self.required(v, class, "elt")?,
                generators: self.generators(v, class)?,
            })),
            "SetComp" => ExprKind::SetComp(arena.alloc(SetComp {
                elt: self.required(v, class, "elt")?,
                generators: self.generators(v, class)?,
                scope: self.scope(),
            })),
            "DictComp" => ExprKind::DictComp(arena.alloc(DictComp {
                key: self.required(v, class, "key")?,
                value: self.required(v, class, "value")?,
                generators: self.generators(v, class)?,
                scope: self.scope(),
            })),
            "GeneratorExp" => ExprKind::GeneratorExp(arena.alloc(GeneratorExp {
                elt: self.required(v, class, "elt")?,
                generators: self.generators(v, class)?,
                scope: self.scope(),
            })),
            "Yield" => ExprKind::Yield {
                value: self.optional(v, "value")?,
            },
            "Compare" => ExprKind::Compare(arena.alloc(Compare {
                left: self.required(v, class, "left")?,
                ops: self.slice_of(v, class, "ops", |_, v| compare(v))?,
                comparators: self.exprs(v, class, "comparators")?,
            })),
            "Call" => ExprKind::Call(arena.alloc(Call {
                func: self.required(v, class, "func")?,
                args: self.exprs(v, class, "args")?,
                keywords: self.slice_of(v, class, "keywords", |r, v| {
                    Ok(Keyword {
                        arg: r.name(v, "keyword", "arg")?,
                        value: r.required(v, "keyword", "value")?,
                    })
                })?,
                starargs: self.optional(v, "starargs")?,
                kwargs: self.optional(v, "kwargs")?,
            })),
            "Repr" => ExprKind::Repr {
                value: self.required(v, class, "value")?,
            },
            "Num" => {
                let n = present(v, class, "n")?;
                if n.is_none() {
                    return Err(value_error("field n is required for Num"));
                }
                return self.number(n, lineno, col_offset);
            }
            "Str" => self.text(present(v, class, "s")?)?,
            "Attribute" => ExprKind::Attribute {
                value: self.required(v, class, "value")?,
                attr: self.name(v, class, "attr")?,
                ctx: context(v, class)?,
            },
            "Subscript" => {
                let value = self.required(v, class, "value")?;
                let slice = self.slice(present(v, class, "slice")?)?;
                ExprKind::Subscript {
                    value,
                    slice: arena.alloc(slice),
                    ctx: context(v, class)?,
                }
            }
            "Name" => ExprKind::Name {
                id: self.name(v, class, "id")?,
                ctx: context(v, class)?,
            },
            "List" => ExprKind::List {
                elts: self.exprs(v, class, "elts")?,
                ctx: context(v, class)?,
            },
            _ => ExprKind::Tuple {
                elts: self.exprs(v, class, "elts")?,
                ctx: context(v, class)?,
            },
        };
        Ok(Expr {
            kind,
            lineno,
            col_offset,
        })
    }

    fn text(&mut self, v: Value) -> PyResult<ExprKind<'a>> {
        if let Some(s) = v.exact::<Str>() {
            let s = self.arena.alloc_slice_copy(s.as_ref().bytes());
            return Ok(ExprKind::Str { s });
        }
        if unicode::is_unicode(v) && v.ty() == runtime::types::UNICODE.get() {
            let points: Vec<u32> = unicode::code_points(v).collect();
            let s = self.arena.alloc_slice_copy(&points);
            return Ok(ExprKind::Unicode { s });
        }
        Err(type_error("AST string must be of type str or unicode"))
    }

    /// A number. A complex one with a real part has no literal: it is the sum of two.
    fn number(&mut self, v: Value, lineno: u32, col_offset: i32) -> PyResult<Expr<'a>> {
        let literal = |n| Expr {
            kind: ExprKind::Num { n },
            lineno,
            col_offset,
        };
        if let Some(i) = v.as_int() {
            return Ok(literal(Number::Int(i)));
        }
        if let Some(f) = v.as_float() {
            return Ok(literal(Number::Float(f)));
        }
        if let Some(l) = v.cast::<Long>() {
            let (sign, digits) = l.number().to_big().to_u32_digits();
            let long = LongLiteral {
                negative: sign == num_bigint::Sign::Minus,
                digits: self.arena.alloc_slice_copy(&digits),
            };
            return Ok(literal(Number::Long(self.arena.alloc(long))));
        }
        if let Some(c) = v.cast::<runtime::layouts::ComplexObject>() {
            let imaginary = literal(Number::Imaginary(c.imag.get()));
            if c.real.get() == 0.0 && c.real.get().is_sign_positive() {
                return Ok(imaginary);
            }
            return Ok(Expr {
                kind: ExprKind::BinOp {
                    left: self.arena.alloc(literal(Number::Float(c.real.get()))),
                    op: Operator::Add,
                    right: self.arena.alloc(imaginary),
                },
                lineno,
                col_offset,
            });
        }
        if unicode::is_unicode(v) || v.exact::<Str>().is_some() {
            return Ok(Expr {
                kind: self.text(v)?,
                lineno,
                col_offset,
            });
        }
        if let Some(items) = v.exact::<Tuple>() {
            let _level = runtime::builtins::repr_guard::deeper("")?;
            let elts = items.as_ref().items().iter();
            let elts = elts
                .map(|x| self.number(*x, lineno, col_offset))
                .collect::<PyResult<Vec<_>>>()?;
            return Ok(Expr {
                kind: ExprKind::Tuple {
                    elts: self.arena.alloc_slice_copy(&elts),
                    ctx: ExprContext::Load,
                },
                lineno,
                col_offset,
            });
        }
        runtime::protocol::hash(v)?;
        Err(type_error(format!(
            "a literal cannot have a value of type '{}'",
            attr::type_name(v)
        )))
    }

    fn slice(&mut self, v: Value) -> PyResult<Slice<'a>> {
        let Some(class) = class_below(v, "slice")? else {
            return Err(unexpected("slice", v));
        };
        Ok(match class {
            "Slice" => Slice::Slice {
                lower: self.optional(v, "lower")?,
                upper: self.optional(v, "upper")?,
                step: self.optional(v, "step")?,
            },
            "ExtSlice" => Slice::ExtSlice {
                dims: self.slice_of(v, class, "dims", Self::slice)?,
            },
            "Index" => Slice::Index {
                value: self.required(v, class, "value")?,
            },
            _ => Slice::Ellipsis,
        })
    }
}
