//! Reading rows. A row ends with its line, unless that ends within quotes.

use super::dialect::{NONE, NONNUMERIC, make};
use super::{ERROR, LIMIT};
use crate::attr::type_name;
use crate::builtins::{list, receiver, str as bytes, unicode};
use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::{CsvDialect, CsvReader, List, Str};
use crate::number;
use crate::object::Ref;
use crate::protocol;
use crate::types::parse;
use crate::value::Value;

/// Where in a row the parser is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    StartRecord,
    StartField,
    Escaped,
    InField,
    InQuotes,
    EscapedInQuotes,
    QuoteInQuotes,
    LineEnd,
}

struct Row {
    dialect: Ref<CsvDialect>,
    state: State,
    fields: Ref<List>,
    field: Vec<u8>,
    numeric: bool,
}

impl Row {
    fn add(&mut self, c: u8) -> PyResult<()> {
        if self.field.len() as i64 >= LIMIT.0.get() {
            return Err(ERROR.raise(format!("field larger than field limit ({})", LIMIT.0.get())));
        }
        self.field.push(c);
        Ok(())
    }

    /// Adds the bytes at the start of `text` that are nothing but part of the field, in the state that the row
    /// is in; how many.
    fn add_run(&mut self, text: &[u8]) -> usize {
        let d = self.dialect;
        let (ends, line) = match self.state {
            State::InField => (d.delimiter.get(), true),
            State::InQuotes if d.quoting.get() != NONE => (d.quotechar.get(), false),
            _ => return 0,
        };
        let special = |c: u8| {
            let n = u32::from(c);
            n == ends || n == d.escapechar.get() || n == 0 || line && matches!(c, b'\n' | b'\r')
        };
        // The byte at which the field is too long tells.
        let room = LIMIT.0.get().saturating_sub(self.field.len() as i64);
        let room = usize::try_from(room).unwrap_or(0);
        let n = text.iter().take(room).take_while(|c| !special(**c)).count();
        self.field.extend_from_slice(&text[..n]);
        n
    }

    fn save(&mut self) -> PyResult<()> {
        let v = if std::mem::take(&mut self.numeric) {
            Value::float(number::float_from_text(&self.field)?)
        } else {
            bytes::try_new(&self.field)?.into()
        };
        self.field.clear();
        self.fields.try_push(v)
    }

    /// A byte, or the end of the line.
    fn process(&mut self, c: Option<u8>) -> PyResult<()> {
        let d = self.dialect;
        let is = |c: Option<u8>, x: u32| x != 0 && c.map(u32::from) == Some(x);
        let quoting = d.quoting.get() != NONE;
        let at_end = matches!(c, None | Some(b'\n' | b'\r'));
        let after_line = if c.is_none() {
            State::StartRecord
        } else {
            State::LineEnd
        };
        if self.state == State::StartRecord {
            match c {
                None => return Ok(()),
                Some(b'\n' | b'\r') => {
                    self.state = State::LineEnd;
                    return Ok(());
                }
                Some(_) => self.state = State::StartField,
            }
        }
        match self.state {
            State::StartField if at_end => {
                self.save()?;
                self.state = after_line;
            }
            State::StartField => {
                if is(c, d.quotechar.get()) && quoting {
                    self.state = State::InQuotes;
                } else if is(c, d.escapechar.get()) {
                    self.state = State::Escaped;
                } else if c == Some(b' ') && d.skipinitialspace.get() != 0 {
                } else if is(c, d.delimiter.get()) {
                    self.save()?;
                } else if let Some(c) = c {
                    self.numeric = d.quoting.get() == NONNUMERIC;
                    self.add(c)?;
                    self.state = State::InField;
                }
            }
            State::Escaped => {
                self.add(c.unwrap_or(b'\n'))?;
                self.state = State::InField;
            }
            State::InField if at_end => {
                self.save()?;
                self.state = after_line;
            }
            State::InField => {
                if is(c, d.escapechar.get()) {
                    self.state = State::Escaped;
                } else if is(c, d.delimiter.get()) {
                    self.save()?;
                    self.state = State::StartField;
                } else if let Some(c) = c {
                    self.add(c)?;
                }
            }
            State::InQuotes => {
                if is(c, d.escapechar.get()) {
                    self.state = State::EscapedInQuotes;
                } else if is(c, d.quotechar.get()) && quoting {
                    self.state = if d.doublequote.get() != 0 {
                        State::QuoteInQuotes
                    } else {
                        State::InField
                    };
                } else if let Some(c) = c {
                    self.add(c)?;
                }
            }
            State::EscapedInQuotes => {
                self.add(c.unwrap_or(b'\n'))?;
                self.state = State::InQuotes;
            }
            State::QuoteInQuotes => {
                if quoting && is(c, d.quotechar.get()) {
                    self.add(c.unwrap_or(0))?;
                    self.state = State::InQuotes;
                } else if is(c, d.delimiter.get()) {
                    self.save()?;
                    self.state = State::StartField;
                } else if at_end {
                    self.save()?;
                    self.state = after_line;
                } else if let Some(c) = c
                    && d.strict.get() == 0
                {
                    self.add(c)?;
                    self.state = State::InField;
                } else {
                    let mut text = vec![b'\'', d.delimiter.get() as u8];
                    text.extend_from_slice(b"' expected after '");
                    text.push(d.quotechar.get() as u8);
                    text.push(b'\'');
                    return Err(ERROR.raise(text));
                }
            }
            State::LineEnd => match c {
                None => self.state = State::StartRecord,
                Some(b'\n' | b'\r') => {}
                Some(_) => {
                    return Err(ERROR.raise(
                        "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?",
                    ));
                }
            },
            State::StartRecord => {}
        }
        Ok(())
    }
}

/// `_csv.reader`
pub fn reader(args: &[Value], kwargs: Args<'_>) -> PyResult {
    let a = parse::unpack(Args::positional(args), 0, "", 1, 2)?;
    let input = protocol::iter_or_else(a[0], || type_error("argument 1 must be an iterator"))?;
    let dialect = make(a.get(1).copied(), kwargs)?;
    Ok(CsvReader::alloc(input, dialect, 0).into())
}

pub fn reader_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(r) = self_.cast::<CsvReader>() else {
        return Ok(None);
    };
    let mut row = Row {
        dialect: r.dialect.get(),
        state: State::StartRecord,
        fields: list::new(),
        field: Vec::new(),
        numeric: false,
    };
    loop {
        let Some(line) = protocol::next(r.input.get())? else {
            if row.field.is_empty() && row.state != State::InQuotes {
                return Ok(None);
            }
            if r.dialect.get().strict.get() != 0 {
                return Err(ERROR.raise("unexpected end of data"));
            }
            row.save()?;
            return Ok(Some(row.fields.into()));
        };
        r.lines.set(r.lines.get() + 1);
        let text = match line.cast::<Str>() {
            Some(s) => s,
            None => unicode::encode_default(line)?.ok_or_else(|| {
                raise_fmt!(
                    type_error,
                    "expected string or Unicode object, {} found",
                    type_name(line)
                )
            })?,
        };
        let mut rest = text.as_ref().bytes();
        while let Some((c, after)) = rest.split_first() {
            if *c == 0 {
                return Err(ERROR.raise("line contains NUL"));
            }
            row.process(Some(*c))?;
            rest = &after[row.add_run(after)..];
        }
        row.process(None)?;
        if row.state == State::StartRecord {
            return Ok(Some(row.fields.into()));
        }
    }
}

pub fn get_line_num(v: Value) -> PyResult {
    match v.cast::<CsvReader>() {
        Some(r) => Ok(number::long(r.lines.get())),
        None => Err(receiver::wrong("_csv.reader", v)),
    }
}
