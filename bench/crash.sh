#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2
#
# kill -9 under load, a thousand times (ROUNDS=N for another number): what tests/program/crash.test.mjs does 25 times.
set -eu
FUGE=${FUGE:-$PWD/build/release/fuge} ROUNDS=${ROUNDS:-1000} exec node --test tests/program/crash.test.mjs
