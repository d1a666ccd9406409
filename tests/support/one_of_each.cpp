// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/one_of_each.hpp"

#include "tests/support/text_table.hpp"
#include "tests/support/written.hpp"

namespace support {
namespace {

constexpr char const* steps = R"(
  console | account.register       | 'account':'$lea','ofAge':true
  console | account.register       | 'account':'$tom','ofAge':true
  console | account.register       | 'account':'$tim','ofAge':true
  console | account.register       | 'account':'$rita','ofAge':true
  console | account.register       | 'account':'$olga','ofAge':true
  console | account.register       | 'account':'$otto','ofAge':true
  lea     | account.giveConsent    | 'account':'$lea','purpose':'directory','textVersion':1
  console | tenant.configure       | 'tenant':'74656e61-6e74-8000-8000-000000000001','nameDe':'H','nameEn':'H','zone':'Europe/Berlin'
  console | tenant.defineMeasure   | 'tenant':'74656e61-6e74-8000-8000-000000000001','measure':'$measure','code':'m','nameDe':'M','nameEn':'M'
  console | vocabulary.addTerm     | 'term':'$term','labels':[{'language':'de','text':'Optik','preferred':true},{'language':'en','text':'Optics','preferred':true}]
  console | vocabulary.addTerm     | 'term':'$term-draft','labels':[{'language':'de','text':'Glas','preferred':true}]
  lea     | profile.create         | 'profile':'$lea','displayName':'Lea','sector':'science','offers':[{'term':'$term','level':2}]
  lea     | profile.list           | 'profile':'$lea'
  lea     | follow.start           | 'person':'$lea','kind':'term','target':'$term'
  lea     | person.block           | 'person':'$lea','blocked':'$olga'
  lea     | person.report          | 'person':'$lea','kind':'person','about':'$tim','reason':'R'
  console | privacy.recordRequest  | 'request':'$request','kind':'access','description':'D'
  console | course.design          | 'course':'$course','title':'C','teaches':[{'term':'$term'}]
  rita    | organisation.register  | 'organisation':'$organisation','name':'O','sector':'business'
  console | organisation.verify    | 'organisation':'$organisation'
  otto    | organisation.requestMembership | 'organisation':'$organisation'
  lea     | idea.draft             | 'idea':'$idea','title':'I','measure':'$measure'
  lea     | idea.submit            | 'idea':'$idea'
  lea     | idea.addCoAuthor       | 'idea':'$idea','person':'$otto'
  console | programme.announce     | 'programme':'$programme','title':'P','measure':'$measure','phases':[{'title':'First'},{'title':'Second'},{'title':'Third'}]
  console | programme.openApplications  | 'programme':'$programme','deadline':'2100-01-01T00:00:00Z'
  console | programme.submitApplication | 'programme':'$programme','person':'$tom'
  console | programme.acceptApplication | 'programme':'$programme','person':'$tom'
  console | programme.confirmEnrolment  | 'programme':'$programme','person':'$tom','status':'student'
  console | programme.submitApplication | 'programme':'$programme','person':'$tim'
  console | programme.acceptApplication | 'programme':'$programme','person':'$tim'
  console | programme.confirmEnrolment  | 'programme':'$programme','person':'$tim','status':'student'
  console | programme.submitApplication | 'programme':'$programme','person':'$otto'
  console | programme.acceptApplication | 'programme':'$programme','person':'$otto'
  console | programme.confirmEnrolment  | 'programme':'$programme','person':'$otto','status':'citizen'
  otto    | team.form              | 'team':'$team-open','name':'G','kind':'expertGroup'
  lea     | team.requestJoin       | 'team':'$team-open'
  rita    | team.requestJoin       | 'team':'$team-open'
  tom     | team.form              | 'team':'$team','name':'T','programme':'$programme'
  tim     | team.requestJoin       | 'team':'$team'
  tom     | team.acceptRequest     | 'team':'$team','person':'$tim'
  tom     | team.invite            | 'team':'$team','person':'$otto','expires':'2100-01-01T00:00:00Z'
  tom     | team.openRole          | 'team':'$team','role':'$role','skill':{'term':'$term'}
  lea     | challenge.draft        | 'challenge':'$challenge-posed','title':'C','contact':'C'
  lea     | challenge.submit       | 'challenge':'$challenge-posed'
  console | challenge.draft        | 'challenge':'$challenge-open','title':'C','contact':'C','owner':'$lea'
  console | challenge.submit       | 'challenge':'$challenge-open'
  console | challenge.approve      | 'challenge':'$challenge-open'
  console | challenge.publish      | 'challenge':'$challenge-open'
  otto    | challenge.applyTeam    | 'challenge':'$challenge-open','team':'$team-open','acceptsTerms':true
  console | challenge.draft        | 'challenge':'$challenge','title':'C','contact':'C','owner':'$lea','organisation':'$organisation'
  console | challenge.submit       | 'challenge':'$challenge'
  console | challenge.approve      | 'challenge':'$challenge'
  console | challenge.publish      | 'challenge':'$challenge','programme':'$programme'
  tom     | challenge.applyTeam    | 'challenge':'$challenge','team':'$team','acceptsTerms':true
  console | programme.start        | 'programme':'$programme'
  tom     | project.start          | 'project':'$project','title':'P','measure':'$measure','team':'$team'
  tom     | project.registerPrototype | 'project':'$project','prototype':'$prototype','evidence':'https://example.org/p','licence':'MIT'
  rita    | project.commissionImplementation | 'project':'$project','organisation':'$organisation','resources':'R'
)";

std::vector<Step> read_steps() {
  std::vector<Step> all;
  for (auto const& row : text_table(steps)) all.push_back({row[0], row[1], "{" + row[2] + "}"});
  return all;
}

}  // namespace

std::vector<Step> const& one_of_each() {
  static auto const all = read_steps();
  return all;
}

core::Id the_one(core::Family family) {
  core::Id found;
  for (auto const& step : one_of_each()) {
    Written const written(step.method, step.json);
    CHECK(written.read.has_value());
    auto const& type = *written.command.type;
    if (type.family == family) found = core::id_in(written.command.body, *type.stream);
  }
  return found;
}

}  // namespace support
