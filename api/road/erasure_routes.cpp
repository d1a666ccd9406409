// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/erasure_routes.hpp"

#include <sodium.h>

#include "api/net/on_loop.hpp"
#include "api/render/escaped.hpp"
#include "core/people/account.hpp"

namespace api {
namespace {

constexpr std::int64_t given_us = 10 * std::int64_t{60'000'000};

net::Response answer(std::string content_type, std::string body) {
  net::Response response;
  response.status = 200;
  response.content_type = std::move(content_type);
  response.body = std::make_shared<std::string const>(std::move(body));
  response.headers.push_back({"Cache-Control", "no-store"});
  response.headers.push_back({"Referrer-Policy", "no-referrer"});
  return response;
}

net::Response page(std::string const& body) {
  return answer("text/html; charset=utf-8",
                "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><meta name=\"viewport\" "
                "content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\">"
                "<title>Löschung / Erasure</title><main><h1>Löschung <span lang=\"en\">/ Erasure"
                "</span></h1>" +
                    body + "</main></html>\n");
}

std::string in_both(std::string_view de, std::string_view en) {
  return "<p>" + std::string(de) + "</p><p lang=\"en\">" + std::string(en) + "</p>";
}

net::Response state(std::string_view name, bool as_json, std::string const& html) {
  if (!as_json) return page(html);
  return answer("application/json", "{\"state\":\"" + std::string(name) + "\"}\n");
}

std::string listed(ErasureProof const& proof) {
  std::string out;
  for (auto const& event : proof.events) {
    out += "<details><summary>" + std::to_string(event.position.value) + " " + in_html(event.type) +
           "</summary>";
    out += event.receipt.empty()
               ? in_both("Nennt auch andere: ohne Beleg.", "Names others too: no receipt.")
               : "<pre>" + in_html(event.receipt) + "</pre>";
    out += "</details>";
  }
  return out;
}

std::string html_of(ErasureProof const& proof) {
  return in_both(
             "Der Schlüssel, unter dem alles Persönliche lag, ist zerstört; was verschlüsselt im "
             "Log "
             "bleibt, kann niemand mehr lesen. Bitte speichern: diese Seite gibt es noch zehn "
             "Minuten und dann nicht mehr.",
             "The key under which everything personal lay is destroyed; nobody can read any more "
             "what "
             "stays in the log encrypted. Please save it: this page is there for ten more minutes "
             "and then no more.") +
         "<h2>Erklärung <span lang=\"en\">/ Statement</span></h2><pre>" + in_html(proof.statement) +
         "</pre><h2>Ereignisse und Belege <span lang=\"en\">/ Events and receipts</span></h2>" +
         listed(proof) +
         in_both(
             "Jeder Beleg ist eine Datei NAME.tlog-proof; ohne uns zu fragen prüft ihn: fuge log "
             "verify-receipt NAME.tlog-proof --vkey und dieser Schlüssel:",
             "Each receipt is a file NAME.tlog-proof; it is checked without asking us by: fuge log "
             "verify-receipt NAME.tlog-proof --vkey and this key:") +
         "<pre>" + in_html(proof.vkey) + "</pre>";
}

net::Response nothing() { return net::problem(404, "There is nothing at this path."); }

}  // namespace

std::optional<core::Id> ErasureRoutes::person_of(std::string_view path) const {
  auto const rest = path.substr(prefix.size());
  auto const person = core::Id::parse(rest.substr(0, rest.find('/')));
  if (!person) return {};
  auto const right =
      erasure_path(*person, ports_.evidence.vault.tenant_secret(), ports_.evidence.crypto);
  bool const known =
      path.size() == right.size() && sodium_memcmp(path.data(), right.data(), right.size()) == 0;
  return known ? person : std::nullopt;
}

bool ErasureRoutes::is_over(core::Id const& person) const {
  auto const given = ports_.identity.proof_given(person);
  return given && ports_.clock.now().us > given->us + given_us;
}

net::Response ErasureRoutes::tell(core::Id const& person, bool erased, bool as_json) const {
  if (is_over(person))
    return state("given", as_json,
                 in_both("Der Nachweis wurde schon abgeholt, und es gibt ihn nur einmal.",
                         "The proof has been given already. There is only one."));
  if (!erased)
    return state(
        "requested", as_json,
        in_both("Die Löschung ist noch nicht ausgeführt. Danach gibt es hier den Nachweis.",
                "The erasure has not been carried out yet. After it the proof is here."));
  return state(
      "ready", as_json,
      in_both("Die Löschung ist ausgeführt.", "The erasure has been carried out.") +
          "<form method=\"post\"><button>Nachweis einmal abholen <span lang=\"en\">/ Get the "
          "proof, once</span></button></form>");
}

// It is noted before it leaves.
net::Response ErasureRoutes::give(core::Id const& person, bool as_json) const {
  if (is_over(person)) return net::problem(410, "The proof has been given already.");
  auto const proof = prove_erasure(ports_.evidence, person);
  if (!proof)
    return net::problem(409, "The erasure is not done to its end yet: try again in a second.");
  if (!ports_.identity.proof_given(person))
    ports_.identity.note_proof_given(person, ports_.clock.now());
  return as_json ? answer("application/json", proof->json()) : page(html_of(*proof));
}

void ErasureRoutes::serve(net::Request const& request, std::string_view path,
                          net::Respond respond) {
  auto const person = person_of(path);
  if (!person) return respond(nothing());
  bool const gives = request.method == "POST";
  if (!gives && request.method != "GET" && request.method != "HEAD") {
    auto refused = net::problem(405, "This path takes another method.");
    refused.headers.push_back({"Allow", "GET, POST"});
    return respond(std::move(refused));
  }
  auto const account = ports_.world.account.load(*person);
  bool const erased = account.stage == core::account::Stage::erased;
  if (!erased && account.erasure_due.us == 0) return respond(nothing());
  if (gives && !erased)
    return respond(net::problem(409, "The erasure has not been carried out yet."));
  bool const as_json = request.header("Accept").find("application/json") != std::string_view::npos;
  auto const held = net::on_loop(ports_.context, std::move(respond));
  ports_.background.run([this, held, person = *person, gives, erased, as_json] {
    auto response = gives ? give(person, as_json) : tell(person, erased, as_json);
    boost::asio::post(ports_.context, [held, response = std::move(response)]() mutable {
      (*held)(std::move(response));
    });
  });
}

}  // namespace api
