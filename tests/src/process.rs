//! Runs a program to its end or its time limit, and says what it printed and what it used.
//!
//! `std::process` reports neither peak memory nor processor time, which the benchmark
//! comparer needs, so children are reaped with `wait4`. A child gets a process group of
//! its own: at the limit the group is killed, with whatever the child started.

use std::io::{self, Read, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// A program that prints without end must not fill memory until its time is up.
const MOST_KEPT: usize = 32 << 20;

/// What a finished process left behind.
#[derive(Debug)]
pub struct Finished {
    /// Bytes of standard output.
    pub stdout: Vec<u8>,
    /// Bytes of standard error.
    pub stderr: Vec<u8>,
    /// `None` when it was killed at the time limit.
    pub status: Option<ExitStatus>,
    /// From start to the end of its output.
    pub wall: Duration,
    /// Processor time in user and system mode, all threads.
    pub cpu: Duration,
    /// Peak resident memory in bytes.
    pub peak_memory: u64,
}

/// Runs `command`, feeding it `input`, for at most `limit`.
pub fn run(command: &mut Command, input: &[u8], limit: Duration) -> io::Result<Finished> {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .process_group(0);
    // Whoever runs the tests in the background of a shell has interrupts ignored, and children inherit that.
    // SAFETY: between fork and exec, one system call that may be made there.
    unsafe {
        command.pre_exec(|| {
            libc::signal(libc::SIGINT, libc::SIG_DFL);
            Ok(())
        });
    }
    let start = Instant::now();
    let mut child = command.spawn()?;
    let pid = child.id() as libc::pid_t;

    let mut stdin = child.stdin.take().expect("piped");
    let input = input.to_vec();
    thread::spawn(move || {
        // A child that does not read its input closes the pipe: not our error.
        let _ = stdin.write_all(&input);
    });
    let stdout = collect(child.stdout.take().expect("piped"));
    let stderr = collect(child.stderr.take().expect("piped"));

    let deadline = start + limit;
    let mut killed = false;
    let mut until_end = |stream: &mpsc::Receiver<Vec<u8>>| {
        let left = deadline.saturating_duration_since(Instant::now());
        match stream.recv_timeout(left) {
            Ok(bytes) => bytes,
            Err(_) => {
                killed = true;
                kill_group(pid);
                stream
                    .recv_timeout(Duration::from_secs(5))
                    .unwrap_or_default()
            }
        }
    };
    let stdout = until_end(&stdout);
    let stderr = until_end(&stderr);
    let wall = start.elapsed();
    let (status, usage) = reap(pid, deadline, &mut killed)?;
    let time = |t: libc::timeval| {
        Duration::from_secs(t.tv_sec as u64) + Duration::from_micros(t.tv_usec as u64)
    };
    Ok(Finished {
        stdout,
        stderr,
        status: (!killed).then_some(status),
        wall,
        cpu: time(usage.ru_utime) + time(usage.ru_stime),
        peak_memory: usage.ru_maxrss as u64 * 1024,
    })
}

/// Reads a stream to its end on a thread of its own, and sends what it read.
fn collect(mut stream: impl Read + Send + 'static) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut kept = Vec::new();
        let mut chunk = [0; 1 << 16];
        while let Ok(n) = stream.read(&mut chunk) {
            if n == 0 {
                break;
            }
            let room = MOST_KEPT.saturating_sub(kept.len());
            kept.extend_from_slice(&chunk[..n.min(room)]);
        }
        let _ = sender.send(kept);
    });
    receiver
}

fn kill_group(pid: libc::pid_t) {
    // SAFETY: a plain system call; the group is the one made for this child, which has
    // not been reaped, so the number cannot have passed to another process.
    unsafe { libc::kill(-pid, libc::SIGKILL) };
}

/// Waits for the child; one that closed its output but lives on past the deadline is killed.
fn reap(
    pid: libc::pid_t,
    deadline: Instant,
    killed: &mut bool,
) -> io::Result<(ExitStatus, libc::rusage)> {
    let mut status = 0;
    loop {
        // SAFETY: `rusage` is plain numbers, for which zero bytes are valid.
        let mut usage = unsafe { std::mem::zeroed::<libc::rusage>() };
        let options = if *killed { 0 } else { libc::WNOHANG };
        // SAFETY: both pointers are to live locals of the types that the call wants.
        let reaped = unsafe { libc::wait4(pid, &mut status, options, &mut usage) };
        if reaped == pid {
            return Ok((ExitStatus::from_raw(status), usage));
        }
        if reaped < 0 {
            let error = io::Error::last_os_error();
            if error.kind() != io::ErrorKind::Interrupted {
                return Err(error);
            }
        }
        if Instant::now() >= deadline && !*killed {
            *killed = true;
            kill_group(pid);
        }
        thread::sleep(Duration::from_micros(200));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, limit: Duration) -> Finished {
        run(Command::new("sh").args(["-c", script]), b"input\n", limit).unwrap()
    }

    #[test]
    fn output_status_and_input() {
        let done = shell("cat; echo err >&2; exit 3", Duration::from_secs(10));
        assert_eq!(done.stdout, b"input\n");
        assert_eq!(done.stderr, b"err\n");
        assert_eq!(done.status.unwrap().code(), Some(3));
        assert!(done.peak_memory > 0);
    }

    #[test]
    fn the_limit_ends_it() {
        let done = shell("echo early; sleep 60", Duration::from_millis(200));
        assert!(done.status.is_none());
        assert_eq!(done.stdout, b"early\n");
        assert!(done.wall < Duration::from_secs(5));
    }

    #[test]
    fn the_limit_ends_one_that_closed_its_output() {
        let done = shell("exec >&- 2>&-; sleep 60", Duration::from_millis(200));
        assert!(done.status.is_none());
    }
}
