//! The module `_east_asian` (rows: spec/modules/_east_asian.toml): codecs of East Asia. The classes that programs see
//! are in lib/_multibytecodec/.

mod jisx0213;
mod memory;
mod pairs;
mod plain;
mod stateful;

use jisx0213::Edition;
use plain::Plain;
use stateful::{Family, State, Stateful};

use crate::builtins::unicode::storage::with_units;
use crate::builtins::{str as bytes, tuple, unicode};
use crate::call::call_values;
use crate::codec::errors::{self, Bad, Errors};
use crate::codec::registry;
use crate::convert;
use crate::error::{PyResult, raise, type_error};
use crate::layouts::{Long, Str, Tuple, Unicode};
use crate::object::Ref;
use crate::text::{Unit, narrow};
use crate::typeobj::Type;
use crate::value::Value;

/// What bytes begin with.
pub enum Step {
    /// A character of so many bytes.
    Char(u32, usize),
    /// Two characters of so many bytes together.
    Two([u32; 2], usize),
    /// Bytes that are no character but change the state.
    Nothing(usize),
    /// So many bytes that are none.
    Wrong(usize),
    /// Less than a character.
    More,
}

/// Two characters that have a code together.
pub struct Sequence {
    pub chars: [u32; 2],
    pub code: u16,
}

/// The bytes of a character.
pub struct Encoded {
    bytes: [u8; 8],
    len: u8,
}

impl Encoded {
    /// Not more than eight bytes.
    fn new(b: &[u8]) -> Encoded {
        let mut bytes = [0; 8];
        bytes[..b.len()].copy_from_slice(b);
        Encoded {
            bytes,
            len: b.len() as u8,
        }
    }

    fn one(b: u8) -> Encoded {
        Encoded::new(&[b])
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }
}

#[derive(Clone, Copy)]
enum Codec {
    Plain(Plain),
    Stateful(Stateful),
}

const CODECS: [(&str, Codec); 24] = [
    ("cp932", Codec::Plain(Plain::Cp932)),
    ("shift_jis", Codec::Plain(Plain::ShiftJis)),
    ("euc_jp", Codec::Plain(Plain::EucJp)),
    ("euc_kr", Codec::Plain(Plain::EucKr)),
    ("cp949", Codec::Plain(Plain::Cp949)),
    ("gb2312", Codec::Plain(Plain::Gb2312)),
    ("gbk", Codec::Plain(Plain::Gbk)),
    ("gb18030", Codec::Plain(Plain::Gb18030)),
    ("big5", Codec::Plain(Plain::Big5)),
    ("cp950", Codec::Plain(Plain::Cp950)),
    ("big5hkscs", Codec::Plain(Plain::Big5Hkscs)),
    ("johab", Codec::Plain(Plain::Johab)),
    ("euc_jisx0213", Codec::Plain(Plain::EucJis(Edition::First))),
    ("euc_jis_2004", Codec::Plain(Plain::EucJis(Edition::Second))),
    (
        "shift_jisx0213",
        Codec::Plain(Plain::ShiftJisx0213(Edition::First)),
    ),
    (
        "shift_jis_2004",
        Codec::Plain(Plain::ShiftJisx0213(Edition::Second)),
    ),
    (
        "iso2022_jp_2",
        Codec::Stateful(Stateful::Iso2022(Family::Jp2)),
    ),
    (
        "iso2022_jp_3",
        Codec::Stateful(Stateful::Iso2022(Family::Jp3)),
    ),
    (
        "iso2022_jp_2004",
        Codec::Stateful(Stateful::Iso2022(Family::Jp2004)),
    ),
    ("hz", Codec::Stateful(Stateful::Hz)),
    ("iso2022_jp", Codec::Stateful(Stateful::Iso2022(Family::Jp))),
    (
        "iso2022_jp_1",
        Codec::Stateful(Stateful::Iso2022(Family::Jp1)),
    ),
    (
        "iso2022_jp_ext",
        Codec::Stateful(Stateful::Iso2022(Family::JpExt)),
    ),
    ("iso2022_kr", Codec::Stateful(Stateful::Iso2022(Family::Kr))),
];

fn named(name: Ref<Str>) -> PyResult<(&'static str, Codec)> {
    let wanted = name.as_ref().bytes();
    match CODECS.iter().find(|(n, _)| n.as_bytes() == wanted) {
        Some(found) => Ok(*found),
        None => Err(raise(
            crate::types::LOOKUP_ERROR.get(),
            "no such codec is supported.",
        )),
    }
}

const ILLEGAL: &str = "illegal multibyte sequence";
const INCOMPLETE: &str = "incomplete multibyte sequence";

/// What an error handler puts in the place of what is wrong in `object` of the length `n`, and where to go on.
///
/// # Errors
/// What it raises; TypeError and IndexError for what it may not return.
fn handled(
    errors: &[u8],
    ty: Ref<Type>,
    (codec, object, n): (&str, Value, usize),
    bad: Bad,
) -> PyResult<(Ref<Unicode>, usize)> {
    let handler = registry::error_handler(errors)?;
    let arguments = errors::arguments(codec, object, bad);
    let error = call_values(ty.into(), arguments.as_ref().items())?;
    let result = call_values(handler, &[error])?;
    let pair = result.cast::<Tuple>().map(|t| t.as_ref().items());
    let Some((text, at)) = pair.and_then(|pair| match pair {
        [text, at] if at.as_int().is_some() || at.cast::<Long>().is_some() => {
            Some((text.cast::<Unicode>()?, *at))
        }
        _ => None,
    }) else {
        let kind = match ty == crate::types::UNICODE_DECODE_ERROR.get() {
            true => "decoding",
            false => "encoding",
        };
        return Err(raise_fmt!(
            type_error,
            "{kind} error handler must return (unicode, int) tuple"
        ));
    };
    let at = convert::index(at)?;
    let place = match at {
        ..0 => at.saturating_add(n as i64),
        at => at,
    };
    match usize::try_from(place) {
        Ok(place) if place <= n => Ok((text, place)),
        _ => Err(raise_fmt!(
            crate::error::index_error,
            "position {place} from error handler out of bounds"
        )),
    }
}

/// Why a run of what can be converted ended.
enum Stop {
    End,
    /// So many units are wrong.
    Wrong(usize),
    /// Less than a character, or what may be half of something.
    More,
}

impl Codec {
    /// What some bytes, of which there is one, begin with.
    fn step(self, rest: &[u8], state: &mut State) -> Step {
        match self {
            Codec::Plain(p) => p.decode(rest),
            Codec::Stateful(s) => s.decode(rest, state),
        }
    }

    /// Decodes from a position on, which it moves.
    fn decode_run(
        self,
        data: &[u8],
        at: &mut usize,
        state: &mut State,
        out: &mut Vec<u32>,
    ) -> Stop {
        let memory = match self {
            Codec::Plain(p) => Some((memory::of(p).chars(), p.has_ascii())),
            Codec::Stateful(_) => None,
        };
        loop {
            if let Some((chars, has_ascii)) = memory {
                remembered(chars, has_ascii, data, at, out);
            }
            let rest = &data[*at..];
            if rest.is_empty() {
                return Stop::End;
            }
            *at += match self.step(rest, state) {
                Step::Char(c, n) => {
                    out.push(c);
                    n
                }
                Step::Two(two, n) => {
                    out.extend_from_slice(&two);
                    n
                }
                Step::Nothing(n) => n,
                Step::Wrong(n) => return Stop::Wrong(n),
                Step::More => return Stop::More,
            };
        }
    }

    /// Encodes from a position on, which it moves. The last text does not end with what may be half of something.
    fn encode_run<U: Unit>(
        self,
        text: &[U],
        at: &mut usize,
        state: &mut State,
        last: bool,
        out: &mut Vec<u8>,
    ) -> Stop {
        let memory = match self {
            Codec::Plain(p) => Some((memory::of(p).codes(), p.has_ascii())),
            Codec::Stateful(_) => None,
        };
        let sequences = self.sequences();
        loop {
            if let Some((codes, has_ascii)) = memory {
                write_remembered(codes, has_ascii, text, at, out);
            }
            let unit = |at: usize| text.get(at).map(|c| (*c).into());
            let Some(c) = unit(*at) else {
                return Stop::End;
            };
            if sequences.iter().any(|s| s.chars[0] == c) {
                let next = unit(*at + 1);
                if next.is_none() && !last {
                    return Stop::More;
                }
                let found = sequences
                    .iter()
                    .find(|s| Some(s.chars[1]) == next && s.chars[0] == c);
                if let Some(e) = found.and_then(|s| self.together(s.code)) {
                    out.extend_from_slice(e.bytes());
                    *at += 2;
                    continue;
                }
            }
            match self {
                Codec::Stateful(s) if s.encode(c, state, out) => {}
                Codec::Stateful(_) => return Stop::Wrong(1),
                Codec::Plain(p) => match p.encode(c) {
                    Some(e) => out.extend_from_slice(e.bytes()),
                    None => return Stop::Wrong(1),
                },
            }
            *at += 1;
        }
    }

    /// Encodes a text: how much of it. What is left may be half of something.
    fn encode_all(
        self,
        name: &str,
        text: Ref<Unicode>,
        state: &mut State,
        errors: &[u8],
        last: bool,
        out: &mut Vec<u8>,
    ) -> PyResult<usize> {
        let mut at = 0;
        let mut instead = Vec::new();
        loop {
            let stop =
                with_units!(text, units => self.encode_run(units, &mut at, state, last, out));
            if !matches!(stop, Stop::Wrong(_)) {
                return Ok(at);
            }
            let bad = Bad::new(at, at + 1, ILLEGAL);
            instead.clear();
            match errors {
                b"strict" => return Err(errors::encode_error(name, text.into(), bad)),
                b"ignore" => at += 1,
                b"replace" => {
                    self.encode_run(b"?", &mut 0, state, true, out);
                    at += 1;
                }
                b"xmlcharrefreplace" | b"backslashreplace" if registry::has_own_handlers() => {
                    let errors = Errors::named(errors);
                    at = errors::instead_of_text(text, name, errors, bad, &mut instead)?;
                    self.encode_run(&instead, &mut 0, state, true, out);
                }
                _ => {
                    let object = (name, text.into(), text.length());
                    let ty = crate::types::UNICODE_ENCODE_ERROR.get();
                    let (instead, next) = handled(errors, ty, object, bad)?;
                    self.encode_all(name, instead, state, b"strict", true, out)?;
                    at = next;
                }
            }
        }
    }

    /// Writes what ends a text.
    fn reset(self, state: &mut State, out: &mut Vec<u8>) {
        if let Codec::Stateful(s) = self {
            s.reset(state, out);
        }
    }

    /// The pairs of characters that have a code together.
    fn sequences(self) -> &'static [Sequence] {
        match self {
            Codec::Plain(p) => p.sequences(),
            Codec::Stateful(s) => s.sequences(),
        }
    }

    /// The bytes of a pair that has a code together. Those of ISO 2022 write its characters one by one, and wait
    /// for the second all the same.
    fn together(self, code: u16) -> Option<Encoded> {
        match self {
            Codec::Plain(p) => Some(p.write(code)),
            Codec::Stateful(_) => None,
        }
    }
}

/// Decodes what the memory of a codec has, from a position on, which is moved.
// By itself, a loop keeps what it works with in registers.
#[inline(never)]
fn remembered(
    chars: memory::Chars,
    has_ascii: bool,
    data: &[u8],
    position: &mut usize,
    out: &mut Vec<u32>,
) {
    /// Bytes that are decoded between two looks at the room there is.
    const BLOCK: usize = 256;
    let (mut at, mut goes_on) = (*position, true);
    while goes_on && at < data.len() {
        let end = (at + BLOCK).min(data.len());
        let before = out.len();
        out.resize(before + end - at, 0);
        let mut n = 0;
        let room = &mut out[before..];
        while let (true, Some(room)) = (at < end, room.get_mut(n)) {
            let rest = &data[at..];
            let (c, len) = match rest[0] {
                c @ ..0x80 if has_ascii => (u32::from(c), 1),
                0x80.. => match chars.get(rest) {
                    Some(found) => found,
                    None => {
                        goes_on = false;
                        break;
                    }
                },
                _ => {
                    goes_on = false;
                    break;
                }
            };
            *room = c;
            (at, n) = (at + len, n + 1);
        }
        out.truncate(before + n);
    }
    *position = at;
}

/// Encodes what the memory of a codec has, from a position on, which is moved.
#[inline(never)]
fn write_remembered<U: Unit>(
    codes: memory::Codes,
    has_ascii: bool,
    text: &[U],
    at: &mut usize,
    out: &mut Vec<u8>,
) {
    *at = narrow::in_blocks!(4, text, *at, out, |at, w| 'each: {
        let Some(c) = text.get(at) else {
            break 'each true;
        };
        let c = (*c).into();
        if has_ascii && c < 0x80 {
            at += w.plain(&text[at..], |c| c < 0x80);
            break 'each true;
        }
        let Some(code) = codes.get(c) else {
            break 'each false;
        };
        let [a, b, c, d] = code.to_be_bytes();
        match code {
            0..0x100 => w.put([d]),
            0x100..0x1_0000 => w.put([c, d]),
            0x1_0000..0x100_0000 => w.put([b, c, d]),
            _ => w.put([a, b, c, d]),
        }
        at += 1;
        true
    });
}

/// `data(input)`
pub fn data(input: Value) -> PyResult {
    crate::convert::bytes(input, "decode", 1).map(Into::into)
}

/// `decode(codec, data, state, errors, last)`
pub fn decode(
    codec: Ref<Str>,
    data: Ref<Str>,
    state: i64,
    errors: Ref<Str>,
    last: bool,
) -> PyResult {
    let (name, codec) = named(codec)?;
    let bytes = data.as_ref().bytes();
    let mut state = State::of(state);
    let mut chars = Vec::with_capacity(bytes.len());
    let mut at = 0;
    loop {
        let bad = match codec.decode_run(bytes, &mut at, &mut state, &mut chars) {
            Stop::End => break,
            Stop::More if !last => break,
            Stop::More => Bad::new(at, bytes.len(), INCOMPLETE),
            Stop::Wrong(n) => Bad::new(at, at + n, ILLEGAL),
        };
        match errors.as_ref().bytes() {
            b"strict" => return Err(errors::decode_error(name, data.into(), bad)),
            // What is wrong may end behind the data.
            b"ignore" => at = bad.end.min(bytes.len()),
            b"replace" => {
                chars.push(0xFFFD);
                at = bad.end.min(bytes.len());
            }
            errors => {
                let ty = crate::types::UNICODE_DECODE_ERROR.get();
                let (text, next) = handled(errors, ty, (name, data.into(), bytes.len()), bad)?;
                text.as_ref().append_to(&mut chars);
                at = next;
            }
        }
    }
    let text = unicode::from_code_points(&chars)?;
    let n = Value::int;
    Ok(tuple::from_slice(&[text, n(at as i64), n(state.number())]).into())
}

/// `encode(codec, text, state, errors, last)`
pub fn encode(codec: Ref<Str>, text: Value, state: i64, errors: Ref<Str>, last: bool) -> PyResult {
    let (name, codec) = named(codec)?;
    let Some(text) = text.cast::<Unicode>() else {
        return Err(type_error("encode() argument 2 must be unicode"));
    };
    let mut state = State::of(state);
    let mut out = Vec::with_capacity(text.length() * 2);
    let errors = errors.as_ref().bytes();
    let at = codec.encode_all(name, text, &mut state, errors, last, &mut out)?;
    if last {
        codec.reset(&mut state, &mut out);
    }
    let n = Value::int;
    let out: Value = bytes::try_new(&out)?.into();
    Ok(tuple::from_slice(&[out, n(at as i64), n(state.number())]).into())
}

/// `codecs()`
pub fn codecs() -> PyResult {
    let names = CODECS.map(|(n, _)| bytes::new(n.as_bytes()).into());
    Ok(tuple::from_slice(&names).into())
}
