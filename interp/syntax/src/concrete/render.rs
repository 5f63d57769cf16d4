//! A tree's tokens as text again, each on its line where lines are known.

use super::Node;
use super::grammar::{DEDENT, ENCODING_DECL, ENDMARKER, INDENT, NEWLINE};
use crate::codec::Codec;
use crate::deep;

/// A text that has the tree's tokens; `None` where the encoding that it declares is not known.
pub fn render(root: &Node, encoding: Option<&str>) -> Option<Vec<u8>> {
    let mut r = Renderer {
        out: Vec::new(),
        line: 1,
        indent: 0,
        fresh: true,
    };
    let codec = match encoding {
        Some(name) => {
            r.out.extend_from_slice(b"# coding: ");
            r.out.extend_from_slice(name.as_bytes());
            r.end_line();
            Some(Codec::find(name).unwrap_or_else(|| Codec::Registered(name.to_owned())))
        }
        None => None,
    };
    let root = match root.kind {
        ENCODING_DECL => root.children.first()?,
        _ => root,
    };
    r.node(root);
    match codec {
        // These two are read as they are.
        None | Some(Codec::Utf8 | Codec::Latin1) => Some(r.out),
        Some(codec) => Some(codec.encode(std::str::from_utf8(&r.out).ok()?)),
    }
}

struct Renderer {
    out: Vec<u8>,
    line: u32,
    indent: usize,
    /// At the beginning of a line?
    fresh: bool,
}

impl Renderer {
    fn end_line(&mut self) {
        self.out.push(b'\n');
        self.line += 1;
        self.fresh = true;
    }

    fn node(&mut self, n: &Node) {
        let Some(token) = &n.token else {
            for c in &n.children {
                deep(|| self.node(c));
            }
            return;
        };
        match n.kind {
            NEWLINE => self.end_line(),
            INDENT => self.indent += 1,
            DEDENT => self.indent = self.indent.saturating_sub(1),
            ENDMARKER => {}
            _ => {
                // A string's line is its last one.
                let lines = token.text.iter().filter(|b| **b == b'\n').count() as u32;
                let first = token.lineno.saturating_sub(lines);
                while self.line < first {
                    if !self.fresh {
                        self.out.push(b'\\');
                    }
                    self.out.push(b'\n');
                    self.line += 1;
                }
                if self.fresh {
                    self.out.extend(std::iter::repeat_n(b' ', self.indent));
                } else {
                    self.out.push(b' ');
                }
                self.fresh = false;
                self.out.extend_from_slice(&token.text);
                self.line += lines;
            }
        }
    }
}
