// What becomes of answers that were given to earlier versions.

#include "core/instrument/check_parts.hpp"

namespace vgap::instrument {

namespace {

bool has_same_form(const Question& now, const Question& then) {
    return now.kind == then.kind && (now.kind != QuestionKind::kScale || now.points == then.points);
}

}  // namespace

void check_earlier_versions(const Instrument& instrument, Findings& findings) {
    for (std::size_t v = 0; v < instrument.earlier_versions.size(); ++v) {
        const Instrument& earlier = instrument.earlier_versions[v];
        for (std::size_t q = 0; q < earlier.questions.size(); ++q) {
            const Question& then = earlier.questions[q];
            const Index now = instrument.find_question(then.id);
            if (now == kNone || has_same_form(instrument.questions[now], then)) continue;
            findings.add(Severity::kNote, "lint.earlier_dropped",
                         place("earlier_versions", v) + place("questions", q),
                         {{"id", then.id}, {"version", earlier.version}});
        }
    }
}

}  // namespace vgap::instrument
