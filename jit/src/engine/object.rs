//! From LLVM's relocatable object to code in memory.
//!
//! LLVM's JIT linkers tie an execution engine, with a target machine and the whole IR, to every
//! compiled function. All that is needed is far less: an object for one function has a handful of
//! sections and three kinds of relocation, so it is placed here, and context, module and object are
//! gone when compilation ends. What stays is the pages.

use std::collections::BTreeMap;
use std::fmt;

use super::memory::Pages;

/// Why an object could not be placed.
#[derive(Debug)]
pub enum LinkError {
    /// The object is not what LLVM makes of one of our functions.
    Malformed(&'static str),
    /// A relocation of a kind that our code has no use for.
    Relocation(u32),
    /// A symbol that nobody defined.
    Undefined(String),
    /// No code memory left.
    Memory(std::io::Error),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            LinkError::Malformed(what) => write!(f, "unexpected object file: {what}"),
            LinkError::Relocation(kind) => write!(f, "unexpected relocation of type {kind}"),
            LinkError::Undefined(name) => write!(f, "undefined symbol {name}"),
            LinkError::Memory(error) => write!(f, "code memory: {error}"),
        }
    }
}

/// A placed function, still writable.
#[derive(Debug)]
pub struct Placed {
    /// Its pages: code, constants, unwind table, jumps to what is far.
    pub pages: Pages,
    /// Offset of the function's first instruction.
    pub entry: usize,
    /// Bytes of code.
    pub code_len: usize,
    /// Offset of the unwind table, ended by a zero word; `None` without one.
    pub unwind: Option<usize>,
    /// The stackmap section, not relocated.
    pub stackmap: Vec<u8>,
    /// Offset of the jump to the exit stub, where that is too far for a direct call.
    pub exit_jump: Option<usize>,
}

const SHT_SYMTAB: u32 = 2;
const SHT_RELA: u32 = 4;
const SHT_NOBITS: u32 = 8;
const SHF_WRITE: u64 = 1;
const SHF_ALLOC: u64 = 2;
const SHF_EXEC: u64 = 4;

const R_64: u32 = 1;
const R_PC32: u32 = 2;
const R_PLT32: u32 = 4;
const R_PC64: u32 = 24;

/// `jmp *[rip]`, followed by the address.
const FAR_JUMP: [u8; 6] = [0xFF, 0x25, 0, 0, 0, 0];
const FAR_JUMP_LEN: usize = 16;

struct Section<'o> {
    name: &'o str,
    kind: u32,
    flags: u64,
    data: &'o [u8],
    align: usize,
    link: usize,
    info: usize,
    placed: Option<usize>,
}

/// Places the object, resolving names through `symbols`; `exit_stub` is where exits will call.
pub fn place(
    object: &[u8],
    function: &str,
    symbols: &dyn Fn(&str) -> Option<usize>,
    exit_stub: usize,
) -> Result<Placed, LinkError> {
    let mut sections = sections(object)?;
    let symtab = sections.iter().find(|s| s.kind == SHT_SYMTAB);
    let symtab = symtab.ok_or(LinkError::Malformed("no symbols"))?;
    let names = sections
        .get(symtab.link)
        .ok_or(LinkError::Malformed("no names"))?
        .data;
    let table = symtab.data;
    let symbol = |index: usize| Symbol::read(table, names, index);

    // Lay out: code, constants and unwind table, then jumps to far functions.
    let mut size = 0usize;
    for executable in [true, false] {
        for section in sections.iter_mut() {
            if section.flags & SHF_ALLOC == 0
                || (section.flags & SHF_EXEC != 0) != executable
                || section.name == ".llvm_stackmaps"
                || section.data.is_empty()
            {
                continue;
            }
            if section.flags & SHF_WRITE != 0 || section.kind == SHT_NOBITS {
                return Err(LinkError::Malformed("writable data"));
            }
            size = size.next_multiple_of(section.align.max(1));
            section.placed = Some(size);
            size += section.data.len();
            if section.name == ".eh_frame" {
                size += 4;
            }
        }
    }
    let mut far: BTreeMap<usize, usize> = BTreeMap::new();
    let jumps = size.next_multiple_of(16);
    // Every undefined symbol may turn out to be far, and so may the exit stub.
    let mut undefined = 1;
    for index in 1.. {
        match symbol(index) {
            Some(s) if s.section == 0 => undefined += 1,
            Some(_) => {}
            None => break,
        }
    }
    let mut pages = Pages::new(jumps + undefined * FAR_JUMP_LEN).map_err(LinkError::Memory)?;
    let start = pages.start();
    let bytes = pages.bytes_mut();
    for section in &sections {
        if let Some(at) = section.placed {
            bytes[at..at + section.data.len()].copy_from_slice(section.data);
        }
    }

    let mut jump_to = |bytes: &mut [u8], target: usize| -> usize {
        let at = jumps + far.len() * FAR_JUMP_LEN;
        *far.entry(target).or_insert_with(|| {
            bytes[at..at + 6].copy_from_slice(&FAR_JUMP);
            bytes[at + 6..at + 14].copy_from_slice(&target.to_le_bytes());
            at
        })
    };
    for relocations in sections.iter().filter(|s| s.kind == SHT_RELA) {
        let Some(base) = sections.get(relocations.info).and_then(|s| s.placed) else {
            continue;
        };
        for entry in relocations.data.chunks_exact(24) {
            let offset = word(entry, 0) as usize;
            let info = word(entry, 8);
            let addend = word(entry, 16) as i64;
            let kind = info as u32;
            let symbol = symbol((info >> 32) as usize)
                .ok_or(LinkError::Malformed("relocation without symbol"))?;
            let target = if symbol.section == 0 {
                symbols(symbol.name).ok_or_else(|| LinkError::Undefined(symbol.name.to_owned()))?
            } else {
                let section = sections.get(symbol.section).and_then(|s| s.placed);
                let section = section.ok_or(LinkError::Malformed("symbol in no section"))?;
                start + section + symbol.value
            };
            let at = base + offset;
            let here = (start + at) as i64;
            let field = bytes
                .get_mut(at..at + if matches!(kind, R_64 | R_PC64) { 8 } else { 4 })
                .ok_or(LinkError::Malformed("relocation outside"))?;
            match kind {
                R_64 => field.copy_from_slice(&(target as i64 + addend).to_le_bytes()),
                R_PC64 => field.copy_from_slice(&(target as i64 + addend - here).to_le_bytes()),
                R_PC32 | R_PLT32 => {
                    let distance = (target as i64).wrapping_add(addend).wrapping_sub(here);
                    let distance = match i32::try_from(distance) {
                        Ok(distance) => distance,
                        Err(_) if kind == R_PLT32 => {
                            let jump = start + jump_to(bytes, target);
                            (jump as i64 + addend - here) as i32
                        }
                        Err(_) => return Err(LinkError::Relocation(kind)),
                    };
                    bytes[at..at + 4].copy_from_slice(&distance.to_le_bytes());
                }
                other => return Err(LinkError::Relocation(other)),
            }
        }
    }

    let near = i32::try_from(exit_stub as i64 - start as i64).is_ok()
        && i32::try_from(exit_stub as i64 - (start + size) as i64).is_ok();
    let exit_jump = if near {
        None
    } else {
        Some(jump_to(bytes, exit_stub))
    };
    let mut entry = None;
    let mut code_len = 0;
    for index in 1.. {
        let Some(symbol) = symbol(index) else { break };
        if symbol.name == function && symbol.section != 0 {
            entry = sections
                .get(symbol.section)
                .and_then(|s| s.placed)
                .map(|p| p + symbol.value);
            code_len = symbol.size;
        }
    }
    let section = |name| sections.iter().find(|s| s.name == name);
    Ok(Placed {
        entry: entry.ok_or(LinkError::Malformed("no function"))?,
        code_len,
        unwind: section(".eh_frame").and_then(|s| s.placed),
        stackmap: section(".llvm_stackmaps").map_or(Vec::new(), |s| s.data.to_vec()),
        exit_jump,
        pages,
    })
}

struct Symbol<'o> {
    name: &'o str,
    section: usize,
    value: usize,
    size: usize,
}

impl<'o> Symbol<'o> {
    fn read(table: &[u8], names: &'o [u8], index: usize) -> Option<Symbol<'o>> {
        let entry = table.get(index * 24..index * 24 + 24)?;
        Some(Symbol {
            name: string(names, half(entry, 0) as usize),
            section: u16::from_le_bytes([entry[6], entry[7]]).into(),
            value: word(entry, 8) as usize,
            size: word(entry, 16) as usize,
        })
    }
}

fn sections(object: &[u8]) -> Result<Vec<Section<'_>>, LinkError> {
    const BAD: LinkError = LinkError::Malformed("headers");
    if object.len() < 64 || !object.starts_with(b"\x7fELF\x02\x01") {
        return Err(BAD);
    }
    let table = word(object, 0x28) as usize;
    let count = usize::from(u16::from_le_bytes([object[0x3C], object[0x3D]]));
    let names = usize::from(u16::from_le_bytes([object[0x3E], object[0x3F]]));
    let header = |index: usize| object.get(table + index * 64..table + index * 64 + 64);
    let data = |header: &[u8]| {
        if half(header, 4) == SHT_NOBITS {
            return Some(&object[..0]);
        }
        let offset = word(header, 24) as usize;
        object.get(offset..offset + word(header, 32) as usize)
    };
    let names = header(names).and_then(data).ok_or(BAD)?;
    (0..count)
        .map(|index| {
            let header = header(index).ok_or(BAD)?;
            Ok(Section {
                name: string(names, half(header, 0) as usize),
                kind: half(header, 4),
                flags: word(header, 8),
                data: data(header).ok_or(BAD)?,
                align: word(header, 48) as usize,
                link: half(header, 40) as usize,
                info: half(header, 44) as usize,
                placed: None,
            })
        })
        .collect()
}

fn string(names: &[u8], at: usize) -> &str {
    let rest = names.get(at..).unwrap_or_default();
    let end = rest.iter().position(|&b| b == 0).unwrap_or(rest.len());
    std::str::from_utf8(&rest[..end]).unwrap_or("")
}

fn word(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"))
}

fn half(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}
