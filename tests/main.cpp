// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#define BOOST_TEST_MODULE fuge
#include <boost/test/unit_test.hpp>
