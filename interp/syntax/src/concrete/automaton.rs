//! The rules as automata: what may come next at each place, and which terminals a rule begins with.
//!
//! The grammar is LL(1) once each rule is a deterministic automaton; so a parser needs no more than these.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use super::grammar::{self, RULES};

/// What a rule is made of.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Symbol {
    /// A rule, by its index.
    Rule(usize),
    /// A token of this kind.
    Token(u16),
    Keyword(&'static str),
}

/// A place in a rule.
#[derive(Default)]
pub struct State {
    pub arcs: Vec<(Symbol, usize)>,
    /// May the rule end here?
    pub accepts: bool,
}

#[derive(Default)]
pub struct Automaton {
    pub states: Vec<State>,
    /// Terminals that it begins with.
    pub first: HashSet<Symbol>,
}

/// The automata of all rules.
pub static RULE_AUTOMATA: LazyLock<Vec<Automaton>> = LazyLock::new(|| {
    let mut all: Vec<Automaton> = RULES
        .iter()
        .map(|(_, body)| Nfa::of(body).determined())
        .collect();
    for rule in 0..all.len() {
        firsts(&mut all, rule);
    }
    all
});

/// Fills in what a rule begins with; no rule of the grammar begins with itself or may be empty.
fn firsts(all: &mut Vec<Automaton>, rule: usize) {
    if !all[rule].first.is_empty() {
        return;
    }
    let begins: Vec<Symbol> = all[rule].states[0]
        .arcs
        .iter()
        .map(|(s, _)| s.clone())
        .collect();
    let mut first = HashSet::new();
    for symbol in begins {
        match symbol {
            Symbol::Rule(inner) => {
                firsts(all, inner);
                first.extend(all[inner].first.iter().cloned());
            }
            terminal => {
                first.insert(terminal);
            }
        }
    }
    all[rule].first = first;
}

/// An automaton that may be in several states; arcs without symbol cost nothing.
#[derive(Default)]
struct Nfa {
    arcs: Vec<Vec<(Option<Symbol>, usize)>>,
    end: usize,
}

impl Nfa {
    fn of(body: &'static str) -> Nfa {
        let mut nfa = Nfa::default();
        let mut words = words(body);
        words.reverse();
        let (start, end) = nfa.choice(&mut words);
        // The start is state 0, and leads to where the rule begins.
        nfa.arcs.push(vec![(None, start)]);
        let last = nfa.arcs.len() - 1;
        nfa.arcs.swap(0, last);
        let moved = |s: usize| {
            if s == 0 {
                last
            } else if s == last {
                0
            } else {
                s
            }
        };
        for arcs in &mut nfa.arcs {
            for (_, to) in arcs {
                *to = moved(*to);
            }
        }
        nfa.end = moved(end);
        nfa
    }

    fn state(&mut self) -> usize {
        self.arcs.push(Vec::new());
        self.arcs.len() - 1
    }

    fn free(&mut self, from: usize, to: usize) {
        self.arcs[from].push((None, to));
    }

    fn choice(&mut self, words: &mut Vec<&'static str>) -> (usize, usize) {
        let (start, end) = (self.state(), self.state());
        loop {
            let (a, b) = self.sequence(words);
            self.free(start, a);
            self.free(b, end);
            if words.pop_if(|w| *w == "|").is_none() {
                return (start, end);
            }
        }
    }

    fn sequence(&mut self, words: &mut Vec<&'static str>) -> (usize, usize) {
        let start = self.state();
        let mut at = start;
        while !matches!(words.last(), None | Some(&("|" | ")" | "]"))) {
            let (a, b) = self.item(words);
            self.free(at, a);
            at = b;
        }
        (start, at)
    }

    fn item(&mut self, words: &mut Vec<&'static str>) -> (usize, usize) {
        let word = words.pop().unwrap_or_default();
        let (a, b) = match word {
            "(" | "[" => {
                let inner = self.choice(words);
                words.pop();
                inner
            }
            _ => {
                let (a, b) = (self.state(), self.state());
                self.arcs[a].push((Some(symbol(word)), b));
                (a, b)
            }
        };
        if word == "[" {
            self.free(a, b);
        }
        match words.last() {
            Some(&"+") => {
                words.pop();
                self.free(b, a);
                (a, b)
            }
            Some(&"*") => {
                words.pop();
                self.free(b, a);
                (a, a)
            }
            _ => (a, b),
        }
    }

    fn closure(&self, mut states: BTreeSet<usize>) -> BTreeSet<usize> {
        let mut open: Vec<usize> = states.iter().copied().collect();
        while let Some(s) = open.pop() {
            for (symbol, to) in &self.arcs[s] {
                if symbol.is_none() && states.insert(*to) {
                    open.push(*to);
                }
            }
        }
        states
    }

    fn determined(&self) -> Automaton {
        let mut sets = vec![self.closure(BTreeSet::from([0]))];
        let mut states: Vec<State> = Vec::new();
        while let Some(set) = sets.get(states.len()).cloned() {
            let mut state = State {
                accepts: set.contains(&self.end),
                ..State::default()
            };
            let mut targets: Vec<(Symbol, BTreeSet<usize>)> = Vec::new();
            for (symbol, to) in set.iter().flat_map(|s| &self.arcs[*s]) {
                let Some(symbol) = symbol else { continue };
                match targets.iter_mut().find(|(s, _)| s == symbol) {
                    Some((_, set)) => {
                        set.insert(*to);
                    }
                    None => targets.push((symbol.clone(), BTreeSet::from([*to]))),
                }
            }
            for (symbol, to) in targets {
                let to = self.closure(to);
                let number = sets.iter().position(|s| *s == to).unwrap_or_else(|| {
                    sets.push(to);
                    sets.len() - 1
                });
                state.arcs.push((symbol, number));
            }
            states.push(state);
        }
        Automaton {
            states,
            first: HashSet::new(),
        }
    }
}

/// The words of a rule's body.
fn words(body: &'static str) -> Vec<&'static str> {
    let mut out = Vec::new();
    let mut rest = body.trim_start();
    while let Some(c) = rest.chars().next() {
        let n = match c {
            '\'' => rest[1..].find('\'').map_or(rest.len(), |n| n + 2),
            c if c.is_ascii_alphanumeric() => rest
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .unwrap_or(rest.len()),
            _ => 1,
        };
        out.push(&rest[..n]);
        rest = rest[n..].trim_start();
    }
    out
}

fn symbol(word: &'static str) -> Symbol {
    if let Some(quoted) = word.strip_prefix('\'').and_then(|w| w.strip_suffix('\'')) {
        return match grammar::operator(quoted.as_bytes()) {
            Some(number) => Symbol::Token(number),
            None => Symbol::Keyword(quoted),
        };
    }
    if let Some(kind) = grammar::token(word) {
        return Symbol::Token(kind);
    }
    let rule = RULES.iter().position(|(name, _)| *name == word);
    Symbol::Rule(rule.expect("a test goes through all rules"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_symbol_decides() {
        for (automaton, (name, _)) in RULE_AUTOMATA.iter().zip(RULES) {
            assert!(!automaton.states[0].accepts, "{name} may be empty");
            for state in &automaton.states {
                let mut seen = HashSet::new();
                for (symbol, _) in &state.arcs {
                    let first = match symbol {
                        Symbol::Rule(rule) => RULE_AUTOMATA[*rule].first.clone(),
                        terminal => HashSet::from([terminal.clone()]),
                    };
                    for terminal in first {
                        assert!(seen.insert(terminal), "{name}");
                    }
                }
            }
        }
        assert_eq!(
            RULES[usize::from(grammar::ENCODING_DECL - grammar::FIRST)].0,
            "encoding_decl"
        );
    }
}
