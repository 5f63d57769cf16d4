//! The module `termios` (rows: spec/modules/termios.toml).

use crate::builtins::{list, module, str as bytes};
use crate::error::{PyResult, type_error};
use crate::layouts::{List, Module, Str};
use crate::value::Value;

use super::native_error::NativeError;

static ERROR: NativeError = NativeError::new();

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let error = ERROR.create("termios", "error", crate::types::EXCEPTION.get())?;
    d.set_str(bytes::intern(b"error"), error);
    Ok(())
}

fn check(n: i32) -> PyResult<()> {
    if n == -1 {
        Err(ERROR.raise_errno())
    } else {
        Ok(())
    }
}

/// `tcgetattr(fd)`
pub fn tcgetattr(fd: i32) -> PyResult {
    // SAFETY: all its fields are numbers.
    let mut t: libc::termios = unsafe { std::mem::zeroed() };
    // SAFETY: room for the answer.
    check(unsafe { libc::tcgetattr(fd, &mut t) })?;
    let cc = list::new();
    let lined = t.c_lflag & libc::ICANON == 0;
    for (i, c) in t.c_cc.iter().enumerate() {
        // Without lines two of the characters are numbers.
        cc.push(if lined && (i == libc::VMIN || i == libc::VTIME) {
            Value::int(i64::from(*c))
        } else {
            bytes::singleton(*c).into()
        });
    }
    // SAFETY: what tcgetattr filled.
    let (input, output) = unsafe { (libc::cfgetispeed(&t), libc::cfgetospeed(&t)) };
    let items = list::new();
    for n in [t.c_iflag, t.c_oflag, t.c_cflag, t.c_lflag, input, output] {
        items.push(Value::int(i64::from(n)));
    }
    items.push(cc.into());
    Ok(items.into())
}

/// `tcsetattr(fd, when, attributes)`
pub fn tcsetattr(fd: i32, when: i32, attributes: Value) -> PyResult<()> {
    let wrong = || type_error("tcsetattr, arg 3: must be 7 element list");
    let l = attributes.cast::<List>().ok_or_else(wrong)?;
    if l.as_ref().len() != 7 {
        return Err(wrong());
    }
    // SAFETY: all its fields are numbers.
    let mut t: libc::termios = unsafe { std::mem::zeroed() };
    // SAFETY: room for the answer.
    check(unsafe { libc::tcgetattr(fd, &mut t) })?;
    // Conversions may change the list.
    let item = |i: usize| l.as_ref().items().get(i).copied().ok_or_else(wrong);
    let number = |i| crate::number::convert::int_from_number(item(i)?).map(|n| n as u32);
    t.c_iflag = number(0)?;
    t.c_oflag = number(1)?;
    t.c_cflag = number(2)?;
    t.c_lflag = number(3)?;
    let (input, output) = (number(4)?, number(5)?);
    let Some(cc) = item(6)?
        .cast::<List>()
        .filter(|l| l.as_ref().len() == t.c_cc.len())
    else {
        return Err(type_error(format!(
            "tcsetattr: attributes[6] must be {} element list",
            t.c_cc.len()
        )));
    };
    for (to, v) in t.c_cc.iter_mut().zip(cc.as_ref().items()) {
        *to = if let Some([one]) = v.cast::<Str>().map(|s| s.as_ref::<'static>().bytes()) {
            *one
        } else if let Some(n) = v.as_int() {
            n as u8
        } else {
            return Err(type_error(
                "tcsetattr: elements of attributes must be characters or integers",
            ));
        };
    }
    // SAFETY: attributes to change and to read.
    unsafe {
        check(libc::cfsetispeed(&mut t, input))?;
        check(libc::cfsetospeed(&mut t, output))?;
        check(libc::tcsetattr(fd, when, &t))
    }
}

/// `tcsendbreak(fd, duration)`
pub fn tcsendbreak(fd: i32, duration: i32) -> PyResult<()> {
    // SAFETY: no memory arguments; so below.
    check(unsafe { libc::tcsendbreak(fd, duration) })
}

/// `tcdrain(fd)`
pub fn tcdrain(fd: i32) -> PyResult<()> {
    // SAFETY: see above.
    check(crate::gil::without_gil(|| unsafe { libc::tcdrain(fd) }))
}

/// `tcflush(fd, queue)`
pub fn tcflush(fd: i32, queue: i32) -> PyResult<()> {
    // SAFETY: see above.
    check(unsafe { libc::tcflush(fd, queue) })
}

/// `tcflow(fd, action)`
pub fn tcflow(fd: i32, action: i32) -> PyResult<()> {
    // SAFETY: see above.
    check(unsafe { libc::tcflow(fd, action) })
}
