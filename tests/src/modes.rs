//! The one list of ways in which a program is run.
//!
//! A mode is added here and nowhere else: the conformance suite, the fuzzer and the
//! expected-failures file all take their modes from [`MODES`].

/// One way of running pyston.
#[derive(Debug, Clone, Copy)]
pub struct Mode {
    /// The name in test names, headers (`# skip-modes:`) and `expected-failures.txt`.
    pub name: &'static str,
    /// Options before the script.
    pub args: &'static [&'static str],
    /// Variables added to the environment.
    pub env: &'static [(&'static str, &'static str)],
}

macro_rules! modes {
    ($($(#[doc = $doc:literal])* $name:ident: $args:expr, $env:expr;)*) => {
        /// Every mode; what each is for stands in its row.
        pub const MODES: &[Mode] = &[
            $(Mode { name: stringify!($name), args: &$args, env: &$env },)*
        ];
    };
}

// A collection at each allocation would take minutes where this takes seconds; a prime
// lets the collections fall on ever different sites of a loop. The eager modes compile from
// where the script begins: what runs before is the same each time, and took nine tenths of it. Three leave the
// library to the interpreter; the others find the same in it.
modes! {
    /// The interpreter alone.
    interpreter: ["-I"], [];
    /// Baseline code from the first call of every function.
    baseline: ["-n"], [("PYSTON_JIT_SKIP", "library")];
    /// Baseline code once it is known which cases of rows occur.
    baseline_warm: ["-n"], [("PYSTON_JIT_SKIP", "site"), ("PYSTON_JIT_CALLS", "20")];
    /// The optimising tier from the first call of every function.
    optimised: ["-O"], [("PYSTON_JIT_SKIP", "library")];
    /// As users run it, tiers chosen by counters.
    default: [], [];
    /// As users run it, under a collector that comes often.
    gc_stress: [], [("PYSTON_GC_STRESS", "97"), ("PYSTON_GC_VERIFY", "53")];
    /// Everything compiled, and guards failing that would hold. With LLVM's light pipeline, as
    /// users run most code for a while: half the time, and `optimised` has the other.
    deopt_stress: ["-O"], [("PYSTON_JIT_SKIP", "library"), ("PYSTON_DEOPT_STRESS", "1"), ("PYSTON_JIT_LIGHT", "1")];
    /// Everything compiled, and each guard failing once that holds.
    deopt_each: ["-O"], [("PYSTON_JIT_SKIP", "site"), ("PYSTON_DEOPT_EACH", "1"), ("PYSTON_JIT_LIGHT", "1")];
}

/// Calls `$then!` with the names of all modes, for suites that need a function a mode.
#[macro_export]
macro_rules! for_each_mode {
    ($then:ident) => {
        $then! { interpreter baseline baseline_warm optimised default gc_stress deopt_stress deopt_each }
    };
}

/// In this one, `# stats:` headers are checked; see [`crate::check`].
pub const STATISTICS: Mode = Mode {
    name: "statistics",
    args: &["-s"],
    env: &[("PYSTON_JIT_SYNC", "1")],
};

impl Mode {
    /// The mode of that name.
    pub fn named(name: &str) -> Option<&'static Mode> {
        MODES.iter().find(|mode| mode.name == name)
    }

    /// The mode as one would type it, for messages that are to be pasted into a shell.
    pub fn command_line(&self, program: &str, script: &str) -> String {
        let mut line = String::new();
        for (name, value) in self.env {
            line += &format!("{name}={value} ");
        }
        line += program;
        for arg in self.args {
            line += &format!(" {arg}");
        }
        line + " " + script
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_macro_names_every_mode() {
        macro_rules! names {
            ($($name:ident)*) => { vec![$(stringify!($name)),*] };
        }
        let listed = for_each_mode!(names);
        assert_eq!(listed, MODES.iter().map(|m| m.name).collect::<Vec<_>>());
    }

    #[test]
    fn command_lines_can_be_pasted() {
        let mode = Mode::named("deopt_stress").unwrap();
        assert_eq!(
            mode.command_line("pyston", "x.py"),
            "PYSTON_JIT_SKIP=library PYSTON_DEOPT_STRESS=1 PYSTON_JIT_LIGHT=1 pyston -O x.py"
        );
    }
}
