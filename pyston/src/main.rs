//! The executable: command line, start-up, running a program, and the ways out.

mod options;
mod run;

use options::Other;

/// Native stack for Python code, in bytes. Address space only, until it is used.
const STACK: usize = 1 << 30;

fn main() {
    let options = match options::parse(std::env::args_os().skip(1)) {
        Ok(o) => o,
        Err(Other::Version) => {
            eprintln!("Python 2.7.18 (pyston {})", env!("CARGO_PKG_VERSION"));
            return;
        }
        Err(Other::Help) => {
            print!("{}", options::USAGE);
            return;
        }
        Err(Other::Error(message)) => {
            eprintln!("{message}");
            eprint!("{}", options::USAGE);
            std::process::exit(2);
        }
    };
    late_constructors();
    // Python may nest deeper than the first thread's stack allows.
    let worker = std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || run::run(&options));
    let status = match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(status)) => status,
        Ok(Err(_)) => 70,
        Err(e) => {
            eprintln!("pyston: cannot start a thread: {e}");
            71
        }
    };
    std::process::exit(status);
}

/// Says where build.rs put the constructors that do not run at the start.
fn late_constructors() {
    unsafe extern "C" {
        static pyston_late_constructors: [unsafe extern "C" fn(); 0];
        static pyston_late_constructors_end: [unsafe extern "C" fn(); 0];
    }
    // SAFETY: the linker's script defines both around an array of constructors; of them only the
    // addresses are taken.
    unsafe {
        jit::engine::set_late_constructors(
            (&raw const pyston_late_constructors).cast(),
            (&raw const pyston_late_constructors_end).cast(),
        );
    }
}
