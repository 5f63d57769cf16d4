//! Calls of what is known: Python functions, classes, builtins.

use super::*;
use crate::opt::snapshot::EntryShot;
use crate::opt::types::pins_callee;

/// Layouts of callees that are of one type as long as they live: which object it is says their key as well.
const FIXED: [LayoutId; 3] = [
    LayoutId::Function,
    LayoutId::BuiltinFunction,
    LayoutId::MethodDescriptor,
];

impl<'a> Lowering<'a, '_> {
    pub(super) fn call(&mut self, i: I) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let node = self.unit(inst.ctx).normal.nodes[inst.pc as usize];
        let cache = self.unit(inst.ctx).caches[node.cell as usize].address;
        let tys: Vec<Ty> = inst.args.iter().map(|&v| g.ty(v)).collect();
        let first = arguments(inst, &tys).0;
        if !self.quiet
            && matches!(
                inst.plan,
                Plan::BoundNative(..) | Plan::Native(_) | Plan::Builtin(..)
            )
        {
            // Somebody who profiles hears of builtins too, also where this function has just asked for it.
            self.interruptible(inst.state);
        }
        match inst.plan {
            Plan::Direct(bits) => {
                if let Some(Callee::Function(f)) = self.shot.callees.get(&bits) {
                    self.stress(i);
                    self.same_callee(i, bits);
                    let args = self.bound(i, f, first, None);
                    let x = self.direct(i, f, None, &args, 0);
                    return self.set_out(i, 0, &x);
                }
            }
            Plan::Closure(bits) => {
                if let Some(Callee::Function(f)) = self.shot.callees.get(&bits) {
                    self.stress(i);
                    let function = self.admit(i, bits, None).expect("the entry's kind calls");
                    self.same_code(i, bits);
                    let args = self.bound(i, f, first, None);
                    let x = self.direct(i, f, Some(&function), &args, 0);
                    return self.set_out(i, 0, &x);
                }
            }
            Plan::Bound(bits) => {
                if let Some(Callee::Function(f)) = self.shot.callees.get(&bits) {
                    self.stress(i);
                    let method = self.admit(i, bits, None).expect("the entry's kind calls");
                    self.same_function(i, bits);
                    let receiver = self.o.load(&method, FieldId::BoundMethodReceiver.info());
                    let args = self.bound(i, f, first, Some(receiver.known_present()));
                    let x = self.direct(i, f, None, &args, 0);
                    return self.set_out(i, 0, &x);
                }
            }
            Plan::Construct(bits) => {
                self.stress(i);
                let obj = self.allocate(i, bits);
                let init = match self.shot.callees.get(&bits) {
                    Some(Callee::Class(c)) => c.init,
                    _ => None,
                };
                if let Some(init) = init
                    && let Some(Callee::Function(f)) = self.shot.callees.get(&init)
                {
                    self.same_function(i, init);
                    let args = self.bound(i, f, first, Some(obj));
                    let x = self.direct(i, f, None, &args, runtime::call::CONSTRUCTION);
                    self.initialised(&x, &obj);
                }
                return self.set_out(i, 0, &obj);
            }
            Plan::BoundNative(bits, _) => {
                let x = self.bound_native(i, bits, first);
                return self.set_out(i, 0, &x);
            }
            Plan::Native(bits) => {
                self.same_callee(i, bits);
                let x = self.native(i, bits);
                return self.set_out(i, 0, &x);
            }
            Plan::Builtin(row, ..) => {
                let bits = match tys[0].known {
                    Some(bits) => bits,
                    None => self.cache_value(i),
                };
                self.same_callee(i, bits);
                let args: Vec<Operand> = (first..inst.args.len() - 1)
                    .map(|k| self.arg(i, k))
                    .collect();
                let info = transfer::builtin(row);
                let entered = may_enter(self.shot, inst, &tys, bits);
                let x = self.cases(
                    i,
                    info.cases,
                    &args,
                    &mut |l, n, args, fail| emit::emit_builtin(&mut l.o, row, n, args, fail),
                    &mut |l| {
                        if entered {
                            return l.native(i, bits);
                        }
                        let mut args = l.hook_operands(i, false);
                        args.push(l.o.address(cache, Repr::Cache));
                        l.o.call(&Hook::from(HookId::CallPlan.info()), &args)
                    },
                );
                return self.set_out(i, 0, &x);
            }
            Plan::Entries(mask, fail) => {
                self.makes_waited = true;
                let args = self.hook_operands(i, false);
                return self.entries(i, Protocol::Call, mask, fail, &args);
            }
            _ => {}
        }
        self.makes_waited = true;
        let mut args = self.hook_operands(i, false);
        args.push(self.o.address(cache, Repr::Cache));
        let x = self.o.call(&Hook::from(HookId::CallPlan.info()), &args);
        self.set_out(i, 0, &x);
    }

    /// The values of a Python function's parameters, of which the first may be a new instance.
    pub(super) fn bound(
        &mut self,
        i: I,
        f: &FunctionShot,
        first: usize,
        instance: Option<Operand>,
    ) -> Vec<Operand> {
        let inst = &self.g.insts[i.i()];
        let names = self.keywords(inst);
        let mut given: Vec<Operand> = instance.into_iter().collect();
        given.extend((first..inst.args.len() - 1).map(|k| self.arg(i, k)));
        let bound = f
            .bind(given.len() - names.len(), names)
            .expect("the plan has bound them");
        bound
            .into_iter()
            .map(|b| match b {
                Given::Argument(k) => given[k],
                Given::Default(bits, ty) => self.o.value(bits, ty.mask),
            })
            .collect()
    }

    /// An instance of a class, after the guards for it.
    pub(super) fn allocate(&mut self, i: I, bits: u64) -> Operand {
        let Some(&Callee::Class(shot)) = self.shot.callees.get(&bits) else {
            unreachable!("a class")
        };
        self.same_callee(i, bits);
        let exit = self.exit(self.g.insts[i.i()].state, Reason::Guard);
        let versioned = self
            .o
            .object(shot.versioned, LayoutId::Type, TypeMask::OTHER);
        let found = self.o.load(&versioned, FieldId::TypeVersion.info());
        let known = self.o.int(i64::from(shot.version), Repr::U32);
        let same = self.o.id_eq(&found, &known);
        self.o.guard(&same, exit);
        let class = self.o.value(bits, TypeMask::OTHER);
        let mut obj = self
            .o
            .call(&Hook::from(HookId::CallAllocate.info()), &[class]);
        obj.mask = TypeMask::OTHER;
        obj.immediate = true;
        obj
    }

    /// An `__init__` must have returned nothing.
    pub(super) fn initialised(&mut self, result: &Operand, obj: &Operand) {
        if result.repr == Repr::None || result.mask.within(TypeMask::NONE) {
            return;
        }
        let result = self.o.convert(result, Repr::Value);
        let nothing = self.o.is_none(&result);
        let (slow, done) = (self.o.block("something"), self.o.block("nothing"));
        self.o.branch(&nothing, done, slow, Likely::Then);
        self.o.switch_to(slow);
        self.o
            .call(&Hook::from(HookId::CallInitialised.info()), &[result, *obj]);
        self.o.jump(done);
        self.o.switch_to(done);
    }

    /// Names of a call's keyword arguments.
    pub(super) fn keywords(&self, inst: &Inst) -> &'a [u64] {
        let names = inst.args.last().and_then(|&v| self.g.known(v));
        names
            .and_then(|bits| self.shot.names.get(&bits))
            .map_or(&[], |n| &n[..])
    }

    /// Calls what a builtin runs, past the binding of methods and the like.
    pub(super) fn native(&mut self, i: I, bits: u64) -> Operand {
        let inst = &self.g.insts[i.i()];
        let tys: Vec<Ty> = inst.args.iter().map(|&v| self.g.ty(v)).collect();
        let (first, _) = arguments(inst, &tys);
        let xs: Vec<Operand> = (first..inst.args.len() - 1)
            .map(|k| self.arg(i, k))
            .collect();
        self.native_call(i, bits, &xs)
    }

    /// The same with these arguments.
    fn native_call(&mut self, i: I, bits: u64, args: &[Operand]) -> Operand {
        let Some(Callee::Native(native)) = self.shot.callees.get(&bits) else {
            unreachable!("a builtin")
        };
        let xs: Vec<Operand> = args.iter().map(|x| x.known_present()).collect();
        let values = self.values;
        let values = self.o.store_values(&values, &xs);
        let names = self.arg(i, self.g.insts[i.i()].args.len() - 1);
        let entry = self.o.address(native.entry, ADDRESS);
        let signature = Signature {
            params: &[Repr::Values, Repr::OptValue],
            result: Repr::OptValue,
            raises: false,
        };
        let x = self
            .o
            .call_address(&entry, &signature, &[values, names], None);
        let there = self.o.present(&x);
        let raise = self.o.on_raise().expect("calls raise");
        self.o.guard(&there, raise);
        let mut x = x.known_present();
        if let Some(row) = native.row {
            x.mask = transfer::builtin(row).result;
        }
        x
    }

    /// Calls a builtin that is bound to something.
    fn bound_native(&mut self, i: I, bits: u64, first: usize) -> Operand {
        let Some(Callee::Native(native)) = self.shot.callees.get(&bits) else {
            unreachable!("a builtin")
        };
        let inst = &self.g.insts[i.i()];
        self.stress(i);
        let exit = self.exit(inst.state, Reason::Guard);
        // Any of the builtins that run the same.
        let function = self
            .admit(i, bits, Some(call_kind::ANY_BUILTIN))
            .expect("the kind calls");
        let entry = field(
            "builtin_function.entry",
            FieldId::BuiltinFunctionEntry.info().offset as usize,
            8,
            crate::output::Store::I64,
        );
        let found = self.o.load(&function, &entry);
        let known = self.o.int(native.entry as i64, Repr::I64);
        let same = self.o.eq(&found, &known);
        self.o.guard(&same, exit);
        let receiver = self
            .o
            .load(&function, FieldId::BuiltinFunctionReceiver.info());
        let there = self.o.present(&receiver);
        self.o.guard(&there, exit);
        let mut args = vec![receiver.known_present()];
        args.extend((first..inst.args.len() - 1).map(|k| self.arg(i, k)));
        let Some(row) = native.row else {
            return self.native_call(i, bits, &args);
        };
        self.cases(
            i,
            transfer::builtin(row).cases,
            &args,
            &mut |l, n, args, fail| emit::emit_builtin(&mut l.o, row, n, args, fail),
            &mut |l| l.native_call(i, bits, &args),
        )
    }

    /// What the instruction's cache held.
    fn cached(&self, i: I) -> &'a [EntryShot] {
        let inst = &self.g.insts[i.i()];
        let unit = self.unit(inst.ctx);
        let node = unit.normal.nodes[inst.pc as usize];
        &unit.caches[node.cell as usize].entries
    }

    pub(super) fn cache_value(&self, i: I) -> u64 {
        self.cached(i).first().map_or(0, |e| e.content.value)
    }

    /// Runs the row of the call's cache entry for this callee up to the call, or that of another `kind`: leaves unless the
    /// entry is hit, and answers what the row would call.
    fn admit(&mut self, i: I, bits: u64, kind: Option<u16>) -> Option<Operand> {
        let inst = &self.g.insts[i.i()];
        let entry = self.cached(i).iter().find(|e| e.content.value == bits)?;
        let kind = kind.unwrap_or(entry.kind);
        let exit = self.exit(inst.state, Reason::Guard);
        let callee = self.arg(i, 0).known_present();
        let fixed = FIXED
            .iter()
            .find(|l| l.shape() == entry.content.key)
            .filter(|_| pins_callee(kind));
        let callee = match fixed {
            Some(&layout) => {
                let known = self.o.value(bits, TypeMask::OTHER);
                let same = self.o.same(&callee, &known);
                self.o.guard(&same, exit);
                self.o.object(bits as usize, layout, TypeMask::OTHER)
            }
            None => self.o.expect_pointer(&callee, exit),
        };
        // Rows hand the arguments on as they are.
        let (nowhere, none) = (self.o.address(0, ADDRESS), self.o.int(0, Repr::I64));
        let values = self.o.values(&nowhere, &none, Repr::Values);
        let names = self.o.null(Repr::OptValue);
        let inputs = [callee, values, names];
        if fixed.is_none() {
            let key = emit::emit_protocol_key(&mut self.o, Protocol::Call, &inputs, exit)?;
            let known = self.o.int(i64::from(entry.content.key), Repr::U32);
            let same = self.o.id_eq(&key, &known);
            self.o.guard(&same, exit);
        }
        self.o.set_cell(CellSource::Snapshot(entry.content));
        self.o.hold_call();
        emit::emit_protocol_kind(&mut self.o, Protocol::Call, kind, &inputs, exit);
        self.o.held_call()?.first().copied()
    }

    /// Does the call's cache have an entry that this callee alone hits?
    fn pinned(&self, i: I, bits: u64) -> bool {
        let entry = self.cached(i).iter().find(|e| e.content.value == bits);
        entry.is_some_and(|e| pins_callee(e.kind))
    }

    /// Leaves unless the callee is that object.
    pub(super) fn same_callee(&mut self, i: I, bits: u64) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let known = g.known(inst.args[0]) == Some(bits) || g.ty(inst.args[0]).known == Some(bits);
        let passed = known || self.pinned(i, bits) && self.admit(i, bits, None).is_some();
        if !passed {
            // The callee is known from what was looked up before.
            let callee = self.arg(i, 0).known_present();
            let exit = self.exit(inst.state, Reason::Guard);
            let known = self.o.value(bits, TypeMask::OTHER);
            let same = self.o.same(&callee, &known);
            self.o.guard(&same, exit);
        }
        self.same_function(i, bits);
    }

    /// Leaves unless the function has the code that it had: `func_code` may be assigned to.
    fn same_code(&mut self, i: I, bits: u64) {
        if let Some(Callee::Function(shot)) = self.shot.callees.get(&bits) {
            let exit = self.exit(self.g.insts[i.i()].state, Reason::Guard);
            let f = self
                .o
                .object(bits as usize, LayoutId::Function, TypeMask::OTHER);
            let found = self.o.load(&f, FieldId::FunctionCode.info());
            let code = self.o.object(shot.code, LayoutId::Code, TypeMask::OTHER);
            let same = self.o.same(&found, &code);
            self.o.guard(&same, exit);
        }
    }

    /// Leaves unless the function is as it was.
    pub(super) fn same_function(&mut self, i: I, bits: u64) {
        self.same_code(i, bits);
        // And `func_defaults`.
        if let Some(Callee::Function(shot)) = self.shot.callees.get(&bits)
            && shot.defaults_tuple != 0
        {
            let exit = self.exit(self.g.insts[i.i()].state, Reason::Guard);
            let f = self
                .o
                .object(bits as usize, LayoutId::Function, TypeMask::OTHER);
            let found = self.o.load(&f, FieldId::FunctionDefaults.info());
            let at = shot.defaults_tuple as usize;
            let known = self.o.object(at, LayoutId::Tuple, TypeMask::TUPLE);
            let same = self.o.same(&found.known_present(), &known);
            self.o.guard(&same, exit);
        }
    }

    /// Calls a Python function: its frame is made here.
    pub(super) fn direct(
        &mut self,
        i: I,
        f: &FunctionShot,
        function: Option<&Operand>,
        args: &[Operand],
        levels: u32,
    ) -> Operand {
        let inst = &self.g.insts[i.i()];
        let (frame, _) = self.push(i, f, function, args, levels);
        let code = self.o.object(f.code, LayoutId::Code, TypeMask::OTHER);
        let entry = self.o.load(
            &code,
            &field(
                "code.entry",
                FieldId::CodeEntry.info().offset as usize,
                8,
                crate::output::Store::I64,
            ),
        );
        let entry = self.o.convert(&entry, ADDRESS);
        let zero = self.o.int(0, Repr::U32);
        let signature = Signature {
            params: &[Repr::Frame, Repr::U32],
            result: Repr::OptValue,
            raises: false,
        };
        let x = self
            .o
            .call_address(&entry, &signature, &[frame, zero], None);
        self.pop(&frame, inst.ctx, levels);
        let there = self.o.present(&x);
        let raise = self.o.on_raise().expect("calls raise");
        self.o.guard(&there, raise);
        x.known_present()
    }
}
