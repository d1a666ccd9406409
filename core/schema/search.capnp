# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e7301;
# Finding what there is by its name and its words.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::search");
$Fuge.family(29);

enum Kind {
  person @0;
  organisation @1;
  idea @2;
  challenge @3;
  team @4;
  project @5;
  programme @6;
  course @7;
  term @8;
  post @9;
  # An offer or a need on the board.
}

enum Match {
  # How a word of the question was met, the best first.
  exactWord @0;
  wordBeginning @1;
  # The last word of the question may still be being typed.
  compoundPart @2;
  # A part of a compound, whose other parts are words that the asking person can find.
}

struct Span {
  # From one character up to another, counted in UTF-16 code units, as browsers count.
  start @0 :UInt32;
  end @1 :UInt32;
}

struct Hit {
  kind @0 :Kind;
  id @1 :Data $Fuge.id("any");
  title @2 :Text;
  # What it is called, as far as the asking person may see that.
  field @3 :Text;
  # The text that matched, as the schema calls it: "displayName", "about", "title".
  excerpt @4 :Text;
  # Of that text.
  spans @5 :List(Span);
  # The words in the excerpt that matched.
  match @6 :Match;
  # How the word that matched least matched.
  named @7 :Bool;
  # Whether that word was met in a name, not in a text below it.
  rank @8 :UInt8;
  # 2 * match, and 1 more where it is not named: 0 is best.
}

struct Find $Fuge.query(0x1d01)
    $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Whatever has all of the words in its name or its texts, as far as the asking person may see them; the last word may be the
  # beginning of one. The best rank first, of these by kind and id. Umlauts, accents, sharp s and capitals make no difference.
  text @0 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  # At most 8 words.
  kinds @1 :List(Kind) $Fuge.max(16);
  # Of which kinds; none: of all.
  language @2 :Text $Fuge.language;
  # In which the titles of terms are, "de" or "en"; German if absent.
  limit @3 :UInt16 $Fuge.range(min = 0, max = 50);
  # 0 means 20.
  after @4 :Text $Fuge.max(64);
  # The reply's `next` of the page before.
  atLeast @5 :UInt64;
}

struct FindReply {
  position @0 :UInt64;
  hits @1 :List(Hit);
  next @2 :Text;
  # Where the next page begins; empty where this is the last.
}
