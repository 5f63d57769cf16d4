//! The benchmark comparer.
//!
//! Runs of the contestants alternate, so that a machine that slows down for a while slows
//! all of them; medians, because one disturbed run should not count. Every contestant must
//! print what CPython printed, or its time is not shown.

use crate::Arguments;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use tests::pair::{self, Pair};
use tests::process::{self, Finished};
use tests::{find, outcome};

/// Which program runs the benchmarks, and how.
struct Contestant {
    name: String,
    program: PathBuf,
    options: Vec<String>,
    py3: bool,
}

#[derive(Default)]
struct Measured {
    times: Vec<Duration>,
    memory: Vec<u64>,
    wrong: Option<String>,
}

struct Settings {
    runs: u64,
    small: bool,
    cpu: bool,
}

pub fn main(args: &[String]) -> Result<(), String> {
    let mut args = Arguments::new(args);
    let mut settings = Settings {
        runs: 3,
        small: false,
        cpu: false,
    };
    let mut modes = "default,-I".to_owned();
    let mut pyston = None;
    let mut names = Vec::new();
    while let Some(arg) = args.next() {
        match arg {
            "--runs" => settings.runs = args.number(arg)?.max(1),
            "--small" => settings.small = true,
            "--cpu" => settings.cpu = true,
            "--modes" => modes = args.value(arg)?.to_owned(),
            "--pyston" => pyston = Some(PathBuf::from(args.value(arg)?)),
            name if !name.starts_with('-') => names.push(name),
            _ => return Err(format!("unknown option {arg}")),
        }
    }
    let contestants = contestants(pyston, &modes);
    if contestants.is_empty() {
        return Err("neither pyston nor CPython 2.7 found".to_owned());
    }
    let folder = find::root().join("bench");
    let programs: Vec<PathBuf> = pair::programs(&folder)
        .map_err(|error| error.to_string())?
        .into_iter()
        .filter(|path| {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            names.is_empty() || names.iter().any(|name| *name == stem)
        })
        .collect();
    if programs.is_empty() {
        return Err("no benchmark of that name in bench/".to_owned());
    }

    let mut table = Table::new(&contestants);
    for program in &programs {
        let pair = Pair::read(program).map_err(|error| error.to_string())?;
        let row = measure(&pair, &contestants, &settings)?;
        let name = program.file_stem().unwrap_or_default().to_string_lossy();
        table.add(&name, &row);
    }
    table.finish();
    start_up(&contestants, settings.runs);
    if table.wrong {
        return Err("outputs differ".to_owned());
    }
    Ok(())
}

/// CPython first: it is what the others are compared with.
fn contestants(pyston: Option<PathBuf>, modes: &str) -> Vec<Contestant> {
    let mut found = Vec::new();
    let mut add = |name: String, program: PathBuf, options: Vec<String>, py3| {
        found.push(Contestant {
            name,
            program,
            options,
            py3,
        });
    };
    match find::cpython() {
        Some(python) => add("cpython".to_owned(), python, Vec::new(), false),
        None => eprintln!("no CPython 2.7 found (PYTHON27): no ratios"),
    }
    match pyston.map_or_else(find::pyston, Ok) {
        Ok(pyston) => {
            for mode in modes.split(',') {
                let options: Vec<String> = mode
                    .split_whitespace()
                    .filter(|option| *option != "default")
                    .map(str::to_owned)
                    .collect();
                let mut name = "pyston".to_owned();
                for option in &options {
                    name += &format!(" {option}");
                }
                add(name, pyston.clone(), options, false);
            }
        }
        Err(message) => eprintln!("{message}"),
    }
    if let Some((pypy, py3)) = find::pypy() {
        let name = pypy.file_name().unwrap_or_default().to_string_lossy();
        add(name.into_owned(), pypy, Vec::new(), py3);
    }
    found
}

/// Runs one benchmark under everyone who can; `None` for who cannot.
fn measure(
    pair: &Pair,
    contestants: &[Contestant],
    settings: &Settings,
) -> Result<Vec<Option<Measured>>, String> {
    let mut row: Vec<Option<Measured>> = contestants
        .iter()
        .map(|c| (!c.py3 || pair.py3).then(Measured::default))
        .collect();
    let mut reference: Option<Vec<u8>> = None;
    for _ in 0..settings.runs {
        for (contestant, measured) in contestants.iter().zip(&mut row) {
            let Some(measured) = measured else { continue };
            if measured.wrong.is_some() {
                continue;
            }
            let mut command = find::clean(&contestant.program);
            command.args(&contestant.options).arg(&pair.script);
            if settings.small {
                command.args(&pair.args);
            }
            let run = finish(&mut command)?;
            let outcome = outcome::render(&run);
            let reference = reference.get_or_insert_with(|| outcome.clone());
            if outcome != *reference {
                measured.wrong = Some(outcome::difference(reference, &outcome));
                continue;
            }
            measured
                .times
                .push(if settings.cpu { run.cpu } else { run.wall });
            measured.memory.push(run.peak_memory);
        }
    }
    Ok(row)
}

fn finish(command: &mut Command) -> Result<Finished, String> {
    process::run(command, b"", find::limit() * 5).map_err(|error| {
        let program = command.get_program().to_string_lossy();
        format!("{program}: {error}")
    })
}

/// Prints rows as they come, and keeps the ratios for the geometric means.
struct Table {
    width: usize,
    compared: bool,
    times: Vec<Vec<f64>>,
    memory: Vec<Vec<f64>>,
    wrong: bool,
}

impl Table {
    fn new(contestants: &[Contestant]) -> Table {
        let width = contestants.iter().map(|c| c.name.len()).max().unwrap_or(0);
        let width = width.max(15);
        print!("{:18}", "");
        for contestant in contestants {
            print!(" {:>width$}", contestant.name);
        }
        println!();
        Table {
            width,
            compared: contestants[0].name == "cpython",
            times: vec![Vec::new(); contestants.len()],
            memory: vec![Vec::new(); contestants.len()],
            wrong: false,
        }
    }

    fn add(&mut self, name: &str, row: &[Option<Measured>]) {
        let width = self.width;
        let base = row[0].as_ref();
        let base_time = base
            .and_then(|m| median(&m.times))
            .filter(|_| self.compared);
        let base_memory = base
            .and_then(|m| median(&m.memory))
            .filter(|_| self.compared);
        print!("{name:18}");
        for (column, measured) in row.iter().enumerate() {
            let cell = match measured {
                None => "-".to_owned(),
                Some(Measured { wrong: Some(_), .. }) => "WRONG".to_owned(),
                Some(measured) => {
                    let time = median(&measured.times).unwrap_or_default().as_secs_f64();
                    let mut cell = format!("{time:.3} s");
                    if let (Some(base), true) = (base_time, column > 0) {
                        // Higher is faster than CPython.
                        let ratio = base.as_secs_f64() / time.max(1e-6);
                        self.times[column].push(ratio);
                        cell += &format!(" {ratio:6.2}x");
                    }
                    if let (Some(base), Some(memory)) = (base_memory, median(&measured.memory)) {
                        self.memory[column].push(memory as f64 / base as f64);
                    }
                    cell
                }
            };
            print!(" {cell:>width$}");
        }
        println!();
        for (column, measured) in row.iter().enumerate() {
            if let Some(difference) = measured.as_ref().and_then(|m| m.wrong.as_ref()) {
                self.wrong = true;
                print!("in column {}, {difference}", column + 1);
            }
        }
    }

    fn finish(&self) {
        if !self.compared {
            return;
        }
        self.means("speed, mean", &self.times);
        self.means("memory, mean", &self.memory);
    }

    fn means(&self, title: &str, columns: &[Vec<f64>]) {
        let width = self.width;
        print!("{title:18} {:>width$}", "1.00x");
        for ratios in &columns[1..] {
            match geometric_mean(ratios) {
                Some(mean) => print!(" {:>width$}", format!("{mean:.2}x")),
                None => print!(" {:>width$}", "-"),
            }
        }
        println!();
    }
}

/// Modules that programs commonly import.
const COMMON: &str = "os, sys, re, json, collections, itertools, functools, datetime, decimal, string, random, math, \
    time, struct, socket, threading, Queue, subprocess, logging, unittest, pickle, cPickle, StringIO, urllib, urllib2, \
    httplib, tempfile, shutil, optparse, traceback";

/// How long each contestant needs to start: for nothing, with and without `site`, and for imports.
fn start_up(contestants: &[Contestant], runs: u64) {
    let imports = format!("import {COMMON}");
    let whats: [(&str, &[&str]); 3] = [
        ("-c pass", &["-c", "pass"]),
        ("-S -c pass", &["-S", "-c", "pass"]),
        ("30 imports", &["-c", &imports]),
    ];
    for (what, arguments) in whats {
        // Another Python's library has other modules.
        let takes_part = |c: &&Contestant| what != "30 imports" || !c.name.starts_with("pypy");
        let contestants: Vec<&Contestant> = contestants.iter().filter(takes_part).collect();
        let mut rows: Vec<Vec<Duration>> = vec![Vec::new(); contestants.len()];
        for _ in 0..runs.max(11) {
            for (contestant, times) in contestants.iter().zip(&mut rows) {
                let mut command = find::clean(&contestant.program);
                command.args(&contestant.options).args(arguments);
                if let Ok(run) = finish(&mut command) {
                    times.push(run.wall);
                }
            }
        }
        print!("start-up {what:10}");
        for (contestant, times) in contestants.iter().zip(&rows) {
            let time = median(times).unwrap_or_default().as_secs_f64() * 1000.0;
            print!("  {} {time:.1} ms", contestant.name);
        }
        println!();
    }
}

fn median<T: Ord + Copy>(values: &[T]) -> Option<T> {
    let mut sorted = values.to_vec();
    sorted.sort();
    sorted.get(sorted.len() / 2).copied()
}

fn geometric_mean(ratios: &[f64]) -> Option<f64> {
    if ratios.is_empty() {
        return None;
    }
    let logarithms: f64 = ratios.iter().map(|ratio| ratio.ln()).sum();
    Some((logarithms / ratios.len() as f64).exp())
}

#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn middle_values() {
        assert_eq!(median(&[3, 1, 2]), Some(2));
        assert_eq!(median::<u64>(&[]), None);
        let mean = geometric_mean(&[2.0, 8.0]).unwrap();
        assert!((mean - 4.0).abs() < 1e-9);
    }
}
