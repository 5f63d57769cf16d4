//! What the test-suites, the fuzzer and the benchmark comparer share.
//!
//! The project's truth is a program and what CPython 2.7.18 prints for it. A *pair* is
//! `NAME.py` with `NAME.expected` beside it ([`pair`]); a *mode* is one way of running the
//! `pyston` binary ([`modes`]); an [`outcome`] is what a run leaves behind, and comparing two
//! runs is comparing their outcomes. Nothing here knows how pyston works inside: everything
//! goes through the command line and the environment, as a user would.
//!
//! | the harness sets | meaning for pyston |
//! | --- | --- |
//! | `PYSTON_GC_STRESS=N` | collect at every Nth allocation |
//! | `PYSTON_GC_VERIFY=N` | compare one collection of the young in N with a full one |
//! | `PYSTON_DEOPT_STRESS=SEED` | fail guards at random that hold, reproducibly for the seed |
//! | `PYSTON_DEOPT_EACH=1` | fail each guard of compiled code once although it holds, the first time |
//! | `PYSTON_JIT_CALLS=N` | compile after N calls or loop trips |
//! | `PYSTON_COVERAGE=FILE` | append to the file which ways through rows ran, in which tier |
//! | `PYSTON_JIT_TRIPS=N` | the same for loop trips alone |
//! | `PYSTON_JIT_PLAIN=1` | hardly any help of LLVM: compiling takes a third |
//! | `PYSTON_JIT_SYNC=1` | compile in the foreground, so that statistics are reproducible |
//! | `PYSTON_JIT_SKIP=site` | the start-up, `site` above all, is interpreted: compile from where the script begins |
//! | `PYSTON_JIT_SKIP=library` | what is in the library is interpreted |
//! | `PYSTON_JIT_LIGHT=1` | with `-O`: LLVM's light pipeline, half the work for it |
//!
//! With `-s`, pyston ends standard error with its statistics, a line `key: number` each.
//! `# stats:` headers use these keys:
//!
//! | key | counts |
//! | --- | --- |
//! | `optimised_compiles` | functions and loops compiled by the optimising tier |
//! | `osr_entries` | loops that were entered in compiled code while they ran |
//! | `deopts` | guards of optimised code that failed, and were resumed in the interpreter |
//! | `exits_forcible`, `exits_forced` | guards that were to fail once, and those that have |
//! | `invalidations` | compiled code given up because a class or a global changed |

pub mod check;
pub mod find;
pub mod modes;
pub mod outcome;
pub mod pair;
pub mod process;
pub mod rows;
