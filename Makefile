# Kadry. Each target below is one command on a machine that has Swift 6.2 or newer:
#
#   make demo            reads the corpus and shows what can be asked
#   make test            all tests
#   make install         the program and its lexicons below PREFIX
#   make dist            a tarball for machines without Swift
#
# `make deps`, which they run first, installs the system libraries that are missing, and says which.

SWIFT ?= swift
PREFIX ?= /usr/local
# Further flags for every build, such as --scratch-path DIR.
SWIFT_FLAGS ?=

# Homebrew keeps these out of the places that pkg-config looks in.
ifeq ($(shell uname -s),Darwin)
BREW_PREFIX := $(shell brew --prefix 2>/dev/null)
KEGS := sqlite libarchive zlib openssl@3
export PKG_CONFIG_PATH := $(subst $() ,:,$(foreach keg,$(KEGS),$(BREW_PREFIX)/opt/$(keg)/lib/pkgconfig)):$(PKG_CONFIG_PATH)
endif

RELEASE = $(shell $(SWIFT) build $(SWIFT_FLAGS) -c release --show-bin-path)

.PHONY: all deps build demo test lint bench dist install check-library clean

all: build

deps:
	@.ci/deps

build: deps
	$(SWIFT) build $(SWIFT_FLAGS) -c release --product kadry

demo: build
	@.ci/demo "$(RELEASE)/kadry"

test: deps
	$(SWIFT) test $(SWIFT_FLAGS)

lint:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift
	@.ci/check-tracked

bench: deps
	$(SWIFT) build $(SWIFT_FLAGS) -c release --product kadry-bench
	"$(RELEASE)/kadry-bench"

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/kadry"
	install -m 755 "$(RELEASE)/kadry" "$(DESTDIR)$(PREFIX)/bin/kadry"
	rm -rf "$(DESTDIR)$(PREFIX)/share/kadry/Lexicons"
	cp -R Lexicons "$(DESTDIR)$(PREFIX)/share/kadry/Lexicons"

dist: deps
	@SWIFT="$(SWIFT)" .ci/tarball $(SWIFT_FLAGS)

check-library: deps
	@SWIFT="$(SWIFT)" .ci/check-library

clean:
	rm -rf .build
