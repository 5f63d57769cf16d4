//! The module `time` (rows: spec/modules/time.toml).

use std::ffi::CStr;
use std::mem::MaybeUninit;

use crate::builtins::{module, str as bytes, struct_sequence, tuple};
use crate::error::{PyResult, overflow_error, value_error};
use crate::layouts::{Dict, Module, Str};
use crate::object::Ref;
use crate::value::Value;

const WEEKDAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const MICROSECONDS: f64 = 1e-6;

unsafe extern "C" {
    fn tzset();
    fn strftime(
        room: *mut libc::c_char,
        size: libc::size_t,
        format: *const libc::c_char,
        t: *const libc::tm,
    ) -> libc::size_t;
}

fn own_dict() -> Option<Ref<Dict>> {
    super::loaded()
        .and_then(|l| l.get_str(bytes::intern(b"time")))
        .and_then(|m| m.cast::<Module>())
        .map(module::dict)
}

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    d.set_str(bytes::intern(b"accept2dyear"), {
        let strict = std::env::var_os("PYTHONY2K").is_some_and(|v| !v.is_empty());
        Value::int(i64::from(!strict))
    });
    set_zone(d)
}

/// `timezone`, `altzone`, `daylight` and `tzname`, from what January and July are like.
fn set_zone(d: Ref<Dict>) -> PyResult<()> {
    // SAFETY: reads the environment, which no other thread changes meanwhile.
    unsafe { tzset() };
    const YEAR: i64 = (365 * 24 + 6) * 3600;
    let start = now() as i64 / YEAR * YEAR;
    let zone = |t: i64| -> PyResult<(i64, Value)> {
        let tm = local(t)?;
        let name = if tm.tm_zone.is_null() {
            bytes::new(b"   ")
        } else {
            // SAFETY: localtime gives a text that ends with 0 and lives as long as the zone.
            bytes::new(unsafe { CStr::from_ptr(tm.tm_zone) }.to_bytes())
        };
        Ok((-tm.tm_gmtoff, name.into()))
    };
    let january = zone(start)?;
    let july = zone(start + YEAR / 2)?;
    // South of the equator, summer time is in January.
    let (standard, summer) = if january.0 < july.0 {
        (july, january)
    } else {
        (january, july)
    };
    let set = |n: &str, v: Value| d.set_str(bytes::intern(n.as_bytes()), v);
    set("timezone", Value::int(standard.0));
    set("altzone", Value::int(summer.0));
    set("daylight", Value::int(i64::from(january.0 != july.0)));
    set("tzname", tuple::from_slice(&[standard.1, summer.1]).into());
    Ok(())
}

fn now() -> f64 {
    let mut t = libc::timeval {
        tv_sec: 0,
        tv_usec: 0,
    };
    // SAFETY: room for the answer.
    unsafe { libc::gettimeofday(&mut t, std::ptr::null_mut()) };
    t.tv_sec as f64 + t.tv_usec as f64 * MICROSECONDS
}

/// `time()`
pub fn time() -> PyResult<f64> {
    Ok(now())
}

/// `clock()`
pub fn clock() -> PyResult<f64> {
    let mut t = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: room for the answer.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut t) };
    // In microseconds, as the C library's clock.
    let micros = t.tv_sec * 1_000_000 + t.tv_nsec / 1000;
    Ok(micros as f64 / 1e6)
}

/// `sleep(seconds)`
pub fn sleep(seconds: f64) -> PyResult<()> {
    let fails = |errno: i32| {
        Err(super::posix::failure_of(
            crate::types::IO_ERROR.get(),
            errno,
            None,
        ))
    };
    if seconds < 0.0 || seconds.is_nan() {
        return fails(libc::EINVAL);
    }
    if seconds > i64::MAX as f64 / 2.0 {
        return Err(overflow_error("sleep length is too large"));
    }
    crate::heap::overwrite_below::<2048>();
    crate::heap::collect_when_idle(seconds);
    crate::interrupt::before_waiting()?;
    let mut t = libc::timeval {
        tv_sec: seconds.trunc() as i64,
        tv_usec: (seconds.fract() * 1e6) as i64,
    };
    let none = std::ptr::null_mut();
    // SAFETY: no descriptors, and a time.
    let r = crate::gil::without_gil(|| unsafe { libc::select(0, none, none, none, &mut t) });
    if r != 0 {
        let errno = super::posix::errno();
        if errno == libc::EINTR {
            return crate::interrupt::handle();
        }
        return fails(errno);
    }
    Ok(())
}

/// Seconds since 1970 as an argument; now when there is none.
fn seconds_of(v: Option<Value>) -> PyResult<i64> {
    let Some(v) = v.filter(|v| !v.is_none()) else {
        return Ok(now() as i64);
    };
    let x = crate::convert::float(v)?;
    if x.is_nan() {
        // What the processor makes of it; no calendar has that.
        return Ok(i64::MIN);
    }
    // The first that is too large is not told from the last integer when they are compared as floats.
    if x >= 9_223_372_036_854_775_808.0
        || x.trunc().abs() >= 9.3e18
        || (x - (x as i64) as f64).abs() >= 1.0
    {
        return Err(value_error("timestamp out of range for platform time_t"));
    }
    Ok(x as i64)
}

fn fields(tm: &libc::tm) -> PyResult {
    let items = [
        tm.tm_year + 1900,
        tm.tm_mon + 1,
        tm.tm_mday,
        tm.tm_hour,
        tm.tm_min,
        tm.tm_sec,
        (tm.tm_wday + 6) % 7,
        tm.tm_yday + 1,
        tm.tm_isdst,
    ]
    .map(|n| Value::int(i64::from(n)));
    struct_sequence::make(crate::types::TIME_STRUCT_TIME.get(), &items)
}

fn converted(
    seconds: i64,
    call: unsafe extern "C" fn(*const libc::time_t, *mut libc::tm) -> *mut libc::tm,
) -> PyResult<libc::tm> {
    let mut tm = MaybeUninit::<libc::tm>::zeroed();
    // SAFETY: a time, and room for its fields.
    if unsafe { call(&seconds, tm.as_mut_ptr()) }.is_null() {
        return Err(super::posix::failure_of(
            crate::types::VALUE_ERROR.get(),
            super::posix::errno(),
            None,
        ));
    }
    // SAFETY: filled; zeroes are fields too.
    Ok(unsafe { tm.assume_init() })
}

fn local(seconds: i64) -> PyResult<libc::tm> {
    converted(seconds, libc::localtime_r)
}

/// `gmtime([seconds])`
pub fn gmtime(seconds: Option<Value>) -> PyResult {
    fields(&converted(seconds_of(seconds)?, libc::gmtime_r)?)
}

/// `localtime([seconds])`
pub fn localtime(seconds: Option<Value>) -> PyResult {
    fields(&local(seconds_of(seconds)?)?)
}

/// A tuple or struct_time as the C library's fields.
fn parsed(v: Value) -> PyResult<libc::tm> {
    if v.cast::<Str>().is_some()
        || v.cast::<crate::layouts::Dict>().is_some()
        || crate::attr::special(v, crate::names::getitem())?.is_none()
    {
        return Err(raise_fmt!(
            type_error,
            "argument must be 9-item sequence, not {}",
            crate::attr::argument_name(v)
        ));
    }
    let len = crate::protocol::len(v)?;
    if len != 9 {
        return Err(raise_fmt!(
            type_error,
            "argument must be sequence of length 9, not {len}"
        ));
    }
    let items = crate::builtins::list::from_iterable(v)?;
    let items = items.as_ref().items();
    let mut n = [0i32; 9];
    for (to, v) in n.iter_mut().zip(items) {
        *to = crate::number::i32_from_value(*v)?;
    }
    if n[0] < 1900 {
        let accept = own_dict().and_then(|d| d.get_str(bytes::intern(b"accept2dyear")));
        if accept.and_then(Value::as_int).unwrap_or(0) == 0 {
            return Err(value_error("year >= 1900 required"));
        }
        n[0] += match n[0] {
            69..=99 => 1900,
            0..=68 => 2000,
            _ => return Err(value_error("year out of range")),
        };
    }
    // SAFETY: all its fields are numbers, and a pointer that may be null.
    let mut tm: libc::tm = unsafe { std::mem::zeroed() };
    tm.tm_year = n[0] - 1900;
    tm.tm_mon = n[1].wrapping_sub(1);
    tm.tm_mday = n[2];
    tm.tm_hour = n[3];
    tm.tm_min = n[4];
    tm.tm_sec = n[5];
    tm.tm_wday = n[6].wrapping_add(1) % 7;
    tm.tm_yday = n[7].wrapping_sub(1);
    tm.tm_isdst = n[8];
    Ok(tm)
}

fn moment(t: Option<Value>) -> PyResult<libc::tm> {
    match t {
        Some(t) => parsed(t),
        None => local(now() as i64),
    }
}

fn text_of(tm: &libc::tm) -> Value {
    let name = |all: &[&'static str], i: i32| {
        usize::try_from(i)
            .ok()
            .and_then(|i| all.get(i).copied())
            .unwrap_or("???")
    };
    let text = format!(
        "{} {}{:3} {:02}:{:02}:{:02} {}",
        name(&WEEKDAYS, tm.tm_wday),
        name(&MONTHS, tm.tm_mon),
        tm.tm_mday,
        tm.tm_hour,
        tm.tm_min,
        tm.tm_sec,
        i64::from(tm.tm_year) + 1900
    );
    bytes::from_text(&text).into()
}

/// `asctime([t])`
pub fn asctime(t: Option<Value>) -> PyResult {
    Ok(text_of(&checked(moment(t)?)?))
}

/// `ctime([seconds])`
pub fn ctime(seconds: Option<Value>) -> PyResult {
    let seconds = seconds_of(seconds)?;
    Ok(text_of(&local(seconds)?))
}

/// `mktime(t)`
pub fn mktime(t: Value) -> PyResult<f64> {
    let mut tm = parsed(t)?;
    // So that failure can be told from the moment before 1970.
    tm.tm_wday = -1;
    // SAFETY: the fields of a moment.
    let seconds = unsafe { libc::mktime(&mut tm) };
    if seconds == -1 && tm.tm_wday == -1 {
        return Err(overflow_error("mktime argument out of range"));
    }
    Ok(seconds as f64)
}

/// A moment as archives have it: local time in two words. -1 for what is none.
pub fn of_dos(date: u16, time: u16) -> i64 {
    let part = |word: u16, at: u16, mask: u16| i32::from((word >> at) & mask);
    // SAFETY: all zeros is a moment; the pointer of it may be null.
    let mut tm: libc::tm = unsafe { MaybeUninit::zeroed().assume_init() };
    tm.tm_sec = part(time, 0, 31) * 2;
    tm.tm_min = part(time, 5, 63);
    tm.tm_hour = part(time, 11, 31);
    tm.tm_mday = part(date, 0, 31);
    tm.tm_mon = part(date, 5, 15) - 1;
    tm.tm_year = part(date, 9, 127) + 80;
    tm.tm_isdst = -1;
    // SAFETY: the fields of a moment.
    unsafe { libc::mktime(&mut tm) }
}

/// What `strftime` and `asctime` accept: the C library may not bounds-check.
fn checked(mut tm: libc::tm) -> PyResult<libc::tm> {
    if tm.tm_mon == -1 {
        tm.tm_mon = 0;
    }
    if tm.tm_mday == 0 {
        tm.tm_mday = 1;
    }
    if tm.tm_yday == -1 {
        tm.tm_yday = 0;
    }
    tm.tm_isdst = tm.tm_isdst.clamp(-1, 1);
    let wrong = [
        ((0..=11).contains(&tm.tm_mon), "month"),
        ((0..=31).contains(&tm.tm_mday), "day of month"),
        ((0..=23).contains(&tm.tm_hour), "hour"),
        ((0..=59).contains(&tm.tm_min), "minute"),
        ((0..=61).contains(&tm.tm_sec), "seconds"),
        (tm.tm_wday >= 0, "day of week"),
        ((0..=365).contains(&tm.tm_yday), "day of year"),
    ]
    .into_iter()
    .find(|(ok, _)| !ok);
    match wrong {
        Some((_, what)) => Err(value_error(format!("{what} out of range"))),
        None => Ok(tm),
    }
}

/// `strftime(format[, t])`
pub fn strftime_text(format: Ref<Str>, t: Option<Value>) -> PyResult {
    let tm = match t {
        None => local(now() as i64)?,
        Some(t) => checked(parsed(t)?)?,
    };
    let c_format = super::posix::files::c_string(format)?;
    let len = format.as_ref().bytes().len();
    let mut size = 1024;
    loop {
        let mut room = vec![0u8; size];
        // SAFETY: room of that size, a format that ends with 0, fields within their ranges.
        let n = unsafe { strftime(room.as_mut_ptr().cast(), size, c_format.as_ptr(), &tm) };
        // An empty result looks like too little room.
        if n > 0 || size >= 256 * len {
            return Ok(bytes::new(&room[..n]).into());
        }
        size *= 2;
    }
}

/// `strptime(string[, format])`
pub fn strptime(args: &[Value]) -> PyResult {
    let m = super::loaded_or_imported(b"_strptime")?;
    let f = crate::attr::get(m, bytes::intern(b"_strptime_time"))?;
    crate::call::call_values(f, args)
}

/// `tzset()`
pub fn tzset_again() -> PyResult<()> {
    match own_dict() {
        Some(d) => set_zone(d),
        None => Ok(()),
    }
}
