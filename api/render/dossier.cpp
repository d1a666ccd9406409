// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/render/dossier.hpp"

#include "api/json/instants.hpp"
#include "api/json/texts.hpp"
#include "api/json/write.hpp"
#include "api/render/escaped.hpp"
#include "core/limits.hpp"

namespace api {
namespace {

constexpr std::string_view html_head =
    R"(<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width"><title>Auskunft / Access to personal data</title><style>body{font:16px/1.5 sans-serif;max-width:60em;margin:1em auto;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{width:14em;font-weight:normal}h3{margin:1.5em 0 0}p{margin:.2em 0}</style></head><body>)"
    R"(<h1>Auskunft über deine Daten / Your data</h1><p>Alles, was hier über dich gespeichert ist, nach Art. 15 und 20 DSGVO: dein Konto und jedes Ereignis, das du ausgelöst hast oder das dich nennt. Was für jemand anderen verschlüsselt ist, fehlt; andere Personen erscheinen als Kennung.</p><p lang="en">Everything that is kept of you here, by Art. 15 and 20 GDPR: your account, and every event that you caused or that names you. What is sealed for somebody else is left out; other people appear as ids.</p>)";
constexpr std::string_view csv_head = "position,recorded,actor,type,field,value\r\n";

std::string instant(core::Instant at) {
  std::string text;
  json::write_instant(at, text);
  return text;
}

std::string type_name(core::Type const& type) { return type.family_name + "." + type.name; }

// How the schema words the event, with what it holds in the places of its fields.
template <class Cells>
std::string worded(std::string const& pattern, Cells const& cells) {
  std::string words;
  for (std::size_t at = 0; at < pattern.size();) {
    auto const open = pattern.find('{', at), close = pattern.find('}', at);
    words += pattern.substr(at, open - at);
    if (open == std::string::npos || close == std::string::npos) break;
    auto const name = pattern.substr(open + 1, close - open - 1);
    auto const cell = std::ranges::find(cells, name, [](auto const& one) { return one.path; });
    words += cell == cells.end() || cell->text.empty() ? "…" : cell->text;
    at = close + 1;
  }
  return words;
}

std::string heading(core::Type const& type) {
  auto const* known = core::schema_tables().known(type.family);
  return (known ? known->de + " / " + known->en + ": " : std::string()) + type.name;
}

std::string header_json(core::Recorded const& recorded) {
  auto const& header = recorded.header();
  auto json = "{\"position\":" + std::to_string(header.position.value) + ",\"type\":\"" +
              type_name(recorded.type) + "\",\"recorded\":\"" + instant(header.recorded) +
              "\",\"occurred\":\"" + instant(header.occurred) + "\",\"stream\":\"" +
              core::to_string(header.stream.id) + "\"";
  if (!header.actor.is_nil()) json += ",\"actor\":\"" + core::to_string(header.actor) + "\"";
  return json;
}

std::string names_json(std::vector<core::Field const*> const& fields) {
  std::string json;
  for (auto const* field : fields) (json += json.empty() ? "" : ",") += "\"" + field->name + "\"";
  return "[" + json + "]";
}

// Calls visit(path, text) for each value that is no list and no struct.
template <class Visit>
void each_value(std::string const& path, simdjson::dom::element value, Visit const& visit) {
  auto const below = [&](std::string_view name) {
    return path.empty() ? std::string(name) : path + "/" + std::string(name);
  };
  if (value.is_object()) {
    for (auto const [name, one] : value.get_object()) each_value(below(name), one, visit);
  } else if (value.is_array()) {
    std::size_t i = 0;
    for (auto const one : value.get_array()) each_value(below(std::to_string(i++)), one, visit);
  } else {
    std::string_view text;
    visit(path, value.get(text) ? std::string(simdjson::minify(value)) : std::string(text));
  }
}

}  // namespace

Dossier::Dossier(core::account::PersonalData::Reader about) : html_(html_head), csv_(csv_head) {
  std::string json;
  json::write(json::table_of<core::account::PersonalData>(), capnp::AnyStruct::Reader(about), json);
  json_ = "{\"about\":" + json + ",\"events\":[";
  auto const kept = cells(json);
  html_ += "<h2>Konto / Account</h2>";
  add_table(kept);
  add_rows(kept, ",,,account,");
  html_ += "<h2>Was geschah / What happened</h2>";
}

void Dossier::add(core::Recorded const& recorded, WholeEvent const& event) {
  auto const& header = recorded.header();
  std::string json;
  json::write(json::tables().of(recorded.type), event.root(), json);
  if (events_++ > 0) json_ += ',';
  json_ += header_json(recorded) + ",\"event\":" + json +
           ",\"leftOut\":" + names_json(event.left_out()) + "}";
  auto const held = cells(json);
  html_ += "<h3>" + in_html(heading(recorded.type)) + "</h3><p>" + instant(header.occurred) +
           " · Nr. / no. " + std::to_string(header.position.value) + "</p>";
  if (!recorded.type.says_de.empty())
    html_ += "<p>" + in_html(worded(recorded.type.says_de, held)) + "</p><p lang=\"en\">" +
             in_html(worded(recorded.type.says_en, held)) + "</p>";
  add_table(held);
  if (!event.left_out().empty())
    html_ += "<p>Fehlt / left out: " + in_html(names_json(event.left_out())) + "</p>";
  add_rows(held, std::to_string(header.position.value) + "," + instant(header.recorded) + "," +
                     (header.actor.is_nil() ? "" : core::to_string(header.actor)) + "," +
                     type_name(recorded.type) + ",");
}

bool Dossier::full() const {
  return events_ >= core::limits::export_events_max ||
         std::max({json_.size(), html_.size(), csv_.size()}) >= core::limits::export_bytes_max;
}

void Dossier::write(core::Position next, core::account::ExportAccountReply::Builder reply) && {
  reply.setEvents(events_);
  reply.setNext(next.value);
  json_ += "],\"next\":" + std::to_string(next.value) + "}";
  if (next.value != 0)
    html_ += "<p>Das geht auf der nächsten Seite weiter. / Continued on the next page.</p>";
  html_ += "</body></html>\n";
  reply.setJson(json_);
  reply.setHtml(html_);
  reply.setCsv(csv_);
}

std::vector<Dossier::Cell> Dossier::cells(std::string const& json) {
  std::vector<Cell> all;
  each_value({}, parser_.parse(json).value(), [&](std::string const& path, std::string text) {
    all.push_back({path, text});
  });
  return all;
}

void Dossier::add_rows(std::vector<Cell> const& cells, std::string const& before) {
  for (auto const& cell : cells)
    csv_ += before + in_csv(cell.path) + "," + in_csv(cell.text) + "\r\n";
}

void Dossier::add_table(std::vector<Cell> const& cells) {
  html_ += "<table>";
  for (auto const& cell : cells)
    if (!cell.text.empty())
      html_ += "<tr><th>" + in_html(cell.path) + "</th><td>" + in_html(cell.text) + "</td></tr>";
  html_ += "</table>";
}

}  // namespace api
