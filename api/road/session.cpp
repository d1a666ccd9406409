// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/session.hpp"

namespace api {
namespace {

std::string_view view(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

constexpr char const* stays_de =
    "Was geschehen ist, bleibt gezählt, ohne Namen: dass jemand teilgenommen, unterstützt oder "
    "gestimmt hat. Texte, die einem "
    "Team, einem Projekt, einer Organisation oder dem Hub gehören, bleiben ohne Angabe, von wem "
    "sie sind.";
constexpr char const* stays_en =
    "What happened stays counted, without a name: that somebody took part, endorsed or voted. "
    "Texts that belong to a team, a "
    "project, an organisation or the hub stay, without saying whose they are.";

template <class Reply>
void set_roles(std::vector<core::Role> const& roles, Reply reply) {
  auto out = reply.initRoles(static_cast<unsigned>(roles.size()));
  for (unsigned i = 0; i < roles.size(); ++i) out.set(i, roles[i]);
}

}  // namespace

std::vector<core::Role> roles_of(core::World const& world, core::Id const& actor) {
  std::vector<core::Role> roles;
  if (actor.is_nil()) return roles;
  roles.push_back(core::Role::MEMBER);
  for (auto const& grant : world.account.load(actor).grants)
    if (std::ranges::find(roles, grant.role) == roles.end()) roles.push_back(grant.role);
  return roles;
}

namespace {

// What would end if the person were erased now: only the engine can tell.
void preview(Connections const& connections, core::account::PreviewErasure::Reader query,
             core::account::PreviewErasureReply::Builder reply) {
  auto const& engine = connections.dispatcher.road().engine();
  auto const person = core::id_from(query.getAccount());
  std::vector<core::StreamKey> ties;
  engine.each_departure(person, [&](core::StreamKey const& tie) { ties.push_back(tie); });
  auto shown = reply.initTies(static_cast<unsigned>(ties.size()));
  for (unsigned i = 0; i < shown.size(); ++i) {
    auto const& known = *core::schema_tables().known(ties[i].family);
    shown[i].setFamily(known.name);
    shown[i].setId(core::data_of(ties[i].id));
    shown[i].setDe(known.ends_de);
    shown[i].setEn(known.ends_en);
  }
  auto const due = engine.world().account.load(person).erasure_due.us;
  reply.setDue(due);
  if (due != 0) reply.setProof(connections.erasure_path(person));
  reply.setStaysDe(stays_de);
  reply.setStaysEn(stays_en);
}

void describe(Connections const& connections, core::Id const& actor,
              core::session::DescribeSessionReply::Builder reply) {
  if (!actor.is_nil()) reply.setSubject(core::data_of(actor));
  set_roles(roles_of(connections.dispatcher.road().engine().world(), actor), reply);
  reply.setEpoch(connections.epoch);
  reply.setPosition(connections.views.position().value);
  reply.setVersion(FUGE_VERSION);
}

// What every kind of connection answers alike. False: another question.
bool answer_alike(Connections const& connections, core::Id const& actor, core::Type const& type,
                  capnp::AnyStruct::Reader query, capnp::AnyPointer::Builder reply) {
  switch (type.id) {
    case core::id_of<core::session::DescribeSession>:
      describe(connections, actor, reply.initAs<core::session::DescribeSessionReply>());
      return true;
    case core::id_of<core::account::PreviewErasure>:
      preview(connections, query.as<core::account::PreviewErasure>(),
              reply.initAs<core::account::PreviewErasureReply>());
      return true;
    default: return false;
  }
}

}  // namespace

Session::Session(Connections& connections, net::Socket& socket, Caller const& caller)
    : connections_(connections), socket_(socket), caller_(caller) {}

Session::~Session() {
  asked->gone = true;
  leave_all();
}

void Session::on_message(std::string_view text) {
  connections_.dispatcher.handle(caller_, text, *this,
                                 [handle = socket_.handle()](std::string answer) {
                                   if (answer.empty()) return;
                                   if (auto socket = handle.lock())
                                     socket->send(net::text_frame(answer));
                                 });
}

void Session::on_close(unsigned) {
  asked->gone = true;
  leave_all();
}

void Session::leave_all() {
  for (auto const& [channel, ticket] : subscriptions_) connections_.feeds.leave(ticket);
  subscriptions_.clear();
}

core::Result<void> Session::answer(core::Type const& type, capnp::AnyStruct::Reader query,
                                   capnp::AnyPointer::Builder reply) {
  namespace session = core::session;
  namespace feed = core::feed;
  if (answer_alike(connections_, caller_.actor, type, query, reply)) return {};
  switch (type.id) {
    case core::id_of<session::AuthenticateSession>:
      return authenticate(query.as<session::AuthenticateSession>(),
                          reply.initAs<session::AuthenticateSessionReply>());
    case core::id_of<feed::SubscribeFeed>:
      return subscribe(query.as<feed::SubscribeFeed>(), reply.initAs<feed::SubscribeFeedReply>());
    case core::id_of<feed::UnsubscribeFeed>:
      return unsubscribe(query.as<feed::UnsubscribeFeed>(),
                         reply.initAs<feed::UnsubscribeFeedReply>());
    default: core::broken("an edge query without an answer", __FILE__, __LINE__);
  }
}

// Signing in as somebody else ends what the first person was following.
core::Result<void> Session::authenticate(core::session::AuthenticateSession::Reader query,
                                         core::session::AuthenticateSessionReply::Builder reply) {
  auto const caller = connections_.caller_of(view(query.getToken()));
  if (!caller) return core::refuse("auth.token", "token");
  if (caller->actor != caller_.actor) leave_all();
  caller_ = *caller;
  reply.setSubject(core::data_of(caller_.actor));
  set_roles(roles_of(connections_.dispatcher.road().engine().world(), caller_.actor), reply);
  return {};
}

core::Result<void> Session::subscribe(core::feed::SubscribeFeed::Reader query,
                                      core::feed::SubscribeFeedReply::Builder reply) {
  std::string const channel(view(query.getChannel()));
  auto const& world = connections_.dispatcher.road().engine().world();
  if (auto may = Feeds::may_follow(world, caller_.actor, channel); !may) return may;
  if (subscriptions_.contains(channel)) return core::refuse("feed.subscribed", "channel");
  auto const from = query.getAfter() < 0
                        ? connections_.views.position()
                        : core::Position{static_cast<std::uint64_t>(query.getAfter())};
  if (from > connections_.views.position())
    return core::refuse("feed.ahead", "after", "beyond the log's end");
  Viewer const viewer{caller_.actor,
                      !caller_.actor.is_nil() && world.account.load(caller_.actor).is_staff()};
  subscriptions_.emplace(channel,
                         connections_.feeds.follow(socket_.handle(), channel, from, viewer));
  reply.setChannel(channel);
  reply.setPosition(from.value);
  reply.setEpoch(connections_.epoch);
  return {};
}

core::Result<void> Session::unsubscribe(core::feed::UnsubscribeFeed::Reader query,
                                        core::feed::UnsubscribeFeedReply::Builder reply) {
  auto const found = subscriptions_.find(view(query.getChannel()));
  if (found == subscriptions_.end()) return core::refuse("feed.not-subscribed", "channel");
  connections_.feeds.leave(found->second);
  subscriptions_.erase(found);
  reply.setChannel(query.getChannel());
  return {};
}

core::Result<void> OneRequest::answer(core::Type const& type, capnp::AnyStruct::Reader query,
                                      capnp::AnyPointer::Builder reply) {
  if (answer_alike(connections_, actor_, type, query, reply)) return {};
  return core::refuse("session.none", {}, "only over a WebSocket");
}

}  // namespace api
