#include "core/calibration/read.hpp"

#include <algorithm>

#include "core/json/parse.hpp"
#include "core/json/read.hpp"

namespace vgap::calibration {

namespace {

constexpr std::string_view kSchema = "calibration/1";
constexpr std::size_t kMost = 10'000;
constexpr std::size_t kMostName = 200;   // bytes
constexpr std::size_t kMostText = 8192;  // bytes
constexpr json::Limits kLimits = {.bytes = 64u << 20, .depth = 16, .values = 1u << 22};

std::string name(const json::Reader& in) {
    return in.string(kMostName);
}

Verdict read_verdict(const json::Reader& in) {
    return in.one_of({"ready", "not_yet"}) == 1 ? Verdict::kNotYet : Verdict::kReady;
}

// In a change either list may be left out; in a log nothing may.
enum class Lists : std::uint8_t { kNeeded, kOptional };

void read_lists(const json::Reader& in, Lists lists, Opinion& opinion) {
    const auto elements = [&](std::string_view key) {
        if (lists == Lists::kOptional && !in.has(key)) return std::vector<json::Reader>();
        return in.at(key).elements(0, kMost);
    };
    for (const json::Reader& each : elements("gaps")) {
        if (!each.object({"area", "note"})) continue;
        opinion.gaps.push_back({name(each.at("area")), each.at("note").string(kMostText)});
    }
    for (const json::Reader& each : elements("development")) {
        if (!each.object({"area", "action", "sign"})) continue;
        opinion.development.push_back({name(each.at("area")), each.at("action").string(kMostText),
                                       each.at("sign").string(kMostText)});
    }
}

std::optional<Opinion> read_opinion(const json::Reader& in) {
    if (in.value().kind == json::Kind::kNull) return std::nullopt;
    Opinion opinion;
    if (!in.object({"verdict", "gaps", "development"})) return std::nullopt;
    opinion.verdict = read_verdict(in.at("verdict"));
    read_lists(in, Lists::kNeeded, opinion);
    return opinion;
}

Subject read_subject(const json::Reader& in) {
    const int subject = in.one_of({"vote", "decision", "lock"});
    return static_cast<Subject>(std::max(subject, 0));
}

void must_have(const json::Reader& in, std::string_view key) {
    if (in.value().find(key) == nullptr) {
        in.at(key).report("error.json.missing", {{"expected", std::string(key)}});
    }
}

Entry read_entry(const json::Reader& in) {
    Entry entry;
    if (!in.object({"at", "by", "subject", "candidate", "old", "new", "why", "previous", "hash"})) {
        return entry;
    }
    // null has a meaning here, so leaving one out is not the same.
    for (const char* key : {"candidate", "old", "new"}) must_have(in, key);
    entry.change.at = name(in.at("at"));
    entry.change.by = name(in.at("by"));
    entry.change.subject = read_subject(in.at("subject"));
    if (in.has("candidate")) entry.change.candidate = name(in.at("candidate"));
    entry.before = read_opinion(in.at("old"));
    entry.change.opinion = read_opinion(in.at("new"));
    entry.change.why = in.at("why").string(kMostText);
    entry.previous = name(in.at("previous"));
    entry.hash = name(in.at("hash"));
    return entry;
}

void refuse_twice(const json::Reader& in, const std::string& id, std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), id) != known.end()) {
        in.report("error.calibration.twice", {{"found", id}});
    }
    known.push_back(id);
}

}  // namespace

Session read_session(const json::Reader& root) {
    Session session;
    if (!root.object({"schema", "id", "candidates", "voters", "log"})) return session;
    const std::string schema = name(root.at("schema"));
    if (root.has("schema") && schema != kSchema) {
        root.at("schema").report("error.calibration.other_schema",
                                 {{"found", schema}, {"expected", std::string(kSchema)}});
        return session;
    }
    session.id = name(root.at("id"));
    std::vector<std::string> known;
    for (const json::Reader& each : root.at("candidates").elements(1, kMost)) {
        if (!each.object({"id", "from", "to"})) continue;
        session.candidates.push_back(
            {name(each.at("id")), name(each.at("from")), name(each.at("to"))});
        refuse_twice(each.at("id"), session.candidates.back().id, known);
    }
    known.clear();
    for (const json::Reader& each : root.at("voters").elements(1, kMost)) {
        session.voters.push_back(name(each));
        refuse_twice(each, session.voters.back(), known);
    }
    for (const json::Reader& each : root.at("log").elements()) {
        session.log.push_back(read_entry(each));
    }
    return session;
}

base::Result<Session> read_session(std::string_view json_text) {
    const base::Result<json::Value> document = json::parse(json_text, kLimits);
    if (!document) return base::fail(document.error());
    base::Errors problems;
    Session session = read_session(json::Reader(*document, problems));
    if (!problems.empty()) return base::fail(std::move(problems));
    return session;
}

base::Result<Change> read_change(std::string_view json_text) {
    const base::Result<json::Value> document = json::parse(json_text);
    if (!document) return base::fail(document.error());
    base::Errors problems;
    const json::Reader root(*document, problems);
    Change change;
    if (!root.object(
            {"at", "by", "subject", "candidate", "verdict", "gaps", "development", "why"})) {
        return base::fail(std::move(problems));
    }
    if (root.has("at")) change.at = name(root.at("at"));
    change.by = name(root.at("by"));
    change.subject = read_subject(root.at("subject"));
    change.why = root.at("why").string(kMostText);
    if (change.subject != Subject::kLock) {
        change.candidate = name(root.at("candidate"));
        Opinion& opinion = change.opinion.emplace();
        opinion.verdict = read_verdict(root.at("verdict"));
        read_lists(root, Lists::kOptional, opinion);
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    return change;
}

}  // namespace vgap::calibration
