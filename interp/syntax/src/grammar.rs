//! The generated parser, and where it gave up.

use crate::Mode;
use pest::Parser;
use pest::iterators::Tokens;
use std::sync::Mutex;

/// Kept apart, because the generated `Rule` has no documentation.
#[allow(missing_docs)]
mod generated {
    #[derive(pest_derive::Parser)]
    #[grammar = "python.pest"]
    pub struct Grammar;
}

use generated::Grammar;
pub use generated::Rule;

/// The beginning or the end of a rule that is not silent, before this token.
#[derive(Clone, Copy, Debug)]
pub enum Event {
    Begin(Rule, usize),
    End(Rule, usize),
}

/// The events of a unit, in order.
pub struct Events<'t>(Tokens<'t, Rule>);

impl Events<'_> {
    /// How far the parser got: the end of the last rule.
    pub fn end(&self) -> usize {
        match self.0.clone().next_back() {
            Some(pest::Token::Start { pos, .. } | pest::Token::End { pos, .. }) => pos.pos(),
            None => 0,
        }
    }
}

impl Iterator for Events<'_> {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        Some(match self.0.next()? {
            pest::Token::Start { rule, pos } => Event::Begin(rule, pos.pos()),
            pest::Token::End { rule, pos } => Event::End(rule, pos.pos()),
        })
    }
}

/// Why a token text is no program.
pub enum Failure {
    /// Index of the first token that no program goes on with.
    At(usize),
    /// Nested deeper than the native stack allows.
    TooDeep,
}

/// Runs the grammar over a token text.
pub fn parse(text: &str, mode: Mode) -> Result<Events<'_>, Failure> {
    let rule = match mode {
        Mode::Exec => Rule::file_input,
        Mode::Single => Rule::single_input,
        Mode::Eval => Rule::eval_input,
    };
    match Grammar::parse(rule, text) {
        Ok(pairs) => Ok(Events(pairs.tokens())),
        Err(_) => Err(failure(rule, text)),
    }
}

/// Parses once more, now recording how far each alternative got. That is a global
/// switch of pest's; other threads that parse meanwhile are slower, not wrong.
fn failure(rule: Rule, text: &str) -> Failure {
    static SWITCH: Mutex<()> = Mutex::new(());
    let _guard = SWITCH
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    pest::set_error_detail(true);
    let result = Grammar::parse(rule, text);
    pest::set_error_detail(false);
    let error = result.expect_err("the same text failed before");
    match error.parse_attempts() {
        Some(attempts)
            if !matches!(error.variant, pest::error::ErrorVariant::CustomError { .. }) =>
        {
            Failure::At(attempts.max_position)
        }
        _ => Failure::TooDeep,
    }
}
