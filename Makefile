# Everything that is built, run and tested here. `make demo` and `make test` need nothing but
# Debian 12 and Swift 6.3: what else is missing they install, and say so.

SWIFT ?= swift
BUILD ?= .build
SHARED ?= ../shared
LIBRARIES = libcurl4-openssl-dev libyaml-dev libssl-dev pkg-config
# The judge of the filter language: Spring's evaluator.
JUDGE = openjdk-17-jdk-headless libspring-expression-java
TESTING = python3 python3-cryptography openssl $(JUDGE)
# Relative relocations are packed, which saves a megabyte of memory in every run.
RELEASE = -c release --static-swift-stdlib -Xswiftc -use-ld=lld \
	-Xlinker -z -Xlinker pack-relative-relocs
export TENTERHOOK_SHARED ?= $(abspath $(SHARED))

.PHONY: demo test test-full check lint format build release hooks bench session catalogue clean

# The main job, told in the terminal.
demo: build
	@.ci/system-packages curl
	@.ci/demo $(BUILD)/debug

build:
	@.ci/system-packages $(LIBRARIES)
	$(SWIFT) build --scratch-path $(BUILD)

release:
	@.ci/system-packages $(LIBRARIES)
	$(SWIFT) build --scratch-path $(BUILD) $(RELEASE) --product tenterhook

# All tests; the big matrices by a seeded sample.
test:
	@.ci/system-packages $(LIBRARIES) $(TESTING)
	$(SWIFT) test --scratch-path $(BUILD) --disable-xctest

# The same with every matrix whole.
test-full:
	@.ci/system-packages $(LIBRARIES) $(TESTING)
	TENTERHOOK_FULL=1 $(SWIFT) test --scratch-path $(BUILD) --disable-xctest

check: lint test

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

# Lint before every commit in this clone.
hooks:
	git config core.hooksPath .githooks

# The figures of docs/benchmarks.md; PART=apply, plan, replay, or build for some of them.
bench: release
	@.ci/system-packages curl python3 jq $(JUDGE) libjackson2-databind-java
	$(SWIFT) build --scratch-path $(BUILD) $(RELEASE) --product tenterhook-lab
	@SWIFT="$(SWIFT)" .ci/bench $(BUILD)/release 9 $(PART)

# The session that the README shows, made anew from the demo.
session: build
	@.ci/system-packages curl
	@.ci/session $(BUILD)/debug README.md

# The shipped catalogue of event types, made anew from Okta's.
catalogue:
	@.ci/system-packages jq
	jq -r -f .ci/catalogue.jq $(SHARED)/okta/event-types.json > Sources/Catalog/EventTypeData.swift

clean:
	rm -rf $(BUILD)
