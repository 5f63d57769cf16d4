//! LLVM's stackmap section, version 3, and the reading of live values.
//!
//! A function's section lists, for every patchpoint and statepoint that survived optimisation
//! (perhaps several copies of one, perhaps none), where each operand is at that moment. It is kept in
//! a compact form, sorted by return address.

use crate::output::{EXIT_BYTES, Live, Record, RecordKind, Repr};

/// Where one live value is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Location {
    /// In a register, by DWARF number: 0–15 general, 17–32 vector.
    Register(u16),
    /// Is the register's content plus the offset (the address of a stack slot).
    Direct(u16, i32),
    /// In memory at the register's content plus the offset, that many bytes.
    Indirect(u16, i32, u16),
    /// A constant.
    Constant(u64),
}

/// One place in the code with a record.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Site {
    /// The return address of its call, from the start of the function.
    pub returns_at: u32,
    /// Which record.
    pub record: u32,
    /// The first of its locations.
    first: u32,
}

/// A function's sites.
#[derive(Debug, Default)]
pub struct Stackmap {
    sites: Box<[Site]>,
    locations: Box<[Location]>,
    /// The function's frame, in bytes.
    pub frame_size: u64,
}

/// Registers at a site: whichever of them are known there.
pub trait Registers {
    /// The content of the general register with that DWARF number.
    fn general(&self, number: u16) -> u64;
    /// The low half of that vector register.
    fn vector(&self, number: u16) -> u64;
}

/// Locations of a statepoint before its deoptimisation operands: convention, flags, their number.
const STATEPOINT_PREFIX: usize = 3;

impl Stackmap {
    /// Reads the section of an object with one function, whose records are known.
    pub fn parse(section: &[u8], records: &[Record]) -> Result<Stackmap, &'static str> {
        if section.is_empty() {
            return Ok(Stackmap::default());
        }
        let mut reader = Reader { rest: section };
        if reader.u32()? & 0xFF != 3 {
            return Err("stackmap: not version 3");
        }
        let functions = reader.u32()?;
        let constants = reader.u32()?;
        let count = reader.u32()?;
        if functions != 1 {
            return Err("stackmap: not one function");
        }
        reader.u64()?;
        let frame_size = reader.u64()?;
        reader.u64()?;
        let constants = (0..constants)
            .map(|_| reader.u64())
            .collect::<Result<Vec<_>, _>>()?;
        let mut sites = Vec::with_capacity(count as usize);
        let mut locations = Vec::new();
        for _ in 0..count {
            let id = reader.u64()?;
            let offset = reader.u32()?;
            reader.u16()?;
            let mut found = Vec::new();
            for _ in 0..reader.u16()? {
                found.push(reader.location(&constants)?);
            }
            reader.align(section)?;
            reader.u16()?;
            for _ in 0..reader.u16()? {
                reader.u32()?;
            }
            reader.align(section)?;

            let record = records.get(id as usize).ok_or("stackmap: unknown record")?;
            let expected = record
                .live
                .iter()
                .filter(|l| matches!(l, Live::Located(_)))
                .count();
            // A patchpoint's record has its address, a statepoint's that of its return.
            let (skip, returns_at) = match record.kind {
                RecordKind::Exit => (0, offset + EXIT_BYTES as u32),
                RecordKind::Call => (STATEPOINT_PREFIX, offset),
            };
            if found.len() != skip + expected {
                return Err("stackmap: locations do not fit the record");
            }
            sites.push(Site {
                returns_at,
                record: id as u32,
                first: locations.len() as u32,
            });
            locations.extend_from_slice(&found[skip..]);
        }
        sites.sort_by_key(|site| site.returns_at);
        Ok(Stackmap {
            sites: sites.into(),
            locations: locations.into(),
            frame_size,
        })
    }

    /// The sites, by return address.
    pub fn sites(&self) -> &[Site] {
        &self.sites
    }

    /// The site whose call returns to that offset of the function.
    pub fn site(&self, returns_at: usize) -> Option<&Site> {
        let found = self
            .sites
            .binary_search_by_key(&returns_at, |s| s.returns_at as usize);
        found.ok().map(|index| &self.sites[index])
    }

    /// The locations of a site's values, those that are not constants of the record.
    pub fn locations(&self, site: &Site, record: &Record) -> &[Location] {
        let count = record
            .live
            .iter()
            .filter(|l| matches!(l, Live::Located(_)))
            .count();
        &self.locations[site.first as usize..][..count]
    }

    /// All live values of a site, in the lowering's order, as 64 bits each: a value or pointer as it
    /// is, an int, a double's bits, 0 or 1.
    ///
    /// # Safety
    /// The registers are those of a frame of this function that is suspended at the site.
    #[inline(never)]
    pub unsafe fn read(
        &self,
        site: &Site,
        record: &Record,
        registers: &impl Registers,
        into: &mut Vec<u64>,
    ) {
        let mut locations = self.locations(site, record).iter();
        for live in &record.live {
            into.push(match *live {
                Live::Constant(_, bits) => bits,
                Live::Located(rep) => {
                    let location = locations.next().expect("counted when parsed");
                    // SAFETY: passed on.
                    let bits = unsafe { location.read(registers) };
                    match rep {
                        Repr::Bool => bits & 1,
                        Repr::U32 => bits & 0xFFFF_FFFF,
                        _ => bits,
                    }
                }
            });
        }
    }
}

impl Location {
    /// # Safety
    /// As for [`Stackmap::read`].
    unsafe fn read(self, registers: &impl Registers) -> u64 {
        match self {
            Location::Constant(bits) => bits,
            Location::Register(number @ 17..=32) => registers.vector(number - 17),
            Location::Register(number) => registers.general(number),
            Location::Direct(number, offset) => {
                registers.general(number).wrapping_add_signed(offset.into())
            }
            Location::Indirect(number, offset, size) => {
                let address = registers.general(number).wrapping_add_signed(offset.into());
                // SAFETY: LLVM vouches for a stack slot of that size in the suspended frame.
                unsafe {
                    match size {
                        1 => (address as *const u8).read_unaligned().into(),
                        2 => (address as *const u16).read_unaligned().into(),
                        4 => (address as *const u32).read_unaligned().into(),
                        // Vector registers are sometimes spilled whole; the value is the low half.
                        _ => (address as *const u64).read_unaligned(),
                    }
                }
            }
        }
    }
}

struct Reader<'s> {
    rest: &'s [u8],
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], &'static str> {
        let (head, rest) = self.rest.split_first_chunk().ok_or("stackmap: too short")?;
        self.rest = rest;
        Ok(*head)
    }

    fn u16(&mut self) -> Result<u16, &'static str> {
        self.take().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Result<u32, &'static str> {
        self.take().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Result<u64, &'static str> {
        self.take().map(u64::from_le_bytes)
    }

    fn align(&mut self, section: &[u8]) -> Result<(), &'static str> {
        if !(section.len() - self.rest.len()).is_multiple_of(8) {
            self.u32()?;
        }
        Ok(())
    }

    fn location(&mut self, constants: &[u64]) -> Result<Location, &'static str> {
        let [kind, _] = self.take()?;
        let size = self.u16()?;
        let register = self.u16()?;
        self.u16()?;
        let offset = self.u32()? as i32;
        Ok(match kind {
            1 => Location::Register(register),
            2 => Location::Direct(register, offset),
            3 => Location::Indirect(register, offset, size),
            4 => Location::Constant(offset as i64 as u64),
            5 => Location::Constant(
                *constants
                    .get(offset as usize)
                    .ok_or("stackmap: unknown constant")?,
            ),
            _ => return Err("stackmap: unknown kind of location"),
        })
    }
}
