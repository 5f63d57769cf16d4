//! The library's connections over a descriptor that is never waited for within the library: where there is
//! nothing to read or no room to write, it says so, and the caller waits without the global lock. So all
//! of the library, and the Python functions that it calls, run under the lock.

use std::cell::{Cell, RefCell};
use std::io::{self, Read, Write};
use std::rc::Rc;

use foreign_types::ForeignTypeRef;
use openssl::error::ErrorStack;
use openssl::ssl::{Ssl, SslRef, SslStream};

/// A descriptor of a socket, which belongs to somebody else.
pub struct Transport(Rc<Cell<i32>>);

impl Transport {
    fn call(&self, mut system: impl FnMut(i32) -> isize) -> io::Result<usize> {
        loop {
            let n = system(self.0.get());
            match usize::try_from(n) {
                Ok(n) => return Ok(n),
                Err(_) => match io::Error::last_os_error() {
                    e if e.kind() == io::ErrorKind::Interrupted => {}
                    e => return Err(e),
                },
            }
        }
    }
}

impl Read for Transport {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // SAFETY: a buffer of the length told.
        self.call(|fd| unsafe {
            libc::recv(
                fd,
                buffer.as_mut_ptr().cast(),
                buffer.len(),
                libc::MSG_DONTWAIT,
            )
        })
    }
}

impl Write for Transport {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        // SAFETY: data of the length told.
        self.call(|fd| unsafe {
            libc::send(fd, data.as_ptr().cast(), data.len(), libc::MSG_DONTWAIT)
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A connection.
pub struct Connection {
    stream: RefCell<SslStream<Transport>>,
    fd: Rc<Cell<i32>>,
    raw: *mut openssl_sys::SSL,
}

impl Connection {
    pub fn new(ssl: Ssl) -> Result<Connection, ErrorStack> {
        let fd = Rc::new(Cell::new(-1));
        let stream = SslStream::new(ssl, Transport(fd.clone()))?;
        let raw = stream.ssl().as_ptr();
        Ok(Connection {
            stream: RefCell::new(stream),
            fd,
            raw,
        })
    }

    /// One step of an operation on the descriptor, which does not wait. `None`: the connection is in use, so
    /// this is called by a function that the library called.
    pub fn step<R>(
        &self,
        fd: i32,
        operation: impl FnOnce(&mut SslStream<Transport>) -> R,
    ) -> Option<R> {
        let mut stream = self.stream.try_borrow_mut().ok()?;
        self.fd.set(fd);
        super::errors::clear();
        Some(operation(&mut stream))
    }

    /// What is known of the connection, also while it is in use.
    pub fn ssl(&self) -> &SslRef {
        // SAFETY: the stream keeps it as long as `self` lives; the library's objects may be looked at
        // and changed by the functions that it calls.
        unsafe { SslRef::from_ptr(self.raw) }
    }

    /// For functions of the library.
    pub fn raw(&self) -> *mut openssl_sys::SSL {
        self.raw
    }
}
