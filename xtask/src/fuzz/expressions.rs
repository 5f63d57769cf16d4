//! Random expressions.
//!
//! An expression is made for a kind of value that it will probably have, and most of them
//! succeed: a program that stops at its first error tests nothing behind it. Now and then
//! another kind is put in, a divisor is left unguarded, an index unchecked: errors are part
//! of what is compared, and types that change are what speculation stumbles over. Nothing
//! that prints or orders addresses is made (functions, default reprs, ordering of instances
//! without `__cmp__`), and containers hold scalars, so that nothing grows without bound. Few floats get infinite: a
//! NaN is itself and no other object in a container, and here floats have no identity.

use super::random::Random;

/// What an expression will probably evaluate to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Int,
    Long,
    Float,
    Bool,
    Str,
    List,
    Tuple,
    Dict,
    Set,
    Object,
    Nothing,
}

use Kind::*;

const KINDS: &[Kind] = &[
    Int, Int, Int, Int, Int, Long, Float, Float, Bool, Str, Str, List, List, Tuple, Dict, Set,
    Object,
];
const SCALARS: &[Kind] = &[Int, Int, Int, Float, Str, Bool, Long, Nothing];

/// A function that expressions may call.
#[derive(Debug, Clone)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// What its parameters expect; the last `defaults` of them may be left out.
    pub parameters: Vec<Kind>,
    /// How many parameters have defaults.
    pub defaults: usize,
    /// What it returns, or what it yields.
    pub result: Kind,
    /// Whether calling it makes a generator.
    pub generator: bool,
}

/// The names that can be used at a place of the program.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Variables with what they probably hold.
    pub variables: Vec<(String, Kind)>,
    /// Functions.
    pub functions: Vec<Function>,
    /// How many classes `C0`, `C1`… there are.
    pub classes: usize,
    /// What the constructors of the classes `K0`, `K1`… are given: templates.
    pub things: Vec<&'static str>,
    /// How many of a thousand expressions are of a wrong kind.
    pub chaos: usize,
}

impl Scope {
    /// Adds a variable, or notes what it holds now.
    pub fn assign(&mut self, name: &str, kind: Kind) {
        match self.variables.iter_mut().find(|(known, _)| known == name) {
            Some((_, held)) => *held = kind,
            None => self.variables.push((name.to_owned(), kind)),
        }
    }
}

/// Any kind, the simple ones more often.
pub fn any_kind(random: &mut Random) -> Kind {
    random.pick(KINDS)
}

/// Makes expressions from the names of a scope.
pub struct Expressions<'a> {
    /// Where chance comes from.
    pub random: &'a mut Random,
    /// The names to use.
    pub scope: &'a Scope,
}

const INTS: &[&str] = &[
    "0",
    "1",
    "-1",
    "2",
    "3",
    "5",
    "7",
    "10",
    "16",
    "31",
    "100",
    "255",
    "1000",
    "65537",
    "2147483647",
    "-2147483648",
    "281474976710655",
    "-281474976710656",
    "562949953421311",
    "562949953421312",
    "4611686018427387904",
    "9223372036854775807",
    "(-9223372036854775807 - 1)",
    "True",
    "False",
];
const LONGS: &[&str] = &[
    "0L",
    "1L",
    "-3L",
    "9223372036854775808",
    "-9223372036854775809",
    "2 ** 70",
    "-(2 ** 65)",
    "10 ** 25",
    "4294967296L",
];
const FLOATS: &[&str] = &[
    "0.0",
    "-0.0",
    "0.5",
    "1.0",
    "-1.5",
    "2.25",
    "3.75",
    "1e10",
    "-1e-5",
    "1e100",
    "0.1",
    "9007199254740993.0",
];
const STRS: &[&str] = &[
    "''", "'a'", "'b'", "'abc'", "'Hello'", "'x y z'", "'12'", "'%s'", "'\\n'", "u'u'", "'abcabc'",
];

impl Expressions<'_> {
    /// An expression that is probably of `kind`, at most `depth` deep.
    pub fn of(&mut self, kind: Kind, depth: usize) -> String {
        let kind = if self.random.below(1000) < self.scope.chaos {
            any_kind(self.random)
        } else {
            kind
        };
        if (depth == 0 || self.random.chance(45))
            && let Some(name) = self.variable(kind)
        {
            return name;
        }
        if depth == 0 {
            return self.literal(kind);
        }
        if self.random.chance(12)
            && let Some(call) = self.call(kind, depth - 1)
        {
            return call;
        }
        if self.random.chance(6) {
            let (then, test) = (self.of(kind, depth - 1), self.of(Bool, depth - 1));
            return format!("({then} if {test} else {})", self.of(kind, depth - 1));
        }
        match kind {
            Int => self.int(depth - 1),
            Long => self.long(depth - 1),
            Float => self.float(depth - 1),
            Bool => self.truth(depth - 1),
            Str => self.string(depth - 1),
            List => self.list(depth - 1),
            Tuple => self.tuple(depth - 1),
            Dict => self.dict(depth - 1),
            Set => format!("set({})", self.of(List, depth - 1)),
            Object => self.object(depth - 1),
            Nothing => "None".to_owned(),
        }
    }

    /// An expression of any kind, and the kind.
    pub fn any(&mut self, depth: usize) -> (String, Kind) {
        let kind = any_kind(self.random);
        (self.of(kind, depth), kind)
    }

    /// A known variable of that kind.
    pub fn variable(&mut self, kind: Kind) -> Option<String> {
        let fitting: Vec<&String> = self
            .scope
            .variables
            .iter()
            .filter(|(_, held)| *held == kind)
            .map(|(name, _)| name)
            .collect();
        (!fitting.is_empty()).then(|| self.random.pick(&fitting).clone())
    }

    /// A call of a function that returns that kind.
    fn call(&mut self, kind: Kind, depth: usize) -> Option<String> {
        let fitting: Vec<Function> = self
            .scope
            .functions
            .iter()
            .filter(|f| f.result == kind && f.generator == (kind == List))
            .cloned()
            .collect();
        if fitting.is_empty() {
            return None;
        }
        let function = self.random.pick(&fitting);
        let call = self.call_of(&function, depth);
        Some(if function.generator {
            format!("list({call})")
        } else {
            call
        })
    }

    /// A call of that function, sometimes with too few arguments or with keywords.
    pub fn call_of(&mut self, function: &Function, depth: usize) -> String {
        let mut arguments = Vec::new();
        let given = function.parameters.len() - self.random.below(function.defaults + 1);
        let given = if self.random.chance(1) {
            given + 1
        } else {
            given
        };
        for at in 0..given {
            let kind = function.parameters.get(at).copied().unwrap_or(Int);
            let value = self.of(kind, depth);
            if at + 1 == given && self.random.chance(15) {
                arguments.push(format!("p{at}={value}"));
            } else if at + 1 == given && self.random.chance(5) {
                arguments.push(format!("*({value},)"));
            } else {
                arguments.push(value);
            }
        }
        format!("{}({})", function.name, arguments.join(", "))
    }

    /// An expression that can stand before a dot: `1.x` would not be Python.
    fn receiver(&mut self, kind: Kind, depth: usize) -> String {
        let text = self.of(kind, depth);
        if text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '~')) {
            return format!("({text})");
        }
        text
    }

    /// A literal of that kind.
    pub fn literal(&mut self, kind: Kind) -> String {
        match kind {
            Int => self.random.pick(INTS).to_owned(),
            Long => format!("({})", self.random.pick(LONGS)),
            Float => self.random.pick(FLOATS).to_owned(),
            Bool => self.random.pick(&["True", "False"]).to_owned(),
            Str => self.random.pick(STRS).to_owned(),
            List => self
                .random
                .pick(&[
                    "[4]",
                    "[1, 2, 3]",
                    "[0.5, 1]",
                    "[True, 2L]",
                    "range(5)",
                    "[0, 9, 8]",
                ])
                .to_owned(),
            Tuple => self
                .random
                .pick(&["()", "(1,)", "(1, 'a')", "(0, 1, 2)"])
                .to_owned(),
            Dict => self
                .random
                .pick(&["{}", "{1: 2}", "{'a': 1, 'b': 2}", "{0: 'z', 'k': 2.5}"])
                .to_owned(),
            Set => self
                .random
                .pick(&["set()", "{1, 2}", "{'a', 0}"])
                .to_owned(),
            Object if self.scope.classes > 0 => {
                format!("C{}(1, 2.5)", self.random.below(self.scope.classes))
            }
            Object => "Base()".to_owned(),
            Nothing => "None".to_owned(),
        }
    }

    fn int(&mut self, depth: usize) -> String {
        match self.random.below(24) {
            0..=6 => {
                let symbol = self.random.pick(&["+", "+", "-", "*", "&", "|", "^"]);
                let (lhs, rhs) = (self.of(Int, depth), self.of(Int, depth));
                format!("({lhs} {symbol} {rhs})")
            }
            7 | 8 => {
                let symbol = self.random.pick(&["//", "%", "/"]);
                let (lhs, rhs) = (self.of(Int, depth), self.of(Int, depth));
                format!("({lhs} {symbol} {})", self.divisor(&rhs))
            }
            9 => {
                let (lhs, rhs) = (self.of(Int, depth), self.of(Int, depth));
                format!("({lhs} << ({rhs} & 15))")
            }
            10 => {
                let (lhs, rhs) = (self.of(Int, depth), self.of(Int, depth));
                format!("({lhs} >> ({rhs} & 63))")
            }
            11 => format!("(({} % 1000) ** 2)", self.of(Int, depth)),
            12 => {
                let operator = self.random.pick(&["-", "~", "abs", "+"]);
                format!("{operator}({})", self.of(Int, depth))
            }
            13 => {
                let kind = self.random.pick(&[List, Str, Dict, Tuple, Set]);
                format!("len({})", self.of(kind, depth))
            }
            14 => match self.random.below(3) {
                0 => format!("int({} % 1000)", self.of(Float, depth)),
                1 => format!("int('%d' % {})", self.of(Int, depth)),
                _ => format!("int({})", self.of(Long, depth)),
            },
            15 => {
                let function = self.random.pick(&["min", "max"]);
                let (a, b) = (self.of(Int, depth), self.of(Int, depth));
                format!("{function}({a}, {b})")
            }
            16 | 17 => self.item(depth),
            18 => format!("{}.a", self.receiver(Object, depth)),
            19 => {
                let object = self.receiver(Object, depth);
                format!("{object}.m0({})", self.of(Int, depth))
            }
            20 => {
                let (a, b) = (self.scalar(depth), self.scalar(depth));
                format!("cmp({a}, {b})")
            }
            21 => format!("sum({})", self.of(List, depth)),
            22 => {
                // Not of a tuple: it may hold None, which hashes by address.
                let kind = self.random.pick(&[Int, Str, Float, Bool]);
                format!("hash({}) % 1009", self.of(kind, depth))
            }
            _ => {
                let text = self.receiver(Str, depth);
                format!("{text}.count({})", self.of(Str, depth))
            }
        }
    }

    /// An element of a list; mostly inside its bounds.
    fn item(&mut self, depth: usize) -> String {
        let index = self.of(Int, depth);
        match self.variable(List) {
            Some(list) if self.random.chance(85) => format!("{list}[{index} % (len({list}) or 1)]"),
            Some(list) => format!("{list}[{index} % 5]"),
            None => format!("[3, 1, 4, 1, 5][{index} % 5]"),
        }
    }

    /// `text` in a form that is seldom zero.
    pub fn divisor(&mut self, text: &str) -> String {
        if self.random.chance(90) {
            format!("({text} | 1)")
        } else {
            format!("({text})")
        }
    }

    fn long(&mut self, depth: usize) -> String {
        let symbol = self.random.pick(&["+", "-", "*", "//", "%", "&", "|", "^"]);
        let (lhs, rhs) = if self.random.chance(50) {
            (self.of(Long, depth), self.of(Int, depth))
        } else {
            (self.of(Int, depth), self.of(Long, depth))
        };
        if matches!(symbol, "//" | "%") {
            return format!("({lhs} {symbol} {})", self.divisor(&rhs));
        }
        format!("({lhs} {symbol} {rhs})")
    }

    fn float(&mut self, depth: usize) -> String {
        match self.random.below(10) {
            0..=3 => {
                let symbol = self.random.pick(&["+", "-", "*"]);
                let other = self.random.pick(&[Float, Float, Int]);
                let (lhs, rhs) = (self.of(Float, depth), self.of(other, depth));
                if self.random.chance(50) {
                    format!("({lhs} {symbol} {rhs})")
                } else {
                    format!("({rhs} {symbol} {lhs})")
                }
            }
            4 | 5 => {
                let symbol = self.random.pick(&["/", "//", "%"]);
                let (lhs, rhs) = (self.of(Float, depth), self.of(Float, depth));
                if self.random.chance(85) {
                    format!("({lhs} {symbol} (abs({rhs}) + 0.5))")
                } else {
                    format!("({lhs} {symbol} {rhs})")
                }
            }
            6 => format!("float({})", self.of(Int, depth)),
            7 => {
                let operator = self.random.pick(&["-", "abs", "+"]);
                format!("{operator}({})", self.of(Float, depth))
            }
            8 => format!("{}.b", self.receiver(Object, depth)),
            _ => format!("round({}, {})", self.of(Float, depth), self.random.below(4)),
        }
    }

    /// A condition.
    fn truth(&mut self, depth: usize) -> String {
        match self.random.below(12) {
            0..=4 => {
                let symbol = self.random.pick(&["<", "<=", "==", "!=", ">", ">="]);
                let kind = self
                    .random
                    .pick(&[Int, Int, Int, Float, Str, List, Tuple, Long, Object]);
                let (lhs, rhs) = (self.of(kind, depth), self.of(kind, depth));
                format!("({lhs} {symbol} {rhs})")
            }
            5 => {
                let (a, b) = (self.of(Int, depth), self.of(Int, depth));
                format!("({a} < {b} <= {})", self.of(Float, depth))
            }
            6 => format!("(not {})", self.any(depth).0),
            7 => {
                let symbol = self.random.pick(&["and", "or"]);
                let (lhs, rhs) = (self.of(Bool, depth), self.of(Bool, depth));
                format!("({lhs} {symbol} {rhs})")
            }
            8 => {
                let kind = self.random.pick(&[List, Dict, Tuple, Set]);
                let symbol = self.random.pick(&["in", "not in"]);
                let (item, container) = (self.of(Int, depth), self.of(kind, depth));
                format!("({item} {symbol} {container})")
            }
            9 => {
                let classes = [
                    "int",
                    "float",
                    "str",
                    "(int, long)",
                    "list",
                    "object",
                    "Base",
                ];
                let class = self.random.pick(&classes);
                format!("isinstance({}, {class})", self.any(depth).0)
            }
            10 => format!("({} is None)", self.any(depth).0),
            _ => format!("bool({})", self.any(depth).0),
        }
    }

    fn string(&mut self, depth: usize) -> String {
        match self.random.below(12) {
            0 | 1 => {
                let (lhs, rhs) = (self.of(Str, depth), self.of(Str, depth));
                format!("({lhs} + {rhs})")
            }
            2 => {
                let text = self.of(Str, depth);
                format!("({text} * ({} & 3))", self.of(Int, depth))
            }
            3 => {
                let function = self.random.pick(&["str", "repr"]);
                format!("{function}({})", self.any(depth).0)
            }
            4 => {
                let (a, b) = (self.any(depth).0, self.any(depth).0);
                format!("('%s|%r' % ({a}, {b}))")
            }
            5 => format!("('%d' % {})", self.of(Int, depth)),
            6 => format!("('%.3f' % {})", self.of(Float, depth)),
            7 => {
                let methods = ["upper", "lower", "strip", "title", "swapcase"];
                let method = self.random.pick(&methods);
                format!("{}.{method}()", self.receiver(Str, depth))
            }
            8 => {
                let (text, from) = (self.receiver(Str, depth), self.of(Int, depth));
                match self.random.below(6) {
                    0 => format!("{text}[{from} % 5]"),
                    1 => format!("{text}[{from} % 5:]"),
                    2 => format!("{text}[::-1]"),
                    3 => format!("{text}[{from} % 3::2]"),
                    4 => format!("{text}[:-1]"),
                    _ => format!("{text}[-3:{from} & 7]"),
                }
            }
            9 => format!("chr({} & 127)", self.of(Int, depth)),
            10 => format!("','.join([str(z) for z in {}])", self.of(List, depth)),
            _ => {
                let (text, old) = (self.receiver(Str, depth), self.of(Str, depth));
                format!("{text}.replace({old}, 'q', 2)")
            }
        }
    }

    /// A number, a string, a truth value or `None`.
    fn scalar(&mut self, depth: usize) -> String {
        let kind = self.random.pick(SCALARS);
        self.of(kind, depth)
    }

    /// A key that can be hashed.
    pub fn key(&mut self, depth: usize) -> String {
        let kind = self.random.pick(&[Int, Int, Str, Str, Float, Bool]);
        match kind {
            Int => format!("{} % 10", self.of(Int, depth)),
            _ => self.of(kind, depth),
        }
    }

    /// A list of ints, mostly.
    fn list(&mut self, depth: usize) -> String {
        match self.random.below(12) {
            0 | 1 => {
                let count = self.random.between(1, 4);
                let items: Vec<String> = (0..count).map(|_| self.of(Int, depth)).collect();
                format!("[{}]", items.join(", "))
            }
            2 => {
                let (lhs, rhs) = (self.of(List, depth), self.of(List, depth));
                format!("({lhs} + {rhs})")
            }
            3 | 4 => format!("range({} % 9)", self.of(Int, depth)),
            5 => {
                let test = self.random.pick(&["z", "z > 2", "z % 3", "not z & 1"]);
                format!("[z + 1 for z in {} if {test}]", self.of(List, depth))
            }
            6 => {
                let (value, list) = (self.of(Int, 0), self.of(List, depth));
                format!("[z * {value} for z in {list}]")
            }
            7 => {
                let slice = self.random.pick(&["1:", ":2", "::-1", "::2", "-2:", ":"]);
                format!("{}[{slice}]", self.of(List, depth))
            }
            8 => format!("map(ord, {})", self.of(Str, depth)),
            9 => format!("sorted({})", self.of(List, depth)),
            10 => {
                let value = self.of(Int, 0);
                format!("map(lambda z: z * {value}, {})", self.of(List, depth))
            }
            _ => {
                let list = self.of(List, depth);
                format!("list(z for z in {list} if z != {})", self.of(Int, 0))
            }
        }
    }

    fn tuple(&mut self, depth: usize) -> String {
        match self.random.below(4) {
            0 | 1 => {
                let (a, b) = (self.scalar(depth), self.scalar(depth));
                format!("({a}, {b})")
            }
            2 => format!("tuple({})", self.of(List, depth)),
            _ => {
                let (lhs, rhs) = (self.of(Tuple, depth), self.of(Tuple, depth));
                format!("({lhs} + {rhs})")
            }
        }
    }

    fn dict(&mut self, depth: usize) -> String {
        match self.random.below(4) {
            0 => {
                let (k1, v1) = (self.key(depth), self.scalar(depth));
                let (k2, v2) = (self.key(depth), self.scalar(depth));
                format!("{{{k1}: {v1}, {k2}: {v2}}}")
            }
            1 => {
                let (keys, values) = (self.of(Str, depth), self.of(List, depth));
                format!("dict(zip({keys}, {values}))")
            }
            2 => {
                let (value, keys) = (self.scalar(depth), self.of(Str, depth));
                format!("{{z: {value} for z in {keys}}}")
            }
            _ => format!(
                "dict((z, i) for i, z in enumerate({}))",
                self.of(Str, depth)
            ),
        }
    }

    fn object(&mut self, depth: usize) -> String {
        if self.scope.classes == 0 {
            return "Base()".to_owned();
        }
        if self.random.chance(25) {
            let object = self.of(Object, depth);
            return format!("({object} + {})", self.of(Int, depth));
        }
        let class = self.random.below(self.scope.classes);
        let (a, b) = (self.of(Int, depth), self.of(Float, depth));
        format!("C{class}({a}, {b})")
    }
}
