//! Code units as bytes: for the cache of parsed modules and for `marshal`.
//!
//! The bytes mean something to the very same build only (nodes are written by number), so whoever
//! keeps them keeps the build's identity with them. A checksum guards against damage: what is read is
//! trusted to be what was written, and only the structure of the bytes is checked again.
//!
//! A unit is its [`Head`] and the rest. Units inside others stay bytes until they are called: of what programs
//! import, they call a sixth.

use std::ops::Range;
use std::sync::Arc;

use crate::normal::{CodeFlags, Const, Handler, Head, Line, Loop, Nested, Node, NodeCode, Op};

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
    let mut w = Writer(Vec::with_capacity(code.nodes.len() * 12));
    w.unit(code);
    let sum = hash(&w.0, 0);
    w.0.extend_from_slice(&sum.to_le_bytes());
    w.0
}

/// What [`encode`] made of a code unit; `None` for anything else. The units inside it are left as they are stored,
/// and keep the bytes.
pub fn decode(bytes: Vec<u8>, filename: &Arc<str>) -> Option<Arc<NodeCode>> {
    let end = bytes.len().checked_sub(8)?;
    if bytes[end..] != hash(&bytes[..end], 0).to_le_bytes() {
        return None;
    }
    let whole = Stored {
        bytes: Arc::new(bytes),
        range: 0..end,
        filename: filename.clone(),
    };
    whole.try_read()
}

/// The same for bytes that might have been made up: the units inside are read, too.
pub fn decode_all(bytes: &[u8], filename: &Arc<str>) -> Option<Arc<NodeCode>> {
    fn check(code: &NodeCode, depth: u32) -> Option<()> {
        code.consts.iter().try_for_each(|c| match c {
            Const::Code(Nested::Stored(s)) => check(&*s.try_read()?, depth.checked_sub(1)?),
            _ => Some(()),
        })
    }
    let code = decode(bytes.to_vec(), filename)?;
    check(&code, DEPTH)?;
    Some(code)
}

/// A code unit as bytes, among those of the units around it.
pub struct Stored {
    bytes: Arc<Vec<u8>>,
    range: Range<usize>,
    filename: Arc<str>,
}

impl Stored {
    fn reader(&self) -> Reader<'_> {
        Reader {
            stored: self,
            rest: &self.bytes[self.range.clone()],
            depth: 0,
        }
    }

    /// What a code object shows before it runs.
    pub fn head(&self) -> Head {
        self.reader().head().expect(WHOLE)
    }

    /// The unit's file.
    pub fn filename(&self) -> &Arc<str> {
        &self.filename
    }

    /// The unit.
    pub fn read(&self) -> Arc<NodeCode> {
        self.try_read().expect(WHOLE)
    }

    fn try_read(&self) -> Option<Arc<NodeCode>> {
        let mut r = self.reader();
        let code = r.unit()?;
        r.rest.is_empty().then_some(code)
    }
}

/// Why reading cannot fail.
const WHOLE: &str =
    "bytes with the right checksum, in a private folder, or read through once before";

struct Writer(Vec<u8>);

impl Writer {
    fn u8(&mut self, n: u8) {
        self.0.push(n);
    }
    /// Seven bits a byte, the least significant ones first; the last byte has no eighth.
    fn u32(&mut self, mut n: u32) {
        while n >= 0x80 {
            self.0.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.0.push(n as u8);
    }
    /// A number that is near zero, or near `1 << 31` like operands that are constants, or `u32::MAX`.
    fn operand(&mut self, n: u32) {
        self.u32(n.wrapping_add(1).rotate_left(1));
    }
    /// The difference to the number before.
    fn step(&mut self, from: &mut u32, to: u32) {
        let d = to.wrapping_sub(*from) as i32;
        self.u32((d << 1 ^ d >> 31) as u32);
        *from = to;
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

    fn unit(&mut self, c: &NodeCode) {
        self.head(&c.head());
        self.body(c);
    }

    fn head(&mut self, h: &Head) {
        self.bytes(h.name.as_bytes());
        for n in [h.first_lineno, h.flags.0, h.argcount, h.nregs, h.first_free] {
            self.u32(n);
        }
        self.strings(&h.freevars);
        self.strings(&h.self_attributes);
    }

    fn body(&mut self, c: &NodeCode) {
        self.strings(&c.varnames);
        self.strings(&c.cellvars);
        self.u32(c.ncells);
        let mut cell = 0;
        self.list(&c.nodes, |w, n| w.node(n, &mut cell));
        self.list(&c.consts, Writer::constant);
        self.strings(&c.names);
        self.list(&c.handlers, |w, h| {
            w.u32(h.start);
            w.u32(h.end);
            w.u32(h.target);
        });
        let (mut start, mut line) = (0, c.first_lineno);
        self.list(&c.lines, |w, l| {
            w.step(&mut start, l.start);
            w.step(&mut line, l.line);
            w.u32(l.col);
        });
        let (mut start, mut line) = (0, c.first_lineno);
        self.list(&c.unreached, |w, (at, l)| {
            w.step(&mut start, *at);
            w.step(&mut line, *l);
        });
        self.list(&c.finally_bodies, |w, (start, end)| {
            w.u32(*start);
            w.u32(*end);
        });
        self.list(&c.loops, |w, l| {
            w.u32(l.header);
            w.u32(l.end);
            w.operand(l.parent.unwrap_or(u32::MAX));
        });
        self.list(&c.resume, |w, r| w.u32(*r));
        self.operand(c.docstring.unwrap_or(u32::MAX));
    }

    /// Its kind, which of the fields are not zero, and those. Cells are numbered as they come.
    fn node(&mut self, n: &Node, cell: &mut u32) {
        self.u32(n.op as u32);
        let fields = [u32::from(n.n), n.dst, n.a, n.b, n.c, n.cell];
        let mask = (0..6).fold(0, |m, i| m | u8::from(fields[i] != 0) << i);
        self.u8(mask);
        for (i, &x) in fields.iter().enumerate() {
            match i {
                _ if x == 0 => {}
                5 => self.step(cell, x),
                _ => self.operand(x),
            }
        }
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
                let mut inner = Writer(Vec::new());
                inner.unit(&c.whole());
                self.bytes(&inner.0);
            }
        }
    }
}

struct Reader<'a> {
    stored: &'a Stored,
    rest: &'a [u8],
    depth: u32,
}

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(n)?;
        self.rest = rest;
        Some(taken)
    }
    fn u8(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }
    fn u32(&mut self) -> Option<u32> {
        let mut n = 0;
        for shift in (0..35).step_by(7) {
            let b = self.u8()?;
            n |= u32::from(b & 0x7F) << shift;
            if b < 0x80 {
                return Some(n);
            }
        }
        None
    }
    fn operand(&mut self) -> Option<u32> {
        Some(self.u32()?.rotate_right(1).wrapping_sub(1))
    }
    fn step(&mut self, from: &mut u32) -> Option<u32> {
        let n = self.u32()?;
        *from = from.wrapping_add(n >> 1 ^ (n & 1).wrapping_neg());
        Some(*from)
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
        Some(Some(self.operand()?).filter(|n| *n != u32::MAX))
    }

    fn node(&mut self, cell: &mut u32) -> Option<Node> {
        let op = Op::from_u16(u16::try_from(self.u32()?).ok()?)?;
        let mask = self.u8()?;
        let mut fields = [0; 6];
        for (i, x) in fields.iter_mut().enumerate() {
            if mask >> i & 1 != 0 {
                *x = if i == 5 {
                    self.step(cell)?
                } else {
                    self.operand()?
                };
            }
        }
        let [n, dst, a, b, c, cell] = fields;
        let n = u16::try_from(n).ok()?;
        Some(Node {
            op,
            n,
            dst,
            a,
            b,
            c,
            cell,
        })
    }

    fn head(&mut self) -> Option<Head> {
        Some(Head {
            name: self.text()?,
            first_lineno: self.u32()?,
            flags: CodeFlags(self.u32()?),
            argcount: self.u32()?,
            nregs: self.u32()?,
            first_free: self.u32()?,
            freevars: self.list(Self::text)?,
            self_attributes: self.list(Self::text)?,
        })
    }

    fn unit(&mut self) -> Option<Arc<NodeCode>> {
        let head = self.head()?;
        let varnames = self.list(Self::text)?;
        let cellvars = self.list(Self::text)?;
        let ncells = self.u32()?;
        let mut cell = 0;
        let nodes = self.list(|r| r.node(&mut cell))?;
        let consts = self.list(Self::constant)?;
        let names = self.list(Self::text)?;
        let handlers = self.list(|r| {
            Some(Handler {
                start: r.u32()?,
                end: r.u32()?,
                target: r.u32()?,
            })
        })?;
        let (mut start, mut line) = (0, head.first_lineno);
        let lines = self.list(|r| {
            Some(Line {
                start: r.step(&mut start)?,
                line: r.step(&mut line)?,
                col: r.u32()?,
            })
        })?;
        let (mut start, mut line) = (0, head.first_lineno);
        let unreached = self.list(|r| Some((r.step(&mut start)?, r.step(&mut line)?)))?;
        Some(Arc::new(NodeCode {
            name: head.name,
            filename: self.stored.filename.clone(),
            first_lineno: head.first_lineno,
            flags: head.flags,
            argcount: head.argcount,
            varnames,
            cellvars,
            freevars: head.freevars,
            nregs: head.nregs,
            ncells,
            nodes,
            consts,
            names,
            handlers,
            lines,
            unreached,
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
        }))
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
            13 => {
                let n = self.u32()? as usize;
                let start = self.stored.range.end - self.rest.len();
                self.take(n)?;
                Const::Code(Nested::Stored(Arc::new(Stored {
                    bytes: self.stored.bytes.clone(),
                    range: start..start + n,
                    filename: self.stored.filename.clone(),
                })))
            }
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
        let back = decode(bytes.clone(), &Arc::from("y.py")).expect("it is whole");
        assert_eq!(&*back.filename, "y.py");
        let again = decode_all(&bytes, &code.filename).expect("it is whole");
        assert_eq!(format!("{code:?}"), format!("{again:?}"));
    }

    #[test]
    fn what_is_damaged_is_refused() {
        let bytes = encode(&compiled());
        let name: Arc<str> = Arc::from("x.py");
        for i in (0..bytes.len()).step_by(7) {
            let mut bad = bytes.clone();
            bad[i] ^= 0x10;
            assert!(decode(bad, &name).is_none(), "byte {i}");
            assert!(decode(bytes[..i].to_vec(), &name).is_none(), "cut at {i}");
        }
    }
}
