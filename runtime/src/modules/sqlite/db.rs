//! Databases and prepared statements of the SQLite library, closed when nobody has them any more.
//!
//! A prepared statement keeps its database. When that is closed first, its statements are finalized with it
//! and are dead: every operation on them fails with SQLITE_MISUSE.

use std::cell::Cell;
use std::ffi::{CStr, c_int};
use std::rc::Rc;
use std::time::{Duration, Instant};

use libsqlite3_sys as ffi;

/// An open or closed database.
pub struct Db {
    raw: Cell<*mut ffi::sqlite3>,
    /// How long to wait for what others have locked.
    pub timeout: Cell<Duration>,
}

/// Between two tries to get a lock.
const PAUSE: Duration = Duration::from_millis(5);

impl Db {
    /// Opens a file; in any case there is a database that tells of the failure.
    pub fn open(name: &CStr) -> (Rc<Db>, c_int) {
        let mut p = std::ptr::null_mut();
        // SAFETY: a string, and a place for the result.
        let status = unsafe { ffi::sqlite3_open(name.as_ptr(), &mut p) };
        if !p.is_null() {
            // Foreign keys are not enforced unless a program says so.
            // SAFETY: an open database; a number and no place for the answer.
            unsafe {
                ffi::sqlite3_db_config(
                    p,
                    ffi::SQLITE_DBCONFIG_ENABLE_FKEY,
                    c_int::from(false),
                    std::ptr::null_mut::<c_int>(),
                )
            };
        }
        let db = Db {
            raw: Cell::new(p),
            timeout: Cell::new(Duration::ZERO),
        };
        (Rc::new(db), status)
    }

    /// For functions of the library; null when closed.
    pub fn raw(&self) -> *mut ffi::sqlite3 {
        self.raw.get()
    }

    pub fn is_open(&self) -> bool {
        !self.raw().is_null()
    }

    /// Closes the database and finalizes its statements.
    pub fn close(&self) {
        let p = self.raw.replace(std::ptr::null_mut());
        if p.is_null() {
            return;
        }
        // SAFETY: an open database, which nobody finds any more; statements' owners ask `is_open` first.
        unsafe {
            loop {
                let s = ffi::sqlite3_next_stmt(p, std::ptr::null_mut());
                if s.is_null() {
                    break;
                }
                ffi::sqlite3_finalize(s);
            }
            ffi::sqlite3_close(p);
        }
    }

    /// Resets all statements.
    pub fn reset_statements(&self) {
        let mut s = std::ptr::null_mut();
        if !self.is_open() {
            return;
        }
        loop {
            // SAFETY: an open database and one of its statements, or none.
            s = unsafe { ffi::sqlite3_next_stmt(self.raw(), s) };
            if s.is_null() {
                return;
            }
            // SAFETY: see above.
            unsafe { ffi::sqlite3_reset(s) };
        }
    }

    pub fn error_code(&self) -> c_int {
        // SAFETY: the library knows null, too.
        unsafe { ffi::sqlite3_errcode(self.raw()) }
    }

    pub fn error_message(&self) -> Vec<u8> {
        // SAFETY: a string that the library keeps until the next call; it knows null, too.
        unsafe { CStr::from_ptr(ffi::sqlite3_errmsg(self.raw())) }
            .to_bytes()
            .to_vec()
    }

    pub fn in_transaction(&self) -> bool {
        // SAFETY: an open database.
        self.is_open() && unsafe { ffi::sqlite3_get_autocommit(self.raw()) } == 0
    }

    /// Prepares the first statement of a text; also what follows it.
    pub fn prepare<'a>(self: &Rc<Db>, sql: &'a CStr) -> Result<(Prepared, &'a CStr), c_int> {
        let (mut s, mut tail) = (std::ptr::null_mut(), sql.as_ptr());
        if !self.is_open() {
            return Err(ffi::SQLITE_MISUSE);
        }
        // SAFETY: an open database, a string, and places for the results.
        let status =
            unsafe { ffi::sqlite3_prepare_v2(self.raw(), sql.as_ptr(), -1, &mut s, &mut tail) };
        if status != ffi::SQLITE_OK {
            return Err(status);
        }
        let prepared = Prepared {
            db: self.clone(),
            stmt: s,
            in_use: Cell::new(false),
        };
        // SAFETY: the tail is a part of the string.
        Ok((prepared, unsafe { CStr::from_ptr(tail) }))
    }

    /// Runs one statement without parameters and rows.
    pub fn run(self: &Rc<Db>, sql: &CStr) -> Result<(), c_int> {
        match self.prepare(sql)?.0.start() {
            ffi::SQLITE_DONE | ffi::SQLITE_ROW => Ok(()),
            status => Err(status),
        }
    }
}

impl Drop for Db {
    fn drop(&mut self) {
        self.close();
    }
}

/// A value of a column or parameter.
pub enum Data<'a> {
    Null,
    Int(i64),
    Float(f64),
    Text(&'a [u8]),
    Blob(&'a [u8]),
}

/// A prepared statement. One without SQL has no code and no rows.
pub struct Prepared {
    pub db: Rc<Db>,
    stmt: *mut ffi::sqlite3_stmt,
    /// A cursor fetches from it.
    pub in_use: Cell<bool>,
}

impl Prepared {
    /// For functions of the library; null when dead.
    pub fn raw(&self) -> *mut ffi::sqlite3_stmt {
        if self.db.is_open() {
            self.stmt
        } else {
            std::ptr::null_mut()
        }
    }

    /// Goes to the first row. What others have locked is waited for here and not in the library, so that
    /// other threads, which may have locked it, can go on.
    pub fn start(&self) -> c_int {
        let began = Instant::now();
        loop {
            let status = self.step();
            if status != ffi::SQLITE_BUSY || began.elapsed() >= self.db.timeout.get() {
                return status;
            }
            // SAFETY: a living statement, or null, which does nothing.
            unsafe { ffi::sqlite3_reset(self.raw()) };
            crate::gil::without_gil(|| std::thread::sleep(PAUSE));
        }
    }

    /// Goes on to the next row.
    pub fn step(&self) -> c_int {
        if self.raw().is_null() {
            return ffi::SQLITE_DONE;
        }
        // SAFETY: a living statement.
        unsafe { ffi::sqlite3_step(self.raw()) }
    }

    pub fn reset(&self) -> c_int {
        self.in_use.set(false);
        // SAFETY: a living statement, or null, which does nothing.
        unsafe { ffi::sqlite3_reset(self.raw()) }
    }

    /// How many parameters it has.
    pub fn parameters(&self) -> usize {
        // SAFETY: the library knows null, too.
        (unsafe { ffi::sqlite3_bind_parameter_count(self.raw()) }) as usize
    }

    /// The name of a parameter, with its mark; the first is number 1.
    pub fn parameter_name(&self, i: usize) -> Option<Vec<u8>> {
        // SAFETY: the library knows null and wrong numbers, too.
        let p = unsafe { ffi::sqlite3_bind_parameter_name(self.raw(), i as c_int) };
        // SAFETY: a string of the statement.
        (!p.is_null()).then(|| unsafe { CStr::from_ptr(p) }.to_bytes().to_vec())
    }

    /// Sets a parameter; the data are copied.
    pub fn bind(&self, i: usize, data: &Data<'_>) -> c_int {
        let (s, i) = (self.raw(), i as c_int);
        let copy = ffi::SQLITE_TRANSIENT();
        // SAFETY: the library knows null and wrong numbers, too; data that it copies.
        unsafe {
            match *data {
                Data::Null => ffi::sqlite3_bind_null(s, i),
                Data::Int(n) => ffi::sqlite3_bind_int64(s, i, n),
                Data::Float(x) => ffi::sqlite3_bind_double(s, i, x),
                Data::Text(t) => {
                    ffi::sqlite3_bind_text(s, i, t.as_ptr().cast(), t.len() as c_int, copy)
                }
                Data::Blob(b) => {
                    ffi::sqlite3_bind_blob(s, i, b.as_ptr().cast(), b.len() as c_int, copy)
                }
            }
        }
    }

    pub fn columns(&self) -> usize {
        // SAFETY: the library knows null, too.
        (unsafe { ffi::sqlite3_column_count(self.raw()) }) as usize
    }

    pub fn column_name(&self, i: usize) -> Vec<u8> {
        // SAFETY: the library knows null and wrong numbers, too.
        let p = unsafe { ffi::sqlite3_column_name(self.raw(), i as c_int) };
        if p.is_null() {
            return Vec::new();
        }
        // SAFETY: a string that the library keeps for now.
        unsafe { CStr::from_ptr(p) }.to_bytes().to_vec()
    }

    /// The type that the column was declared with.
    pub fn declared_type(&self, i: usize) -> Option<Vec<u8>> {
        // SAFETY: the library knows null and wrong numbers, too.
        let p = unsafe { ffi::sqlite3_column_decltype(self.raw(), i as c_int) };
        // SAFETY: a string that the library keeps for now.
        (!p.is_null()).then(|| unsafe { CStr::from_ptr(p) }.to_bytes().to_vec())
    }

    /// A value of the row; the bytes are there until the next step or conversion.
    pub fn column(&self, i: usize) -> Data<'_> {
        let (s, i) = (self.raw(), i as c_int);
        // SAFETY: the library knows null and wrong numbers, too; bytes are asked for before their number.
        unsafe {
            match ffi::sqlite3_column_type(s, i) {
                ffi::SQLITE_NULL => Data::Null,
                ffi::SQLITE_INTEGER => Data::Int(ffi::sqlite3_column_int64(s, i)),
                ffi::SQLITE_FLOAT => Data::Float(ffi::sqlite3_column_double(s, i)),
                ffi::SQLITE_TEXT => {
                    let p = ffi::sqlite3_column_text(s, i);
                    Data::Text(bytes_at(p.cast(), ffi::sqlite3_column_bytes(s, i)))
                }
                _ => self.column_bytes(i as usize).map_or(Data::Null, Data::Blob),
            }
        }
    }

    /// A value of the row as bytes; `None` for NULL.
    pub fn column_bytes(&self, i: usize) -> Option<&[u8]> {
        let (s, i) = (self.raw(), i as c_int);
        // SAFETY: as in `column`.
        unsafe {
            if ffi::sqlite3_column_type(s, i) == ffi::SQLITE_NULL {
                return None;
            }
            let p = ffi::sqlite3_column_blob(s, i);
            Some(bytes_at(p.cast(), ffi::sqlite3_column_bytes(s, i)))
        }
    }
}

/// `n` bytes; none at null.
///
/// # Safety
/// They are there for the lifetime.
pub unsafe fn bytes_at<'a>(p: *const u8, n: c_int) -> &'a [u8] {
    if p.is_null() || n <= 0 {
        return &[];
    }
    // SAFETY: promised by the caller.
    unsafe { std::slice::from_raw_parts(p, n as usize) }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        // SAFETY: a living statement, or null, which does nothing.
        unsafe { ffi::sqlite3_finalize(self.raw()) };
    }
}
