// engagement — a workspace with one of everything, for tests to change a piece of it.
//
// In      with(piece, instead): the same text with a piece that stands in it once replaced
// Out     library: the instruments that count as shipped. engagement: its text. outcome: "code where; ..." of what is wrong
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "core/calibration/keep.hpp"
#include "core/calibration/read.hpp"
#include "core/workspace/read.hpp"
#include "tests/core/instrument/whole.hpp"
#include "tests/core/readiness/raters.hpp"

namespace vgap::workspace {

inline const std::vector<Known>& library() {
    static const std::vector<Known> known = {{*instrument::read(instrument::kWhole), std::nullopt},
                                             {readiness::shipped(), readiness::shipped_rules()}};
    return known;
}

inline std::string session_text() {
    calibration::Session session = *calibration::read_session(
        R"({"schema":"calibration/1","id":"autumn","candidates":[{"id":"ana","from":"IC","to":"Lead"}],)"
        R"("voters":["v"],"log":[]})");
    calibration::Change change;
    change.at = "2026-11-22T10:00:00Z";
    change.by = "v";
    change.candidate = "ana";
    change.why = "seen";
    change.opinion.emplace();
    change.opinion->gaps.push_back({"Delegation", "took the work back"});
    EXPECT_TRUE(calibration::keep(session, change).has_value());
    std::string text;
    calibration::append_session(text, session);
    return text;
}

inline std::string named(const Known& known) {
    return R"({"id":")" + known.instrument.id + R"(","version":")" + known.instrument.version +
           R"(","hash":")" + known.instrument.hash + R"("})";
}

inline const std::string& engagement() {
    static const std::string text =
        R"({"schema":"workspace/1","title":"Engagement","client":"Acme","created":"2026-11-01",)"
        R"("settings":{"segment_by":"size"},)"
        R"("threshold":{"now":7,"frozen_on":"2026-11-02","changes":[)"
        R"({"from":5,"to":7,"date":"2026-11-03","reason":"small teams"}]},)"
        R"("instruments":[)" +
        named(library()[0]) + "," + named(library()[1]) +
        R"(],"responses":[)"
        R"({"schema":"response/1","id":"r-1","instrument":{"id":"whole"},"answers":{"speed":2,"size":{"no_answer":"prefer_not_to_say"}}},)"
        R"({"schema":"response/1","instrument":{"id":"whole"},"answers":{"speed":1}}],)"
        R"("ratings":[)"
        R"({"schema":"rating/1","candidate":"ana","rater":"b","instrument":{"id":"leadership-readiness"},"answers":{"role":"manager"}}],)"
        R"("people":{"source":"people.csv","as_of":"2026-10-31","dates":"dmy","left_out":1,)"
        R"("columns":[{"field":"stage","name":"Stufe"},{"field":"id","name":"Nr"}],)"
        R"("rows":[["IC","7"],["Lead","8"]]},)"
        R"("promotions":{"dates":"ymd","columns":[{"field":"id","name":"id"},{"field":"from","name":"from"},)"
        R"({"field":"to","name":"to"},{"field":"outcome","name":"outcome"}],"rows":[["7","IC","Lead","pending"]]},)"
        R"("targets":{"schema":"targets/1","path_coverage_pct":80},)"
        R"("calibrations":[)" +
        session_text() +
        R"(],"projects":[{"id":"p-1","person":"ana","kind":"transition","area":"Delegation","action":"Lead the launch",)"
        R"("sign":"no rework","from":"IC","to":"Lead","start":"2026-12-01","review":"2027-03-01","status":"planned"}],)"
        R"("plan":[{"id":"a-1","action":"Write the criteria down","owner":"People","horizon":"month","due":"2026-12-20","status":"running"}]})";
    return text;
}

inline std::string with(std::string_view piece, std::string_view instead) {
    std::string text = engagement();
    const std::size_t at = text.find(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    EXPECT_EQ(text.find(piece, at + 1), std::string::npos) << piece;
    return text.replace(at, piece.size(), instead);
}

inline std::string listed(const base::Errors& errors) {
    std::string out;
    for (const base::Error& error : errors) {
        if (!out.empty()) out += "; ";
        out += error.code.substr(sizeof "error." - 1) + " " + error.where;
    }
    return out;
}

inline std::string outcome(std::string_view text) {
    base::Result<json::Value> document = parse(text);
    if (!document) return listed(document.error());
    const base::Result<Workspace> workspace = read(std::move(*document), library());
    return workspace ? "" : listed(workspace.error());
}

}  // namespace vgap::workspace
