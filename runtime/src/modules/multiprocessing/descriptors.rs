//! Sending descriptors to other processes over local sockets.

use super::{errno, os_error};
use crate::error::PyResult;
use crate::gil::without_gil;
use crate::value::Value;

/// A message of one byte with room for a descriptor beside it.
struct Message {
    byte: u8,
    /// Words, so that the header in it is aligned.
    control: [u64; 8],
}

impl Message {
    fn new() -> Message {
        Message {
            byte: b'x',
            control: [0; 8],
        }
    }

    /// Calls `transfer` with a header for the message.
    fn with<R>(&mut self, transfer: impl FnOnce(&mut libc::msghdr) -> R) -> R {
        let mut part = libc::iovec {
            iov_base: (&raw mut self.byte).cast(),
            iov_len: 1,
        };
        // SAFETY: plain data, for which zeros are valid.
        let mut header: libc::msghdr = unsafe { std::mem::zeroed() };
        header.msg_iov = &mut part;
        header.msg_iovlen = 1;
        header.msg_control = self.control.as_mut_ptr().cast();
        // SAFETY: arithmetic only.
        header.msg_controllen = unsafe { libc::CMSG_SPACE(size_of::<i32>() as u32) } as usize;
        transfer(&mut header)
    }
}

pub fn sendfd(socket: i32, fd: i32) -> PyResult<()> {
    let mut message = Message::new();
    let sent = message.with(|header| {
        // SAFETY: the control buffer has room for one header and a descriptor.
        unsafe {
            let c = libc::CMSG_FIRSTHDR(header);
            (*c).cmsg_level = libc::SOL_SOCKET;
            (*c).cmsg_type = libc::SCM_RIGHTS;
            (*c).cmsg_len = libc::CMSG_LEN(size_of::<i32>() as u32) as usize;
            libc::CMSG_DATA(c).cast::<i32>().write_unaligned(fd);
        }
        // SAFETY: the header leads to memory of the caller.
        without_gil(|| unsafe { libc::sendmsg(socket, header, 0) })
    });
    if sent < 0 {
        return Err(os_error(errno()));
    }
    Ok(())
}

pub fn recvfd(socket: i32) -> PyResult {
    let mut message = Message::new();
    let (received, fd) = message.with(|header| {
        // SAFETY: the header leads to memory of the caller.
        let n = without_gil(|| unsafe { libc::recvmsg(socket, header, 0) });
        // SAFETY: what the system filled in; a header is there if the pointer is not null.
        let fd = unsafe {
            let c = libc::CMSG_FIRSTHDR(header);
            if n >= 0
                && !c.is_null()
                && (*c).cmsg_level == libc::SOL_SOCKET
                && (*c).cmsg_type == libc::SCM_RIGHTS
            {
                Some(libc::CMSG_DATA(c).cast::<i32>().read_unaligned())
            } else {
                None
            }
        };
        (n, fd)
    });
    if received < 0 {
        return Err(os_error(errno()));
    }
    match fd {
        Some(fd) => Ok(Value::int(i64::from(fd))),
        None => Err(crate::error::runtime_error("Invalid ancillary data")),
    }
}
