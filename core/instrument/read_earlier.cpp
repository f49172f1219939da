#include <algorithm>

#include "core/instrument/read.hpp"
#include "core/instrument/read_parts.hpp"
#include "core/json/pointer.hpp"

namespace vgap::instrument {

namespace {

constexpr std::size_t kHashDigits = 64;
constexpr std::size_t kMarkDigits = 6;  // by which a link tells versions apart (export/link)

std::string read_hash(const json::Reader& reader) {
    std::string hash = reader.string();
    if (reader.value().kind != json::Kind::kString) return hash;
    const bool is_hash =
        hash.size() == kHashDigits && std::all_of(hash.begin(), hash.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        });
    if (is_hash) return hash;
    reader.report("error.instrument.hash_form", {{"found", json::excerpt(hash)}});
    return {};
}

void read_earlier(const json::Reader& entry, Instrument& earlier) {
    if (!entry.object({"version", "hash", "questions"})) return;
    earlier.version = read_version(entry.at("version"));
    earlier.hash = read_hash(entry.at("hash"));
    Names names;
    for (const json::Reader& each : entry.at("questions").elements(1, kMostQuestions)) {
        const auto position = static_cast<Index>(earlier.questions.size());
        Question& question = earlier.questions.emplace_back();
        question.id = names.declare(each, position);
        read_earlier_question(each, question);
    }
}

// A version is told from the others by its name, and in a link by the start of its hash.
void check_apart(const json::Reader& entry, const Instrument& earlier,
                 const Instrument& instrument) {
    const auto same_mark = [&](const Instrument& other) {
        return !earlier.hash.empty() &&
               earlier.hash.compare(0, kMarkDigits, other.hash, 0, kMarkDigits) == 0;
    };
    if (earlier.version == instrument.version || same_mark(instrument)) {
        entry.report("error.instrument.earlier_is_this", {{"version", earlier.version}});
        return;
    }
    for (const Instrument& other : instrument.earlier_versions) {
        if (other.version == earlier.version) {
            entry.at("version").report("error.instrument.repeated",
                                       {{"id", json::excerpt(earlier.version)}});
        } else if (same_mark(other)) {
            entry.at("hash").report("error.instrument.repeated", {{"id", earlier.hash}});
        }
    }
}

}  // namespace

void read_earlier_versions(const json::Reader& list, Reading& reading) {
    Instrument& instrument = reading.instrument;
    for (const json::Reader& entry : list.elements(0, kMostEarlierVersions)) {
        Instrument earlier;
        earlier.id = instrument.id;
        read_earlier(entry, earlier);
        if (entry.value().kind == json::Kind::kObject) check_apart(entry, earlier, instrument);
        instrument.earlier_versions.push_back(std::move(earlier));
    }
}

}  // namespace vgap::instrument
