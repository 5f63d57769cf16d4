//! The module `zipimport` (rows: spec/modules/zipimport.toml, spec/types/zip_importer.toml).
//!
//! Archives are read by their central directory, once; its entries are kept in a dict that all
//! importers of the archive share, as programs expect (`zipimport._zip_directory_cache`). Compiled
//! files come before sources; those that another implementation wrote are passed over.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::native_error::NativeError;
use crate::builtins::receiver::Lasting;
use crate::builtins::{dict, list, module, str as bytes, tuple};
use crate::call::Args;
use crate::error::{
    PyResult, Raised, import_error, io_error, raise_value, system_error, type_error,
};
use crate::layouts::{Code, Dict, Module, Str, Tuple, ZipImporter};
use crate::names;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

static ERROR: NativeError = NativeError::new();
static CACHE: Lasting = Lasting::new();

fn cache() -> Value {
    CACHE.get(|| dict::new().into())
}

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let error = ERROR.create(
        "zipimport",
        "ZipImportError",
        crate::types::IMPORT_ERROR.get(),
    )?;
    d.set_str(bytes::intern(b"ZipImportError"), error);
    d.set_str(bytes::intern(b"_zip_directory_cache"), cache());
    Ok(())
}

#[cold]
fn failed(text: impl crate::text::shown::Message) -> Raised {
    match ERROR.class() {
        Ok(c) => raise_value(c, Some(bytes::new(&text.message()).into())),
        Err(e) => e,
    }
}

fn shown(b: &[u8]) -> String {
    crate::text::shown::shown(b).into_owned()
}

/// `zipimporter.__new__`
pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(ZipImporter::alloc_for(ty, None, None, None).into())
}

/// `zipimporter(path)`
pub fn initialise(v: Value, args: Args<'_>) -> PyResult<()> {
    let Some(z) = v.cast::<ZipImporter>() else {
        return Err(type_error("expected a zipimporter"));
    };
    if args.nkw() != 0 {
        return Err(type_error("zipimporter() does not take keyword arguments"));
    }
    let [path] = args.pos() else {
        return Err(raise_fmt!(
            type_error,
            "zipimporter() takes exactly 1 argument ({} given)",
            args.pos().len()
        ));
    };
    let path = crate::convert::string(*path, "zipimporter", 1)?;
    let path = path.as_ref().bytes();
    if path.is_empty() {
        return Err(failed("archive path is empty"));
    }
    if path.len() > 4096 {
        return Err(failed("archive path too long"));
    }
    // The first part that is a file is the archive, the rest a folder within it.
    let mut end = path.len();
    let archive = loop {
        let candidate = &path[..end];
        match std::fs::metadata(Path::new(OsStr::from_bytes(candidate))) {
            Ok(m) if m.is_file() => break candidate,
            Ok(_) => return Err(failed("not a Zip file")),
            Err(_) => match candidate.iter().rposition(|b| *b == b'/') {
                Some(i) if i > 0 => end = i,
                _ => return Err(failed("not a Zip file")),
            },
        }
    };
    // A separator after the archive is the start of a folder's name, be there one or not.
    let mut prefix = Vec::new();
    if let Some(folder) = path.get(end + 1..) {
        prefix.extend_from_slice(folder);
        if prefix.last() != Some(&b'/') {
            prefix.push(b'/');
        }
    }
    let key = bytes::intern(archive);
    let all = cache();
    let known = all.cast::<Dict>().and_then(|d| d.get_str(key));
    let files = match known {
        Some(f) => f,
        None => {
            let f: Value = read_directory(archive)?.into();
            if let Some(d) = all.cast::<Dict>() {
                d.set_str(key, f);
            }
            f
        }
    };
    z.archive.set(Some(bytes::new(archive).into()));
    z.prefix.set(Some(bytes::new(&prefix).into()));
    z.files.set(Some(files));
    Ok(())
}

/// `repr`
pub fn repr(v: Value) -> PyResult {
    let Some(z) = v.cast::<ZipImporter>() else {
        return Err(type_error("expected a zipimporter"));
    };
    let text = |v: Option<Value>, default: &[u8]| {
        v.and_then(|v| v.cast::<Str>())
            .map_or_else(|| default.to_vec(), |s| s.as_ref().bytes().to_vec())
    };
    let (archive, prefix) = (text(z.archive.get(), b"???"), text(z.prefix.get(), b""));
    let mut out = [b"<zipimporter object \"", archive.as_slice()].concat();
    if !prefix.is_empty() {
        out.push(b'/');
        out.extend_from_slice(&prefix);
    }
    out.extend_from_slice(b"\">");
    Ok(bytes::new(&out).into())
}

fn short(b: &[u8], at: usize) -> u64 {
    b.get(at..at + 2)
        .map_or(0, |b| u64::from(u16::from_le_bytes([b[0], b[1]])))
}

fn long(b: &[u8], at: usize) -> u64 {
    b.get(at..at + 4).map_or(0, |b| {
        u64::from(u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    })
}

/// The central directory: (path, compression, size packed, size, offset, time, date, crc) by name.
fn read_directory(archive: &[u8]) -> PyResult<Ref<Dict>> {
    let name = shown(archive);
    let cannot = || failed(format!("can't open Zip file: '{name}'"));
    let unreadable = || failed(format!("can't read Zip file: {name}"));
    let mut f = File::open(OsStr::from_bytes(archive)).map_err(|_| cannot())?;
    let size = f.seek(SeekFrom::End(0)).map_err(|_| unreadable())?;
    // The end record, which no comment may follow.
    let mut end = [0; 22];
    let end_at = size.checked_sub(end.len() as u64).ok_or_else(unreadable)?;
    f.seek(SeekFrom::Start(end_at))
        .and_then(|_| f.read_exact(&mut end))
        .map_err(|_| unreadable())?;
    if !end.starts_with(b"PK\x05\x06") {
        return Err(failed(format!("not a Zip file: {name}")));
    }
    let directory_size = long(&end, 12);
    let directory_offset = long(&end, 16);
    if end_at < directory_size {
        return Err(failed(format!("bad central directory size: {name}")));
    }
    let start = end_at - directory_size;
    if start < directory_offset {
        return Err(failed(format!("bad central directory offset: {name}")));
    }
    // Archives may follow something else in their file.
    let shift = start - directory_offset;
    let mut directory = vec![0; directory_size as usize];
    f.seek(SeekFrom::Start(start))
        .and_then(|_| f.read_exact(&mut directory))
        .map_err(|_| unreadable())?;
    let files = dict::new();
    let mut at = 0;
    while directory[at.min(directory.len())..].starts_with(b"PK\x01\x02") {
        let entry = &directory[at..];
        if entry.len() < 46 {
            return Err(unreadable());
        }
        let (len, extra, comment) = (short(entry, 28), short(entry, 30), short(entry, 32));
        let Some(file) = entry.get(46..46 + len as usize) else {
            return Err(unreadable());
        };
        let offset = long(entry, 42) + shift;
        if offset > start {
            return Err(failed(format!("bad local header offset: {name}")));
        }
        let path: Value = bytes::new(&[archive, b"/", file].concat()).into();
        let n = |n: u64| Value::int(n as i64);
        let items = tuple::from_slice(&[
            path,
            n(short(entry, 10)),
            n(long(entry, 20)),
            n(long(entry, 24)),
            n(offset),
            n(short(entry, 12)),
            n(short(entry, 14)),
            n(long(entry, 16)),
        ]);
        files.set_str(bytes::intern(file), items.into());
        at += 46 + (len + extra + comment) as usize;
    }
    Ok(files)
}

fn text_of(v: Option<Value>) -> PyResult<Ref<Str>> {
    v.and_then(|v| v.cast::<Str>())
        .ok_or_else(|| failed("zipimporter is not initialised"))
}

fn files(z: Ref<ZipImporter>) -> PyResult<Ref<Dict>> {
    z.files
        .get()
        .and_then(|f| f.cast::<Dict>())
        .ok_or_else(|| failed("zipimporter is not initialised"))
}

/// A file of an archive that a module may be loaded from.
struct Candidate {
    /// As the directory has it: a tuple, unless a program has put something else there.
    entry: Value,
    package: bool,
    compiled: bool,
}

/// Where modules are looked for, in this order: (suffix, is it a package's, is it compiled?).
const SUFFIXES: [(&[u8], bool, bool); 6] = [
    (b"/__init__.pyc", true, true),
    (b"/__init__.pyo", true, true),
    (b"/__init__.py", true, false),
    (b".pyc", false, true),
    (b".pyo", false, true),
    (b".py", false, false),
];

fn last_part(full: &[u8]) -> &[u8] {
    full.rsplit(|b| *b == b'.').next().unwrap_or(full)
}

fn entry_of(z: Ref<ZipImporter>, path: &[u8]) -> PyResult<Option<Value>> {
    Ok(files(z)?.get_str(bytes::intern(path)))
}

/// The candidate for a module at an index of `SUFFIXES` or after it, and its index.
fn lookup(
    z: Ref<ZipImporter>,
    fullname: Ref<Str>,
    from: usize,
) -> PyResult<Option<(usize, Candidate)>> {
    let part = last_part(fullname.as_ref().bytes());
    let prefix = text_of(z.prefix.get())?;
    for (i, (suffix, package, compiled)) in SUFFIXES.into_iter().enumerate().skip(from) {
        let path = [prefix.as_ref().bytes(), part, suffix].concat();
        if let Some(entry) = entry_of(z, &path)? {
            let found = Candidate {
                entry,
                package,
                compiled,
            };
            return Ok(Some((i, found)));
        }
    }
    Ok(None)
}

fn missing(fullname: Ref<Str>) -> Raised {
    failed(format!(
        "can't find module '{}'",
        shown(fullname.as_ref().bytes())
    ))
}

fn found(z: Ref<ZipImporter>, fullname: Ref<Str>) -> PyResult<Candidate> {
    match lookup(z, fullname, 0)? {
        Some((_, found)) => Ok(found),
        None => Err(missing(fullname)),
    }
}

/// The code of a module, and the candidate that it is from: the first that can be run.
fn load(z: Ref<ZipImporter>, fullname: Ref<Str>) -> PyResult<(Ref<Code>, Candidate)> {
    let mut from = 0;
    while let Some((i, found)) = lookup(z, fullname, from)? {
        if let Some(code) = code(z, &found)? {
            return Ok((code, found));
        }
        from = i + 1;
    }
    Err(missing(fullname))
}

/// `find_module(fullname[, path])`
pub fn find_module(z: Ref<ZipImporter>, fullname: Ref<Str>, _path: Option<Value>) -> PyResult {
    Ok(match lookup(z, fullname, 0)? {
        Some(_) => z.into(),
        None => Value::none(),
    })
}

/// What an entry says: (compression, size packed, offset).
fn numbers_of(entry: Value) -> PyResult<(i64, i64, i64)> {
    let Some(entry) = entry.cast::<Tuple>() else {
        return Err(system_error(
            "new style getargs format but argument is not a tuple",
        ));
    };
    let items = entry.as_ref().items();
    if items.len() != 8 {
        return Err(raise_fmt!(
            type_error,
            "function takes exactly 8 arguments ({} given)",
            items.len()
        ));
    }
    let mut numbers = [0; 7];
    for (n, v) in numbers.iter_mut().zip(&items[1..]) {
        *n = crate::convert::int(*v)?;
    }
    Ok((numbers[0], numbers[1], numbers[3]))
}

/// The content of an entry.
fn content(archive: &[u8], entry: Value) -> PyResult<Value> {
    let (compression, packed, offset) = numbers_of(entry)?;
    let (packed, offset) = (packed.max(0) as u64, offset.max(0) as u64);
    let name = shown(archive);
    let mut f = File::open(OsStr::from_bytes(archive))
        .map_err(|_| io_error(format!("zipimport: can not open file {name}")))?;
    let mut header = [0; 30];
    f.seek(SeekFrom::Start(offset))
        .and_then(|_| f.read_exact(&mut header))
        .map_err(|_| failed(format!("can't read Zip file: {name}")))?;
    if !header.starts_with(b"PK\x03\x04") {
        return Err(failed(format!("bad local file header: {name}")));
    }
    let skip = short(&header, 26) + short(&header, 28);
    let mut data = Vec::new();
    let read = f
        .seek(SeekFrom::Current(skip as i64))
        .and_then(|_| f.take(packed).read_to_end(&mut data));
    if read.is_err() || data.len() as u64 != packed {
        return Err(io_error("zipimport: can't read data"));
    }
    let data: Value = bytes::new(&data).into();
    if compression == 0 {
        return Ok(data);
    }
    let unavailable = |_| failed("can't decompress data; zlib not available");
    let zlib = super::import(b"zlib").map_err(unavailable)?;
    let f = crate::attr::get(zlib, bytes::intern(b"decompress"))?;
    crate::call::call_values(f, &[data, Value::int(-15)])
}

fn source(z: Ref<ZipImporter>, entry: Value) -> PyResult<Vec<u8>> {
    let archive = text_of(z.archive.get())?;
    let data = content(archive.as_ref().bytes(), entry)?;
    let Some(text) = data.cast::<Str>() else {
        return Err(type_error("decompress() should have returned a string"));
    };
    // Lines end as in text files.
    let mut out = Vec::with_capacity(text.as_ref().bytes().len());
    let mut b = text.as_ref().bytes().iter().peekable();
    while let Some(c) = b.next() {
        if *c == b'\r' {
            b.next_if_eq(&&b'\n');
            out.push(b'\n');
        } else {
            out.push(*c);
        }
    }
    Ok(out)
}

/// The item of an entry, if it is one that has it.
fn item_of(entry: Value, i: usize) -> Option<Value> {
    entry.cast::<Tuple>()?.as_ref().items().get(i).copied()
}

fn path_of(entry: Value) -> Value {
    item_of(entry, 0).unwrap_or(Value::none())
}

/// A candidate's code. None for compiled code that is older than its source, or another implementation's.
fn code(z: Ref<ZipImporter>, found: &Candidate) -> PyResult<Option<Ref<Code>>> {
    if found.compiled {
        return compiled(z, found.entry);
    }
    let mut text = source(z, found.entry)?;
    // The source is a string of C's: it ends with its first zero byte.
    if let Some(end) = text.iter().position(|b| *b == 0) {
        text.truncate(end);
    }
    // Whether it ends with one already or not.
    text.push(b'\n');
    let path = bytes::text_of(path_of(found.entry));
    let compiled = (crate::upcalls::get()?.compile)(
        bytes::new(&text).into(),
        path.as_bytes(),
        "exec",
        0,
        false,
    )?;
    match compiled.cast::<Code>() {
        Some(c) => Ok(Some(c)),
        None => Err(type_error("compile() should have returned code")),
    }
}

fn compiled(z: Ref<ZipImporter>, entry: Value) -> PyResult<Option<Ref<Code>>> {
    let archive = text_of(z.archive.get())?;
    let data = content(archive.as_ref().bytes(), entry)?;
    let Some(data) = data.cast::<Str>() else {
        return Err(type_error("decompress() should have returned a string"));
    };
    let data = data.as_ref().bytes();
    // Magic number, time, and more than nothing of an object.
    if data.len() <= 9 {
        return Err(failed("bad pyc data"));
    }
    if let Some(time) = time_of_source(z, entry)?
        && time.abs_diff(long(data, 4) as i64) > 1
    {
        return Ok(None);
    }
    Ok(super::imp::read_compiled(data))
}

/// When the source beside a compiled file was written, if there is one.
fn time_of_source(z: Ref<ZipImporter>, compiled: Value) -> PyResult<Option<i64>> {
    let archive = text_of(z.archive.get())?;
    let path = path_of(compiled).cast::<Str>();
    let inside = path.and_then(|p| {
        let p = p.as_ref::<'static>().bytes();
        p.get(archive.as_ref().bytes().len() + 1..p.len() - 1)
    });
    let Some(source) = inside.map(|p| entry_of(z, p)).transpose()?.flatten() else {
        return Ok(None);
    };
    let field = |i: usize| {
        let v = item_of(source, i).and_then(|v| v.as_int());
        v.unwrap_or(0) as u16
    };
    Ok(Some(super::time::of_dos(field(6), field(5))).filter(|t| *t != 0))
}

/// `load_module(fullname)`
pub fn load_module(z: Ref<ZipImporter>, fullname: Ref<Str>) -> PyResult {
    let (code, from) = load(z, fullname)?;
    let key = bytes::intern_value(fullname);
    let all = super::loaded().ok_or_else(|| import_error("no import module dictionary"))?;
    let m = match all.get_str(key).and_then(|m| m.cast::<Module>()) {
        Some(m) => m,
        None => {
            let m = module::create(fullname.as_ref().bytes(), None);
            all.set_str(key, m.into());
            m
        }
    };
    let d = module::dict(m);
    d.set_str(bytes::intern(b"__loader__"), z.into());
    if from.package {
        let archive = text_of(z.archive.get())?;
        let prefix = text_of(z.prefix.get())?;
        let full = fullname.as_ref().bytes();
        let part = last_part(full);
        let folder = [
            archive.as_ref().bytes(),
            b"/",
            prefix.as_ref().bytes(),
            part,
        ]
        .concat();
        let path = list::from_slice(&[bytes::new(&folder).into()]);
        d.set_str(names::path(), path.into());
    }
    super::imp::execute_code(fullname.as_ref().bytes(), Some(path_of(from.entry)), code)
}

/// `get_data(path)`
pub fn get_data(z: Ref<ZipImporter>, path: Ref<Str>) -> PyResult {
    let archive = text_of(z.archive.get())?;
    let whole = path.as_ref().bytes();
    let inside = whole
        .strip_prefix(archive.as_ref().bytes())
        .and_then(|p| p.strip_prefix(b"/"))
        .unwrap_or(whole);
    match entry_of(z, inside)? {
        Some(e) => content(archive.as_ref().bytes(), e),
        None => {
            let name = bytes::new(inside).into();
            let args = [Value::int(0), bytes::new(b"Error").into(), name];
            let e = crate::call::call_values(crate::types::IO_ERROR.get().into(), &args)?;
            Err(raise_value(crate::types::IO_ERROR.get().into(), Some(e)))
        }
    }
}

/// `get_code(fullname)`
pub fn get_code(z: Ref<ZipImporter>, fullname: Ref<Str>) -> PyResult {
    Ok(load(z, fullname)?.0.into())
}

/// `get_source(fullname)`: None when the archive has the module without it.
pub fn get_source(z: Ref<ZipImporter>, fullname: Ref<Str>) -> PyResult {
    let suffix: &[u8] = match found(z, fullname)?.package {
        true => b"/__init__.py",
        false => b".py",
    };
    let prefix = text_of(z.prefix.get())?;
    let part = last_part(fullname.as_ref().bytes());
    let path = [prefix.as_ref().bytes(), part, suffix].concat();
    match entry_of(z, &path)? {
        Some(e) => content(text_of(z.archive.get())?.as_ref().bytes(), e),
        None => Ok(Value::none()),
    }
}

/// `get_filename(fullname)`
pub fn get_filename(z: Ref<ZipImporter>, fullname: Ref<Str>) -> PyResult {
    Ok(path_of(load(z, fullname)?.1.entry))
}

/// `is_package(fullname)`
pub fn is_package(z: Ref<ZipImporter>, fullname: Ref<Str>) -> PyResult<bool> {
    Ok(found(z, fullname)?.package)
}
