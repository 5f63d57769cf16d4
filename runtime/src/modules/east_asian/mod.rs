//! The module `_east_asian` (rows: spec/modules/_east_asian.toml): codecs of East Asia, up to the first
//! thing that is wrong. What is done about that, and the classes that programs see, is in
//! lib/_multibytecodec/.

mod jisx0213;
mod pairs;
mod plain;
mod stateful;

use jisx0213::Edition;
use plain::Plain;
use stateful::{Family, Stateful};

use crate::builtins::{str as bytes, tuple, unicode};
use crate::error::{PyResult, raise, type_error};
use crate::layouts::{Str, Unicode};
use crate::object::Ref;
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

fn named(name: Ref<Str>) -> PyResult<Codec> {
    let wanted = name.as_ref().bytes();
    match CODECS.iter().find(|(n, _)| n.as_bytes() == wanted) {
        Some((_, c)) => Ok(*c),
        None => Err(raise(
            crate::types::LOOKUP_ERROR.get(),
            "no such codec is supported.",
        )),
    }
}

/// `decode(codec, data, start, state)`
pub fn decode(codec: Ref<Str>, data: Ref<Str>, start: i64, mut state: i64) -> PyResult {
    let codec = named(codec)?;
    let data = data.as_ref().bytes();
    let mut at = (start.max(0) as usize).min(data.len());
    let mut chars = Vec::with_capacity(data.len() - at);
    let mut wrong = 0;
    while at < data.len() {
        let rest = &data[at..];
        let step = match codec {
            Codec::Plain(p) => p.decode(rest),
            Codec::Stateful(s) => s.decode(rest, &mut state),
        };
        match step {
            Step::Char(c, n) => {
                chars.push(c);
                at += n;
            }
            Step::Two(two, n) => {
                chars.extend_from_slice(&two);
                at += n;
            }
            Step::Nothing(n) => at += n,
            Step::Wrong(n) => {
                wrong = n as i64;
                break;
            }
            Step::More => {
                wrong = -1;
                break;
            }
        }
    }
    let text = unicode::from_code_points(&chars)?;
    let n = Value::int;
    Ok(tuple::from_slice(&[text, n(at as i64), n(state), n(wrong)]).into())
}

impl Codec {
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

/// `encode(codec, text, start, state, last)`
pub fn encode(codec: Ref<Str>, text: Value, start: i64, mut state: i64, last: bool) -> PyResult {
    let codec = named(codec)?;
    let Some(text) = text.cast::<Unicode>() else {
        return Err(type_error("encode() argument 2 must be unicode"));
    };
    let text = text.as_ref();
    let mut at = (start.max(0) as usize).min(text.length());
    let mut out = Vec::with_capacity((text.length() - at) * 2);
    let sequences = codec.sequences();
    let mut waits = false;
    while let Some(c) = text.get(at) {
        if sequences.iter().any(|s| s.chars[0] == c) {
            let next = text.get(at + 1);
            if next.is_none() && !last {
                waits = true;
                break;
            }
            let found = sequences
                .iter()
                .find(|s| Some(s.chars[1]) == next && s.chars[0] == c);
            if let Some(e) = found.and_then(|s| codec.together(s.code)) {
                out.extend_from_slice(e.bytes());
                at += 2;
                continue;
            }
        }
        let ok = match codec {
            Codec::Stateful(s) => s.encode(c, &mut state, &mut out),
            Codec::Plain(p) => match p.encode(c) {
                Some(e) => {
                    out.extend_from_slice(e.bytes());
                    true
                }
                None => false,
            },
        };
        if !ok {
            break;
        }
        at += 1;
    }
    let wrong = Value::int(match at < text.length() {
        _ if waits => -1,
        wrong => i64::from(wrong),
    });
    let out: Value = bytes::try_new(&out)?.into();
    let n = Value::int;
    Ok(tuple::from_slice(&[out, n(at as i64), n(state), wrong]).into())
}

/// `reset(codec, state)`
pub fn reset(codec: Ref<Str>, mut state: i64) -> PyResult {
    let mut out = Vec::new();
    if let Codec::Stateful(s) = named(codec)? {
        s.reset(&mut state, &mut out);
    }
    let out = bytes::new(&out).into();
    Ok(tuple::from_slice(&[out, Value::int(state)]).into())
}

/// `codecs()`
pub fn codecs() -> PyResult {
    let names = CODECS.map(|(n, _)| bytes::new(n.as_bytes()).into());
    Ok(tuple::from_slice(&names).into())
}
