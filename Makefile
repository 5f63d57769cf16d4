# The verbs. A fresh Debian machine with Rust and make needs nothing else first:
#
#   make run ARGS=script.py     build, and run a script
#   make check                  formatting, lints, every test
#
# X is the name of a benchmark or of a conformance program:
#
#   make run_X                  run it
#   make check_X                check it in every mode
#   make perf_X                 compare its speed with CPython's
#   make dbg_X                  run it in a debugger
#   make watch_X                check it again whenever a source changes
#
#   make audit_ROW              what becomes of a row of spec/ (add, get_attr, list.append): handler, IR, assembly
#   make perf                   compare all benchmarks
#   make expected               regenerate .expected files, from a CPython 2.7
#   make fuzz ARGS='--count 99' compare random programs with a CPython 2.7
#   make format                 format the sources

CARGO  ?= cargo
ARGS   ?=
LLVM   := $(or $(LLVM_SYS_191_PREFIX),/usr/lib/llvm-19)
OPENSSL := $(or $(OPENSSL_LIB_DIR),/usr/lib/x86_64-linux-gnu)
TARGET := $(or $(CARGO_TARGET_DIR),target)
PYSTON := $(TARGET)/release/pyston
XTASK  := $(CARGO) run --quiet --release -p xtask --

# The program called $*.
script = $(or $(firstword $(wildcard conformance/*/$*.py bench/$*.py)),$(error no program $*.py in conformance/ or bench/))

.PHONY: deps build run check test fmt-check clippy format perf expected fuzz

# What the build needs beyond Rust: LLVM 19 with its static libraries, what those link
# against, OpenSSL, and a C++ linker; and the library that `import curses` looks for.
deps:
	@missing=; \
	[ -x $(LLVM)/bin/llvm-config ] && [ -e $(LLVM)/lib/libLLVMCore.a ] || missing="$$missing llvm-19-dev"; \
	[ -e $(LLVM)/lib/libPolly.a ] || missing="$$missing libpolly-19-dev"; \
	[ -e /usr/include/zstd.h ] || missing="$$missing libzstd-dev"; \
	[ -e /usr/include/zlib.h ] || missing="$$missing zlib1g-dev"; \
	[ -e $(OPENSSL)/libssl.a ] || missing="$$missing libssl-dev"; \
	[ -e /usr/include/expat.h ] || missing="$$missing libexpat1-dev"; \
	/sbin/ldconfig -p | grep -q libncursesw.so.6 || missing="$$missing libncursesw6"; \
	command -v c++ >/dev/null || missing="$$missing g++"; \
	[ -z "$$missing" ] && exit 0; \
	command -v apt-get >/dev/null || { echo "please install:$$missing (named as Debian does)"; exit 1; }; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	$$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -qq -y$$missing

build: deps
	$(CARGO) build --release -p pyston

run: build
	@$(PYSTON) $(ARGS)

check: deps fmt-check clippy test

fmt-check:
	$(CARGO) fmt --all --check

clippy: deps
	$(CARGO) clippy --profile quick --workspace --all-targets -- -D warnings

# The executable as users have it. The programs that test it are many, and to link one in the release profile takes a
# minute: they have the quick one.
test: build
	$(CARGO) test --profile quick --workspace --no-fail-fast

run_%: build
	@cd $(dir $(script)) && $(abspath $(PYSTON)) $(notdir $(script)) $(ARGS)

check_%: build
	$(CARGO) test --quiet --profile quick -p tests --test conformance -- $*.py

perf_%: build
	@$(XTASK) perf $* $(ARGS)

audit_%: build
	@$(XTASK) audit $* --pyston $(PYSTON) $(ARGS)

dbg_%: build
	@cd $(dir $(script)) && rust-gdb --args $(abspath $(PYSTON)) $(notdir $(script)) $(ARGS)

watch_%:
	@while :; do \
	  touch $(TARGET)/.watched; \
	  $(MAKE) --no-print-directory check_$*; \
	  until git ls-files -co --exclude-standard | xargs -d '\n' ls -t 2>/dev/null | head -n 1 \
	    | xargs -I '{}' test '{}' -nt $(TARGET)/.watched; do sleep 1; done; \
	done

perf: build
	@$(XTASK) perf $(ARGS)

expected:
	@$(XTASK) expected $(ARGS)

fuzz: build
	@$(XTASK) fuzz $(ARGS)

format:
	$(CARGO) fmt --all
