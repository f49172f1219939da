// report/words — a result in sentences, the same on the screen, on paper and in files.
//
// In      Subject: instrument, texts of one language, answers, their profile, and perhaps an earlier
//         attempt that they are compared with
// Out     one sentence or phrase each; `**bold**` is left to whoever draws
// Errors  none: what has no text of its own is empty, or the message's id (text/catalogue)
// Source  PRODUCT.md §2 (one plain sentence; the visitor's own answers as evidence)
// Cost    O(length)
// Tested  tests/core/report/words_test.cpp
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/answers/answer.hpp"
#include "core/base/date.hpp"
#include "core/chart/chart.hpp"
#include "core/instrument/types.hpp"
#include "core/scoring/comparison.hpp"
#include "core/scoring/profile.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::report {

struct Earlier {
    std::optional<base::Date> date;
    const answers::Answers& answers;
    const scoring::Profile& profile;
    const scoring::Comparison& comparison;  // of its profile with the subject's
    std::string date_text = {};  // as a screen's reader writes dates; empty: as text/day does
};

struct Subject {
    const instrument::Instrument& instrument;
    const text::Catalogue& texts;
    const answers::Answers& answers;
    const scoring::Profile& profile;
    std::optional<Earlier> earlier = std::nullopt;
};

// Whole numbers for reading; the files for machines hold every digit.
inline int rounded(double value) {
    return static_cast<int>(value < 0 ? value - 0.5 : value + 0.5);
}

// What was answered to a question, in the instrument's own words; empty when there is no answer.
std::string answer_text(const Subject& subject, instrument::Index index);

// The same of other answers, such as the earlier ones.
std::string answer_text(const Subject& subject, const answers::Answers& answers,
                        instrument::Index index);

// "For a group of ..., about a third of what you need is not there yet. Most of it sits in ...":
// only with an index.
std::string headline(const Subject& subject);

std::string evidence_text(const Subject& subject, const scoring::PatternState::Evidence& evidence);

// Why a rule of a dimension asks for more or less, and the answers that made it hold.
std::string rule_text(const Subject& subject, const instrument::Rule& rule);

// A chart's cell and its finding.
std::string value_text(const text::Catalogue& texts, const chart::Value& value);
std::string sentence_text(const text::Catalogue& texts, const chart::Sentence& sentence);

// The label of the point that lies `steps` above the answer, in the better direction.
std::string label_at(const Subject& subject, instrument::Index item, int steps);

// The (at most `most`) reachable items whose next point closes most, the best first.
std::vector<const scoring::ItemScore*> best_steps(const scoring::Profile& profile,
                                                  std::size_t most);

}  // namespace vgap::report
