//! The optimiser's graph: SSA over the nodes of the normalised form.
//!
//! An instruction is a node of some code unit, in some *context* (the function being compiled, or one
//! inlined into it), with its operands as values; what it does with them is its [`Plan`], chosen from the
//! recorded feedback and the operands' types. Blocks have parameters instead of phis. A [`State`] says what the
//! interpreter's registers hold before a node, in the node's context and those around it: what a failed guard
//! hands over. Values are never renamed; a guard that narrows an operand's type makes a new value of it
//! ([`Def::Refine`]), which the registers hold from there on.

use interp::normal::Op;

use super::types::{Plan, Ty};

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub struct $name(pub u32);
        impl $name {
            /// As an index of a vector.
            pub fn i(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index!(
    /// A value.
    V
);
index!(
    /// A block.
    B
);
index!(
    /// An instruction.
    I
);
index!(
    /// A state of the interpreter's registers.
    S
);
index!(
    /// A context: the unit being compiled is 0, the others are inlined.
    C
);

/// Where a value comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Def {
    /// A parameter of a block.
    Param(B, u32),
    /// Boxed bits; 0 is "unbound".
    Const(u64),
    /// Another value, after the guard that an instruction has for its operand of that number.
    Refine(V, I, u32),
    /// A result of an instruction.
    Out(I, u32),
    /// What a register holds in memory where execution enters: at the start of a block.
    Register(B, u32),
}

/// A jump to a block with the values of its parameters.
#[derive(Clone, Debug)]
pub struct Edge {
    /// The block.
    pub to: B,
    /// One for each parameter.
    pub args: Vec<V>,
}

/// Where the exception of an instruction goes.
#[derive(Clone, Debug)]
pub enum Raise {
    /// To the interpreter, which knows what to do.
    Leave,
    /// To a handler in the same context, after a traceback entry.
    Handler(Edge),
}

/// What an instruction stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The node at its place.
    Node,
    /// Entering an inlined context: the guard for the callee (operand 0), and its frame if it needs one.
    Enter(C),
    /// Leaving it again.
    Leave(C),
    /// Before a context's frame is left by a return.
    Close,
    /// Making an instance of the class of these bits, before its `__init__` is entered: guards the callee.
    Instance(u64),
    /// After that: its result must be nothing.
    Initialised,
}

/// One instruction.
#[derive(Clone, Debug)]
pub struct Inst {
    /// What it is.
    pub kind: Kind,
    /// Its context.
    pub ctx: C,
    /// Its node.
    pub pc: u32,
    /// The node's kind.
    pub op: Op,
    /// Operands in the order in which the node's handler takes them.
    pub args: Vec<V>,
    /// The operands after the guards of the plan.
    pub refined: Vec<V>,
    /// Results.
    pub outs: Vec<V>,
    /// Before the node.
    pub state: S,
    /// Where its exception goes.
    pub raise: Raise,
    /// How it is performed.
    pub plan: Plan,
}

/// How a block ends.
#[derive(Clone, Debug)]
pub enum Term {
    /// Not known yet.
    None,
    /// On to a block.
    Jump(Edge),
    /// By the truth that an instruction computed.
    Branch { cond: V, then: Edge, other: Edge },
    /// By whether the iteration of an instruction gave an item, its result.
    Item {
        inst: I,
        got: Edge,
        done: Edge,
        after: S,
    },
    /// Out of the function.
    Return(V),
    /// The instruction raises: it went elsewhere.
    Raised,
    /// Out of compiled code: what follows has never run.
    Deopt(S),
    /// A generator's yield: the state after it, the resume point, the register for what is sent.
    Yield {
        value: V,
        state: S,
        resume: u32,
        sent: u32,
    },
}

/// A block.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its context.
    pub ctx: C,
    /// Its parameters.
    pub params: Vec<V>,
    /// Registers of the parameters, in the same order.
    pub regs: Vec<u32>,
    /// Its instructions.
    pub insts: Vec<I>,
    /// Its end.
    pub term: Term,
    /// Top of a loop.
    pub is_loop: bool,
    /// State at its start, of a loop's top: where guards hoisted out of the loop resume.
    pub state: Option<S>,
}

/// Stands for the instance that a call has made, in the state of its caller while the inlined `__init__` runs. Its
/// register gets it when that returned; until then, and if it raises, the register holds what it held before.
pub const INSTANCE: u32 = u32::MAX;

/// Levels of recursion, besides that of its frame, that the call of an inlined function takes whose caller's state has
/// these registers.
pub fn construction(mut regs: impl DoubleEndedIterator<Item = u32>) -> u32 {
    match regs.next_back() {
        Some(INSTANCE) => runtime::call::CONSTRUCTION,
        _ => 0,
    }
}

/// What registers hold, in a context.
#[derive(Clone, Debug)]
pub struct State {
    /// The context.
    pub ctx: C,
    /// The node to resume at; in the state of an outer context: the call.
    pub pc: u32,
    /// Registers that hold something, ascending; last, the instance ([`INSTANCE`]) where the call is of a class.
    pub regs: Vec<(u32, V)>,
    /// The caller's, of an inlined context.
    pub parent: Option<S>,
}

/// A function being compiled, or one inlined into it.
#[derive(Clone, Debug)]
pub struct Ctx {
    /// Index of the unit in the snapshot.
    pub unit: usize,
    /// The function object's address, where known.
    pub function: Option<usize>,
    /// The context around, and the state there: the call is its node.
    pub parent: Option<(C, S)>,
    /// Does something in it need a frame in memory?
    pub framed: bool,
    /// Is it only a part of the function, which calls the whole where that part ends?
    pub apart: bool,
    /// How deep it is inlined.
    pub depth: u32,
    /// The instruction that enters it, of an inlined one.
    pub enter: Option<I>,
}

/// A way into the compiled code.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The entry's number: 0 or a resume point.
    pub number: u32,
    /// Where it begins.
    pub block: B,
}

/// The graph of one compilation.
#[derive(Debug, Default)]
pub struct Graph {
    /// Definitions of values.
    pub defs: Vec<Def>,
    /// Types of values.
    pub types: Vec<Ty>,
    /// Blocks.
    pub blocks: Vec<Block>,
    /// Instructions.
    pub insts: Vec<Inst>,
    /// States.
    pub states: Vec<State>,
    /// Contexts.
    pub ctxs: Vec<Ctx>,
    /// Ways in.
    pub entries: Vec<Entry>,
    /// Blocks in the order in which they were made: definitions before uses, but for loops.
    pub order: Vec<B>,
    constants: std::collections::HashMap<u64, V>,
}

impl Graph {
    /// A new value.
    pub fn value(&mut self, def: Def) -> V {
        self.defs.push(def);
        self.types.push(Ty::NOTHING);
        V(self.defs.len() as u32 - 1)
    }

    /// The value of boxed bits.
    pub fn constant(&mut self, bits: u64, ty: Ty) -> V {
        if let Some(&v) = self.constants.get(&bits) {
            return v;
        }
        let v = self.value(Def::Const(bits));
        self.types[v.i()] = ty;
        self.constants.insert(bits, v);
        v
    }

    /// What stands for an unbound variable, if the graph has any.
    pub fn unbound(&self) -> Option<V> {
        self.constants.get(&0).copied()
    }

    /// The nodes of the calls that lead to a context, from the outside, and a node of its own.
    pub fn path(&self, mut c: C, node: Option<u32>) -> Vec<u32> {
        let mut path = Vec::from_iter(node);
        while let Some((outer, call)) = self.ctxs[c.i()].parent {
            path.push(self.states[call.i()].pc);
            c = outer;
        }
        path.reverse();
        path
    }

    /// How many of a context and those around it are of the unit.
    pub fn recursion(&self, c: C, unit: usize) -> usize {
        let around = |c: &C| self.ctxs[c.i()].parent.map(|(outer, _)| outer);
        std::iter::successors(Some(c), around)
            .filter(|c| self.ctxs[c.i()].unit == unit)
            .count()
    }

    /// A new block.
    pub fn block(&mut self, ctx: C) -> B {
        self.blocks.push(Block {
            ctx,
            params: Vec::new(),
            regs: Vec::new(),
            insts: Vec::new(),
            term: Term::None,
            is_loop: false,
            state: None,
        });
        B(self.blocks.len() as u32 - 1)
    }

    /// Adds a parameter to a block.
    pub fn param(&mut self, block: B, register: u32) -> V {
        let index = self.blocks[block.i()].params.len() as u32;
        let v = self.value(Def::Param(block, index));
        self.blocks[block.i()].params.push(v);
        self.blocks[block.i()].regs.push(register);
        v
    }

    /// A new state.
    pub fn state(&mut self, state: State) -> S {
        self.states.push(state);
        S(self.states.len() as u32 - 1)
    }

    /// The type of a value.
    pub fn ty(&self, v: V) -> Ty {
        self.types[v.i()]
    }

    /// The bits of a value that is known.
    pub fn known(&self, v: V) -> Option<u64> {
        match self.defs[v.i()] {
            Def::Const(bits) => Some(bits),
            Def::Refine(of, ..) => self.known(of),
            _ => None,
        }
    }

    /// All edges out of a block, those of exceptions included.
    pub fn edges(&self, b: B) -> Vec<&Edge> {
        let block = &self.blocks[b.i()];
        let last = match block.term {
            Term::Item { inst, .. } => Some(inst),
            _ => None,
        };
        let mut out: Vec<&Edge> = block
            .insts
            .iter()
            .chain(&last)
            .filter_map(|i| match &self.insts[i.i()].raise {
                Raise::Handler(e) => Some(e),
                Raise::Leave => None,
            })
            .collect();
        match &block.term {
            Term::Jump(e) => out.push(e),
            Term::Branch { then, other, .. } => out.extend([then, other]),
            Term::Item { got, done, .. } => out.extend([got, done]),
            Term::None | Term::Return(_) | Term::Raised | Term::Deopt(_) | Term::Yield { .. } => {}
        }
        out
    }
}
