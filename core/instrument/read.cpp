#include "core/instrument/read.hpp"

#include <algorithm>

#include "core/base/hash.hpp"
#include "core/instrument/read_parts.hpp"
#include "core/json/pointer.hpp"
#include "core/json/write.hpp"

namespace vgap::instrument {

namespace {

constexpr std::size_t kMostEntries = 500;  // pages, patterns, actions, sources
constexpr std::size_t kMostLanguages = 100;
constexpr int kMostMinutes = 600;
constexpr std::string_view kEarlierVersions = "earlier_versions";

// Is this an instrument of the version that we read? Anything else is not looked at further.
bool has_our_schema(const json::Reader& root) {
    constexpr std::string_view kFamily = "instrument/";
    const json::Value* schema = root.value().find("schema");
    if (schema == nullptr || schema->kind != json::Kind::kString ||
        !schema->string.starts_with(kFamily)) {
        root.report("error.instrument.not_an_instrument", {{"expected", std::string(kSchema)}});
        return false;
    }
    if (schema->string == kSchema) return true;
    root.at("schema").report(
        "error.instrument.schema_version",
        {{"found", json::excerpt(schema->string)}, {"supported", std::string(kSchema)}});
    return false;
}

// Part of a file's name or of a key, so only what is plain everywhere.
std::string read_plain(const json::Reader& reader, std::string_view allowed, std::size_t most,
                       std::string_view code) {
    std::string text = reader.string();
    if (reader.value().kind != json::Kind::kString) return text;
    const bool plain =
        !text.empty() && text.size() <= most && std::all_of(text.begin(), text.end(), [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   allowed.find(c) != allowed.npos;
        });
    if (!plain) reader.report(code, {{"found", json::excerpt(text)}});
    return text;
}

}  // namespace

std::string read_version(const json::Reader& reader) {
    return read_plain(reader, ".-+", 32, "error.instrument.version_form");
}

namespace {

void read_head(const json::Reader& root, Instrument& instrument) {
    instrument.id = root.at("id").identifier();
    instrument.version = read_version(root.at("version"));
    for (const json::Reader& entry : root.at("languages").elements(1, kMostLanguages)) {
        std::string language = read_plain(entry, "-", 35, "error.instrument.language_form");
        if (std::find(instrument.languages.begin(), instrument.languages.end(), language) !=
            instrument.languages.end()) {
            entry.report("error.instrument.repeated", {{"id", json::excerpt(language)}});
        }
        instrument.languages.push_back(std::move(language));
    }
    if (root.has("minimum_answered_pct")) {
        instrument.minimum_answered_pct = root.at("minimum_answered_pct").number(0, 100);
    }
    if (!root.has("duration_min")) return;
    const json::Reader duration = root.at("duration_min");
    if (!duration.object({"least", "most"})) return;
    instrument.least_minutes = duration.at("least").whole(1, kMostMinutes);
    instrument.most_minutes = duration.at("most").whole(1, kMostMinutes);
    check_order(duration);
}

Entries optional(const json::Reader& root, std::string_view key, std::size_t most) {
    return root.has(key) ? root.at(key).elements(0, most) : Entries();
}

// Makes one entry for each of the file's, with its id.
template <class Entry>
void declare(const Entries& entries, Names& names, std::vector<Entry>& list) {
    for (const json::Reader& entry : entries) {
        const auto position = static_cast<Index>(list.size());
        list.emplace_back().id = names.declare(entry, position);
    }
}

void read_all(const json::Reader& root, Reading& reading) {
    Instrument& instrument = reading.instrument;
    read_head(root, instrument);
    const Entries sources = optional(root, "sources", kMostEntries);
    const Entries context = optional(root, "context", kMostQuestions);
    const Entries dimensions = root.at("dimensions").elements(1, kMostDimensions);
    const Entries items = root.at("items").elements(1, kMostQuestions);
    const Entries pages = root.at("pages").elements(1, kMostEntries);
    const Entries patterns = optional(root, "patterns", kMostEntries);
    const Entries actions = optional(root, "actions", kMostEntries);
    if (const std::size_t questions = context.size() + items.size(); questions > kMostQuestions) {
        root.at("items").report(
            "error.instrument.too_many_questions",
            {{"found", std::to_string(questions)}, {"most", std::to_string(kMostQuestions)}});
        return;
    }

    // 1 Every id, so that each part may refer to any other.
    declare(sources, reading.sources, instrument.sources);
    declare(context, reading.questions, instrument.questions);
    declare(items, reading.questions, instrument.questions);
    declare(dimensions, reading.dimensions, instrument.dimensions);
    declare(pages, reading.pages, instrument.pages);
    declare(patterns, reading.patterns, instrument.patterns);
    declare(actions, reading.actions, instrument.actions);

    // 2 What conditions ask about: the kinds of questions and their options.
    for (const json::Reader& source : sources) source.object({"id"});
    Entries questions = context;
    questions.insert(questions.end(), items.begin(), items.end());
    for (std::size_t i = 0; i < questions.size(); ++i) {
        Question& question = instrument.questions[i];
        question.is_context = i < context.size();
        read_question(questions[i], reading, question);
        if (question.dimension == kNone) continue;
        instrument.dimensions[question.dimension].items.push_back(static_cast<Index>(i));
    }

    // 3 Everything with conditions.
    for (std::size_t i = 0; i < questions.size(); ++i) {
        Question& question = instrument.questions[i];
        question.conditional =
            read_when(questions[i], Operands::kQuestions, reading, question.when);
    }
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        read_dimension(dimensions[i], reading, instrument.dimensions[i]);
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        read_page(pages[i], reading, static_cast<Index>(i));
    }
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        read_pattern(patterns[i], reading, instrument.patterns[i]);
    }
    for (std::size_t i = 0; i < actions.size(); ++i) {
        read_action(actions[i], reading, instrument.actions[i]);
    }
    read_bands(root.at("bands"), reading);
}

std::string hash_of(const json::Value& value) {
    std::string canonical;
    if (value.find(kEarlierVersions) == nullptr) {
        json::append_canonical(canonical, value);
    } else {
        json::Value present = value;
        std::erase_if(present.members,
                      [](const json::Member& member) { return member.name == kEarlierVersions; });
        json::append_canonical(canonical, present);
    }
    return base::sha256_hex(canonical);
}

}  // namespace

base::Result<Instrument> read(const json::Value& value, std::string pointer) {
    base::Errors problems;
    const json::Reader root(value, problems, std::move(pointer));
    if (!has_our_schema(root)) return base::fail(std::move(problems));
    root.object({"schema", "id", "version", "languages", "minimum_answered_pct", "duration_min",
                 "sources", "context", "dimensions", "items", "pages", "patterns", "actions",
                 "bands", kEarlierVersions});
    Reading reading;
    read_all(root, reading);
    reading.instrument.hash = hash_of(value);
    if (root.has(kEarlierVersions)) read_earlier_versions(root.at(kEarlierVersions), reading);
    if (!problems.empty()) return base::fail(std::move(problems));
    return std::move(reading.instrument);
}

base::Result<Instrument> read(std::string_view text, const json::Limits& limits) {
    base::Result<json::Value> value = json::parse(text, limits);
    if (!value) return base::fail(std::move(value).error());
    return read(*value);
}

}  // namespace vgap::instrument
