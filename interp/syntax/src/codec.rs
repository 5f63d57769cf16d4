//! The encodings that a source file may be written in.
//!
//! The tables are those of `encoding_rs`, which follows the web's standard; where
//! that differs from Python's codecs of the same name in a way that shows in source
//! files (the C1 range of three ISO sets, the unassigned bytes of code page 1252),
//! the difference is made up for here.

use encoding_rs::{DecoderResult, EncoderResult, Encoding};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Codec {
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

impl Codec {
    /// The codec of that name, in any of Python's spellings.
    pub fn find(name: &str) -> Option<Codec> {
        let plain: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        let label = match plain.as_str() {
            "utf8" | "u8" | "utf" | "utf8ucs2" | "utf8ucs4" | "utf8sig" => {
                return Some(Codec::Utf8);
            }
            "ascii" | "usascii" | "646" | "ansix341968" | "us" | "iso646us" => {
                return Some(Codec::Ascii);
            }
            "latin1" | "iso88591" | "l1" | "8859" | "cp819" | "latin" | "isolatin1" => {
                return Some(Codec::Latin1);
            }
            "iso88599" | "latin5" | "l5" => "windows-1254",
            "iso885911" | "thai" => "windows-874",
            "macroman" | "macintosh" => "macintosh",
            "maccyrillic" => "x-mac-cyrillic",
            "eucjp" | "ujis" | "ujis2" => "euc-jp",
            "shiftjis" | "sjis" | "cp932" | "mskanji" | "windows31j" => "shift_jis",
            "iso2022jp" => "iso-2022-jp",
            "gbk" | "cp936" | "936" | "gb2312" | "euccn" => "gbk",
            "gb18030" => "gb18030",
            "big5" | "cp950" | "950" => "big5",
            "euckr" | "cp949" | "949" | "uhc" => "euc-kr",
            "koi8r" => "koi8-r",
            "koi8u" => "koi8-u",
            "cp866" | "ibm866" | "866" => "ibm866",
            "cp874" | "tis620" => "windows-874",
            other => {
                let number = other
                    .strip_prefix("cp")
                    .or_else(|| other.strip_prefix("windows"))
                    .unwrap_or(other);
                if let "1250" | "1251" | "1252" | "1253" | "1254" | "1255" | "1256" | "1257"
                | "1258" = number
                {
                    return Codec::table(&format!("windows-{number}"), false);
                }
                let part = other.strip_prefix("iso8859")?;
                return Codec::table(&format!("iso-8859-{part}"), false);
            }
        };
        Codec::table(
            label,
            matches!(
                plain.as_str(),
                "iso88599" | "latin5" | "l5" | "iso885911" | "thai"
            ),
        )
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
