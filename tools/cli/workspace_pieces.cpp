#include "tools/cli/workspace_pieces.hpp"

#include <algorithm>

#include "core/answers/write.hpp"
#include "core/json/parse.hpp"
#include "core/json/pointer.hpp"
#include "core/readiness/rating.hpp"
#include "core/workspace/migrate.hpp"
#include "core/workspace/read.hpp"
#include "tools/cli/days.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/source.hpp"

namespace vgap::cli {

namespace {

using json::Kind;
using json::Value;
using workspace::Taken;

constexpr std::string_view kRaters = "leadership-readiness";

// A kind of piece is a row: how it is called, the list that it goes into, the schemas that it may have.
struct KindRow {
    std::string_view name;
    std::string_view list;
    std::string_view families;  // with a blank behind each; empty: it has no schema of its own
};
constexpr KindRow kKinds[] = {
    {"responses", "responses", "response/ result_pack/ draft/ "},
    {"ratings", "ratings", "rating/ "},
    {"people", "people", ""},
    {"promotions", "promotions", ""},
    {"targets", "targets", "targets/ "},
    {"calibration", "calibrations", "calibration/ "},
    {"instrument", "instruments", "instrument/ "},
    {"project", "projects", ""},
    {"plan", "plan", ""},
    {"release", "publications", "readiness/ "},
};

const KindRow& row_of(PieceKind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
}

void set(Value& object, std::string_view name, Value value) {
    object.members.push_back({std::string(name), std::move(value)});
}

Value list_of(const std::vector<std::string>& words) {
    Value list = json::empty(Kind::kArray);
    for (const std::string& word : words) list.elements.push_back(json::text_of(word));
    return list;
}

// A rating out of a table, as the document that it would have been.
Value document_of(const instrument::Instrument& instrument, const readiness::Rating& rating) {
    std::string text;
    json::Writer write(text);
    write.begin_object().key("schema").string("rating/1");
    write.key("candidate").string(rating.candidate).key("rater").string(rating.rater);
    if (rating.pending_promotion) write.key("pending_promotion").boolean(*rating.pending_promotion);
    write.key("instrument");
    answers::write_instrument(write, instrument);
    write.key("answers");
    answers::write_answers(write, instrument, rating.answers);
    write.end_object();
    return *json::parse(text);
}

}  // namespace

std::optional<PieceKind> piece_kind(std::string_view name) {
    for (std::size_t at = 0; at < std::size(kKinds); ++at) {
        if (kKinds[at].name == name) return static_cast<PieceKind>(at);
    }
    return std::nullopt;
}

std::string piece_kinds() {
    std::string out;
    for (const KindRow& row : kKinds) (out += out.empty() ? "" : ", ") += row.name;
    return out;
}

Pieces::Pieces(workspace::Workspace& workspace, workspace::Library library, base::Date today,
               const Options& options, Console& console)
    : workspace_(workspace),
      library_(library),
      changes_(workspace.document, library, today),
      options_(options),
      console_(console) {}

bool Pieces::told(const Place& place, base::Errors errors, const std::string& where) {
    for (base::Error& error : errors) {
        error.where = where + error.where;
        console_.report(place, error);
    }
    return false;
}

void Pieces::remember(PieceKind kind, const Place& place, const std::string& where) {
    const Value* const list = workspace_.document.find(row_of(kind).list);
    std::string pointer = "/" + std::string(row_of(kind).list);
    if (list->kind == Kind::kArray) json::append_step(pointer, list->elements.size() - 1);
    origins_[pointer] = {place, where};
}

void Pieces::report(const base::Error& error, const std::string& source) {
    // The longest known beginning of the pointer: an element, or a whole member.
    for (std::size_t end = error.where.size(); end != 0 && end != std::string::npos;
         end = error.where.rfind('/', end - 1)) {
        const auto origin = origins_.find(std::string_view(error.where).substr(0, end));
        if (origin == origins_.end()) continue;
        base::Error own = error;
        own.where = origin->second.where + error.where.substr(end);
        console_.report(origin->second.place, own);
        return;
    }
    console_.report({source}, error);
}

bool Pieces::put(PieceKind kind, Value piece, const Place& place, const std::string& where) {
    const KindRow& row = row_of(kind);
    const Value* const schema = piece.find("schema");
    const std::string name = schema == nullptr ? std::string() : schema->string;
    if (!row.families.empty()) {
        const std::string family = name.substr(0, name.find('/') + 1) + " ";
        if (family == " " || row.families.find(family) == std::string_view::npos) {
            return told(place,
                        {{"error.cli.other_piece",
                          "/schema",
                          {{"found", json::excerpt(name)}, {"kind", std::string(row.name)}}}},
                        where);
        }
    }
    base::Result<Taken> taken = row.families.empty()
                                    ? changes_.add_listed(row.list, std::move(piece))
                                    : changes_.add(std::move(piece));
    if (!taken) return told(place, std::move(taken.error()), where);
    ++counts_[static_cast<std::size_t>(*taken)];
    if (*taken == Taken::kAdded) remember(kind, place, where);
    return true;
}

bool Pieces::add(PieceKind kind, const std::string& path) {
    switch (kind) {
        case PieceKind::kPeople:
        case PieceKind::kPromotions:
            return add_records(kind, path);
        case PieceKind::kInstrument:
            return add_instrument(path);
        default:
            return add_documents(kind, path);
    }
}

bool Pieces::add_documents(PieceKind kind, const std::string& path) {
    const base::Result<std::string> bytes = read_file(path, workspace::kLimits.bytes);
    if (!bytes) return told({path}, bytes.error());
    const std::size_t first = bytes->find_first_not_of("\xEF\xBB\xBF \t\r\n");
    const bool is_json =
        first != std::string::npos && ((*bytes)[first] == '{' || (*bytes)[first] == '[');
    if (kind == PieceKind::kRatings && !is_json) return add_rating_table(path, *bytes);
    base::Result<workspace::Gathered> found = workspace::gathered(*bytes);
    if (!found) return told({path}, std::move(found.error()));
    if (found->document.kind != Kind::kArray) {
        return put(kind, std::move(found->document), {path}, "");
    }
    bool good = true;
    for (std::size_t at = 0; at < found->document.elements.size(); ++at) {
        std::string where;
        Place place{path};
        if (found->lines.empty()) {
            json::append_step(where, at);
        } else {
            place.line = found->lines[at];
        }
        good = put(kind, std::move(found->document.elements[at]), place, where) && good;
    }
    return good;
}

bool Pieces::add_rating_table(const std::string& path, std::string_view text) {
    const std::string_view id =
        options_.has("--instrument") ? options_.value("--instrument") : kRaters;
    const workspace::Known* known = nullptr;
    for (const workspace::Known& each : library_) {
        if (each.instrument.id == id && each.rules) known = &each;
    }
    for (const workspace::Listed& each : workspace_.instruments) {
        if (each.known.instrument.id == id && each.known.rules) known = &each.known;
    }
    if (known == nullptr) {
        return told({path}, {{"error.workspace.no_rules", "", {{"found", std::string(id)}}}});
    }
    base::Result<std::vector<readiness::Rating>> ratings =
        readiness::read_rating_table(known->instrument, *known->rules, text);
    if (!ratings) return told({path}, std::move(ratings.error()));
    bool good = true;
    for (const readiness::Rating& rating : *ratings) {
        good = put(PieceKind::kRatings, document_of(known->instrument, rating), {path, rating.line},
                   "") &&
               good;
    }
    return good;
}

bool Pieces::add_instrument(const std::string& path) {
    const std::optional<Source> source = open_source(path, console_);
    if (!source) return false;
    const std::optional<instrument::Instrument> read = read_instrument(*source, console_);
    if (!read) return false;
    const auto texts = read_texts(*source, *read, {}, console_);
    if (!texts) return false;
    std::vector<Value> catalogues;
    for (const TextFile& file : *texts) catalogues.push_back(*json::parse(file.bytes));
    std::optional<Value> rules;
    const std::size_t slash = path.rfind('/');
    const std::string beside = path.substr(0, slash + 1) + "readiness.json";
    if (!source->is_embedded && slash != std::string::npos) {
        if (const base::Result<std::string> bytes = read_file(beside)) {
            const base::Result<Value> document = json::parse(*bytes);
            if (!document) return told({beside}, document.error());
            rules = *document;
        }
    }
    base::Result<Taken> taken = changes_.list_instrument(*json::parse(source->bytes),
                                                         std::move(rules), std::move(catalogues));
    if (!taken) return told({path}, std::move(taken.error()));
    ++counts_[static_cast<std::size_t>(*taken)];
    if (*taken == Taken::kAdded) remember(PieceKind::kInstrument, {path}, "");
    return true;
}

bool Pieces::add_records(PieceKind kind, const std::string& path) {
    const bool of_people = kind == PieceKind::kPeople;
    const people::File file = of_people ? people::File::kPeople : people::File::kDecisions;
    std::optional<base::Date> as_of, recorded_from;
    std::optional<people::DayForm> days;
    if (!read_day(options_, "--as-of", as_of, console_) ||
        !read_day(options_, "--recorded-from", recorded_from, console_)) {
        return false;
    }
    if (of_people && !as_of) return told({}, {{"error.cli.no_as_of", "", {}}});
    if (options_.has("--dates")) {
        days = people::day_form(options_.value("--dates"));
        if (!days) {
            return told({}, {{"error.cli.unknown_dates",
                              "",
                              {{"found", std::string(options_.value("--dates"))}}}});
        }
    }
    Opened opened;
    if (!open_sheet(path, opened, console_)) return false;
    const std::vector<std::string> pairs = options_.values("--map");
    if (base::Errors wrong = people::check_told(pairs, opened.sheet.names); !wrong.empty()) {
        return told({"--map"}, std::move(wrong));
    }
    if (!understand_sheet(file, opened, pairs, days, console_)) return false;
    const people::Sheet& sheet = opened.sheet;
    has_findings_ = has_findings_ || !sheet.unread.empty();
    console_.report({path}, sheet.unread);

    Value records = json::empty(Kind::kObject);
    set(records, "source", json::text_of(path.substr(path.rfind('/') + 1)));
    if (as_of) set(records, "as_of", json::text_of(base::extended(*as_of)));
    if (recorded_from) {
        set(records, "recorded_from", json::text_of(base::extended(*recorded_from)));
    }
    set(records, "dates", json::text_of(std::string(people::to_string(opened.days))));
    set(records, "encoding", json::text_of(std::string(base::to_string(opened.encoding))));
    set(records, "delimiter", json::text_of(delimiter_of(sheet)));
    set(records, "left_out", json::number_of(static_cast<double>(sheet.left_out)));
    // Columns that mean nothing here may hold names and salaries: they stay where they were.
    Value columns = json::empty(Kind::kArray);
    std::vector<std::size_t> kept;
    for (const people::Field field : people::fields_of(file)) {
        const std::optional<people::Mapped>& mapped = opened.mapping[field];
        if (!mapped) continue;
        kept.push_back(mapped->column);
        Value column = json::empty(Kind::kObject);
        set(column, "field", json::text_of(std::string(people::to_string(field))));
        set(column, "name", json::text_of(sheet.names[mapped->column]));
        columns.elements.push_back(std::move(column));
    }
    set(records, "columns", std::move(columns));
    Value rows = json::empty(Kind::kArray);
    for (const std::vector<std::string>& row : sheet.rows) {
        std::vector<std::string> cells;
        for (const std::size_t column : kept) cells.push_back(row[column]);
        rows.elements.push_back(list_of(cells));
    }
    set(records, "rows", std::move(rows));
    const Taken taken = changes_.set_records(row_of(kind).list, std::move(records));
    ++counts_[static_cast<std::size_t>(taken)];
    for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
        std::string pointer = "/" + std::string(row_of(kind).list) + "/rows";
        json::append_step(pointer, at);
        origins_[pointer] = {{path, sheet.lines[at]}, ""};
    }
    origins_["/" + std::string(row_of(kind).list)] = {{path}, ""};
    return true;
}

}  // namespace vgap::cli
