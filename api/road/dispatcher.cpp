// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/dispatcher.hpp"

#include <boost/asio/post.hpp>

#include "api/json/openrpc.hpp"
#include "api/json/read.hpp"
#include "api/json/rpc_write.hpp"
#include "api/road/meta.hpp"
#include "core/authority.hpp"
#include "core/dispatch_tables.hpp"
#include "core/limits.hpp"

namespace api {
namespace {

std::string refused(std::string const& id, core::Refusal const& refusal) {
  std::string out;
  json::write_refusal(id, refusal, out);
  return out;
}

std::string receipt_json(std::string const& id, core::Receipt const& receipt) {
  capnp::word scratch[32] = {};
  capnp::MallocMessageBuilder message(kj::arrayPtr(scratch, 32));
  auto reply = message.initRoot<core::schema::Receipt>();
  reply.setFirstPosition(receipt.first.value);
  reply.setLastPosition(receipt.last.value);
  reply.setStream(core::data_of(receipt.stream));
  reply.setVersion(receipt.version.value);
  std::string out;
  json::write_result(id, json::table_of<core::schema::Receipt>(),
                     message.getRoot<capnp::AnyStruct>().asReader(), out);
  return out;
}

core::Position at_least_of(core::Type const& type, capnp::AnyStruct::Reader query) {
  auto const* field = type.field("atLeast");
  if (!field) return {};
  auto data = query.getDataSection();
  core::Position position;
  if (field->offset / 8 + 8 <= data.size())
    std::memcpy(&position.value, data.begin() + field->offset / 8, 8);
  return position;
}

// Those of what a command or question is about, where it names that.
core::Scopes scopes_of(core::World const& world, core::Type const& type,
                       capnp::AnyStruct::Reader asked) {
  if (!type.stream) return {};
  return core::scopes_of(world, {type.family, core::id_in(asked, *type.stream)});
}

core::account::State account_of(core::World const& world, core::Type const& type,
                                capnp::AnyStruct::Reader query) {
  static auto const accounts = core::schema_tables().family("account");
  if (type.family != accounts || !type.stream) return {};
  return world.account.load(core::id_in(query, *type.stream));
}

bool is_staff(core::World const& world, core::Id const& actor) {
  return !actor.is_nil() && world.account.load(actor).is_staff();
}

}  // namespace

// The answers of one message, collected until all are there.
struct Dispatcher::Answers {
  bool batch = false;
  std::size_t missing = 0;
  std::vector<std::string> parts;
  Send send;

  void put(std::size_t i, std::string part) {
    parts[i] = std::move(part);
    if (--missing == 0) finish();
  }
  void finish() {
    if (!batch) return send(std::move(parts.front()));
    std::string out;
    for (auto const& part : parts)
      if (!part.empty()) (out += out.empty() ? '[' : ',') += part;
    if (!out.empty()) out += ']';
    send(std::move(out));
  }
};

Dispatcher::Dispatcher(boost::asio::io_context& context, Road& road, ViewThread& views,
                       Rooms& rooms, std::uint32_t commands_per_second)
    : context_(context),
      road_(road),
      views_(views),
      rooms_(rooms),
      rate_limit_(commands_per_second) {}

// Those who run the hub, and the programs that it trusts, are not counted.
core::Result<void> Dispatcher::in_turn(core::Id const& actor) {
  if (actor.is_nil()) return {};
  auto const& account = road_.engine().world().account.hold(actor);
  if (account.holds(core::Role::OPERATOR) || account.holds(core::Role::SERVICE)) return {};
  auto const early = rate_limit_.take(actor, road_.engine().time());
  if (early == 0) return {};
  return core::refuse("rate.limited", {}, "again in " + std::to_string(early / 1000 + 1) + " ms");
}

// For some things one signs in again, in one's own matters.
core::Result<void> Dispatcher::may_go_on(Caller const& caller, core::Type const& type,
                                         capnp::AnyStruct::Reader command) {
  if (!type.fresh || caller.actor.is_nil()) return {};
  auto const& engine = road_.engine();
  bool const own = scopes_of(engine.world(), type, command).self == caller.actor;
  bool const lately = engine.time().us - caller.signed_in.us <= core::limits::fresh_login_us;
  if (!own || lately) return {};
  return core::refuse("auth.not-fresh", {}, "sign in again");
}

void Dispatcher::handle(Caller const& caller, std::string_view text, Edge& edge, Send send) {
  ++messages_;
  padded_.reserve(text.size() + simdjson::SIMDJSON_PADDING);
  padded_.assign(text);
  auto const message = parser_.parse(
      simdjson::padded_string_view(padded_.data(), padded_.size(), padded_.capacity()));
  if (message.refusal) return send(refused("null", *message.refusal));
  if (message.is_batch && !caller.idempotency_key.is_nil())
    return send(refused("null", core::refuse("input.invalid", "Idempotency-Key",
                                             "names one command; in a batch each has its own "
                                             "meta.commandId")));
  auto answers = std::make_shared<Answers>();
  answers->batch = message.is_batch;
  answers->missing = message.requests.size();
  answers->parts.resize(message.requests.size());
  answers->send = std::move(send);
  for (std::size_t i = 0; i < message.requests.size(); ++i) {
    bool const silent = message.requests[i].is_notification;
    handle(caller, message.requests[i], edge, [answers, i, silent](std::string part) {
      answers->put(i, silent ? std::string() : std::move(part));
    });
  }
}

void Dispatcher::handle(Caller const& caller, json::Request const& request, Edge& edge,
                        Answer answer) {
  if (request.refusal) return answer(refused(request.id, *request.refusal));
  if (request.method == "rpc.discover") {
    static std::string const document = json::openrpc_document(core::schema_tables());
    std::string out;
    json::write_result(request.id, document, out);
    return answer(std::move(out));
  }
  auto const* type = core::schema_tables().method(request.method);
  if (!type)
    return answer(
        refused(request.id, core::refuse("rpc.unknown-method", {}, std::string(request.method))));
  if (type->use == core::Use::command) return command(caller, request, *type, std::move(answer));
  query(caller, request, *type, edge, std::move(answer));
}

void Dispatcher::command(Caller const& caller, json::Request const& request, core::Type const& type,
                         Answer answer) {
  if (auto may = in_turn(caller.actor); !may) return answer(refused(request.id, may.error()));
  capnp::MallocMessageBuilder message, meta_message;
  auto root = message.initRoot<capnp::AnyPointer>();
  auto meta = meta_message.initRoot<capnp::AnyPointer>();
  if (auto read = json::read_command(json::tables().of(type), request.params, root, meta); !read)
    return answer(refused(request.id, read.error()));
  core::Command command{.type = &type,
                        .body = root.getAs<capnp::AnyStruct>().asReader(),
                        .actor = caller.actor,
                        .id = caller.idempotency_key};
  if (auto may = may_go_on(caller, type, command.body); !may)
    return answer(refused(request.id, may.error()));
  std::vector<core::Command::Expected> expected;
  if (auto read = read_meta(meta.asReader().getAs<core::schema::Meta>(), command, expected); !read)
    return answer(refused(request.id, read.error()));
  road_.submit(command, [id = request.id,
                         answer = std::move(answer)](core::Result<core::Receipt> const& result) {
    answer(result ? receipt_json(id, *result) : refused(id, result.error()));
  });
}

void Dispatcher::query(Caller const& caller, json::Request const& request, core::Type const& type,
                       Edge& edge, Answer answer) {
  auto message = std::make_shared<capnp::MallocMessageBuilder>();
  auto root = message->initRoot<capnp::AnyPointer>();
  if (auto read = json::read(json::tables().of(type), request.params, root); !read)
    return answer(refused(request.id, read.error()));
  auto const& world = road_.engine().world();
  auto role = core::authorise(world, type, caller.actor, false,
                              scopes_of(world, type, root.getAs<capnp::AnyStruct>().asReader()));
  if (!role) return answer(refused(request.id, role.error()));
  if (!type.edge && edge.asked->questions >= core::limits::questions_per_connection_max)
    return answer(refused(request.id, core::refuse("server.busy", {}, "wait for answers first")));
  if (!type.edge)
    return ask({.actor = caller.actor,
                .role = *role,
                .staff = is_staff(world, caller.actor),
                .position = {},
                .rooms = rooms_,
                .about = account_of(world, type, root.getAs<capnp::AnyStruct>().asReader())},
               edge.asked, request.id, type, message, std::move(answer));
  capnp::MallocMessageBuilder reply;
  auto reply_root = reply.initRoot<capnp::AnyPointer>();
  if (auto answered = edge.answer(type, root.getAs<capnp::AnyStruct>().asReader(), reply_root);
      !answered)
    return answer(refused(request.id, answered.error()));
  std::string out;
  json::write_result(request.id, json::tables().of(*type.reply),
                     reply_root.getAs<capnp::AnyStruct>().asReader(), out);
  answer(std::move(out));
}

// Over to thread P and back.
void Dispatcher::ask(Asking asking, std::shared_ptr<Edge::Asked> asked, std::string id,
                     core::Type const& type, std::shared_ptr<capnp::MallocMessageBuilder> query,
                     Answer answer) {
  auto const at_least = at_least_of(type, query->getRoot<capnp::AnyStruct>().asReader());
  auto shared_answer = std::make_shared<Answer>(std::move(answer));
  ++asked->questions;
  asking.now = road_.engine().time();
  auto job = [this, asking, asked, id, &type, query, shared_answer](bool reached) mutable {
    if (asked->gone) return;
    asking.position = views_.position();
    capnp::MallocMessageBuilder reply;
    auto root = reply.initRoot<capnp::AnyPointer>();
    auto const answered =
        reached ? api::answer(asking, type, query->getRoot<capnp::AnyStruct>().asReader(), root)
                : core::refuse("read.too-early", "atLeast");
    std::string out;
    if (answered)
      json::write_result(id, json::tables().of(*type.reply),
                         root.getAs<capnp::AnyStruct>().asReader(), out);
    else json::write_refusal(id, answered.error(), out);
    boost::asio::post(context_, [asked, shared_answer, out = std::move(out)]() mutable {
      --asked->questions;
      (*shared_answer)(std::move(out));
    });
  };
  if (views_.ask(at_least, std::move(job))) return;
  --asked->questions;
  (*shared_answer)(refused(id, core::refuse("server.busy")));
}

}  // namespace api
