//! Programs made from the semantics tables: every case of every operator and protocol, run hot and then surprised.
//!
//! The programs in `conformance/rows` name for each row its cases with the classes of their operands, as the tables
//! have them, and code that performs the row; `_rows.py` and `_kinds.py` beside them have values of every class, and
//! run the code. `xtask rows` writes the programs and a test compares them with the tables, so that a row that is
//! added is tested, or missed.

use std::fmt::Write;

use pyston_spec::Spec;
use pyston_spec::model::{Builtin, Case, Class, Operator, OperatorKind, Protocol};

/// The tables of this source tree.
pub fn spec() -> Result<Spec, String> {
    let errors = |all: Vec<pyston_spec::Diagnostic>| {
        let all: Vec<String> = all.iter().map(ToString::to_string).collect();
        all.join("\n")
    };
    pyston_spec::load(&crate::find::root().join("spec")).map_err(errors)
}

/// All programs: name and text.
pub fn programs(spec: &Spec) -> Result<Vec<(&'static str, String)>, String> {
    let mut out: Vec<(&str, String)> = Vec::new();
    let mut add = |program, text: String| match out.iter_mut().find(|(name, _)| *name == program) {
        Some((_, before)) => *before += &text,
        None => out.push((program, head() + &text)),
    };
    for o in &spec.operators {
        let cases = cases(spec, &o.cases, o.kind.operands().len());
        let program = match o.kind {
            OperatorKind::Binary => "binary",
            OperatorKind::Inplace => "inplace",
            OperatorKind::Compare => "comparisons",
            OperatorKind::Unary => "unary",
        };
        add(program, by_cases(&o.name, &o.doc, &cases, &operator(o)));
    }
    for p in &spec.protocols {
        let program = match (p.kinds.is_empty(), p.name.starts_with("load_")) {
            (true, _) => "items",
            (false, true) if p.name != "load_method" => "names",
            _ => "attributes_and_calls",
        };
        add(program, protocol(spec, p)?);
    }
    for m in &spec.modules {
        for b in m.functions.iter().filter(|b| !b.cases.is_empty()) {
            add("builtins", function_of(spec, &m.name, b));
        }
    }
    for t in &spec.types {
        for b in t.methods.iter().filter(|b| !b.cases.is_empty()) {
            add("builtins", method_of(spec, &t.id, b)?);
        }
    }
    Ok(out)
}

/// A case: its name and its operands' classes.
type Classes = (String, Vec<String>);
/// A form of a row's code: its name and text.
type Form = (&'static str, String);

fn class(spec: &Spec, class: Class) -> String {
    match class {
        Class::Value => "value".to_owned(),
        Class::Int => "int".to_owned(),
        Class::Float => "float".to_owned(),
        Class::Bool => "bool".to_owned(),
        Class::None => "none".to_owned(),
        Class::Layout(l) => spec.layouts[l.0].name.clone(),
    }
}

/// The cases of a row; one that has none, or takes anything, is tried with some classes.
fn cases(spec: &Spec, all: &[Case], operands: usize) -> Vec<Classes> {
    let known = all
        .iter()
        .filter(|c| c.when.iter().any(|w| *w != Class::Value));
    let mut out: Vec<Classes> = known
        .map(|c| {
            (
                c.name.clone(),
                c.when.iter().map(|w| class(spec, *w)).collect(),
            )
        })
        .collect();
    if out.is_empty() {
        out = ["int", "float", "str", "list", "tuple", "dict"]
            .map(|c| (c.to_owned(), vec![c.to_owned(); operands]))
            .to_vec();
    }
    out
}

/// `f` of a body, indented, with the statements that it returns from.
fn function(params: &str, body: &str) -> String {
    let mut text = format!("def f({params}):\n");
    for line in body.lines() {
        let _ = writeln!(text, "    {line}");
    }
    text
}

/// A loop over operands that collects results.
fn looped(params: &str, statement: &str) -> String {
    let body = format!(
        "for {params} in operands:\n    try:\n        {statement}\n    except Exception, e:\n        x = e\n    results.append(x)"
    );
    function("operands, results", &body)
}

fn operator(o: &Operator) -> Vec<Form> {
    let s = &o.symbol;
    let mut forms = match o.kind {
        OperatorKind::Binary => vec![
            ("called", function("a, b", &format!("return a {s} b"))),
            ("looped", looped("a, b", &format!("x = a {s} b"))),
            (
                "inlined",
                format!(
                    "def g(x, y):\n    return x {s} y\n{}",
                    function(
                        "a, b",
                        &format!("x = a {s} b\ny = g(a, b)\nreturn x, y, a, b")
                    )
                ),
            ),
            (
                "repeated",
                function(
                    "a, b",
                    &format!("n = 0\nwhile n < 3:\n    x = a {s} b\n    n += 1\nreturn x, n, a, b"),
                ),
            ),
        ],
        OperatorKind::Compare => vec![
            ("called", function("a, b", &format!("return a {s} b"))),
            ("looped", looped("a, b", &format!("x = a {s} b"))),
            (
                "branching",
                function(
                    "a, b",
                    &format!("if a {s} b:\n    return a, 1\nreturn b, 2"),
                ),
            ),
            (
                "inlined",
                format!(
                    "def g(x, y):\n    return 'yes' if x {s} y else 'no'\n{}",
                    function("a, b", "x = g(a, b)\nreturn x, g(b, a), a, b")
                ),
            ),
        ],
        OperatorKind::Inplace => vec![
            (
                "called",
                function("a, b", &format!("c = a\nc {s} b\nreturn c, a")),
            ),
            ("looped", looped("a, b", &format!("x = a\n        x {s} b"))),
            (
                "item",
                function("a, b", &format!("c = [b, a]\nc[1] {s} b\nreturn c")),
            ),
        ],
        OperatorKind::Unary => unary(o),
    };
    if o.name.contains("truediv") {
        for (_, text) in &mut forms {
            text.insert_str(0, "from __future__ import division\n");
        }
    }
    forms
}

fn unary(o: &Operator) -> Vec<Form> {
    let (value, s) = match o.name.as_str() {
        "truth" => {
            return vec![
                ("branching", function("a", "if a:\n    return 1\nreturn 2")),
                (
                    "valued",
                    function("a", "return a and 1 or 2, a or 3, not not a"),
                ),
                ("looped", looped("a,", "x = 'yes' if a else 'no'")),
            ];
        }
        "repr" => ("`a`".to_owned(), "`"),
        _ if o.symbol == "not" => ("not a".to_owned(), "not "),
        _ => (format!("{}a", o.symbol), o.symbol.as_str()),
    };
    let mut forms = vec![
        ("called", function("a", &format!("return {value}"))),
        ("looped", looped("a,", &format!("x = {value}"))),
    ];
    if s != "`" {
        let twice = format!(
            "def g(x):\n    return {s}x\n{}",
            function("a", &format!("x = {value}\nreturn x, g(a), a"))
        );
        forms.push(("inlined", twice));
    }
    if s == "not " {
        forms.push((
            "branching",
            function("a", "if not a:\n    return 1\nreturn 2"),
        ));
    }
    forms
}

fn protocol(spec: &Spec, p: &Protocol) -> Result<String, String> {
    if !p.kinds.is_empty() {
        return by_kinds(p);
    }
    let operands = p.operands.iter().filter(|(name, _)| name != "out").count();
    let mut cases = cases(spec, &p.cases, operands);
    if p.name == "unpack" {
        // The class is not all: there are values for each case.
        for (name, classes) in &mut cases {
            *classes = vec![name.clone()];
        }
    }
    if p.name == "get_slice" {
        // Which bounds there are is a matter of the code: it has all of them.
        for (name, classes) in &mut cases {
            name.clone_from(&classes[0]);
            classes.extend(["int".to_owned(), "int".to_owned()]);
        }
        cases.dedup();
    }
    let forms: Vec<Form> = match p.name.as_str() {
        "get_slice" => vec![
            (
                "called",
                function("a, b, c", "return a[b:c], a[b:], a[:c], a[:], b, c, a"),
            ),
            (
                "looped",
                looped("a, b, c", "x = a[b:c], a[b:], a[:c], a[:]"),
            ),
            (
                "inlined",
                format!(
                    "def g(x, y, z):\n    return x[y:z], x[:z], x[:]\n{}",
                    function("a, b, c", "return g(a, b, c), c, b, a[b:], a")
                ),
            ),
        ],
        "get_item" => vec![
            ("called", function("a, b", "return a[b]")),
            ("looped", looped("a, b", "x = a[b]")),
            (
                "inlined",
                format!(
                    "def g(x, y):\n    return x[y]\n{}",
                    function("a, b", "return g(a, b), b, a[b], a")
                ),
            ),
        ],
        "set_item" => vec![
            ("called", function("a, b, c", "a[b] = c\nreturn a, b, c")),
            ("looped", looped("a, b, c", "x = a; a[b] = c")),
        ],
        "hold_backwards" => vec![
            (
                "called",
                function("a, b", "a[:b + 1] = a[b::-1]\nreturn a, b"),
            ),
            ("looped", looped("a, b", "x = a; a[:b + 1] = a[b::-1]")),
        ],
        // What is held is made of the others.
        "put_backwards" => vec![
            (
                "called",
                function("h, b, c, a", "a[:c] = a[b::-1]\nreturn a, b, c"),
            ),
            ("looped", looped("h, b, c, a", "x = a; a[:c] = a[b::-1]")),
        ],
        "get_iter" | "for_next" => vec![
            (
                "called",
                function(
                    "a",
                    "n = 0\nfor x in a:\n    n += 1\n    if n > 9:\n        break\nelse:\n    x = 'end', n\nreturn x, n",
                ),
            ),
            (
                "looped",
                looped(
                    "a,",
                    "x = []\n        for y in a:\n            x.append(y)\n            if len(x) > 9: break",
                ),
            ),
            (
                "nested",
                function(
                    "a",
                    "out = []\nfor x in a:\n    for y in a:\n        out.append((x, y))\n        if len(out) > 20:\n            return out\nreturn out",
                ),
            ),
        ],
        "unpack" => vec![
            ("pair", function("a", "x, y = a\nreturn y, x")),
            ("triple", function("a", "x, y, z = a\nreturn z, y, x")),
            (
                "quadruple",
                function("a", "x, y, z, u = a\nreturn u, z, y, x"),
            ),
            ("looped", looped("a,", "(u, v) = a; x = v, u")),
            ("nested", looped("a,", "(u, v, w) = a; x = w, u, v")),
        ],
        name => {
            return Err(format!(
                "tests/src/rows.rs has no code for the protocol {name}"
            ));
        }
    };
    Ok(by_cases(&p.name, &p.doc, &cases, &forms))
}

fn head() -> String {
    "# Written by `xtask rows` from the tables in spec/.\n\
     # skip-modes: default optimised gc_stress deopt_stress deopt_each\n\
     from _kinds import kinds, names\n\
     from _rows import row\n"
        .to_owned()
}

/// A module's function that has inline forms.
fn function_of(spec: &Spec, module: &str, b: &Builtin) -> String {
    let cases = cases(spec, &b.cases, b.params.len());
    let params = ["a", "b", "c"][..b.params.len()].join(", ");
    let call = format!("{}({params})", b.name);
    let call = if b.cases.iter().any(|c| c.result == Class::Float) {
        format!("near({call})")
    } else {
        call
    };
    let mut forms = vec![
        ("called", function(&params, &format!("return {call}"))),
        (
            "looped",
            looped(&format!("{params},"), &format!("x = {call}")),
        ),
    ];
    for (_, text) in &mut forms {
        text.insert_str(0, &format!("from {module} import {}\n", b.name));
    }
    by_cases(&b.id, &b.doc, &cases, &forms)
}

/// A type's method that has inline forms.
fn method_of(spec: &Spec, owner: &str, b: &Builtin) -> Result<String, String> {
    let cases: Vec<Classes> = b
        .cases
        .iter()
        .map(|c| {
            let mut classes: Vec<String> = c.when.iter().map(|w| class(spec, *w)).collect();
            owner.clone_into(&mut classes[0]);
            (c.name.clone(), classes)
        })
        .collect();
    let [_, rest @ ..] = &["a", "b", "c"][..b.params.len()] else {
        return Err(format!("{} has no receiver", b.id));
    };
    let params = std::iter::once(&"a")
        .chain(rest)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    let call = format!("a.{}({})", b.name, rest.join(", "));
    let forms = vec![
        (
            "called",
            function(&params, &format!("x = {call}\nreturn x, a")),
        ),
        (
            "looped",
            looped(&format!("{params},"), &format!("x = {call}")),
        ),
    ];
    Ok(by_cases(&b.id, &b.doc, &cases, &forms))
}

fn title(name: &str, doc: &str) -> String {
    format!("\n# {name}: {doc}\n")
}

fn write_forms(text: &mut String, forms: &[Form]) {
    *text += "FORMS = [\n";
    for (name, source) in forms {
        let _ = writeln!(text, "    ('{name}', '''{source}'''),");
    }
    *text += "]\n";
}

fn by_cases(name: &str, doc: &str, cases: &[Classes], forms: &[Form]) -> String {
    let mut text = title(name, doc);
    write_forms(&mut text, forms);
    text += "CASES = [\n";
    for (case, classes) in cases {
        let _ = writeln!(text, "    ('{case}', {classes:?}),");
    }
    text += "]\n";
    let _ = writeln!(text, "row('{name}', CASES, FORMS)");
    text
}

fn by_kinds(p: &Protocol) -> Result<String, String> {
    let kinds: Vec<&str> = p.kinds.iter().map(|k| k.name.as_str()).collect();
    let forms: Vec<Form> = match p.name.as_str() {
        "get_attr" => vec![
            ("called", function("a", "return a.real")),
            (
                "tried",
                function(
                    "a",
                    "try:\n    x = a.real\nexcept AttributeError, e:\n    x = str(e)\nreturn x, 1",
                ),
            ),
            (
                "inlined",
                format!(
                    "def g(x):\n    return x.real\n{}",
                    function("a", "return g(a), a.real")
                ),
            ),
        ],
        "set_attr" => vec![
            ("called", function("a, b", "a.real = b\nreturn a.real")),
            (
                "tried",
                function(
                    "a, b",
                    "for n in range(2):\n    try:\n        a.real = b\n    except (AttributeError, TypeError), e:\n        return str(e), n\nreturn b",
                ),
            ),
        ],
        "load_method" => vec![
            ("called", function("a, b", "return a.real(b)")),
            (
                "tried",
                function(
                    "a, b",
                    "try:\n    x = a.real(b)\nexcept (AttributeError, TypeError), e:\n    x = str(e)\nreturn x, b",
                ),
            ),
        ],
        "call" => vec![
            ("called", function("a, b", "return a(b)")),
            (
                "tried",
                function(
                    "a, b",
                    "n = 1.5\ntry:\n    x = a(b)\nexcept (TypeError, ValueError), e:\n    x = str(e)\nreturn x, n",
                ),
            ),
        ],
        "load_global" | "load_name" => return Ok(by_names(p, &kinds)),
        name => {
            return Err(format!(
                "tests/src/rows.rs has no code for the protocol {name}"
            ));
        }
    };
    let mut text = title(&p.name, &p.doc);
    write_forms(&mut text, &forms);
    let _ = writeln!(text, "kinds('{}', {kinds:?}, FORMS)", p.name);
    Ok(text)
}

/// Programs whose operand is where the code runs.
fn by_names(p: &Protocol, kinds: &[&str]) -> String {
    let source = if p.name == "load_global" {
        "if 'f' not in globals():\n    def f(results):\n        for n in xrange(40):\n            x = abs\n        return x\nresults.append(f(results))\n"
    } else {
        "for n in xrange(40):\n    x = abs\nresults.append(x)\n"
    };
    let steps = [
        "abs = 'a global'",
        "abs = 2.5",
        "other = 1",
        "del abs",
        "__builtins__ = {'abs': 'of other builtins'}; abs = 3",
        "import __builtin__; __builtin__.more = 1",
        "import __builtin__; del __builtin__.more",
        "abs = 7; globals().pop('abs'); abs = 8",
        "globals().update(dict([('n%d' % i, i) for i in range(100)]))",
    ];
    let mut text = title(&p.name, &p.doc);
    let _ = writeln!(text, "SOURCE = '''{source}'''");
    text += "STEPS = [\n";
    for step in steps {
        let _ = writeln!(text, "    \"{step}\",");
    }
    text += "]\n";
    let _ = writeln!(text, "names('{}', {kinds:?}, SOURCE, STEPS)", p.name);
    text
}
