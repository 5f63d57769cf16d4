//! The command line, as build systems and shells see it: statuses, messages, streams.
//!
//! What CPython 2.7 also does is checked in CPython's words; its name for itself is
//! the first word of some messages and is left out of the comparison. Run with
//! `PYSTON=/path/to/python2.7`, all but the tests of pyston's own options pass.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::process::{self, Finished};
use tests::{find, modes::MODES, outcome};

struct Run {
    stdout: String,
    stderr: String,
    status: i32,
}

impl Run {
    /// The last line on standard error.
    fn complaint(&self) -> &str {
        self.stderr.lines().last().unwrap_or("")
    }
}

fn finish(command: &mut Command, input: &str) -> Run {
    let Finished {
        stdout,
        stderr,
        status,
        ..
    } = process::run(command, input.as_bytes(), find::limit()).expect("starts");
    Run {
        stdout: String::from_utf8(stdout).expect("UTF-8"),
        stderr: String::from_utf8(stderr).expect("UTF-8"),
        status: status.and_then(|status| status.code()).unwrap_or(-1),
    }
}

fn pyston() -> PathBuf {
    find::pyston().unwrap_or_else(|message| panic!("{message}"))
}

fn run(args: &[&str]) -> Run {
    finish(find::clean(&pyston()).args(args), "")
}

fn run_input(args: &[&str], input: &str) -> Run {
    finish(find::clean(&pyston()).args(args), input)
}

/// A folder of its own for a test that needs files.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&path).expect("can be made");
    path
}

fn run_file(name: &str, program: &str, args: &[&str]) -> Run {
    let folder = folder("cli");
    fs::write(folder.join(name), program).expect("can be written");
    let mut command = find::clean(&pyston());
    finish(command.arg(name).args(args).current_dir(folder), "")
}

#[test]
fn command_option() {
    let done = run(&[
        "-c",
        "import sys; print sys.argv, __name__",
        "-x",
        "a",
        "--",
        "b",
    ]);
    assert_eq!(done.stdout, "['-c', '-x', 'a', '--', 'b'] __main__\n");
    assert_eq!((done.stderr.as_str(), done.status), ("", 0));
}

#[test]
fn command_option_of_several_lines() {
    let done = run(&["-c", "for i in range(3):\n    print i,\nprint 'end'"]);
    assert_eq!(done.stdout, "0 1 2 end\n");
}

#[test]
fn command_option_without_command() {
    let done = run(&["-c"]);
    assert_eq!(done.status, 2);
    assert!(
        done.stderr
            .starts_with("Argument expected for the -c option\n"),
        "{}",
        done.stderr
    );
}

#[test]
fn script_with_arguments() {
    let program = "import sys\nprint sys.argv, __name__, __file__\n";
    let done = run_file("argv.py", program, &["-c", "two words", ""]);
    assert_eq!(
        done.stdout,
        "['argv.py', '-c', 'two words', ''] __main__ argv.py\n"
    );
    assert_eq!(done.status, 0);
}

#[test]
fn script_finds_modules_beside_it() {
    fs::write(folder("beside").join("helper.py"), "value = 42\n").expect("can be written");
    fs::write(
        folder("beside").join("main.py"),
        "import helper\nprint helper.value\n",
    )
    .expect("can be written");
    let script = folder("beside").join("main.py");
    let done = run(&[script.to_str().expect("UTF-8")]);
    assert_eq!(done.stdout, "42\n", "{}", done.stderr);
}

#[test]
fn script_from_standard_input() {
    let program = "import sys\nprint sys.argv\nraise KeyError(3)\n";
    let done = run_input(&["-", "a"], program);
    assert_eq!(done.stdout, "['-', 'a']\n");
    assert!(
        done.stderr
            .contains("File \"<stdin>\", line 3, in <module>")
    );
    assert_eq!((done.complaint(), done.status), ("KeyError: 3", 1));
    let done = run_input(&[], program);
    assert_eq!(done.stdout, "['']\n");
}

#[test]
fn script_that_is_not_there() {
    let done = run(&["nosuch.py"]);
    assert_eq!(done.status, 2);
    assert_eq!(done.stdout, "");
    assert!(
        done.complaint()
            .ends_with(": can't open file 'nosuch.py': [Errno 2] No such file or directory"),
        "{}",
        done.stderr
    );
}

#[test]
fn no_name_is_the_current_folder() {
    let folder = folder("no_name");
    let run = || {
        finish(
            find::clean(&pyston()).args(["", "a"]).current_dir(&folder),
            "",
        )
    };
    let main = folder.join("__main__.py");
    let _ = fs::remove_file(&main);
    let done = run();
    assert!(
        done.stderr
            .ends_with(": can't find '__main__' module in ''\n"),
        "{}",
        done.stderr
    );
    assert_eq!(done.status, 1);
    fs::write(main, "import sys\nprint sys.argv, __name__\n").expect("can be written");
    assert_eq!(run().stdout, "['', 'a'] __main__\n");
}

#[test]
fn script_without_newline_at_the_end_and_with_carriage_returns() {
    let done = run_file(
        "crlf.py",
        "#!/usr/bin/env pyston\r\nif 1:\r\n    print 1\r\nprint 2",
        &[],
    );
    assert_eq!((done.stdout.as_str(), done.status), ("1\n2\n", 0));
}

#[test]
fn unknown_option() {
    let done = run(&["-Z"]);
    assert_eq!(done.status, 2);
    let lines: Vec<&str> = done.stderr.lines().collect();
    assert_eq!(lines.len(), 3, "{}", done.stderr);
    assert_eq!(lines[0], "Unknown option: -Z");
    assert!(lines[1].starts_with("usage: pyston "));
    assert_eq!(lines[2], "Try `pyston -h' for more information.");
}

#[test]
fn syntax_error() {
    let done = run_file("bad.py", "print 'never'\nx = = 3\n", &[]);
    assert_eq!((done.stdout.as_str(), done.status), ("", 1));
    assert_eq!(
        done.stderr,
        "  File \"bad.py\", line 2\n    x = = 3\n        ^\nSyntaxError: invalid syntax\n"
    );
}

#[test]
fn syntax_error_in_command() {
    let done = run(&["-c", "x = ("]);
    assert_eq!(done.status, 1);
    assert_eq!(
        done.stderr,
        "  File \"<string>\", line 1\n    x = (\n        ^\n\
         SyntaxError: unexpected EOF while parsing\n"
    );
}

#[test]
fn indentation_error() {
    let done = run_file("indent.py", "if 1:\nprint 2\n", &[]);
    assert_eq!(done.status, 1);
    assert_eq!(
        done.stderr,
        "  File \"indent.py\", line 2\n    print 2\n        ^\n\
         IndentationError: expected an indented block\n"
    );
}

#[test]
fn source_encoding() {
    let done = run_file("latin.py", "# coding: latin-1\nprint repr(u'é')\n", &[]);
    assert_eq!(done.stdout, "u'\\xc3\\xa9'\n");
    let done = run_file(
        "utf8.py",
        "# -*- coding: utf-8 -*-\nprint repr(u'é'), repr('é')\n",
        &[],
    );
    assert_eq!(done.stdout, "u'\\xe9' '\\xc3\\xa9'\n");
    let done = run_file("none.py", "print 'é'\n", &[]);
    assert_eq!(done.status, 1);
    assert_eq!(
        done.complaint(),
        "SyntaxError: Non-ASCII character '\\xc3' in file none.py on line 1, but no encoding \
         declared; see http://python.org/dev/peps/pep-0263/ for details"
    );
}

#[test]
fn exit_statuses() {
    for (argument, status, message) in [
        ("", 0, ""),
        ("None", 0, ""),
        ("0", 0, ""),
        ("3", 3, ""),
        ("-1", 255, ""),
        ("256", 0, ""),
        ("True", 1, ""),
        ("'goodbye'", 1, "goodbye\n"),
        ("(1, 2)", 1, "(1, 2)\n"),
        ("2.5", 1, "2.5\n"),
        ("10L", 10, ""),
        ("2 ** 31 + 3", 3, ""),
        ("2 ** 70", 255, ""),
        ("u'\\xe9'", 1, "\n"),
        ("((3, 4),)", 1, "((3, 4),)\n"),
    ] {
        let done = run(&["-c", &format!("import sys; sys.exit({argument})")]);
        assert_eq!(
            (done.status, done.stderr.as_str()),
            (status, message),
            "sys.exit({argument})"
        );
        let done = run(&["-c", &format!("raise SystemExit({argument})")]);
        assert_eq!(done.status, status, "SystemExit({argument})");
    }
}

/// Before it is an exception, what was given to `sys.exit` is what it is; the arguments of one are unpacked.
#[test]
fn exit_with_a_tuple() {
    let done = run(&["-c", "import sys; sys.exit((3,))"]);
    assert_eq!((done.stderr.as_str(), done.status), ("(3,)\n", 1));
    let program = "import sys\ntry: sys.exit((3,))\nexcept SystemExit: raise";
    let done = run(&["-c", program]);
    assert_eq!((done.stderr.as_str(), done.status), ("", 3));
}

#[test]
fn exit_statuses_of_exit_functions() {
    for (program, status, complaint) in [
        ("import atexit; atexit.register(sys.exit, 5)", 5, ""),
        (
            "import atexit; atexit.register(sys.exit, 5); sys.exit(3)",
            5,
            "",
        ),
        (
            "sys.exitfunc = lambda: sys.exit(5); 1/0",
            5,
            "ZeroDivisionError: integer division or modulo by zero",
        ),
        (
            "sys.exitfunc = lambda: {}[1]; sys.exit(3)",
            3,
            "KeyError: 1",
        ),
        ("sys.exitfunc = lambda: sys.exit('so')", 1, "so"),
        ("sys.excepthook = lambda *a: sys.exit(4); 1/0", 4, ""),
    ] {
        let done = run(&["-c", &format!("import sys; {program}")]);
        assert_eq!(
            (done.status, done.complaint()),
            (status, complaint),
            "{program}"
        );
    }
}

#[test]
fn nobody_to_tell_of_an_exception() {
    let trace = "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\n\
                 ZeroDivisionError: integer division or modulo by zero\n";
    for (program, told) in [
        (
            "del sys.excepthook",
            format!("sys.excepthook is missing\n{trace}"),
        ),
        ("sys.stderr = None", "lost sys.stderr\n".to_owned()),
        ("del sys.stderr", "lost sys.stderr\n".to_owned()),
        ("sys.stderr = None; sys.exit('x')", "x\n".to_owned()),
    ] {
        let done = run(&["-c", &format!("import sys; {program}; 1/0")]);
        assert_eq!((done.status, done.stderr), (1, told), "{program}");
    }
}

#[test]
fn name_of_the_file_while_it_runs() {
    let program = "import atexit\ndef f():\n  print '__file__' in globals()\n\
                   atexit.register(f)\nprint __file__\n";
    let done = run_input(&[], program);
    assert_eq!(done.stdout, "<stdin>\nFalse\n", "{}", done.stderr);
    let done = run_file("named.py", program, &[]);
    assert_eq!(done.stdout, "named.py\nFalse\n", "{}", done.stderr);
    let startup = folder("cli").join("startup.py");
    fs::write(&startup, "name = __file__\n").expect("can be written");
    let mut command = find::clean(&pyston());
    command.arg("-i").env("PYTHONSTARTUP", &startup);
    let done = finish(&mut command, "print name, '__file__' in globals()\n");
    let said = format!("{} False\n", startup.display());
    assert_eq!(done.stdout.replace(">>> ", "").trim_end(), said.trim_end());
}

#[test]
fn a_package_is_imported_before_its_module_is_run() {
    let folder = folder("run_module");
    fs::create_dir_all(folder.join("whole")).expect("can be made");
    let said = "import sys\nprint sys.argv[0].split('/')[-1], sys.argv[1:], __name__\n";
    fs::write(folder.join("whole/__init__.py"), said).expect("can be written");
    fs::write(folder.join("whole/part.py"), said).expect("can be written");
    let mut command = find::clean(&pyston());
    command
        .args(["-B", "-m", "whole.part", "a"])
        .current_dir(&folder);
    let done = finish(&mut command, "");
    assert_eq!(
        done.stdout, "-c ['a'] whole\npart.py ['a'] __main__\n",
        "{}",
        done.stderr
    );
}

#[test]
fn optimization_leaves_out() {
    let program = "import sys\ndef f():\n  'doc'\n  assert 0\n  return __debug__\n\
                   print sys.flags.optimize, f(), f.__doc__, eval('__debug__')\n";
    for (value, printed) in [
        ("1", "1 False doc False\n"),
        ("2", "2 False None False\n"),
        ("x", "1 False doc False\n"),
    ] {
        let mut command = find::clean(&pyston());
        command.args(["-c", program]).env("PYTHONOPTIMIZE", value);
        let done = finish(&mut command, "");
        assert_eq!(
            (done.stdout.as_str(), done.status),
            (printed, 0),
            "{}",
            done.stderr
        );
    }
    let done = run(&["-OO", "-c", program]);
    assert_eq!(done.stdout, "2 False None False\n", "{}", done.stderr);
}

#[test]
fn comparisons_of_bytes_with_text() {
    let program = "a = bytearray('a')\nprint a == u'a'\nprint a != u'a', a < u'a', str(a)\n";
    let done = run(&["-c", program]);
    assert_eq!(
        (done.stdout.as_str(), done.stderr.as_str()),
        ("False\nTrue True a\n", "")
    );
    let done = run(&["-b", "-c", program]);
    let said = "-c:2: BytesWarning: Comparison between bytearray and unicode\n";
    assert_eq!(
        (done.stdout.as_str(), done.stderr.as_str()),
        ("False\nTrue True a\n", said)
    );
    let done = run(&["-bb", "-c", program]);
    assert_eq!(
        done.complaint(),
        "BytesWarning: Comparison between bytearray and unicode"
    );
    assert_eq!((done.stdout.as_str(), done.status), ("", 1));
}

/// Runs a command in a shell, as `"$0"`.
fn run_in_shell(line: &str, program: &str) -> Run {
    let mut shell = find::clean(Path::new("/bin/sh"));
    shell.args(["-c", line]).arg(pyston()).arg(program);
    finish(shell.env_remove("PYTHONUNBUFFERED"), "")
}

#[test]
fn closed_standard_streams() {
    for program in [
        "sys.stdin.read()",
        "sys.stdin.readline()",
        "raw_input()",
        "list(sys.stdin)",
    ] {
        let done = run_in_shell("exec \"$0\" -c \"import sys; $1\" <&-", program);
        assert_eq!(
            (done.complaint(), done.status),
            ("IOError: [Errno 9] Bad file descriptor", 1),
            "{program}"
        );
    }
    let done = run_in_shell("exec \"$0\" -c \"$1\" >&-", "print 1");
    let said =
        "close failed in file object destructor:\nsys.excepthook is missing\nlost sys.stderr\n";
    assert_eq!((done.stderr.as_str(), done.status), (said, 0));
}

#[test]
fn files_that_cannot_be_written_at_the_end() {
    let closing = "close failed in file object destructor:\n";
    let full = format!("{closing}IOError: [Errno 28] No space left on device\n");
    let lost = format!("{closing}sys.excepthook is missing\nlost sys.stderr\n");
    let write = "import sys; f = open('/dev/full', 'w'); f.write('x')";
    for (program, status, told) in [
        (write.to_owned(), 0, full.clone()),
        (format!("{write}; sys.exit(3)"), 3, full.clone()),
        (
            format!("{write}; f = None; import gc; gc.collect()"),
            0,
            full,
        ),
        (
            format!("{write}; sys.excepthook = lambda *a: sys.stderr.write('hook %r\\n' % a[1])"),
            0,
            format!("{closing}hook IOError(28, 'No space left on device')\n"),
        ),
    ] {
        let done = run_in_shell("exec \"$0\" -c \"$1\"", &program);
        assert_eq!((done.stderr, done.status), (told, status), "{program}");
    }
    for (program, status) in [("print 1", 0), ("import sys; print 1; sys.exit(3)", 3)] {
        let done = run_in_shell("exec \"$0\" -c \"$1\" > /dev/full", program);
        assert_eq!(
            (done.stderr.as_str(), done.status),
            (lost.as_str(), status),
            "{program}"
        );
    }
}

#[test]
fn inconsistent_tabs() {
    let program = "if 1:\n        x = 1\n\tprint x\n";
    let said = "tabs.py: inconsistent use of tabs and spaces in indentation\n";
    fs::write(folder("cli").join("tabs.py"), program).expect("can be written");
    let run = |args: &[&str]| {
        let mut command = find::clean(&pyston());
        finish(command.arg("-B").args(args).current_dir(folder("cli")), "")
    };
    for args in [&["tabs.py"][..], &["-c", "import tabs"]] {
        let done = run(args);
        assert_eq!(
            (done.stdout.as_str(), done.stderr.as_str(), done.status),
            ("1\n", "", 0)
        );
        let done = run(&[&["-t"], args].concat());
        assert_eq!(
            (done.stdout.as_str(), done.stderr.as_str(), done.status),
            ("1\n", said, 0)
        );
        let done = run(&[&["-tt"], args].concat());
        assert_eq!(
            done.complaint(),
            "TabError: inconsistent use of tabs and spaces in indentation"
        );
        assert_eq!((done.stdout.as_str(), done.status), ("", 1));
    }
}

#[test]
fn true_division_everywhere() {
    let program = "import operator, sys\nx = 7\nx /= 2\n\
                   print 1/2, x, 7//2, eval('3/2'), operator.div(1, 2), sys.flags.division_new";
    for (option, output) in [("-Qnew", "0.5 3.5 3 1.5 0 1\n"), ("-Qold", "0 3 3 1 0 0\n")] {
        let done = run(&[option, "-c", program]);
        assert_eq!((done.stdout.as_str(), done.status), (output, 0), "{option}");
    }
}

#[test]
fn divisions_are_warned_of() {
    let program = "\
class I(int):
    def __div__(self, other): return 'own'
for a, b in (7, 2), (7L, True), (1, 2.0), (1j, 2), (I(3), 1), (1, 2):
    try:
        c = a
        c /= b
        assert a / b == c
        print c,
    except DeprecationWarning as e: print str(e)[8:-9],
try: print 1.0 / 2.0
except DeprecationWarning as e: print e
";
    for (option, output) in [
        ("-Qold", "3 7 0.5 0.5j own 0 0.5\n"),
        ("-Qwarn", "int long 0.5 0.5j own int 0.5\n"),
        ("-3", "int long 0.5 0.5j own int 0.5\n"),
        (
            "-Qwarnall",
            "int long float complex own int classic float division\n",
        ),
    ] {
        let done = run(&["-Werror", option, "-c", program]);
        assert_eq!((done.stdout.as_str(), done.status), (output, 0), "{option}");
        // Without being asked for more, each line that divides warns once of ints.
        let done = run(&[option, "-c", program]);
        let warned = done.stderr.matches("classic int division").count();
        assert_eq!(warned, if option == "-Qold" { 0 } else { 2 }, "{option}");
    }
}

#[test]
fn uncaught_exception() {
    let program = "def f(x):\n    return 1 / x\n\nprint 'before',\nf(0)\n";
    let done = run_file("raises.py", program, &[]);
    assert_eq!((done.stdout.as_str(), done.status), ("before\n", 1));
    assert_eq!(
        done.stderr,
        "Traceback (most recent call last):\n  \
           File \"raises.py\", line 5, in <module>\n    f(0)\n  \
           File \"raises.py\", line 2, in f\n    return 1 / x\n\
         ZeroDivisionError: integer division or modulo by zero\n"
    );
}

#[test]
fn output_is_flushed_at_every_kind_of_end() {
    for (ending, status) in [
        ("pass", 0),
        ("raise ValueError", 1),
        ("sys.exit(4)", 4),
        ("import no_such_module", 1),
    ] {
        let done = run(&[
            "-c",
            &format!("import sys; sys.stdout.write('kept'); {ending}"),
        ]);
        assert_eq!(
            (done.stdout.as_str(), done.status),
            ("kept", status),
            "{ending}"
        );
    }
}

#[test]
fn streams_are_apart() {
    let done = run(&["-c", "import sys; print >>sys.stderr, 'err'; print 'out'"]);
    assert_eq!(
        (done.stdout.as_str(), done.stderr.as_str()),
        ("out\n", "err\n")
    );
}

#[test]
fn lines_come_at_once_when_somebody_is_talked_with() {
    let program = "print 1; import os; os.write(2, '2\\n'); print 3; raise SystemExit(4)";
    let mut shell = find::clean(Path::new("sh"));
    shell.args(["-c", "\"$0\" -i -c \"$1\" 2>&1"]);
    let done = finish(shell.arg(pyston()).arg(program), "print 5\n");
    let said: Vec<&str> = done.stdout.lines().collect();
    assert_eq!(said[..3], ["1", "2", "3"]);
    assert_eq!(said[said.len() - 3..], ["SystemExit: 4", ">>> 5", ">>> "]);
}

#[test]
fn much_output_passes_a_pipe() {
    let done = run(&["-c", "for i in xrange(200000): print i"]);
    assert_eq!(done.stdout.lines().count(), 200_000);
    assert!(done.stdout.ends_with("\n199999\n"));
}

#[test]
fn a_closed_pipe_is_an_error() {
    let mut shell = find::clean(Path::new("sh"));
    let script = "\"$0\" -c 'while 1: print 1' 2>&1 >&3 | tail -n 1; exit 0";
    let script = format!("{{ {script}; }} 3>&1 | {{ read x; exec <&-; sleep 1; }}");
    // Only that it ends is checked: who reads the message is gone.
    let done = finish(shell.args(["-c", &script]).arg(pyston()), "");
    assert_eq!(done.status, 0);
}

#[test]
fn interrupt() {
    let mut command = find::clean(Path::new("timeout"));
    command
        .args(["--preserve-status", "-s", "INT", "1"])
        .arg(pyston());
    command.args(["-c", "i = 0\nwhile 1: i += 1"]);
    let done = finish(&mut command, "");
    assert_eq!((done.complaint(), done.status), ("KeyboardInterrupt", 1));
}

#[test]
fn version() {
    let done = run(&["-V"]);
    assert_eq!((done.stdout.as_str(), done.status), ("", 0));
    assert!(done.stderr.starts_with("Python 2.7.18"), "{}", done.stderr);
}

#[test]
fn statistics_are_printed() {
    let done = run(&["-s", "-c", "for i in xrange(30000): i + 1\nprint i"]);
    assert_eq!((done.stdout.as_str(), done.status), ("29999\n", 0));
    let mut stderr = done.stderr.into_bytes();
    let found = outcome::take_statistics(&mut stderr);
    assert!(
        !found.is_empty(),
        "no line `key: number` at the end of standard error"
    );
    assert_eq!(String::from_utf8_lossy(&stderr), "");
}

#[test]
fn statistics_follow_a_traceback() {
    let done = run(&["-s", "-c", "raise ValueError(7)"]);
    assert_eq!(done.status, 1);
    let mut stderr = done.stderr.into_bytes();
    assert!(!outcome::take_statistics(&mut stderr).is_empty());
    let rest = String::from_utf8(stderr).expect("UTF-8");
    assert_eq!(rest.lines().last(), Some("ValueError: 7"));
}

#[test]
fn every_mode_runs_a_command() {
    for mode in MODES {
        let mut command = find::clean(&pyston());
        command.args(mode.args).envs(mode.env.iter().copied());
        let program = "def f(n): return n and n + f(n - 1)\nprint f(100)";
        let done = finish(command.args(["-c", program]), "");
        assert_eq!(done.stdout, "5050\n", "{}: {}", mode.name, done.stderr);
    }
}

#[test]
fn options_combine_and_end_at_the_script() {
    let program = "import sys\nprint sys.argv\n";
    for options in [
        &["-q"][..],
        &["-I", "-q"],
        &["-Iq"],
        &["-O"],
        &["-n"],
        &["-v"],
    ] {
        let folder = folder("options");
        fs::write(folder.join("args.py"), program).expect("can be written");
        let mut command = find::clean(&pyston());
        command.args(options).args(["args.py", "-I", "-c"]);
        let done = finish(command.current_dir(folder), "");
        assert_eq!(
            done.stdout, "['args.py', '-I', '-c']\n",
            "{options:?}: {}",
            done.stderr
        );
    }
}

#[test]
fn hashes_of_strings_are_mixed_with_a_seed() {
    let hash = |seed: &str, args: &[&str]| {
        let mut command = Command::new(pyston());
        command.args(args).env("PYTHONHASHSEED", seed);
        let program =
            "import sys; print hash('abc'), hash(u'abc'), hash(''), sys.flags.hash_randomization";
        finish(command.args(["-c", program]), "")
    };
    let plain = "1453079729188098211 1453079729188098211 0";
    let seeded = "-4410911502303878509 -4410911502303878509 0 42\n";
    assert_eq!(hash("", &[]).stdout, format!("{plain} 0\n"));
    assert_eq!(hash("0", &[]).stdout, format!("{plain} 1\n"));
    assert_eq!(hash("0", &["-R"]).stdout, format!("{plain} 1\n"));
    assert_eq!(hash("42", &[]).stdout, seeded);
    let (first, second) = (hash("random", &[]), hash("42", &["-E", "-R"]));
    assert!(first.stdout.ends_with(" 0 1\n") && second.stdout.ends_with(" 0 1\n"));
    assert_ne!(first.stdout, second.stdout);
    assert_ne!(second.stdout.split(' ').next(), seeded.split(' ').next());
    assert!(
        hash("4294967296", &[])
            .complaint()
            .contains("PYTHONHASHSEED must be")
    );
}
