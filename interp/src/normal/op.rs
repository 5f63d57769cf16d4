//! The kinds of nodes, from spec/nodes.toml.

use super::facts::{Count, Effects, Facts, Flow, Role, Semantics};

macro_rules! nodes {
    ($($op:ident = $name:literal, $fields:expr, $semantics:expr, $flow:expr, $cell:literal, $effects:expr, $doc:literal;)*) => {
        /// The kind of a node.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum Op { $(#[doc = $doc] $op),* }

        impl Op {
            /// All kinds, by number.
            pub const ALL: &'static [Op] = &[$(Op::$op),*];
            pub const COUNT: usize = Op::ALL.len();
        }

        static FACTS: [Facts; Op::COUNT] = [$(Facts {
            name: $name,
            fields: $fields,
            semantics: $semantics,
            flow: $flow,
            cell: $cell,
            effects: $effects,
            doc: $doc,
        }),*];
    };
}

impl Op {
    #[inline]
    pub fn facts(self) -> &'static Facts {
        &FACTS[self as usize]
    }

    /// As in spec/nodes.toml.
    #[inline]
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    #[inline]
    pub fn from_u16(number: u16) -> Option<Op> {
        Op::ALL.get(usize::from(number)).copied()
    }
}

nodes! {
    Move = "move", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Unused], Semantics::Control, Flow::Next, false, Effects::NONE, "Copies a register or constant.";
    Clear = "clear", [Role::Out(Count { n: true, plus: 0 }), Role::Unused, Role::Unused, Role::Unused], Semantics::Control, Flow::Next, false, Effects::NONE, "Writes 0 to n registers that a later node reads but not every path there writes.";
    CheckLocal = "check_local", [Role::Unused, Role::Local, Role::Unused, Role::Unused], Semantics::Control, Flow::Next, false, Effects::RAISES, "UnboundLocalError when the local is unbound. Emitted where that cannot be excluded.";
    DeleteLocal = "delete_local", [Role::Out(Count::ONE), Role::Unused, Role::Unused, Role::Unused], Semantics::Control, Flow::Next, false, Effects::NONE, "Unbinds a local: writes 0. A `check_local` stands before it where needed.";
    MakeCell = "make_cell", [Role::Out(Count::ONE), Role::Optional, Role::Unused, Role::Unused], Semantics::Control, Flow::Next, false, Effects::ALLOCATES, "A new cell holding a parameter's value, or empty. Stands at the start of the code.";
    FreeCell = "free_cell", [Role::Out(Count::ONE), Role::Int, Role::Unused, Role::Unused], Semantics::Control, Flow::Next, false, Effects::NONE, "Cell number `a` of the running function's closure. Stands at the start of the code.";
    LoadCell = "load_cell", [Role::Out(Count::ONE), Role::Cell, Role::Unused, Role::Unused], Semantics::Control, Flow::Next, false, Effects::RAISES, "The cell's content; unbound is UnboundLocalError for a cell variable, NameError for a free one.";
    StoreCell = "store_cell", [Role::Unused, Role::Cell, Role::Value, Role::Unused], Semantics::Control, Flow::Next, false, Effects::NONE, "Binds the variable that lives in a cell.";
    LoadGlobal = "load_global", [Role::Out(Count::ONE), Role::Name, Role::Unused, Role::Unused], Semantics::Protocol("load_global"), Flow::Next, true, Effects::CALLS, "From the globals, then the builtins; NameError says 'global name'.";
    StoreGlobal = "store_global", [Role::Unused, Role::Name, Role::Value, Role::Unused], Semantics::Hook("names::store_global", true), Flow::Next, false, Effects::CALLS, "Binds a name in the globals.";
    DeleteGlobal = "delete_global", [Role::Unused, Role::Name, Role::Unused, Role::Unused], Semantics::Hook("names::delete_global", true), Flow::Next, false, Effects::CALLS, "Removes a name from the globals.";
    LoadName = "load_name", [Role::Out(Count::ONE), Role::Name, Role::Unused, Role::Unused], Semantics::Protocol("load_name"), Flow::Next, true, Effects::CALLS, "From the frame's locals mapping, then globals, then builtins: module, class and exec code.";
    StoreName = "store_name", [Role::Unused, Role::Name, Role::Value, Role::Unused], Semantics::Hook("names::store_name", true), Flow::Next, false, Effects::CALLS, "Binds a name in the frame's locals mapping.";
    DeleteName = "delete_name", [Role::Unused, Role::Name, Role::Unused, Role::Unused], Semantics::Hook("names::delete_name", true), Flow::Next, false, Effects::CALLS, "Removes a name from the frame's locals mapping.";
    LoadLocals = "load_locals", [Role::Out(Count::ONE), Role::Unused, Role::Unused, Role::Unused], Semantics::Hook("names::load_locals", true), Flow::Next, false, Effects::RAISES, "The frame's locals mapping: what a class body returns.";
    Neg = "neg", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Unused], Semantics::Operator("neg"), Flow::Next, false, Effects::CALLS, "-a";
    Pos = "pos", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Unused], Semantics::Operator("pos"), Flow::Next, false, Effects::CALLS, "+a";
    Invert = "invert", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Unused], Semantics::Operator("invert"), Flow::Next, false, Effects::CALLS, "~a";
    Not = "not", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Unused], Semantics::Operator("not"), Flow::Next, false, Effects::CALLS, "not a";
    Repr = "repr", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Unused], Semantics::Operator("repr"), Flow::Next, false, Effects::CALLS, "Backquotes.";
    Add = "add", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("add"), Flow::Next, false, Effects::CALLS, "a + b";
    Sub = "sub", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("sub"), Flow::Next, false, Effects::CALLS, "a - b";
    Mul = "mul", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("mul"), Flow::Next, false, Effects::CALLS, "a * b";
    Div = "div", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("div"), Flow::Next, false, Effects::CALLS, "a / b";
    Truediv = "truediv", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("truediv"), Flow::Next, false, Effects::CALLS, "a / b after `from __future__ import division`";
    Floordiv = "floordiv", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("floordiv"), Flow::Next, false, Effects::CALLS, "a // b";
    Mod = "mod", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("mod"), Flow::Next, false, Effects::CALLS, "a % b";
    Pow = "pow", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("pow"), Flow::Next, false, Effects::CALLS, "a ** b";
    Lshift = "lshift", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("lshift"), Flow::Next, false, Effects::CALLS, "a << b";
    Rshift = "rshift", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("rshift"), Flow::Next, false, Effects::CALLS, "a >> b";
    And = "and", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("and"), Flow::Next, false, Effects::CALLS, "a & b";
    Or = "or", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("or"), Flow::Next, false, Effects::CALLS, "a | b";
    Xor = "xor", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("xor"), Flow::Next, false, Effects::CALLS, "a ^ b";
    Iadd = "iadd", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("iadd"), Flow::Next, false, Effects::CALLS, "The value that `a += b` binds";
    Isub = "isub", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("isub"), Flow::Next, false, Effects::CALLS, "The value that `a -= b` binds";
    Imul = "imul", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("imul"), Flow::Next, false, Effects::CALLS, "The value that `a *= b` binds";
    Idiv = "idiv", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("idiv"), Flow::Next, false, Effects::CALLS, "The value that `a /= b` binds";
    Itruediv = "itruediv", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("itruediv"), Flow::Next, false, Effects::CALLS, "The value that `a /= b` binds after `from __future__ import division`";
    Ifloordiv = "ifloordiv", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("ifloordiv"), Flow::Next, false, Effects::CALLS, "The value that `a //= b` binds";
    Imod = "imod", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("imod"), Flow::Next, false, Effects::CALLS, "The value that `a %= b` binds";
    Ipow = "ipow", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("ipow"), Flow::Next, false, Effects::CALLS, "The value that `a **= b` binds";
    Ilshift = "ilshift", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("ilshift"), Flow::Next, false, Effects::CALLS, "The value that `a <<= b` binds";
    Irshift = "irshift", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("irshift"), Flow::Next, false, Effects::CALLS, "The value that `a >>= b` binds";
    Iand = "iand", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("iand"), Flow::Next, false, Effects::CALLS, "The value that `a &= b` binds";
    Ior = "ior", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("ior"), Flow::Next, false, Effects::CALLS, "The value that `a |= b` binds";
    Ixor = "ixor", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("ixor"), Flow::Next, false, Effects::CALLS, "The value that `a ^= b` binds";
    Lt = "lt", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("lt"), Flow::Next, false, Effects::CALLS, "a < b";
    Le = "le", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("le"), Flow::Next, false, Effects::CALLS, "a <= b";
    Eq = "eq", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("eq"), Flow::Next, false, Effects::CALLS, "a == b";
    Ne = "ne", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("ne"), Flow::Next, false, Effects::CALLS, "a != b";
    Gt = "gt", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("gt"), Flow::Next, false, Effects::CALLS, "a > b";
    Ge = "ge", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("ge"), Flow::Next, false, Effects::CALLS, "a >= b";
    Is = "is", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("is"), Flow::Next, false, Effects::NONE, "a is b";
    IsNot = "is_not", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("is_not"), Flow::Next, false, Effects::NONE, "a is not b";
    In = "in", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("in"), Flow::Next, false, Effects::CALLS, "a in b";
    NotIn = "not_in", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Operator("not_in"), Flow::Next, false, Effects::CALLS, "a not in b";
    MatchException = "match_exception", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Hook("exceptions::matches", false), Flow::Next, false, Effects::CALLS, "Does the exception of type `a` match `b`, the expression of an except clause?";
    GetAttr = "get_attr", [Role::Out(Count::ONE), Role::Value, Role::Name, Role::Unused], Semantics::Protocol("get_attr"), Flow::Next, true, Effects::CALLS, "a.NAME";
    SetAttr = "set_attr", [Role::Unused, Role::Value, Role::Name, Role::Value], Semantics::Protocol("set_attr"), Flow::Next, true, Effects::CALLS, "a.NAME = c";
    DeleteAttr = "delete_attr", [Role::Unused, Role::Value, Role::Name, Role::Unused], Semantics::Hook("attr::delete", false), Flow::Next, false, Effects::CALLS, "del a.NAME";
    LoadMethod = "load_method", [Role::Out(Count { n: false, plus: 2 }), Role::Value, Role::Name, Role::Unused], Semantics::Protocol("load_method"), Flow::Next, true, Effects::CALLS, "a.NAME to be called: dst = a plain function found in the class and dst+1 = a, or dst = the attribute's value and dst+1 = 0.";
    LoadSpecial = "load_special", [Role::Out(Count::ONE), Role::Value, Role::Name, Role::Unused], Semantics::Hook("attr::load_special", false), Flow::Next, false, Effects::CALLS, "The bound special method of a with statement: looked up in the type, for an old-style instance in the instance.";
    GetItem = "get_item", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Unused], Semantics::Protocol("get_item"), Flow::Next, true, Effects::CALLS, "a[b]";
    SetItem = "set_item", [Role::Unused, Role::Value, Role::Value, Role::Value], Semantics::Protocol("set_item"), Flow::Next, true, Effects::CALLS, "a[b] = c";
    DeleteItem = "delete_item", [Role::Unused, Role::Value, Role::Value, Role::Unused], Semantics::Hook("item::delete", false), Flow::Next, false, Effects::CALLS, "del a[b]";
    GetSlice = "get_slice", [Role::Out(Count::ONE), Role::Value, Role::Optional, Role::Optional], Semantics::Hook("item::get_slice", false), Flow::Next, false, Effects::CALLS, "a[b:c]; an absent bound is not the same as None.";
    SetSlice = "set_slice", [Role::Value, Role::Value, Role::Optional, Role::Optional], Semantics::Hook("item::set_slice", false), Flow::Next, false, Effects::CALLS, "a[b:c] = dst; the one node whose `dst` is read.";
    DeleteSlice = "delete_slice", [Role::Unused, Role::Value, Role::Optional, Role::Optional], Semantics::Hook("item::delete_slice", false), Flow::Next, false, Effects::CALLS, "del a[b:c]";
    BuildSlice = "build_slice", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Value], Semantics::Hook("build::slice", false), Flow::Next, false, Effects::ALLOCATES, "slice(a, b, c); bounds left out are None.";
    BuildTuple = "build_tuple", [Role::Out(Count::ONE), Role::Range(Count { n: true, plus: 0 }), Role::Unused, Role::Unused], Semantics::Hook("build::tuple", false), Flow::Next, false, Effects::ALLOCATES, "(a, …)";
    BuildList = "build_list", [Role::Out(Count::ONE), Role::Range(Count { n: true, plus: 0 }), Role::Unused, Role::Unused], Semantics::Hook("build::list", false), Flow::Next, false, Effects::ALLOCATES, "[a, …]";
    BuildSet = "build_set", [Role::Out(Count::ONE), Role::Range(Count { n: true, plus: 0 }), Role::Unused, Role::Unused], Semantics::Hook("build::set", false), Flow::Next, false, Effects::CALLS, "{a, …}, added first to last.";
    BuildDict = "build_dict", [Role::Out(Count::ONE), Role::Int, Role::Unused, Role::Unused], Semantics::Hook("build::dict", false), Flow::Next, false, Effects::ALLOCATES, "An empty dict made for `a` entries; the size hint shows in iteration order.";
    ListAppend = "list_append", [Role::Unused, Role::Value, Role::Value, Role::Unused], Semantics::Hook("build::list_append", false), Flow::Next, false, Effects::ALLOCATES, "Appends b to a list that no program can see yet.";
    ListToTuple = "list_to_tuple", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Unused], Semantics::Hook("build::list_to_tuple", false), Flow::Next, false, Effects::ALLOCATES, "The tuple of a list that no program has seen: a very long tuple display.";
    SetAdd = "set_add", [Role::Unused, Role::Value, Role::Value, Role::Unused], Semantics::Hook("build::set_add", false), Flow::Next, false, Effects::CALLS, "Adds b to the set a of a display or comprehension.";
    DictStore = "dict_store", [Role::Unused, Role::Value, Role::Value, Role::Value], Semantics::Hook("build::dict_store", false), Flow::Next, false, Effects::CALLS, "Key b, value c into the dict a of a display or comprehension.";
    UnpackSequence = "unpack_sequence", [Role::Out(Count { n: true, plus: 0 }), Role::Value, Role::Unused, Role::Unused], Semantics::Hook("iter::unpack", false), Flow::Next, false, Effects::CALLS, "Exactly n items of a to consecutive registers; all or none are written. (The arm passes n and where to write.)";
    GetIter = "get_iter", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Unused], Semantics::Protocol("get_iter"), Flow::Next, true, Effects::CALLS, "iter(a)";
    ForNext = "for_next", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Target], Semantics::Protocol("for_next"), Flow::Next, true, Effects::CALLS, "The iterator's next item, or jump to c (dst unwritten) when it is exhausted.";
    Call = "call", [Role::Out(Count::ONE), Role::Value, Role::Range(Count { n: true, plus: 0 }), Role::Optional], Semantics::Protocol("call"), Flow::Next, true, Effects::CALLS, "a(b, …)";
    CallMethod = "call_method", [Role::Out(Count::ONE), Role::Range(Count { n: true, plus: 2 }), Role::Unused, Role::Optional], Semantics::Protocol("call_method"), Flow::Next, true, Effects::CALLS, "Calls a; a+1 is self or 0 (what load_method left), the arguments follow. self, when there, is the first argument.";
    CallStar = "call_star", [Role::Out(Count::ONE), Role::Value, Role::Range(Count { n: true, plus: 0 }), Role::Optional], Semantics::Hook("call::star", false), Flow::Next, false, Effects::CALLS, "A call whose last value is `*args`; it comes after the keyword values.";
    CallKwargs = "call_kwargs", [Role::Out(Count::ONE), Role::Value, Role::Range(Count { n: true, plus: 0 }), Role::Optional], Semantics::Hook("call::kwargs", false), Flow::Next, false, Effects::CALLS, "A call whose last value is `**kwargs`.";
    CallStarKwargs = "call_star_kwargs", [Role::Out(Count::ONE), Role::Value, Role::Range(Count { n: true, plus: 0 }), Role::Optional], Semantics::Hook("call::star_kwargs", false), Flow::Next, false, Effects::CALLS, "A call whose last two values are `*args` and `**kwargs`.";
    MakeFunction = "make_function", [Role::Out(Count::ONE), Role::Const, Role::Range(Count { n: true, plus: 0 }), Role::Optional], Semantics::Hook("functions::make", true), Flow::Next, false, Effects::ALLOCATES, "A function of code a with n defaults and c, a tuple of cells, as closure.";
    BuildClass = "build_class", [Role::Out(Count::ONE), Role::Value, Role::Value, Role::Value], Semantics::Hook("functions::build_class", true), Flow::Next, false, Effects::CALLS, "A class of name a, bases b (a tuple) and dictionary c, by the metaclass that these and the globals determine.";
    ImportName = "import_name", [Role::Out(Count::ONE), Role::Name, Role::Value, Role::Value], Semantics::Hook("imports::name", true), Flow::Next, false, Effects::CALLS, "`__import__` of a name with level b and from-list c (None or a tuple).";
    ImportFrom = "import_from", [Role::Out(Count::ONE), Role::Value, Role::Name, Role::Unused], Semantics::Hook("imports::from", false), Flow::Next, false, Effects::CALLS, "The name b of module a, for a from-import.";
    ImportStar = "import_star", [Role::Unused, Role::Value, Role::Unused, Role::Unused], Semantics::Hook("imports::star", true), Flow::Next, false, Effects::CALLS.union(Effects::LOCALS), "All public names of module a into the frame's locals, its registers included.";
    Exec = "exec", [Role::Unused, Role::Value, Role::Value, Role::Value], Semantics::Hook("execute::statement", true), Flow::Next, false, Effects::CALLS.union(Effects::LOCALS), "exec a in b, c; None where not given (c is b where only b is). May rebind locals held in registers.";
    PrintItem = "print_item", [Role::Unused, Role::Value, Role::Optional, Role::Unused], Semantics::Hook("output::item", false), Flow::Next, false, Effects::CALLS, "One item of a print statement, to file b or sys.stdout, minding softspace.";
    PrintNewline = "print_newline", [Role::Unused, Role::Optional, Role::Unused, Role::Unused], Semantics::Hook("output::newline", false), Flow::Next, false, Effects::CALLS, "The end of a print statement, to file a or sys.stdout.";
    PrintExpr = "print_expr", [Role::Unused, Role::Value, Role::Unused, Role::Unused], Semantics::Hook("output::expression", false), Flow::Next, false, Effects::CALLS, "sys.displayhook(a): an expression statement of the interactive mode.";
    Jump = "jump", [Role::Unused, Role::Unused, Role::Unused, Role::Target], Semantics::Control, Flow::Jump, false, Effects::NONE, "To node c.";
    BranchTrue = "branch_true", [Role::Unused, Role::Value, Role::Unused, Role::Target], Semantics::Operator("truth"), Flow::Next, false, Effects::CALLS, "To node c if a is true.";
    BranchFalse = "branch_false", [Role::Unused, Role::Value, Role::Unused, Role::Target], Semantics::Operator("truth"), Flow::Next, false, Effects::CALLS, "To node c if a is false.";
    LoopHeader = "loop_header", [Role::Unused, Role::Loop, Role::Resume, Role::Unused], Semantics::Control, Flow::Next, false, Effects::CALLS, "Top of loop a, target of its back edges: counts trips, serves signals and OSR; resume point b.";
    Return = "return", [Role::Unused, Role::Value, Role::Unused, Role::Unused], Semantics::Control, Flow::Exit, false, Effects::NONE, "Leaves the frame; in a generator, ends it.";
    Raise = "raise", [Role::Unused, Role::Optional, Role::Optional, Role::Optional], Semantics::Control, Flow::Exit, false, Effects::CALLS, "raise type, value, traceback. With none of them: the exception being handled, keeping its traceback.";
    Reraise = "reraise", [Role::Unused, Role::Range(Count { n: false, plus: 3 }), Role::Unused, Role::Unused], Semantics::Control, Flow::Exit, false, Effects::RAISES, "Makes type, value and traceback pending again; adds no traceback entry for this frame.";
    Catch = "catch", [Role::Out(Count { n: false, plus: 3 }), Role::Unused, Role::Unused, Role::Unused], Semantics::Control, Flow::Next, false, Effects::CALLS, "First node of an except or with handler: takes the pending exception, normalises it, sets sys.exc_info, binds type, value, traceback.";
    CatchRaw = "catch_raw", [Role::Out(Count { n: false, plus: 3 }), Role::Unused, Role::Unused, Role::Unused], Semantics::Control, Flow::Next, false, Effects::NONE, "First node of a finally handler: takes the pending exception as it is; sys.exc_info stays.";
    Yield = "yield", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Resume], Semantics::Control, Flow::Next, false, Effects::CALLS, "Suspends the generator with value a. Whoever resumes it writes the value sent to dst, or 0 with an exception pending, and goes on at the next node, a `resume`: resume point c.";
    Resume = "resume", [Role::Out(Count::ONE), Role::Value, Role::Unused, Role::Unused], Semantics::Control, Flow::Next, false, Effects::RAISES, "After a yield: the value sent, or the exception that was thrown in.";
}
