// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Our canonical forms are Cap'n Proto's own, byte for byte.
#include "core/canonical.hpp"

#include <boost/test/unit_test.hpp>

#include "core/record.hpp"
#include "core/schema/profile.capnp.h"

namespace {

using core::profile::ProfileCreated;

std::string text_of(core::Bytes bytes) { return std::string(core::view_of(bytes)); }
std::string reference(capnp::AnyStruct::Reader value) {
  auto const words = value.canonicalize();
  auto const bytes = words.asBytes();
  return text_of({bytes.begin(), bytes.size()});
}

// Not canonical: set in the wrong order, with a hole, and with zeros at the ends of its sections.
struct Profile {
  Profile() {
    auto created = message.initRoot<ProfileCreated>();
    auto offers = created.initOffers(2);
    for (auto offer : offers) offer.setTerm(capnp::Data::Reader(kj::arrayPtr(id, sizeof id)));
    offers[0].setLevel(3);
    created.setAbout("replaced later, and left behind as a hole");
    created.setAbout("About");
    created.initLanguages(1).set(0, "de");
    created.setDisplayName("Anna");
    created.setHeadline("");
  }
  capnp::AnyStruct::Reader reader() {
    return ProfileCreated::Reader(message.getRoot<ProfileCreated>());
  }

  kj::byte id[16] = {1, 2, 3};
  capnp::MallocMessageBuilder message;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(canonical, Profile)

BOOST_AUTO_TEST_CASE(a_form_is_the_librarys) {
  core::CanonicalForms forms;
  BOOST_TEST(text_of(forms.of(reader())) == reference(reader()));
}

BOOST_AUTO_TEST_CASE(an_empty_struct_has_a_form_too) {
  capnp::MallocMessageBuilder empty;
  auto const value =
      capnp::AnyStruct::Reader(ProfileCreated::Reader(empty.initRoot<ProfileCreated>()));
  core::CanonicalForms forms;
  BOOST_TEST(text_of(forms.of(value)) == reference(value));
}

BOOST_AUTO_TEST_CASE(forms_stay_as_they_are_until_they_are_cleared_and_memory_is_clean_afterwards) {
  core::CanonicalForms forms;
  for (int round = 0; round < 3; ++round) {
    std::vector<core::Bytes> all;
    for (int i = 0; i < 1000; ++i)
      all.push_back(forms.of(reader()));  // More than one piece of memory.
    for (auto const form : all) BOOST_REQUIRE(text_of(form) == reference(reader()));
    forms.clear();
  }
}

BOOST_AUTO_TEST_CASE(one_that_is_larger_than_a_piece_of_memory_fits) {
  auto created = message.getRoot<ProfileCreated>();
  std::string const about(200'000, 'x');
  created.setAbout(about);
  core::CanonicalForms forms;
  forms.of(reader());
  BOOST_TEST(text_of(forms.of(reader())) == reference(reader()));
}

BOOST_AUTO_TEST_CASE(some_pointers_are_the_form_of_a_struct_that_has_no_others) {
  auto const& type = core::schema_tables().of<ProfileCreated>();
  auto const wanted = type.seals(core::KeyKind::PERSON);
  BOOST_REQUIRE(wanted != 0);
  capnp::MallocMessageBuilder only;
  auto expected = only.initRoot<ProfileCreated>();
  expected.setDisplayName("Anna");
  expected.setAbout("About");
  expected.setHeadline("");
  core::CanonicalForms forms;
  auto const value =
      capnp::AnyStruct::Reader(ProfileCreated::Reader(only.getRoot<ProfileCreated>()));
  BOOST_TEST(text_of(forms.of_pointers(reader(), wanted)) == reference(value));
  BOOST_TEST(forms.of_pointers(reader(), 0).empty());
}

BOOST_AUTO_TEST_SUITE_END()
