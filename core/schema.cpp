// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/schema.hpp"

#include <capnp/serialize.h>

#include "core/check.hpp"
#include "core/schema_words.hpp"

extern "C" capnp::word const fuge_schema_request_begin[];
extern "C" capnp::word const fuge_schema_request_end[];

namespace core {
namespace {

namespace raw = capnp::schema;

// The annotations' ids, as in core/schema/fuge.capnp.
enum : std::uint64_t {
  a_family = 0xf0a3d1c96b7e5a02,
  a_command,
  a_event,
  a_query,
  a_edge,
  a_allow,
  a_audience,
  a_says,
  a_known,
  a_id = 0xf0a3d1c96b7e5a10,
  a_stream,
  a_required,
  a_max,
  a_min,
  a_range,
  a_instant,
  a_sealed,
  a_subject,
  a_owner,
  a_language,
  a_reaches,
  a_notice = 0xf0a3d1c96b7e5a20,
  a_conceals,
  a_format,
  a_by_itself,
  a_participants,
  a_called,
  a_destroys,
  a_searchable,
  a_fresh,
};

std::string local_name(raw::Node::Reader node) {
  return node.getDisplayName().cStr() + node.getDisplayNamePrefixLength();
}

std::string stem(std::string path) {
  path = path.substr(path.rfind('/') + 1);
  return path.substr(0, path.find('.'));
}

std::string lower_camel(std::string name) {
  if (!name.empty()) name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
  return name;
}

// "RegisterAccount" of "account" -> "account.register"; "DeclareSkill" of "profile" -> "profile.declareSkill".
std::string method_of(std::string const& family, std::string const& name) {
  std::string own = family;
  own[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(own[0])));
  std::string action = name;
  if (action.size() > own.size() && action.ends_with(own))
    action.resize(action.size() - own.size());
  return family + "." + lower_camel(action);
}

std::string trimmed(capnp::Text::Reader doc) {
  std::string text(doc.cStr(), doc.size());
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  for (auto& c : text)
    if (c == '\n') c = ' ';
  return text;
}

Shape shape_of(raw::Type::Reader type) {
  switch (type.which()) {
    case raw::Type::BOOL: return Shape::boolean;
    case raw::Type::INT8: return Shape::int8;
    case raw::Type::INT16: return Shape::int16;
    case raw::Type::INT32: return Shape::int32;
    case raw::Type::INT64: return Shape::int64;
    case raw::Type::UINT8: return Shape::uint8;
    case raw::Type::UINT16: return Shape::uint16;
    case raw::Type::UINT32: return Shape::uint32;
    case raw::Type::UINT64: return Shape::uint64;
    case raw::Type::ENUM: return Shape::enumeration;
    case raw::Type::TEXT: return Shape::text;
    case raw::Type::DATA: return Shape::data;
    case raw::Type::STRUCT: return Shape::structure;
    case raw::Type::LIST: return Shape::list;
    case raw::Type::VOID:
    case raw::Type::FLOAT32:  // No floating point in anything stored, compared or digested.
    case raw::Type::FLOAT64:
    case raw::Type::INTERFACE:
    case raw::Type::ANY_POINTER: break;
  }
  broken("a field of a shape that the schema does not use", __FILE__, __LINE__);
}

std::uint32_t bits_of(Shape shape) {
  switch (shape) {
    case Shape::boolean: return 1;
    case Shape::int8:
    case Shape::uint8: return 8;
    case Shape::int16:
    case Shape::uint16:
    case Shape::enumeration: return 16;
    case Shape::int32:
    case Shape::uint32: return 32;
    case Shape::int64:
    case Shape::uint64: return 64;
    case Shape::text:
    case Shape::data:
    case Shape::structure:
    case Shape::list: return 1;  // Pointer index.
  }
  broken("shape", __FILE__, __LINE__);
}

bool default_is_zero(raw::Value::Reader value) {
  switch (value.which()) {
    case raw::Value::BOOL: return !value.getBool();
    case raw::Value::INT8: return value.getInt8() == 0;
    case raw::Value::INT16: return value.getInt16() == 0;
    case raw::Value::INT32: return value.getInt32() == 0;
    case raw::Value::INT64: return value.getInt64() == 0;
    case raw::Value::UINT8: return value.getUint8() == 0;
    case raw::Value::UINT16: return value.getUint16() == 0;
    case raw::Value::UINT32: return value.getUint32() == 0;
    case raw::Value::UINT64: return value.getUint64() == 0;
    case raw::Value::ENUM: return value.getEnum() == 0;
    default: return true;
  }
}

void annotate(Field& field, raw::Annotation::Reader annotation) {
  auto value = annotation.getValue();
  switch (annotation.getId()) {
    case a_id: field.id_kind = value.getText().cStr(); break;
    case a_stream: field.stream = true; break;
    case a_required: field.required = true; break;
    case a_max: field.max = value.getUint32(); break;
    case a_min: field.min = value.getUint32(); break;
    case a_instant: field.instant = true; break;
    case a_subject: field.subject = true; break;
    case a_owner: field.owner = true; break;
    case a_language: field.language = true; break;
    case a_notice: field.notice = static_cast<schema::Notice>(value.getEnum()); break;
    case a_participants: field.participants = static_cast<schema::Notice>(value.getEnum()); break;
    case a_by_itself: field.by_itself = true; break;
    case a_reaches: field.reaches = true; break;
    case a_conceals: field.conceals = true; break;
    case a_format: field.format = static_cast<Format>(value.getEnum()); break;
    case a_destroys: field.destroys = static_cast<KeyKind>(value.getEnum()); break;
    case a_searchable: field.searchable = static_cast<Searchable>(value.getEnum()); break;
    case a_sealed: field.sealed = static_cast<KeyKind>(value.getEnum()); break;
    case a_range: {
      auto range = value.getStruct().getAs<schema::Range>();
      field.range = {range.getMin(), range.getMax()};
      break;
    }
    default: break;
  }
}

void annotate(Type& type, raw::Annotation::Reader annotation) {
  auto value = annotation.getValue();
  switch (annotation.getId()) {
    case a_command:
      type.use = Use::command;
      type.id = value.getUint16();
      break;
    case a_event:
      type.use = Use::event;
      type.id = value.getUint16();
      break;
    case a_query:
      type.use = Use::query;
      type.id = value.getUint16();
      break;
    case a_edge: type.edge = true; break;
    case a_fresh: type.fresh = true; break;
    case a_by_itself: type.always_by_itself = true; break;
    case a_audience: type.audience = static_cast<Visibility>(value.getEnum()); break;
    case a_allow:
      for (auto allow : value.getList().getAs<capnp::List<schema::Allow>>())
        type.allow.push_back({allow.getRole(), allow.getScope()});
      break;
    case a_says: {
      auto says = value.getStruct().getAs<schema::Sentence>();
      type.says_de = says.getDe().cStr();
      type.says_en = says.getEn().cStr();
      break;
    }
    default: break;
  }
}

void add_value(Enumeration& enumeration, raw::Enumerant::Reader enumerant) {
  enumeration.names.push_back(enumerant.getName().cStr());
  auto& de = enumeration.called_de.emplace_back();
  auto& en = enumeration.called_en.emplace_back();
  for (auto annotation : enumerant.getAnnotations()) {
    if (annotation.getId() != a_called) continue;
    auto const called = annotation.getValue().getStruct().getAs<schema::Sentence>();
    de = called.getDe().cStr();
    en = called.getEn().cStr();
  }
}

bool names_people(Field const& field) {
  auto const* entry = field.element.structure;
  return field.id_kind == "subject" || (entry != nullptr && !entry->people.empty());
}

bool is_for_oneself(Type const& type) {
  return std::ranges::find(type.allow, Scope::SELF, &Allow::scope) != type.allow.end();
}

bool is_called(Enumeration const& enumeration) {
  return std::ranges::none_of(enumeration.called_en, &std::string::empty) &&
         std::ranges::none_of(enumeration.called_de, &std::string::empty);
}

}  // namespace

// What is needed only while the tables are being filled.
struct Schema::Loading {
  Schema& schema;
  std::unordered_map<std::uint64_t, raw::Node::Reader> nodes{};
  std::unordered_map<std::uint64_t, std::string> docs{};  // Node id -> comment.
  std::unordered_map<std::uint64_t, std::vector<std::string>>
      member_docs{};  // Node id -> comments of its members.
  std::unordered_map<std::uint64_t, Enumeration const*> enumerations{};
  std::unordered_map<std::string, Type*> by_name{};

  void read(raw::CodeGeneratorRequest::Reader request);
  void know(raw::Node::Reader file);
  Type* type(std::uint64_t node_id);
  Enumeration const* enumeration(std::uint64_t node_id);
  Value value(raw::Type::Reader type);
  Field field(raw::Node::Reader node, raw::Field::Reader raw_field, std::size_t index);
  void place(Type& type, raw::Node::Reader node);
  void index(Type& type);
};

void Schema::Loading::read(raw::CodeGeneratorRequest::Reader request) {
  for (auto node : request.getNodes()) nodes.emplace(node.getId(), node);
  for (auto info : request.getSourceInfo()) {
    docs[info.getId()] = trimmed(info.getDocComment());
    auto& members = member_docs[info.getId()];
    for (auto member : info.getMembers()) members.push_back(trimmed(member.getDocComment()));
  }
  for (auto node : request.getNodes()) {
    auto scope = nodes.find(node.getScopeId());
    bool const ours =
        scope != nodes.end() && scope->second.getDisplayName().startsWith("core/schema/");
    if (node.isStruct() && ours) type(node.getId());
    if (node.isFile()) know(node);
  }
}

void Schema::Loading::know(raw::Node::Reader file) {
  Known known;
  known.name = stem(file.getDisplayName());
  for (auto annotation : file.getAnnotations()) {
    auto const value = annotation.getValue();
    if (annotation.getId() == a_family) known.family = value.getUint8();
    if (annotation.getId() != a_known) continue;
    auto const said = value.getStruct().getAs<schema::Known>();
    known.de = said.getDe().cStr();
    known.en = said.getEn().cStr();
    known.is_de = said.getIsDe().cStr();
    known.is_en = said.getIsEn().cStr();
    known.ends_de = said.getEndsDe().cStr();
    known.ends_en = said.getEndsEn().cStr();
  }
  if (!known.de.empty()) schema.glossary_.push_back(std::move(known));
}

Value Schema::Loading::value(raw::Type::Reader raw_type) {
  Value value;
  value.shape = shape_of(raw_type);
  if (raw_type.isEnum()) value.enumeration = enumeration(raw_type.getEnum().getTypeId());
  if (raw_type.isStruct()) value.structure = type(raw_type.getStruct().getTypeId());
  return value;
}

Enumeration const* Schema::Loading::enumeration(std::uint64_t node_id) {
  auto& known = enumerations[node_id];
  if (known) return known;
  auto node = nodes.at(node_id);
  auto made = std::make_unique<Enumeration>();
  made->name = local_name(node);
  made->doc = docs[node_id];
  for (auto enumerant : node.getEnum().getEnumerants()) add_value(*made, enumerant);
  known = made.get();
  schema.enumerations_.push_back(std::move(made));
  return known;
}

Field Schema::Loading::field(raw::Node::Reader node, raw::Field::Reader raw_field,
                             std::size_t index) {
  CHECK(raw_field.isSlot());
  auto slot = raw_field.getSlot();
  Field field;
  field.name = raw_field.getName().cStr();
  auto const& members = member_docs[node.getId()];
  if (index < members.size()) field.doc = members[index];
  field.value = value(slot.getType());
  if (field.value.shape == Shape::list)
    field.element = value(slot.getType().getList().getElementType());
  field.offset = slot.getOffset() * bits_of(field.value.shape);
  for (auto annotation : raw_field.getAnnotations()) annotate(field, annotation);
  CHECK(default_is_zero(slot.getDefaultValue()));
  CHECK(!field.sealed || field.is_pointer());  // A nulled number reads as 0.
  CHECK(field.element.shape != Shape::list || field.value.shape != Shape::list);
  return field;
}

Type* Schema::Loading::type(std::uint64_t node_id) {
  if (auto known = schema.by_node_.find(node_id); known != schema.by_node_.end())
    return const_cast<Type*>(known->second);
  auto node = nodes.at(node_id);
  schema.types_.push_back(std::make_unique<Type>());
  Type& type = *schema.types_.back();
  schema.by_node_[node_id] = &type;
  type.node_id = node_id;
  type.name = local_name(node);
  type.doc = docs[node_id];
  type.data_words = node.getStruct().getDataWordCount();
  type.pointers = node.getStruct().getPointerCount();
  for (auto annotation : node.getAnnotations()) annotate(type, annotation);
  place(type, node);
  auto raw_fields = node.getStruct().getFields();
  type.fields.resize(raw_fields.size());
  for (std::size_t i = 0; i < raw_fields.size(); ++i)
    type.fields[raw_fields[i].getCodeOrder()] = field(node, raw_fields[i], i);
  index(type);
  return &type;
}

void Schema::Loading::place(Type& type, raw::Node::Reader node) {
  auto file = nodes.at(node.getScopeId());
  type.family_name = stem(file.getDisplayName());
  for (auto annotation : file.getAnnotations())
    if (annotation.getId() == a_family) type.family = annotation.getValue().getUint8();
}

void Schema::Loading::index(Type& type) {
  for (auto const& field : type.fields) {
    if (field.stream) type.stream = &field;
    if (field.subject) type.subject = &field;
    if (field.owner) type.owner = &field;
    if (field.participants) type.participants = &field;
    if (field.by_itself) type.by_itself = &field;
    if (field.notice) type.notices.push_back(&field);
    if (field.reaches) type.reaches.push_back(&field);
    CHECK(!field.value.enumeration || !says(type, field) || is_called(*field.value.enumeration));
    CHECK(!field.participants || field.id_kind == "programme");
    if (field.conceals) type.conceals = &field;
    if (field.destroys) type.destroys = &field;
    if (field.searchable) type.searchable.push_back(&field);
    CHECK(!field.searchable || field.value.shape == Shape::text);
    if (names_people(field)) type.people.push_back(&field);
    CHECK(!field.by_itself || field.value.shape == Shape::boolean);
    CHECK(!field.reaches || field.id_kind == "subject" || field.id_kind == "organisation");
    if (!field.sealed) continue;
    CHECK(field.offset < 64);
    type.sealed_pointers.at(static_cast<std::size_t>(*field.sealed)) |= std::uint64_t{1}
                                                                        << field.offset;
  }
  by_name[type.family_name + "." + type.name] = &type;
  switch (type.use) {
    case Use::command:
      CHECK(type.stream && !type.allow.empty());
      CHECK(!type.fresh || is_for_oneself(type));
      type.method = method_of(type.family_name, type.name);
      schema.commands_.push_back(&type);
      CHECK(schema.by_command_.emplace(type.id, &type).second);
      break;
    case Use::query:
      CHECK(type.stream || std::ranges::all_of(type.allow, [](Allow const& allow) {
              return allow.scope == Scope::TENANT;
            }));
      type.method = method_of(type.family_name, type.name);
      schema.queries_.push_back(&type);
      break;
    case Use::event:
      CHECK(type.seals(KeyKind::PERSON) == 0 || type.subject);
      CHECK(type.seals(KeyKind::TEXT) == 0 || type.owner);
      schema.events_.push_back(&type);
      CHECK(schema.by_event_.emplace(type.id, &type).second);
      break;
    case Use::value:
    case Use::reply: break;
  }
  if (!type.method.empty()) CHECK(schema.by_method_.emplace(type.method, &type).second);
}

Schema::Schema() {
  capnp::ReaderOptions options;
  options.traversalLimitInWords = 1 << 26;
  auto const words = static_cast<std::size_t>(fuge_schema_request_end - fuge_schema_request_begin);
  capnp::FlatArrayMessageReader message(kj::arrayPtr(fuge_schema_request_begin, words), options);
  Loading loading{*this};
  loading.read(message.getRoot<raw::CodeGeneratorRequest>());
  for (auto* query : queries_) {
    auto found = loading.by_name.find(query->family_name + "." + query->name + "Reply");
    CHECK(found != loading.by_name.end());
    found->second->use = Use::reply;
    const_cast<Type*>(query)->reply = found->second;
  }
  auto by_id = [](Type const* a, Type const* b) { return a->id < b->id; };
  std::ranges::sort(commands_, by_id);
  std::ranges::sort(events_, by_id);
  std::ranges::sort(queries_, by_id);
  std::ranges::sort(glossary_, {}, &Known::family);
  for (auto const* event : events_)
    CHECK(event->people.empty() || !known(event->family)->ends_en.empty());
}

Field const* Type::field(std::string_view wanted) const {
  for (auto const& field : fields)
    if (field.name == wanted) return &field;
  return nullptr;
}

Family Schema::family(std::string_view name) const {
  auto const known = std::ranges::find(glossary_, name, &Known::name);
  return known == glossary_.end() ? Family{} : known->family;
}

Known const* Schema::known(Family family) const {
  auto const found = std::ranges::find(glossary_, family, &Known::family);
  return found == glossary_.end() ? nullptr : &*found;
}

Type const* Schema::method(std::string_view name) const {
  auto found = by_method_.find(name);
  return found == by_method_.end() ? nullptr : found->second;
}

Type const* Schema::command(std::uint16_t id) const {
  auto found = by_command_.find(id);
  return found == by_command_.end() ? nullptr : found->second;
}

Type const* Schema::event(std::uint16_t id) const {
  auto found = by_event_.find(id);
  return found == by_event_.end() ? nullptr : found->second;
}

Type const* Schema::node(std::uint64_t node_id) const {
  auto found = by_node_.find(node_id);
  return found == by_node_.end() ? nullptr : found->second;
}

Schema const& schema_tables() {
  static Schema const tables;
  return tables;
}

Id id_in(capnp::AnyStruct::Reader value, Field const& field) {
  auto pointers = value.getPointerSection();
  if (field.offset >= pointers.size()) return {};
  auto data = pointers[field.offset].getAs<capnp::Data>();
  return Id::from({data.begin(), data.size()});
}

void each_id(capnp::AnyStruct::Reader value, Field const& field,
             FunctionRef<void(Id const&)> visit) {
  if (field.value.shape == Shape::data) return visit(id_in(value, field));
  auto const pointers = value.getPointerSection();
  if (field.element.shape != Shape::data || field.offset >= pointers.size()) return;
  for (auto id : pointers[field.offset].getAs<capnp::List<capnp::Data>>()) visit(id_from(id));
}

void each_person(Type const& type, capnp::AnyStruct::Reader event,
                 FunctionRef<void(Id const&)> visit) {
  auto const pointers = event.getPointerSection();
  for (auto const* field : type.people) {
    auto const* entry = field->element.structure;
    if (entry == nullptr) each_id(event, *field, visit);
    else if (field->offset < pointers.size())
      for (auto one :
           pointers[field->offset].getAs<capnp::AnyList>().as<capnp::List<capnp::AnyStruct>>())
        each_person(*entry, one, visit);
  }
}

}  // namespace core
