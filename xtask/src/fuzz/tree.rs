//! Programs as trees of statements, the form in which they can be shrunk.

use std::fmt::Write;

/// A statement of a generated program.
#[derive(Debug, Clone, PartialEq)]
pub enum Stmt {
    /// A statement of one line.
    Line(String),
    /// A compound statement: clauses of a header and a body each.
    Block(Vec<Clause>),
}

/// `if x:`, `else:`, `def f(a):` … with what is indented below it.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// The header, colon included.
    pub header: String,
    /// The body; an empty one is printed as `pass`.
    pub body: Vec<Stmt>,
}

impl Stmt {
    /// A statement of one line.
    pub fn line(text: impl Into<String>) -> Stmt {
        Stmt::Line(text.into())
    }

    /// A compound statement with one clause.
    pub fn block(header: impl Into<String>, body: Vec<Stmt>) -> Stmt {
        Stmt::Block(vec![Clause::new(header, body)])
    }
}

impl Clause {
    /// A clause.
    pub fn new(header: impl Into<String>, body: Vec<Stmt>) -> Clause {
        Clause {
            header: header.into(),
            body,
        }
    }
}

/// The program's text.
pub fn print(program: &[Stmt]) -> String {
    let mut text = String::new();
    print_into(&mut text, program, 0);
    text
}

fn print_into(text: &mut String, body: &[Stmt], depth: usize) {
    let indent = depth * 4;
    for stmt in body {
        match stmt {
            Stmt::Line(line) => {
                let _ = writeln!(text, "{:indent$}{line}", "");
            }
            Stmt::Block(clauses) => {
                for clause in clauses {
                    let _ = writeln!(text, "{:indent$}{}", "", clause.header);
                    if clause.body.is_empty() {
                        let _ = writeln!(text, "{:indent$}    pass", "");
                    }
                    print_into(text, &clause.body, depth + 1);
                }
            }
        }
    }
}

/// Makes a program smaller while `fails` holds for it. Tries to leave out runs of
/// statements, long runs first, then to put bodies in the place of their blocks and to
/// leave out clauses; again until nothing helps or `tries` are used up.
pub fn shrink(
    program: Vec<Stmt>,
    mut tries: usize,
    mut fails: impl FnMut(&[Stmt]) -> bool,
) -> Vec<Stmt> {
    let mut best = program;
    loop {
        let before = best.clone();
        for path in paths(&best) {
            let length = body_at(&mut best, &path).map_or(0, |body| body.len());
            let mut run = length;
            while run > 0 {
                let mut start = 0;
                loop {
                    let mut smaller = best.clone();
                    let Some(body) = body_at(&mut smaller, &path) else {
                        break;
                    };
                    if start + run > body.len() {
                        break;
                    }
                    body.drain(start..start + run);
                    if attempt(&mut best, smaller, &mut tries, &mut fails) {
                        continue;
                    }
                    start += run;
                }
                run /= 2;
            }
            let mut at = 0;
            while let Some(body) = body_at(&mut best, &path) {
                let Some(stmt) = body.get(at).cloned() else {
                    break;
                };
                if let Stmt::Block(clauses) = stmt {
                    for simpler in simplified(&clauses) {
                        let mut smaller = best.clone();
                        if let Some(body) = body_at(&mut smaller, &path) {
                            body.splice(at..=at, simpler);
                        }
                        if attempt(&mut best, smaller, &mut tries, &mut fails) {
                            break;
                        }
                    }
                }
                at += 1;
            }
        }
        if best == before || tries == 0 {
            return best;
        }
    }
}

fn attempt(
    best: &mut Vec<Stmt>,
    smaller: Vec<Stmt>,
    tries: &mut usize,
    fails: &mut impl FnMut(&[Stmt]) -> bool,
) -> bool {
    if *tries == 0 {
        return false;
    }
    *tries -= 1;
    let good = fails(&smaller);
    if good {
        *best = smaller;
    }
    good
}

/// What could stand in the place of a block: a body of it, or the block with a clause less.
fn simplified(clauses: &[Clause]) -> Vec<Vec<Stmt>> {
    let mut all: Vec<Vec<Stmt>> = clauses.iter().map(|clause| clause.body.clone()).collect();
    for left_out in 1..clauses.len() {
        let mut fewer = clauses.to_vec();
        fewer.remove(left_out);
        all.push(vec![Stmt::Block(fewer)]);
    }
    all
}

/// The way to a body: pairs of a statement's and a clause's number.
type Path = Vec<(usize, usize)>;

/// The ways to all bodies, outermost first.
fn paths(program: &[Stmt]) -> Vec<Path> {
    let mut all: Vec<Path> = vec![Vec::new()];
    let mut done = 0;
    while done < all.len() {
        let path = all[done].clone();
        if let Some(body) = body_ref(program, &path) {
            for (s, stmt) in body.iter().enumerate() {
                if let Stmt::Block(clauses) = stmt {
                    for c in 0..clauses.len() {
                        let mut longer = path.clone();
                        longer.push((s, c));
                        all.push(longer);
                    }
                }
            }
        }
        done += 1;
    }
    all
}

fn body_ref<'a>(program: &'a [Stmt], path: &[(usize, usize)]) -> Option<&'a [Stmt]> {
    let mut body = program;
    for &(s, c) in path {
        let Stmt::Block(clauses) = body.get(s)? else {
            return None;
        };
        body = &clauses.get(c)?.body;
    }
    Some(body)
}

fn body_at<'a>(program: &'a mut Vec<Stmt>, path: &[(usize, usize)]) -> Option<&'a mut Vec<Stmt>> {
    let mut body = program;
    for &(s, c) in path {
        let Stmt::Block(clauses) = body.get_mut(s)? else {
            return None;
        };
        body = &mut clauses.get_mut(c)?.body;
    }
    Some(body)
}

#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn shrinks_to_the_culprit() {
        let culprit = Stmt::line("print 'culprit'");
        let program = vec![
            Stmt::line("a = 1"),
            Stmt::block(
                "if a:",
                vec![Stmt::line("b = 2"), culprit.clone(), Stmt::line("c = 3")],
            ),
            Stmt::line("d = 4"),
        ];
        let small = shrink(program, 1000, |p| print(p).contains("culprit"));
        assert_eq!(small, vec![culprit]);
    }

    #[test]
    fn prints_python() {
        let program = vec![Stmt::Block(vec![
            Clause::new("try:", vec![Stmt::line("x()")]),
            Clause::new("except E:", vec![]),
        ])];
        assert_eq!(print(&program), "try:\n    x()\nexcept E:\n    pass\n");
    }
}
