//! The encodings that a source file may be written in.
//!
//! The tables are those of `encoding_rs`, which follows the web's standard; where
//! that differs from Python's codecs of the same name in a way that shows in source
//! files (the C1 range of three ISO sets, the unassigned bytes of code page 1252),
//! the difference is made up for here.

use std::sync::OnceLock;

use encoding_rs::{DecoderResult, EncoderResult, Encoding};

/// The codecs of a running program: all that its library has, and what it registers itself.
pub trait Registry: Sync {
    /// The text of `bytes` in UTF-8.
    ///
    /// # Errors
    /// What the codec complains of, or that there is none of that name.
    fn decode(&self, name: &str, bytes: &[u8]) -> Result<Vec<u8>, String>;

    /// The lines of a file, one by one as the codec's reader gives them; nothing when there is no such codec.
    fn lines(&self, name: &str, bytes: &[u8]) -> Option<Lines>;

    /// The bytes of a text, if the codec has some.
    fn encode(&self, name: &str, text: &str) -> Option<Vec<u8>>;
}

/// What could be read of a file.
#[derive(Debug, Default)]
pub struct Lines {
    /// Its lines in UTF-8.
    pub text: Vec<u8>,
    /// What the codec complains of in the line after those.
    pub complaint: Option<String>,
}

static REGISTRY: OnceLock<&'static dyn Registry> = OnceLock::new();

/// From here on, sources may be in the encodings of that registry as well.
pub fn install(registry: &'static dyn Registry) {
    // Who came first stays.
    let _ = REGISTRY.set(registry);
}

/// The registry, once there is one.
pub fn registry() -> Option<&'static dyn Registry> {
    REGISTRY.get().copied()
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Codec {
    /// One of the registry's.
    Registered(String),
    Utf8,
    Ascii,
    Latin1,
    /// A table, and whether bytes 0x80–0x9f are C1 controls whatever it says.
    Table {
        table: &'static Encoding,
        c1: bool,
        name: &'static str,
    },
}

/// Python's names of the encodings that have no system in their names.
const NAMES: [(&str, &[&str]); 13] = [
    ("koi8-r", &["koi8_r", "cskoi8r"]),
    ("koi8-u", &["koi8_u"]),
    ("macintosh", &["mac_roman", "macroman"]),
    ("x-mac-cyrillic", &["mac_cyrillic", "maccyrillic"]),
    ("euc-jp", &["euc_jp", "eucjp", "ujis", "u_jis"]),
    (
        "shift_jis",
        &[
            "shift_jis",
            "shiftjis",
            "sjis",
            "s_jis",
            "cp932",
            "932",
            "ms932",
            "mskanji",
            "ms_kanji",
        ],
    ),
    ("iso-2022-jp", &["iso2022_jp", "iso2022jp", "iso_2022_jp"]),
    (
        "gbk",
        &[
            "gbk", "cp936", "936", "ms936", "gb2312", "euc_cn", "euccn", "chinese",
        ],
    ),
    ("gb18030", &["gb18030", "gb18030_2000"]),
    ("big5", &["big5", "big5_tw", "cp950", "950", "ms950"]),
    (
        "euc-kr",
        &[
            "euc_kr", "euckr", "korean", "ksc5601", "cp949", "949", "uhc", "ms949",
        ],
    ),
    ("ibm866", &["cp866", "866", "ibm866"]),
    ("windows-874", &["cp874", "tis_620", "tis620"]),
];

/// The part of ISO 8859 that a name means.
fn iso_8859(name: &str) -> Option<&str> {
    match name {
        "8859" | "iso8859" | "latin_1" | "latin" | "cp819" => return Some("1"),
        "cyrillic" => return Some("5"),
        "arabic" => return Some("6"),
        "greek" => return Some("7"),
        "hebrew" => return Some("8"),
        "thai" => return Some("11"),
        _ => {}
    }
    if let Some(number) = name
        .strip_prefix("latin")
        .or_else(|| name.strip_prefix('l'))
    {
        let parts = ["1", "2", "3", "4", "9", "10", "13", "14", "15", "16"];
        return parts
            .get(number.parse::<usize>().ok()?.checked_sub(1)?)
            .copied();
    }
    let part = name
        .strip_prefix("iso8859_")
        .or_else(|| name.strip_prefix("iso_8859_"))?;
    let known = [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "13", "14", "15", "16",
    ];
    known.contains(&part).then_some(part)
}

impl Codec {
    /// The codec that Python finds by that name. Case and punctuation do not count.
    pub fn find(name: &str) -> Option<Codec> {
        let parts = name.split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let plain = parts.join("_").to_ascii_lowercase();
        if matches!(
            plain.as_str(),
            "utf_8" | "utf8" | "u8" | "utf" | "utf_8_sig"
        ) {
            return Some(Codec::Utf8);
        }
        if let "ascii" | "us_ascii" | "us" | "646" | "iso646_us" | "cp367" = plain.as_str() {
            return Some(Codec::Ascii);
        }
        if let Some(part) = iso_8859(&plain) {
            return match part {
                "1" => Some(Codec::Latin1),
                // The web's standard has Windows code pages under these names.
                "9" => Codec::table("windows-1254", true),
                "11" => Codec::table("windows-874", true),
                _ => Codec::table(&format!("iso-8859-{part}"), false),
            };
        }
        let page = plain
            .strip_prefix("cp")
            .or_else(|| plain.strip_prefix("windows_"));
        if let "1250" | "1251" | "1252" | "1253" | "1254" | "1255" | "1256" | "1257" | "1258" =
            page.unwrap_or(&plain)
        {
            return Codec::table(&format!("windows-{}", page.unwrap_or(&plain)), false);
        }
        let found = NAMES
            .iter()
            .find(|(_, names)| names.contains(&plain.as_str()));
        found.and_then(|(label, _)| Codec::table(label, false))
    }

    fn table(label: &str, c1: bool) -> Option<Codec> {
        let table = Encoding::for_label(label.as_bytes())?;
        let name = if table.is_single_byte() {
            "charmap"
        } else {
            table.name()
        };
        Some(Codec::Table { table, c1, name })
    }

    /// Decodes, or says in Python's words why not.
    pub fn decode(&self, bytes: &[u8]) -> Result<String, String> {
        match self {
            Codec::Registered(name) if makes_no_text(name) => {
                Err("decoder did not return an unicode object (type=str)".to_owned())
            }
            Codec::Registered(name) => Err(format!("unknown encoding: {name}")),
            Codec::Utf8 => {
                let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
                std::str::from_utf8(bytes)
                    .map(str::to_owned)
                    .map_err(|_| utf8_error(bytes).unwrap_or_default())
            }
            Codec::Ascii => match bytes.iter().position(|b| !b.is_ascii()) {
                Some(at) => Err(format!(
                    "'ascii' codec can't decode byte 0x{:02x} in position {at}: ordinal not in range(128)",
                    bytes[at]
                )),
                None => Ok(bytes.iter().map(|&b| b as char).collect()),
            },
            Codec::Latin1 => Ok(bytes.iter().map(|&b| b as char).collect()),
            Codec::Table {
                table, c1: true, ..
            } => {
                let mut text = String::with_capacity(bytes.len());
                for &b in bytes {
                    if matches!(b, 0x80..=0x9f) {
                        text.push(b as char);
                    } else {
                        text.push_str(&table.decode_without_bom_handling(&[b]).0);
                    }
                }
                Ok(text)
            }
            Codec::Table { table, name, .. } => decode_table(table, name, bytes),
        }
    }

    /// Encodes; what the encoding lacks becomes `?`.
    pub fn encode(&self, text: &str) -> Vec<u8> {
        match self {
            Codec::Registered(name) => registry()
                .and_then(|r| r.encode(name, text))
                .unwrap_or_else(|| narrow(text, 0x7f)),
            Codec::Utf8 => text.as_bytes().to_vec(),
            Codec::Ascii => narrow(text, 0x7f),
            Codec::Latin1 => narrow(text, 0xff),
            Codec::Table {
                table, c1: true, ..
            } => text
                .chars()
                .map(|c| match c {
                    '\u{80}'..='\u{9f}' => c as u8,
                    _ => encode_table(table, c.encode_utf8(&mut [0; 4]))[0],
                })
                .collect(),
            Codec::Table { table, .. } => encode_table(table, text),
        }
    }
}

/// Whether Python has a codec of that name that decodes to bytes.
fn makes_no_text(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('-', "_");
    matches!(
        name.as_str(),
        "string_escape" | "hex" | "base64" | "bz2" | "zlib" | "uu" | "quopri"
    )
}

fn narrow(text: &str, max: u32) -> Vec<u8> {
    text.chars()
        .map(|c| if c as u32 <= max { c as u8 } else { b'?' })
        .collect()
}

fn decode_table(table: &'static Encoding, name: &str, bytes: &[u8]) -> Result<String, String> {
    if table == encoding_rs::WINDOWS_1252
        && let Some(at) = bytes
            .iter()
            .position(|b| matches!(b, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d))
    {
        return Err(undecodable(name, bytes, at, 1));
    }
    let mut decoder = table.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() * 3 + 16);
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::Malformed(bad, after), read) => {
            let len = usize::from(bad);
            Err(undecodable(
                name,
                bytes,
                read - usize::from(after) - len,
                len,
            ))
        }
        (DecoderResult::InputEmpty | DecoderResult::OutputFull, _) => Ok(text),
    }
}

fn undecodable(name: &str, bytes: &[u8], at: usize, len: usize) -> String {
    let byte = bytes[at];
    if name == "charmap" {
        return format!(
            "'charmap' codec can't decode byte 0x{byte:02x} in position {at}: character maps to <undefined>"
        );
    }
    let name = name.to_ascii_lowercase().replace('-', "_");
    if len == 1 {
        format!(
            "'{name}' codec can't decode byte 0x{byte:02x} in position {at}: illegal multibyte sequence"
        )
    } else {
        let last = at + len - 1;
        format!(
            "'{name}' codec can't decode bytes in position {at}-{last}: illegal multibyte sequence"
        )
    }
}

fn encode_table(table: &'static Encoding, text: &str) -> Vec<u8> {
    let mut encoder = table.new_encoder();
    let mut bytes = Vec::with_capacity(text.len() * 2 + 16);
    let mut rest = text;
    loop {
        let (result, read) =
            encoder.encode_from_utf8_to_vec_without_replacement(rest, &mut bytes, true);
        rest = &rest[read..];
        match result {
            EncoderResult::InputEmpty => return bytes,
            EncoderResult::OutputFull => bytes.reserve(rest.len() * 2 + 16),
            EncoderResult::Unmappable(_) => bytes.push(b'?'),
        }
    }
}

/// What Python's UTF-8 decoder says of the first malformed sequence, if there is one.
pub fn utf8_error(bytes: &[u8]) -> Option<String> {
    let error = std::str::from_utf8(bytes).err()?;
    let at = error.valid_up_to();
    let byte = bytes[at];
    let need = match byte {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => {
            return Some(format!(
                "'utf8' codec can't decode byte 0x{byte:02x} in position {at}: invalid start byte"
            ));
        }
    };
    let good = error.error_len().unwrap_or(bytes.len() - at);
    let last = at + good - 1;
    let reason = if at + need >= bytes.len() && error.error_len().is_none() {
        "unexpected end of data"
    } else {
        "invalid continuation byte"
    };
    Some(if good == 1 {
        format!("'utf8' codec can't decode byte 0x{byte:02x} in position {at}: {reason}")
    } else {
        format!("'utf8' codec can't decode bytes in position {at}-{last}: {reason}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips() {
        for name in [
            "koi8-r",
            "cp1252",
            "iso-8859-15",
            "euc-jp",
            "Shift_JIS",
            "latin9",
            "windows-1251",
            "iso8859_9",
            "gbk",
        ] {
            let codec = Codec::find(name).expect(name);
            let text = codec.decode(b"x = 1").expect(name);
            assert_eq!(codec.encode(&text), b"x = 1");
        }
        let turkish = Codec::find("latin5").expect("latin5");
        assert_eq!(turkish.decode(b"\x80\xfd").as_deref(), Ok("\u{80}\u{131}"));
        assert_eq!(turkish.encode("\u{80}\u{131}"), b"\x80\xfd");
        assert_eq!(Codec::find("foo"), None);
    }

    #[test]
    fn complaints() {
        let cp1252 = Codec::find("cp1252").expect("cp1252");
        let said =
            "'charmap' codec can't decode byte 0x81 in position 1: character maps to <undefined>";
        assert_eq!(cp1252.decode(b"a\x81"), Err(said.to_owned()));
        let said = "'utf8' codec can't decode byte 0xff in position 2: invalid start byte";
        assert_eq!(utf8_error(b"ab\xff").as_deref(), Some(said));
    }
}
