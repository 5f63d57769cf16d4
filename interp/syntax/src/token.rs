//! The alphabet of the grammar: one ASCII character a kind of token.
//!
//! Kinds are bytes rather than an enum because they are also the text that the
//! parser reads. `python.pest` names the same characters; the test below holds the
//! two together.

/// A token's place in the source, and for a name which.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Bytes `start..end` of the prepared source.
    pub start: u32,
    pub end: u32,
    /// One-based; for a string over several lines, its last one.
    pub lineno: u32,
    /// Zero-based; -1 for a string over several lines.
    pub col_offset: i32,
    /// The name's number, for names and keywords; the operator's character, for
    /// augmented assignments.
    pub value: u32,
}

macro_rules! alphabet {
    ($($name:ident = $char:literal)*) => {
        $(pub const $name: u8 = $char;)*
        #[cfg(test)]
        const ALPHABET: &[(&str, u8)] = &[$((stringify!($name), $char)),*];
    };
}

alphabet! {
    NEWLINE = b'\n'
    INDENT = b'>'
    DEDENT = b'<'

    NAME = b'a'
    NUMBER = b'b'
    STRING = b'c'

    LPAR = b'('
    RPAR = b')'
    LSQB = b'['
    RSQB = b']'
    LBRACE = b'{'
    RBRACE = b'}'
    COMMA = b','
    COLON = b':'
    SEMI = b';'
    DOT = b'.'
    EQUAL = b'='
    BACKQUOTE = b'`'
    AUGASSIGN = b'+'

    VBAR = b'A'
    CIRCUMFLEX = b'B'
    AMPER = b'C'
    LEFTSHIFT = b'D'
    RIGHTSHIFT = b'E'
    STAR = b'F'
    SLASH = b'G'
    PERCENT = b'H'
    DOUBLESLASH = b'I'
    DOUBLESTAR = b'J'
    PLUS = b'K'
    MINUS = b'L'
    TILDE = b'M'

    LESS = b'N'
    GREATER = b'O'
    EQEQUAL = b'P'
    GREATEREQUAL = b'Q'
    LESSEQUAL = b'R'
    NOTEQUAL = b'S'
    IN = b'T'
    IS = b'U'
    NOT = b'V'
    AND = b'W'
    OR = b'X'

    IF = b'0'
    WHILE = b'1'
    FOR = b'2'
    TRY = b'3'
    WITH = b'4'
    DEF = b'5'
    CLASS = b'6'
    AT = b'7'
    ELIF = b'8'
    ELSE = b'9'
    EXCEPT = b'!'
    FINALLY = b'?'

    PRINT = b'd'
    DEL = b'e'
    PASS = b'f'
    BREAK = b'g'
    CONTINUE = b'h'
    RETURN = b'i'
    RAISE = b'j'
    YIELD = b'k'
    IMPORT = b'l'
    FROM = b'm'
    GLOBAL = b'n'
    EXEC = b'o'
    ASSERT = b'p'

    LAMBDA = b'q'
    AS = b'r'
}

/// A character that is no token of Python's, or the place where the tokenizer gave
/// up: no rule accepts it.
pub const BAD: u8 = b'~';

/// The keywords. Interned first, so that the number of a keyword is its index here.
pub const KEYWORDS: [(&str, u8); 31] = [
    ("and", AND),
    ("as", AS),
    ("assert", ASSERT),
    ("break", BREAK),
    ("class", CLASS),
    ("continue", CONTINUE),
    ("def", DEF),
    ("del", DEL),
    ("elif", ELIF),
    ("else", ELSE),
    ("except", EXCEPT),
    ("exec", EXEC),
    ("finally", FINALLY),
    ("for", FOR),
    ("from", FROM),
    ("global", GLOBAL),
    ("if", IF),
    ("import", IMPORT),
    ("in", IN),
    ("is", IS),
    ("lambda", LAMBDA),
    ("not", NOT),
    ("or", OR),
    ("pass", PASS),
    ("print", PRINT),
    ("raise", RAISE),
    ("return", RETURN),
    ("try", TRY),
    ("while", WHILE),
    ("with", WITH),
    ("yield", YIELD),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grammar_and_table_agree() {
        let grammar = include_str!("python.pest");
        let mut seen = Vec::new();
        for line in grammar
            .lines()
            .take_while(|l| !l.starts_with("// ---- Units"))
        {
            let Some((name, rest)) = line.split_once("= _{ \"") else {
                continue;
            };
            let text = &rest[..rest.rfind("\" }").expect("a token rule is one literal")];
            let byte = if text == "\\n" {
                b'\n'
            } else {
                text.as_bytes()[0]
            };
            seen.push((name.trim(), byte));
        }
        assert_eq!(seen, ALPHABET);
    }

    #[test]
    fn characters_are_distinct() {
        let mut bytes: Vec<u8> = ALPHABET.iter().map(|t| t.1).collect();
        bytes.push(BAD);
        bytes.sort_unstable();
        bytes.dedup();
        assert_eq!(bytes.len(), ALPHABET.len() + 1);
    }
}
