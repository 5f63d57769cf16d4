//! The module `termios` (rows: spec/modules/termios.toml).

use crate::builtins::{list, module, str as bytes, tuple};
use crate::error::{PyResult, Raised, raise_value, type_error};
use crate::layouts::{List, Module, Str};
use crate::value::Value;

use super::native_error::NativeError;
use super::posix::descriptors::descriptor_of;
use super::posix::errno;

static ERROR: NativeError = NativeError::new();

const NUMBERS: &[(&str, i64)] = &[
    ("B0", 0),
    ("B110", 3),
    ("B115200", 4098),
    ("B1200", 9),
    ("B134", 4),
    ("B150", 5),
    ("B1800", 10),
    ("B19200", 14),
    ("B200", 6),
    ("B230400", 4099),
    ("B2400", 11),
    ("B300", 7),
    ("B38400", 15),
    ("B460800", 4100),
    ("B4800", 12),
    ("B50", 1),
    ("B57600", 4097),
    ("B600", 8),
    ("B75", 2),
    ("B9600", 13),
    ("BRKINT", 2),
    ("BS0", 0),
    ("BS1", 8192),
    ("BSDLY", 8192),
    ("CBAUD", 4111),
    ("CBAUDEX", 4096),
    ("CDSUSP", 25),
    ("CEOF", 4),
    ("CEOL", 0),
    ("CEOT", 4),
    ("CERASE", 127),
    ("CFLUSH", 15),
    ("CIBAUD", 269418496),
    ("CINTR", 3),
    ("CKILL", 21),
    ("CLNEXT", 22),
    ("CLOCAL", 2048),
    ("CQUIT", 28),
    ("CR0", 0),
    ("CR1", 512),
    ("CR2", 1024),
    ("CR3", 1536),
    ("CRDLY", 1536),
    ("CREAD", 128),
    ("CRPRNT", 18),
    ("CRTSCTS", 2147483648),
    ("CS5", 0),
    ("CS6", 16),
    ("CS7", 32),
    ("CS8", 48),
    ("CSIZE", 48),
    ("CSTART", 17),
    ("CSTOP", 19),
    ("CSTOPB", 64),
    ("CSUSP", 26),
    ("CWERASE", 23),
    ("ECHO", 8),
    ("ECHOCTL", 512),
    ("ECHOE", 16),
    ("ECHOK", 32),
    ("ECHOKE", 2048),
    ("ECHONL", 64),
    ("ECHOPRT", 1024),
    ("EXTA", 14),
    ("EXTB", 15),
    ("FF0", 0),
    ("FF1", 32768),
    ("FFDLY", 32768),
    ("FIOASYNC", 21586),
    ("FIOCLEX", 21585),
    ("FIONBIO", 21537),
    ("FIONCLEX", 21584),
    ("FIONREAD", 21531),
    ("FLUSHO", 4096),
    ("HUPCL", 1024),
    ("ICANON", 2),
    ("ICRNL", 256),
    ("IEXTEN", 32768),
    ("IGNBRK", 1),
    ("IGNCR", 128),
    ("IGNPAR", 4),
    ("IMAXBEL", 8192),
    ("INLCR", 64),
    ("INPCK", 16),
    ("IOCSIZE_MASK", 1073676288),
    ("IOCSIZE_SHIFT", 16),
    ("ISIG", 1),
    ("ISTRIP", 32),
    ("IUCLC", 512),
    ("IXANY", 2048),
    ("IXOFF", 4096),
    ("IXON", 1024),
    ("NCC", 8),
    ("NCCS", 32),
    ("NL0", 0),
    ("NL1", 256),
    ("NLDLY", 256),
    ("NOFLSH", 128),
    ("N_MOUSE", 2),
    ("N_PPP", 3),
    ("N_SLIP", 1),
    ("N_STRIP", 4),
    ("N_TTY", 0),
    ("OCRNL", 8),
    ("OFDEL", 128),
    ("OFILL", 64),
    ("OLCUC", 2),
    ("ONLCR", 4),
    ("ONLRET", 32),
    ("ONOCR", 16),
    ("OPOST", 1),
    ("PARENB", 256),
    ("PARMRK", 8),
    ("PARODD", 512),
    ("PENDIN", 16384),
    ("TAB0", 0),
    ("TAB1", 2048),
    ("TAB2", 4096),
    ("TAB3", 6144),
    ("TABDLY", 6144),
    ("TCFLSH", 21515),
    ("TCGETA", 21509),
    ("TCGETS", 21505),
    ("TCIFLUSH", 0),
    ("TCIOFF", 2),
    ("TCIOFLUSH", 2),
    ("TCION", 3),
    ("TCOFLUSH", 1),
    ("TCOOFF", 0),
    ("TCOON", 1),
    ("TCSADRAIN", 1),
    ("TCSAFLUSH", 2),
    ("TCSANOW", 0),
    ("TCSBRK", 21513),
    ("TCSBRKP", 21541),
    ("TCSETA", 21510),
    ("TCSETAF", 21512),
    ("TCSETAW", 21511),
    ("TCSETS", 21506),
    ("TCSETSF", 21508),
    ("TCSETSW", 21507),
    ("TCXONC", 21514),
    ("TIOCCONS", 21533),
    ("TIOCEXCL", 21516),
    ("TIOCGETD", 21540),
    ("TIOCGICOUNT", 21597),
    ("TIOCGLCKTRMIOS", 21590),
    ("TIOCGPGRP", 21519),
    ("TIOCGSERIAL", 21534),
    ("TIOCGSOFTCAR", 21529),
    ("TIOCGWINSZ", 21523),
    ("TIOCINQ", 21531),
    ("TIOCLINUX", 21532),
    ("TIOCMBIC", 21527),
    ("TIOCMBIS", 21526),
    ("TIOCMGET", 21525),
    ("TIOCMIWAIT", 21596),
    ("TIOCMSET", 21528),
    ("TIOCM_CAR", 64),
    ("TIOCM_CD", 64),
    ("TIOCM_CTS", 32),
    ("TIOCM_DSR", 256),
    ("TIOCM_DTR", 2),
    ("TIOCM_LE", 1),
    ("TIOCM_RI", 128),
    ("TIOCM_RNG", 128),
    ("TIOCM_RTS", 4),
    ("TIOCM_SR", 16),
    ("TIOCM_ST", 8),
    ("TIOCNOTTY", 21538),
    ("TIOCNXCL", 21517),
    ("TIOCOUTQ", 21521),
    ("TIOCPKT", 21536),
    ("TIOCPKT_DATA", 0),
    ("TIOCPKT_DOSTOP", 32),
    ("TIOCPKT_FLUSHREAD", 1),
    ("TIOCPKT_FLUSHWRITE", 2),
    ("TIOCPKT_NOSTOP", 16),
    ("TIOCPKT_START", 8),
    ("TIOCPKT_STOP", 4),
    ("TIOCSCTTY", 21518),
    ("TIOCSERCONFIG", 21587),
    ("TIOCSERGETLSR", 21593),
    ("TIOCSERGETMULTI", 21594),
    ("TIOCSERGSTRUCT", 21592),
    ("TIOCSERGWILD", 21588),
    ("TIOCSERSETMULTI", 21595),
    ("TIOCSERSWILD", 21589),
    ("TIOCSER_TEMT", 1),
    ("TIOCSETD", 21539),
    ("TIOCSLCKTRMIOS", 21591),
    ("TIOCSPGRP", 21520),
    ("TIOCSSERIAL", 21535),
    ("TIOCSSOFTCAR", 21530),
    ("TIOCSTI", 21522),
    ("TIOCSWINSZ", 21524),
    ("TOSTOP", 256),
    ("VDISCARD", 13),
    ("VEOF", 4),
    ("VEOL", 11),
    ("VEOL2", 16),
    ("VERASE", 2),
    ("VINTR", 0),
    ("VKILL", 3),
    ("VLNEXT", 15),
    ("VMIN", 6),
    ("VQUIT", 1),
    ("VREPRINT", 12),
    ("VSTART", 8),
    ("VSTOP", 9),
    ("VSUSP", 10),
    ("VSWTC", 7),
    ("VSWTCH", 7),
    ("VT0", 0),
    ("VT1", 16384),
    ("VTDLY", 16384),
    ("VTIME", 5),
    ("VWERASE", 14),
    ("XCASE", 4),
    ("XTABS", 6144),
];

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    for (n, v) in NUMBERS {
        d.set_str(bytes::intern(n.as_bytes()), Value::int(*v));
    }
    let error = ERROR.create("termios", "error", crate::types::EXCEPTION.get())?;
    d.set_str(bytes::intern(b"error"), error);
    Ok(())
}

#[cold]
fn failed() -> Raised {
    let n = errno();
    let args = [
        Value::int(i64::from(n)),
        bytes::new(&super::posix::system::error_text(n)).into(),
    ];
    match ERROR.class() {
        Ok(c) => raise_value(c, Some(tuple::from_slice(&args).into())),
        Err(e) => e,
    }
}

fn check(n: i32) -> PyResult<()> {
    if n == -1 { Err(failed()) } else { Ok(()) }
}

/// `tcgetattr(fd)`
pub fn tcgetattr(fd: Value) -> PyResult {
    let fd = descriptor_of(fd)?;
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
pub fn tcsetattr(fd: Value, when: i32, attributes: Value) -> PyResult<()> {
    let fd = descriptor_of(fd)?;
    let wrong = || type_error("tcsetattr, arg 3: must be 7 element list");
    let l = attributes.cast::<List>().ok_or_else(wrong)?;
    let [i, o, c, f, input, output, cc] = l.as_ref().items() else {
        return Err(wrong());
    };
    // SAFETY: all its fields are numbers.
    let mut t: libc::termios = unsafe { std::mem::zeroed() };
    // SAFETY: room for the answer.
    check(unsafe { libc::tcgetattr(fd, &mut t) })?;
    let number = |v: &Value| crate::number::int_from_value(*v).map(|n| n as u32);
    t.c_iflag = number(i)?;
    t.c_oflag = number(o)?;
    t.c_cflag = number(c)?;
    t.c_lflag = number(f)?;
    let (input, output) = (number(input)?, number(output)?);
    let Some(cc) = cc
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
pub fn tcsendbreak(fd: Value, duration: i32) -> PyResult<()> {
    let fd = descriptor_of(fd)?;
    // SAFETY: no memory arguments; so below.
    check(unsafe { libc::tcsendbreak(fd, duration) })
}

/// `tcdrain(fd)`
pub fn tcdrain(fd: Value) -> PyResult<()> {
    let fd = descriptor_of(fd)?;
    // SAFETY: see above.
    check(crate::gil::without_gil(|| unsafe { libc::tcdrain(fd) }))
}

/// `tcflush(fd, queue)`
pub fn tcflush(fd: Value, queue: i32) -> PyResult<()> {
    let fd = descriptor_of(fd)?;
    // SAFETY: see above.
    check(unsafe { libc::tcflush(fd, queue) })
}

/// `tcflow(fd, action)`
pub fn tcflow(fd: Value, action: i32) -> PyResult<()> {
    let fd = descriptor_of(fd)?;
    // SAFETY: see above.
    check(unsafe { libc::tcflow(fd, action) })
}
