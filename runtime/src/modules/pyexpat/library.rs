//! The library's parsers as owned objects, with a safe interface where nothing calls back.

use std::cell::Cell;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;
use std::rc::Rc;

use expat as ffi;

/// A parser of the library, and the one that it parses an entity for: that must be freed later.
pub struct Parser {
    raw: *mut ffi::Parser,
    _parent: Option<Rc<Parser>>,
    /// Does `parse` run?
    running: Cell<bool>,
}

impl Drop for Parser {
    fn drop(&mut self) {
        // SAFETY: made by the library, owned, and no call is under way: whoever parses holds an `Rc`.
        unsafe { ffi::XML_ParserFree(self.raw) };
    }
}

fn pointer(s: Option<&CStr>) -> *const c_char {
    s.map_or(ptr::null(), CStr::as_ptr)
}

impl Parser {
    /// A new parser; with a separator (perhaps empty) it knows of namespaces. `None` without memory.
    pub fn new(encoding: Option<&CStr>, separator: Option<&CStr>) -> Option<Rc<Parser>> {
        // SAFETY: strings or null; no functions for memory: the library uses its own.
        let raw =
            unsafe { ffi::XML_ParserCreate_MM(pointer(encoding), ptr::null(), pointer(separator)) };
        Parser::own(raw, None)
    }

    fn own(raw: *mut ffi::Parser, parent: Option<Rc<Parser>>) -> Option<Rc<Parser>> {
        (!raw.is_null()).then(|| {
            Rc::new(Parser {
                raw,
                _parent: parent,
                running: Cell::new(false),
            })
        })
    }

    /// A parser for an external entity.
    pub fn entity(
        self: &Rc<Parser>,
        context: Option<&CStr>,
        encoding: Option<&CStr>,
    ) -> Option<Rc<Parser>> {
        // SAFETY: a live parser, strings or null.
        let raw = unsafe {
            ffi::XML_ExternalEntityParserCreate(self.raw, pointer(context), pointer(encoding))
        };
        Parser::own(raw, Some(self.clone()))
    }

    /// What setters of handlers are called with.
    pub fn raw(&self) -> *mut ffi::Parser {
        self.raw
    }

    /// Is it in the midst of `parse`?
    pub fn is_running(&self) -> bool {
        self.running.get()
    }

    /// Parses a piece; handlers are called with `data`. The library's status: 0 is an error.
    ///
    /// # Safety
    /// `data` is what the handlers expect, during the call; `piece` does not move while they run; the parser
    /// is not running.
    pub unsafe fn parse(self: &Rc<Parser>, piece: &[u8], last: bool, data: *mut c_void) -> c_int {
        let keep = self.clone();
        keep.running.set(true);
        // The library counts in ints.
        const MOST: usize = 1 << 30;
        let mut rest = piece;
        let status = loop {
            let (now, later) = rest.split_at(rest.len().min(MOST));
            rest = later;
            let last = last && rest.is_empty();
            // SAFETY: a live parser that is kept; the bytes are there.
            let status = unsafe {
                ffi::XML_SetUserData(keep.raw, data);
                ffi::XML_Parse(
                    keep.raw,
                    now.as_ptr().cast(),
                    now.len() as c_int,
                    c_int::from(last),
                )
            };
            if status == 0 || rest.is_empty() {
                break status;
            }
        };
        keep.running.set(false);
        status
    }

    /// Number of the last error.
    pub fn error(&self) -> u32 {
        // SAFETY: a live parser.
        unsafe { ffi::XML_GetErrorCode(self.raw) }
    }

    /// Line (from 1), column (from 0).
    pub fn position(&self) -> (u64, u64) {
        // SAFETY: a live parser.
        unsafe {
            (
                ffi::XML_GetCurrentLineNumber(self.raw),
                ffi::XML_GetCurrentColumnNumber(self.raw),
            )
        }
    }

    /// Offset of the present event in all input; -1 before there is any.
    pub fn byte_index(&self) -> i64 {
        // SAFETY: a live parser.
        unsafe { ffi::XML_GetCurrentByteIndex(self.raw) }
    }

    /// The input from the present event on, as far as it is there.
    pub fn context(&self) -> Option<&[u8]> {
        let (mut offset, mut size) = (0, 0);
        // SAFETY: a live parser; the answer is valid until more is parsed, and looked at by the caller at once.
        unsafe {
            let p = ffi::XML_GetInputContext(self.raw, &mut offset, &mut size);
            if p.is_null() || offset > size {
                return None;
            }
            let n = (size - offset) as usize;
            Some(std::slice::from_raw_parts(p.add(offset as usize).cast(), n))
        }
    }

    /// How many attribute texts (names and values) of the present element stand in it, not in its declaration.
    pub fn specified(&self) -> usize {
        // SAFETY: a live parser.
        unsafe { ffi::XML_GetSpecifiedAttributeCount(self.raw) }.max(0) as usize
    }

    /// Remembers a base; false without memory.
    pub fn set_base(&self, base: &CStr) -> bool {
        // SAFETY: a live parser and a string, which is copied.
        unsafe { ffi::XML_SetBase(self.raw, base.as_ptr()) != 0 }
    }

    /// The base.
    pub fn base(&self) -> Option<&[u8]> {
        // SAFETY: a live parser; a string of its own, or null.
        unsafe { text(ffi::XML_GetBase(self.raw)) }
    }

    pub fn set_param_entity_parsing(&self, flag: i32) -> i32 {
        // SAFETY: a live parser; any number will do.
        unsafe { ffi::XML_SetParamEntityParsing(self.raw, flag as u32) }
    }

    /// An error's number, or 0.
    pub fn use_foreign_dtd(&self, flag: bool) -> u32 {
        // SAFETY: a live parser.
        unsafe { ffi::XML_UseForeignDTD(self.raw, u8::from(flag)) }
    }

    /// Do names of elements and attributes have their prefixes behind them?
    pub fn set_triplets(&self, flag: bool) {
        // SAFETY: a live parser.
        unsafe { ffi::XML_SetReturnNSTriplet(self.raw, c_int::from(flag)) }
    }
}

/// The bytes of a C string.
///
/// # Safety
/// A string that stays as it is for as long as the caller looks at it, or null.
pub unsafe fn text<'a>(s: *const c_char) -> Option<&'a [u8]> {
    // SAFETY: promised by the caller.
    (!s.is_null()).then(|| unsafe { CStr::from_ptr(s) }.to_bytes())
}

/// What an error's number means.
pub fn error_text(code: u32) -> Option<&'static [u8]> {
    // SAFETY: constants of the library, or null.
    unsafe { text(ffi::XML_ErrorString(code)) }
}

/// `expat_2.5.0`
pub fn version() -> &'static [u8] {
    // SAFETY: a constant of the library.
    unsafe { text(ffi::XML_ExpatVersion()) }.unwrap_or(b"")
}

pub fn version_numbers() -> [i64; 3] {
    // SAFETY: returns plain numbers.
    let v = unsafe { ffi::XML_ExpatVersionInfo() };
    [v.major, v.minor, v.micro].map(i64::from)
}

/// How the library was built.
pub fn features() -> Vec<(&'static [u8], i64)> {
    let mut out = Vec::new();
    // SAFETY: a constant table that ends with a row numbered 0.
    unsafe {
        let mut row = ffi::XML_GetFeatureList();
        while !row.is_null() && (*row).feature != 0 {
            out.push((text((*row).name).unwrap_or(b""), (*row).value));
            row = row.add(1);
        }
    }
    out
}
