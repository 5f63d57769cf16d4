//! Code units as bytes: for the cache of parsed modules and for `marshal`.
//!
//! The bytes mean something to the very same build only (nodes are written by number), so whoever
//! keeps them keeps the build's identity with them. A checksum guards against damage: what is read is
//! trusted to be what was written, and only the structure of the bytes is checked again.

use std::sync::Arc;

use crate::normal::{CodeFlags, Const, Handler, Line, Loop, Node, NodeCode, Op};

/// How deep code and tuples may nest.
const DEPTH: u32 = 400;

/// A hash of bytes, different for each seed; not against adversaries.
pub fn hash(bytes: &[u8], seed: u64) -> u64 {
    const A: u64 = 0x9E37_79B9_7F4A_7C15;
    const B: u64 = 0xD1B5_4A32_D192_ED03;
    let fold = |x: u64, y: u64| {
        let p = u128::from(x) * u128::from(y);
        (p as u64) ^ (p >> 64) as u64
    };
    let word = |b: &[u8]| {
        let mut w = [0; 8];
        w[..b.len()].copy_from_slice(b);
        u64::from_le_bytes(w)
    };
    let mut h = fold(seed ^ A, B ^ bytes.len() as u64);
    for block in bytes.chunks(16) {
        let (low, high) = block.split_at(block.len().min(8));
        h = fold(h ^ word(low) ^ A, word(high) ^ B ^ seed).rotate_left(23) ^ h;
    }
    fold(h ^ A, seed ^ B)
}

/// A code unit, and all within it, as bytes. The file's name is not among them.
pub fn encode(code: &NodeCode) -> Vec<u8> {
    let mut w = Writer(Vec::with_capacity(code.nodes.len() * 32));
    w.code(code);
    let sum = hash(&w.0, 0);
    w.0.extend_from_slice(&sum.to_le_bytes());
    w.0
}

/// What [`encode`] made of a code unit; `None` for anything else.
pub fn decode(bytes: &[u8], filename: &Arc<str>) -> Option<Arc<NodeCode>> {
    let (bytes, sum) = bytes.split_at_checked(bytes.len().checked_sub(8)?)?;
    if sum != hash(bytes, 0).to_le_bytes() {
        return None;
    }
    let mut r = Reader {
        rest: bytes,
        filename,
        depth: 0,
    };
    let code = r.code()?;
    r.rest.is_empty().then_some(code)
}

struct Writer(Vec<u8>);

impl Writer {
    fn u8(&mut self, n: u8) {
        self.0.push(n);
    }
    fn u32(&mut self, n: u32) {
        self.0.extend_from_slice(&n.to_le_bytes());
    }
    fn u64(&mut self, n: u64) {
        self.0.extend_from_slice(&n.to_le_bytes());
    }
    fn bytes(&mut self, b: &[u8]) {
        self.u32(b.len() as u32);
        self.0.extend_from_slice(b);
    }
    fn list<T>(&mut self, items: &[T], mut f: impl FnMut(&mut Writer, &T)) {
        self.u32(items.len() as u32);
        for i in items {
            f(self, i);
        }
    }
    fn strings(&mut self, items: &[Box<str>]) {
        self.list(items, |w, s| w.bytes(s.as_bytes()));
    }

    fn code(&mut self, c: &NodeCode) {
        self.bytes(c.name.as_bytes());
        self.u32(c.first_lineno);
        self.u32(c.flags.0);
        self.u32(c.argcount);
        self.strings(&c.varnames);
        self.strings(&c.cellvars);
        self.strings(&c.freevars);
        self.u32(c.nregs);
        self.u32(c.ncells);
        self.list(&c.nodes, |w, n| {
            w.u32(n.op as u32 | u32::from(n.n) << 16);
            for x in [n.dst, n.a, n.b, n.c, n.cell] {
                w.u32(x);
            }
        });
        self.list(&c.consts, Writer::constant);
        self.strings(&c.names);
        self.list(&c.handlers, |w, h| {
            w.u32(h.start);
            w.u32(h.end);
            w.u32(h.target);
        });
        self.list(&c.lines, |w, l| {
            w.u32(l.start);
            w.u32(l.line);
            w.u32(l.col);
        });
        self.list(&c.finally_bodies, |w, (start, end)| {
            w.u32(*start);
            w.u32(*end);
        });
        self.list(&c.loops, |w, l| {
            w.u32(l.header);
            w.u32(l.end);
            w.u32(l.parent.map_or(u32::MAX, |p| p));
        });
        self.list(&c.resume, |w, r| w.u32(*r));
        self.u32(c.docstring.map_or(u32::MAX, |d| d));
    }

    fn constant(&mut self, c: &Const) {
        match c {
            Const::Absent => self.u8(0),
            Const::None => self.u8(1),
            Const::Bool(false) => self.u8(2),
            Const::Bool(true) => self.u8(3),
            Const::Ellipsis => self.u8(4),
            Const::Int(i) => {
                self.u8(5);
                self.u64(*i as u64);
            }
            Const::Long { negative, digits } => {
                self.u8(if *negative { 6 } else { 7 });
                self.list(digits, |w, d| w.u32(*d));
            }
            Const::Float(x) => {
                self.u8(8);
                self.u64(x.to_bits());
            }
            Const::Complex { real, imag } => {
                self.u8(9);
                self.u64(real.to_bits());
                self.u64(imag.to_bits());
            }
            Const::Str(s) => {
                self.u8(10);
                self.bytes(s);
            }
            Const::Unicode(points) => {
                self.u8(11);
                self.list(points, |w, p| w.u32(*p));
            }
            Const::Tuple(items) => {
                self.u8(12);
                self.list(items, Writer::constant);
            }
            Const::Code(c) => {
                self.u8(13);
                self.code(c);
            }
        }
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    filename: &'a Arc<str>,
    depth: u32,
}

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(n)?;
        self.rest = rest;
        Some(taken)
    }
    fn u8(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }
    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }
    fn u64(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }
    fn bytes(&mut self) -> Option<&'a [u8]> {
        let n = self.u32()?;
        self.take(n as usize)
    }
    fn text(&mut self) -> Option<Box<str>> {
        std::str::from_utf8(self.bytes()?).ok().map(Box::from)
    }
    fn list<T>(&mut self, mut f: impl FnMut(&mut Self) -> Option<T>) -> Option<Box<[T]>> {
        let n = self.u32()? as usize;
        // Each item takes a byte at least.
        let mut items = Vec::with_capacity(n.min(self.rest.len()));
        for _ in 0..n {
            items.push(f(self)?);
        }
        Some(items.into_boxed_slice())
    }
    fn optional(&mut self) -> Option<Option<u32>> {
        Some(Some(self.u32()?).filter(|n| *n != u32::MAX))
    }

    fn node(&mut self) -> Option<Node> {
        let b = self.take(24)?;
        let word = |i: usize| u32::from_le_bytes([b[i], b[i + 1], b[i + 2], b[i + 3]]);
        let head = word(0);
        Some(Node {
            op: Op::from_u16(head as u16)?,
            n: (head >> 16) as u16,
            dst: word(4),
            a: word(8),
            b: word(12),
            c: word(16),
            cell: word(20),
        })
    }

    fn code(&mut self) -> Option<Arc<NodeCode>> {
        self.depth += 1;
        if self.depth > DEPTH {
            return None;
        }
        let code = NodeCode {
            name: self.text()?,
            filename: self.filename.clone(),
            first_lineno: self.u32()?,
            flags: CodeFlags(self.u32()?),
            argcount: self.u32()?,
            varnames: self.list(Self::text)?,
            cellvars: self.list(Self::text)?,
            freevars: self.list(Self::text)?,
            nregs: self.u32()?,
            ncells: self.u32()?,
            nodes: self.list(Self::node)?,
            consts: self.list(Self::constant)?,
            names: self.list(Self::text)?,
            handlers: self.list(|r| {
                Some(Handler {
                    start: r.u32()?,
                    end: r.u32()?,
                    target: r.u32()?,
                })
            })?,
            lines: self.list(|r| {
                Some(Line {
                    start: r.u32()?,
                    line: r.u32()?,
                    col: r.u32()?,
                })
            })?,
            finally_bodies: self.list(|r| Some((r.u32()?, r.u32()?)))?,
            loops: self.list(|r| {
                Some(Loop {
                    header: r.u32()?,
                    end: r.u32()?,
                    parent: r.optional()?,
                })
            })?,
            resume: self.list(Self::u32)?,
            docstring: self.optional()?,
        };
        self.depth -= 1;
        Some(Arc::new(code))
    }

    fn constant(&mut self) -> Option<Const> {
        Some(match self.u8()? {
            0 => Const::Absent,
            1 => Const::None,
            2 => Const::Bool(false),
            3 => Const::Bool(true),
            4 => Const::Ellipsis,
            5 => Const::Int(self.u64()? as i64),
            n @ (6 | 7) => Const::Long {
                negative: n == 6,
                digits: self.list(Self::u32)?,
            },
            8 => Const::Float(f64::from_bits(self.u64()?)),
            9 => Const::Complex {
                real: f64::from_bits(self.u64()?),
                imag: f64::from_bits(self.u64()?),
            },
            10 => Const::Str(self.bytes()?.into()),
            11 => Const::Unicode(self.list(Self::u32)?),
            12 => {
                self.depth += 1;
                if self.depth > DEPTH {
                    return None;
                }
                let items = self.list(Self::constant)?;
                self.depth -= 1;
                Const::Tuple(items)
            }
            13 => Const::Code(self.code()?),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::lower;
    use syntax::{Flags, Mode};

    const SOURCE: &[u8] = b"\
import os
class A(object):
    'doc'
    def f(self, (a, b), c=1.5, *args, **kw):
        for x in args:
            try:
                yield (x, 10**30, 3j, u'\\u20ac', lambda: a + x)
            except ValueError, e:
                print >>os, e
print [x for x in (1, 2, ('a', None, Ellipsis))]
";

    fn compiled() -> Arc<NodeCode> {
        let flags = Flags::SOURCE_IS_FILE;
        let done = lower::compile(SOURCE, "x.py", Mode::Exec, flags, lower::Options::default());
        done.expect("it compiles").code
    }

    #[test]
    fn what_is_written_is_read() {
        let code = compiled();
        let bytes = encode(&code);
        let back = decode(&bytes, &Arc::from("y.py")).expect("it is whole");
        assert_eq!(&*back.filename, "y.py");
        let again = decode(&bytes, &code.filename).expect("it is whole");
        assert_eq!(format!("{code:?}"), format!("{again:?}"));
    }

    #[test]
    fn what_is_damaged_is_refused() {
        let bytes = encode(&compiled());
        let name: Arc<str> = Arc::from("x.py");
        for i in (0..bytes.len()).step_by(7) {
            let mut bad = bytes.clone();
            bad[i] ^= 0x10;
            assert!(decode(&bad, &name).is_none(), "byte {i}");
            assert!(decode(&bytes[..i], &name).is_none(), "cut at {i}");
        }
    }
}
