//! Random programs: classes, functions, and a main part that makes them hot.
//!
//! Statements are made here, expressions in `expressions`; both take many of their forms from
//! the tables of `grammar.txt`. Every program ends: calls and turns of loops use up `fuel`, and
//! an exception that only the end of the program catches is raised when none is left. Values
//! are kept small by `trim`. What `see` is given and the errors that are caught (by type, text
//! and lines of the traceback) are printed at the end.

use super::expressions::Kind::{Bool, Dict, Float, Int, List, Object, Str, Tuple};
use super::expressions::{Expressions, Function, Kind, Scope, any_kind};
use super::grammar::{parse, section};
use super::random::Random;
use super::tree::{Clause, Stmt};

/// The turns of the loops of most programs, and of hot ones.
const TURNS: &[usize] = &[6, 8, 12, 24, 60];
const HOT: &[usize] = &[200, 1000, 6000];
/// What holds nothing.
const PLAIN: &[Kind] = &[Int, Int, Kind::Long, Float, Bool, Str, Object];

/// The program of a seed; `size` is the number of functions, 0 lets the seed choose. It needs
/// what `prelude.py` defines.
pub fn program(seed: u64, size: usize) -> Vec<Stmt> {
    let mut random = Random::new(seed);
    let hot = random.chance(4);
    let size = if size == 0 {
        random.pick(&[1, 1, 1, 1, 2, 3])
    } else {
        size
    };
    let mut maker = Maker {
        random,
        names: 0,
        hot,
        left: 0,
    };
    let mut program: Vec<Stmt> = vec![Stmt::line(format!("# seed: {seed}"))];
    if hot {
        program.push(Stmt::line("fuel[0] = 20000"));
    }
    if maker.random.chance(10) {
        program.push(Stmt::line("tick, trim, note, see = plain"));
    }
    maker.parts(&mut program, size);
    program
}

/// Where a statement stands, which decides what it may be.
#[derive(Clone, Copy)]
struct Place {
    /// How deep blocks are nested.
    depth: usize,
    in_loop: bool,
    /// The kind to return; none at module level.
    returns: Option<Kind>,
    generator: bool,
}

struct Maker {
    random: Random,
    names: usize,
    /// Whether loops have many turns.
    hot: bool,
    /// How many more statements the function may have that are more than assignments: compiling takes long.
    left: usize,
}

impl Maker {
    fn parts(&mut self, program: &mut Vec<Stmt>, size: usize) {
        let mut scope = Scope {
            chaos: self.random.pick(&[0, 0, 1, 3, 10]),
            ..Scope::default()
        };
        for kind in [Int, Float, Str, List, Dict] {
            let name = format!("g{}", scope.variables.len());
            let value = self.literal(kind);
            program.push(Stmt::line(format!("{name} = {value}")));
            scope.assign(&name, kind);
        }
        for _ in 0..self.random.pick(&[0, 0, 1, 1, 2]).min(size) {
            let class = self.class(&scope);
            program.push(class);
            scope.classes += 1;
        }
        for _ in 0..self.random.pick(&[0, 1, 1, 2]) {
            let class = self.thing(&mut scope);
            program.extend(class);
        }
        for number in 0..size.max(1) {
            let (function, stmt) = self.function(number, &scope);
            program.push(stmt);
            scope.functions.push(function);
        }
        self.main(program, &scope);
    }

    fn of(&mut self, kind: Kind, depth: usize, scope: &Scope) -> String {
        let random = &mut self.random;
        Expressions { random, scope }.of(kind, depth)
    }

    fn literal(&mut self, kind: Kind) -> String {
        let random = &mut self.random;
        let scope = &Scope::default();
        Expressions { random, scope }.literal(kind)
    }

    fn any(&mut self, depth: usize, scope: &Scope) -> (String, Kind) {
        let random = &mut self.random;
        Expressions { random, scope }.any(depth)
    }

    fn name(&mut self, prefix: &str) -> String {
        self.names += 1;
        format!("{prefix}{}", self.names)
    }

    fn class(&mut self, scope: &Scope) -> Stmt {
        let number = scope.classes;
        let base = match self.random.below(number + 1) {
            0 => "Base".to_owned(),
            n => format!("C{}", n - 1),
        };
        let mut body = vec![Stmt::line(format!("c = {}", self.literal(Int)))];
        let mut init = vec![Stmt::line("self.a = trim(a)"), Stmt::line("self.b = b")];
        if self.random.chance(50) {
            init.swap(0, 1);
        }
        if self.random.chance(40) {
            init.push(Stmt::block("if a > 3:", vec![Stmt::line("self.d = a")]));
        }
        body.push(Stmt::block("def __init__(self, a, b):", init));
        let mut inside = scope.clone();
        inside
            .variables
            .retain(|(name, _)| name != "g0" && name != "g1");
        inside.assign("self.a", Int);
        inside.assign("self.b", Float);
        inside.assign("self.c", Int);
        inside.assign("x", Int);
        let place = Place {
            depth: 2,
            in_loop: false,
            returns: Some(Int),
            generator: false,
        };
        for (method, kind) in [("m0", Int), ("m1", Float)] {
            if self.random.chance(70) {
                let mut method_body = vec![Stmt::line("tick()")];
                let mut locals = inside.clone();
                self.left = 3;
                self.body(&mut method_body, &mut locals, place, 2);
                let value = self.of(kind, 2, &locals);
                method_body.push(Stmt::line(format!("return {value}")));
                body.push(Stmt::block(format!("def {method}(self, x):"), method_body));
            }
        }
        if self.random.chance(30) {
            let value = self.of(Int, 2, &inside);
            body.push(Stmt::line("@property"));
            let read = Stmt::line(format!("return {}", value.replace('x', "3")));
            body.push(Stmt::block("def e(self):", vec![read]));
        }
        if self.random.chance(30) {
            let value = self.of(Bool, 1, &inside);
            let answer = Stmt::line(format!("return {}", value.replace('x', "2")));
            body.push(Stmt::block("def __nonzero__(self):", vec![answer]));
        }
        if self.random.chance(30) {
            let answer = Stmt::line("return self.a + k if isinstance(k, int) and k < 5 else [][0]");
            body.push(Stmt::block("def __getitem__(self, k):", vec![answer]));
        }
        Stmt::block(format!("class C{number}({base}):"), body)
    }

    /// A class with special methods, of either style, or derived from a builtin type.
    fn thing(&mut self, scope: &mut Scope) -> Vec<Stmt> {
        let number = scope.things.len();
        let entry = self.random.pick(section("bases"));
        let (base, arguments) = entry.split_once('|').unwrap_or((entry, ""));
        let base = base.trim();
        let header = match base {
            "" => format!("class K{number}:"),
            _ => format!("class K{number}({base}):"),
        };
        let mut text = String::new();
        if matches!(base, "" | "object") {
            if base == "object" && self.random.chance(20) {
                text += "__slots__ = ('a', 'q')\n";
            }
            text += "def __init__(self, a=1): self.a = a\n";
            text += &format!("def __repr__(self): return '<K{number} %r>' % (self.a,)\n");
        } else if base != "Base" {
            text += "a = 3\n";
        }
        if matches!(base, "" | "object" | "Exception" | "ValueError") {
            text += "def __cmp__(self, o): return cmp(7, getattr(o, 'a', 5))\n";
        }
        for _ in 0..self.random.between(1, 6) {
            let method = self.random.pick(section("methods"));
            let random = &mut self.random;
            text += &Expressions { random, scope }.fill(method, 1, 0);
            text.push('\n');
        }
        scope.things.push(arguments.trim());
        vec![Stmt::block(header, parse(&text))]
    }

    /// A statement from the tables.
    fn wide(&mut self, scope: &mut Scope, place: Place) -> Stmt {
        let names = self.names + 1;
        self.names += 11;
        let guarded = self.random.chance(70);
        let mut body = if self.random.chance(60) {
            let template = self.random.pick(section("expressions"));
            let random = &mut self.random;
            let text = Expressions { random, scope }.fill(template, 2, names);
            vec![Stmt::line(format!("see({text})"))]
        } else {
            let template = self.random.pick(section("statements"));
            let random = &mut self.random;
            let text = Expressions { random, scope }.fill(template, 1, names);
            let mut body = parse(&text);
            self.fill_bodies(&mut body, scope, place);
            let kind = match template.split_once("$x = $") {
                Some((_, rest)) if rest.starts_with('I') => Some(Int),
                Some((_, rest)) if rest.starts_with('F') => Some(Float),
                _ if template.contains("$x = {") => Some(Dict),
                _ => None,
            };
            if let Some(kind) = kind
                && !guarded
            {
                scope.assign(&format!("v{}", names + 10), kind);
            }
            body
        };
        if !guarded {
            return match body.len() {
                1 => body.remove(0),
                _ => Stmt::block("if 1:", body),
            };
        }
        Stmt::Block(vec![
            Clause::new("try:", body),
            Clause::new("except Exception as e:", vec![Stmt::line("note(e)")]),
        ])
    }

    /// Puts statements where templates say `$body`.
    fn fill_bodies(&mut self, body: &mut Vec<Stmt>, scope: &mut Scope, place: Place) {
        let mut at = 0;
        while at < body.len() {
            match &mut body[at] {
                Stmt::Line(line) if line == "$body" => {
                    let inner = self.inner(scope, Place { depth: 2, ..place });
                    body.splice(at..=at, inner);
                }
                Stmt::Line(_) => {}
                Stmt::Block(clauses) => {
                    for clause in clauses {
                        self.fill_bodies(&mut clause.body, scope, place);
                    }
                }
            }
            at += 1;
        }
    }

    fn function(&mut self, number: usize, outer: &Scope) -> (Function, Stmt) {
        let mut scope = outer.clone();
        let mut parameters = Vec::new();
        let mut list = Vec::new();
        let count = self.random.below(4);
        let defaults = self.random.below(count + 1);
        for at in 0..count {
            let kind = any_kind(&mut self.random);
            parameters.push(kind);
            if at >= count - defaults {
                list.push(format!("p{at}={}", self.literal(kind)));
            } else {
                list.push(format!("p{at}"));
            }
            scope.assign(&format!("p{at}"), kind);
        }
        let generator = self.random.chance(15);
        // A generator is asked for through `list`, so lists of ints are what it should make.
        let result = if generator {
            Int
        } else {
            any_kind(&mut self.random)
        };
        let mut body = vec![Stmt::line("tick()")];
        // What a function assigns is local to it, unless it says otherwise.
        scope.variables.retain(|(name, _)| {
            let global = name.starts_with('g');
            !global || self.random.chance(60)
        });
        if self.random.chance(40) {
            body.push(Stmt::line("global g0, g1"));
            // What is multiplied by itself at each call would soon fill the memory.
            body.push(Stmt::line("g0, g1 = trim(g0), trim(g1)"));
        } else {
            scope
                .variables
                .retain(|(name, _)| name != "g0" && name != "g1");
        }
        let place = Place {
            depth: 0,
            in_loop: false,
            returns: Some(result),
            generator,
        };
        self.left = self.random.between(2, 6);
        let statements = self.random.between(1, 3);
        self.body(&mut body, &mut scope, place, statements);
        if generator {
            body.push(Stmt::line(format!("yield {}", self.of(result, 2, &scope))));
        } else {
            body.push(Stmt::line(format!(
                "return trim({})",
                self.of(result, 2, &scope)
            )));
        }
        let name = format!("f{number}");
        let stmt = Stmt::block(format!("def {name}({}):", list.join(", ")), body);
        let function = Function {
            name,
            parameters,
            defaults,
            result,
            generator,
        };
        (function, stmt)
    }

    fn body(&mut self, body: &mut Vec<Stmt>, scope: &mut Scope, place: Place, count: usize) {
        for _ in 0..count {
            let stmt = self.statement(scope, place);
            body.push(stmt);
        }
    }

    /// The statements of a block below `place`; what they assign may be unbound outside, and
    /// is mostly forgotten.
    fn inner(&mut self, scope: &mut Scope, place: Place) -> Vec<Stmt> {
        let mut inside = scope.clone();
        let mut body = Vec::new();
        let deeper = Place {
            depth: place.depth + 1,
            ..place
        };
        let count = self.random.between(1, 2);
        self.body(&mut body, &mut inside, deeper, count);
        if self.random.chance(4) {
            *scope = inside;
        }
        body
    }

    /// A variable to assign to: a known local one, or a new one.
    fn target(&mut self, scope: &Scope) -> String {
        let locals: Vec<&String> = scope
            .variables
            .iter()
            .map(|(name, _)| name)
            .filter(|name| !name.contains('.') && !matches!(name.as_str(), "g2" | "g3" | "g4"))
            .collect();
        if !locals.is_empty() && self.random.chance(60) {
            return self.random.pick(&locals).clone();
        }
        self.name("v")
    }

    fn statement(&mut self, scope: &mut Scope, place: Place) -> Stmt {
        if self.left == 0 {
            return self.assignment(scope);
        }
        self.left -= 1;
        let nested = place.depth < 3;
        loop {
            let choice = self.random.below(70);
            return match choice {
                0..=6 => self.assignment(scope),
                7..=9 => self.augmented(scope),
                10 | 11 if nested => self.condition(scope, place),
                12..=14 if nested => self.for_loop(scope, place),
                15 if nested => self.while_loop(scope, place),
                16 | 17 if nested => self.try_statement(scope, place),
                18 => self.unpacking(scope),
                19 if place.in_loop => {
                    let jump = self.random.pick(&["break", "continue"]);
                    let test = self.of(Bool, 2, scope);
                    Stmt::block(format!("if {test}:"), vec![Stmt::line(jump)])
                }
                20 if place.generator => Stmt::line(format!("yield {}", self.of(Int, 2, scope))),
                20 => match place.returns {
                    Some(kind) if place.depth > 0 => {
                        let test = self.of(Bool, 2, scope);
                        let value = self.of(kind, 2, scope);
                        let line = Stmt::line(format!("return {value}"));
                        Stmt::block(format!("if {test}:"), vec![line])
                    }
                    _ => continue,
                },
                21 | 22 => self.mutation(scope),
                23 if nested => {
                    let class = self.random.pick(&["ValueError", "KeyError", "TypeError"]);
                    let (test, value) = (self.of(Int, 2, scope), self.any(1, scope).0);
                    let line = Stmt::line(format!("raise {class}({value})"));
                    let often = self.random.pick(&[2, 7, 50]);
                    Stmt::block(format!("if {test} % {often} == 1:"), vec![line])
                }
                24 if place.returns.is_some() && nested => self.closure(scope),
                25 => match self.variable(Object, scope) {
                    Some(object) => self.attribute(&object, scope),
                    None => continue,
                },
                26 => {
                    let test = self.of(Int, 2, scope);
                    Stmt::line(format!("assert {test} % 20 != 1, 'assertion'"))
                }
                27 => Stmt::line(self.any(3, scope).0),
                28..70 => self.wide(scope, place),
                _ => continue,
            };
        }
    }

    fn variable(&mut self, kind: Kind, scope: &Scope) -> Option<String> {
        let random = &mut self.random;
        Expressions { random, scope }.variable(kind)
    }

    fn divisor(&mut self, text: &str) -> String {
        let random = &mut self.random;
        let scope = &Scope::default();
        Expressions { random, scope }.divisor(text)
    }

    /// Sets, changes or deletes an attribute.
    fn attribute(&mut self, object: &str, scope: &Scope) -> Stmt {
        let (name, kind) =
            self.random
                .pick(&[("a", Int), ("b", Float), ("c", Int), ("d", Str), ("d", Int)]);
        let value = self.of(kind, 2, scope);
        if self.random.chance(10) {
            return Stmt::line(format!("if hasattr({object}, 'd'): del {object}.d"));
        }
        if kind == Int && self.random.chance(40) {
            return Stmt::line(format!("{object}.c += {value} & 255"));
        }
        Stmt::line(format!("{object}.{name} = trim({value})"))
    }

    fn assignment(&mut self, scope: &mut Scope) -> Stmt {
        let target = self.target(scope);
        let known = scope.variables.iter().find(|(name, _)| *name == target);
        let kind = match known {
            Some((_, kind)) if self.random.below(100) >= 2 * scope.chaos => *kind,
            // No container: in a loop it would hold what it held before, twice.
            Some(_) => self.random.pick(PLAIN),
            None => any_kind(&mut self.random),
        };
        let value = self.of(kind, 3, scope);
        scope.assign(&target, kind);
        if matches!(kind, Float | Bool | Object) {
            return Stmt::line(format!("{target} = {value}"));
        }
        Stmt::line(format!("{target} = trim({value})"))
    }

    fn augmented(&mut self, scope: &mut Scope) -> Stmt {
        let numbers: Vec<(String, Kind)> = scope
            .variables
            .iter()
            .filter(|(name, kind)| {
                matches!(kind, Int | Float | Str | List) && !matches!(name.as_str(), "g2" | "g3")
            })
            .cloned()
            .collect();
        if numbers.is_empty() {
            return self.assignment(scope);
        }
        let (name, kind) = self.random.pick(&numbers);
        let symbol = match kind {
            Int => self
                .random
                .pick(&["+=", "-=", "*=", "//=", "%=", "^=", "&=", "|="]),
            Float => self.random.pick(&["+=", "-=", "*=", "/="]),
            _ => "+=",
        };
        let mut value = self.of(kind, 2, scope);
        if matches!(symbol, "//=" | "%=") {
            value = self.divisor(&value);
        }
        if symbol == "/=" {
            value = format!("abs({value}) + 0.5");
        }
        let grows = matches!(symbol, "*=" | "+=") && kind != Float;
        if !grows {
            return Stmt::line(format!("{name} {symbol} {value}"));
        }
        if kind == Int && self.random.chance(60) {
            return Stmt::line(format!("{name} {symbol} {value} & 1023"));
        }
        let operator = symbol.trim_end_matches('=');
        Stmt::line(format!("{name} = trim({name} {operator} {value})"))
    }

    fn unpacking(&mut self, scope: &mut Scope) -> Stmt {
        let (a, b) = (self.target(scope), self.target(scope));
        if self.random.chance(3) {
            let source = self.of(Tuple, 2, scope);
            return Stmt::line(format!("{a}, {b} = {source}"));
        }
        let (first, second) = (self.random.pick(PLAIN), self.random.pick(PLAIN));
        let (x, y) = (self.of(first, 2, scope), self.of(second, 2, scope));
        let (x, y) = (format!("trim({x})"), format!("trim({y})"));
        scope.assign(&a, first);
        scope.assign(&b, second);
        Stmt::line(format!("{a}, {b} = {x}, {y}"))
    }

    fn condition(&mut self, scope: &mut Scope, place: Place) -> Stmt {
        let mut clauses = Vec::new();
        let test = self.of(Bool, 3, scope);
        clauses.push(Clause::new(format!("if {test}:"), self.inner(scope, place)));
        if self.random.chance(30) {
            let test = self.of(Bool, 2, scope);
            clauses.push(Clause::new(
                format!("elif {test}:"),
                self.inner(scope, place),
            ));
        }
        if self.random.chance(50) {
            clauses.push(Clause::new("else:", self.inner(scope, place)));
        }
        Stmt::Block(clauses)
    }

    fn for_loop(&mut self, scope: &mut Scope, place: Place) -> Stmt {
        let name = self.name("i");
        let (source, kind) = match self.random.below(7) {
            0 | 1 => (format!("xrange({} & 15)", self.of(Int, 1, scope)), Int),
            2 => (format!("range({} % 12)", self.of(Int, 1, scope)), Int),
            3 => (format!("trim({})[:]", self.of(List, 2, scope)), Int),
            4 => (format!("trim({})", self.of(Str, 2, scope)), Str),
            5 => (format!("sorted({})[:20]", self.of(Dict, 2, scope)), Str),
            _ => (
                format!("enumerate({}[:20])", self.of(List, 1, scope)),
                Tuple,
            ),
        };
        let looping = Place {
            in_loop: true,
            ..place
        };
        let mut inside = scope.clone();
        inside.assign(&name, kind);
        let mut body = self.inner(&mut inside, looping);
        body.insert(0, Stmt::line("tick()"));
        let mut clauses = vec![Clause::new(format!("for {name} in {source}:"), body)];
        if self.random.chance(15) {
            clauses.push(Clause::new("else:", self.inner(scope, place)));
        }
        Stmt::Block(clauses)
    }

    fn while_loop(&mut self, scope: &mut Scope, place: Place) -> Stmt {
        let name = self.name("w");
        let turns = self.random.between(2, 25);
        let test = self.of(Bool, 2, scope);
        let looping = Place {
            in_loop: true,
            ..place
        };
        let mut body = self.inner(scope, looping);
        body.insert(0, Stmt::line("tick()"));
        body.insert(1, Stmt::line(format!("{name} += 1")));
        // The counter's start is part of the block, so that shrinking keeps them together.
        let header = format!("while {name} < {turns} and ({test} or {name} < 3):");
        let all = vec![Stmt::line(format!("{name} = 0")), Stmt::block(header, body)];
        Stmt::block("if 1:", all)
    }

    fn try_statement(&mut self, scope: &mut Scope, place: Place) -> Stmt {
        let mut clauses = vec![Clause::new("try:", self.inner(scope, place))];
        // `continue` is no statement of a finally clause, and the simplest is to have neither.
        let plain = Place {
            in_loop: false,
            ..place
        };
        let finally = self.random.chance(35);
        if !finally || self.random.chance(50) {
            let class = self.random.pick(&[
                "Exception",
                "(TypeError, ValueError)",
                "ZeroDivisionError",
                "LookupError",
                "AttributeError",
                "ArithmeticError",
            ]);
            let mut body = self.inner(scope, place);
            if self.random.chance(40) {
                body.push(Stmt::line(
                    self.random.pick(&["raise", "note(e)", "note(e)"]),
                ));
            }
            clauses.push(Clause::new(format!("except {class} as e:"), body));
            if self.random.chance(25) {
                clauses.push(Clause::new("else:", self.inner(scope, place)));
            }
        }
        if finally {
            clauses.push(Clause::new("finally:", self.inner(scope, plain)));
        }
        Stmt::Block(clauses)
    }

    fn mutation(&mut self, scope: &mut Scope) -> Stmt {
        let random = &mut self.random;
        let mut make = Expressions { random, scope };
        let value = make.of(Int, 2);
        // A key may be the dictionary's own text, which would double with every turn.
        let key = format!("trim({})", make.key(1));
        if let Some(dict) = make.variable(Dict)
            && make.random.chance(50)
        {
            return Stmt::line(match make.random.below(7) {
                0..=2 => format!("{dict}[{key}] = {value}"),
                3 => format!("{dict}[{key}] = {dict}.get({key}, 0)"),
                4 => format!("{dict}.pop({key}, None)"),
                5 => format!("{dict}.setdefault({key}, {value})"),
                _ => format!("if {key} in {dict}: del {dict}[{key}]"),
            });
        }
        let Some(list) = make.variable(List) else {
            return self.assignment(scope);
        };
        Stmt::line(match make.random.below(8) {
            0 | 1 => format!("if len({list}) < 40: {list}.append({value})"),
            2 => format!("if {list}: {list}.pop()"),
            3 | 4 => format!(
                "if {list}: {list}[{value} % len({list})] = {}",
                make.of(Int, 1)
            ),
            5 => format!("{list}[1:3] = {}[:4]", make.of(List, 1)),
            6 => format!("{list}.sort()"),
            _ => format!("{list}[-1] = {}", make.of(Float, 1)),
        })
    }

    /// A function inside a function, which reads and outlives its variables.
    fn closure(&mut self, scope: &mut Scope) -> Stmt {
        let name = self.name("inner");
        let mut inside = scope.clone();
        inside.assign("q", Int);
        let value = self.of(Int, 3, &inside);
        let target = self.target(scope);
        let argument = self.of(Int, 1, scope);
        let define = Stmt::block(
            format!("def {name}(q):"),
            vec![Stmt::line("tick()"), Stmt::line(format!("return {value}"))],
        );
        scope.assign(&target, Int);
        let call = Stmt::line(format!("{target} = trim({name}({argument}) + {name}(1))"));
        Stmt::block("if 1:", vec![define, call])
    }

    fn main(&mut self, program: &mut Vec<Stmt>, scope: &Scope) {
        let mut scope = scope.clone();
        let mut all = Vec::new();
        let parts = self.random.pick(&[1, 1, 2]);
        for _ in 0..parts {
            let turns = self.random.pick(if self.hot { HOT } else { TURNS });
            let mut body = vec![Stmt::line("tick()")];
            let mut inside = scope.clone();
            inside.assign("i", Int);
            for _ in 0..self.random.between(1, 3) {
                let function = self.random.pick(&scope.functions);
                let random = &mut self.random;
                let call = Expressions {
                    random,
                    scope: &inside,
                }
                .call_of(&function, 1);
                let call = if function.generator {
                    format!("list({call})")
                } else {
                    call
                };
                let kind = if function.generator {
                    List
                } else {
                    function.result
                };
                let line = match kind {
                    Int | Float | Bool | Kind::Long if self.random.chance(80) => {
                        format!("acc = trim(acc + {call})")
                    }
                    _ => format!("last = {call}"),
                };
                body.push(Stmt::Block(vec![
                    Clause::new("try:", vec![Stmt::line(line)]),
                    Clause::new("except Exception as e:", vec![Stmt::line("note(e)")]),
                ]));
            }
            let at = self.random.below(turns);
            let change = self.change(&inside);
            body.push(Stmt::block(format!("if i == {at}:"), vec![change]));
            all.push(Stmt::line("acc, last = 0, None"));
            all.push(Stmt::block(format!("for i in xrange({turns}):"), body));
            all.push(Stmt::line("show(acc, last, g0, g1, g2, g3, g4)"));
        }
        scope.assign("acc", Int);
        let kind = any_kind(&mut self.random);
        let value = self.of(kind, 4, &scope);
        all.push(Stmt::Block(vec![
            Clause::new("try:", vec![Stmt::line(format!("show({value})"))]),
            Clause::new("except Exception as e:", vec![Stmt::line("note(e)")]),
        ]));
        program.push(Stmt::Block(vec![
            Clause::new("try:", all),
            Clause::new("except Out:", vec![Stmt::line("print 'out of fuel'")]),
        ]));
        program.push(Stmt::line("show(g0, g1, g2, g3, g4)"));
        program.push(Stmt::line("finish()"));
    }

    /// What changes under a hot loop: a global, a function, a method, a class attribute.
    fn change(&mut self, scope: &Scope) -> Stmt {
        let functions: Vec<&String> = scope.functions.iter().map(|f| &f.name).collect();
        let class = self.random.below(scope.classes.max(1));
        // No sequence: multiplied by a large number it would fill memory.
        let kind = self
            .random
            .pick(&[Int, Kind::Long, Float, Bool, Object, Dict]);
        let value = self.of(kind, 1, scope);
        let kinds = if scope.classes > 0 { 6 } else { 3 };
        Stmt::line(match self.random.below(kinds) {
            0 => format!("g{} = {value}", self.random.below(2)),
            1 => {
                // Functions call those before them: no recursion comes of it. Where one ends is
                // not compared, for what native code adds to its depth differs.
                let b = self.random.below(functions.len());
                let a = self.random.between(b, functions.len() - 1);
                format!("{} = {}", functions[a], functions[b])
            }
            3 => format!(
                "C{class}.m0 = lambda self, x: {}",
                self.of(Int, 1, &Scope::default())
            ),
            4 => format!("C{class}.c = {value}"),
            5 => format!(
                "C{class}.a = property(lambda self: {}, lambda self, v: None)",
                self.of(Int, 0, &Scope::default())
            ),
            _ => {
                let name = self.random.pick(&functions);
                format!(
                    "{name} = lambda *a, **k: {}",
                    self.of(Int, 1, &Scope::default())
                )
            }
        })
    }
}

#[cfg(test)]
mod checks {
    use super::super::tree::print;
    use super::*;

    #[test]
    fn a_seed_is_a_program() {
        assert_eq!(print(&program(5, 4)), print(&program(5, 4)));
        assert_ne!(print(&program(5, 4)), print(&program(6, 4)));
    }
}
