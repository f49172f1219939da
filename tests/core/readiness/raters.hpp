// raters — made-up ratings of one candidate with the shipped questionnaire, for tests of this folder.
//
// In      a candidate, a rater, a role, the points of the twelve items in their order: 0..4, or kNone
// Out     Rating; pointers(ratings): those of one candidate; released: what was told of them
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fixed.hpp"
#include "core/instrument/read.hpp"
#include "core/readiness/assess.hpp"
#include "tests/support/sample.hpp"

namespace vgap::readiness {

inline constexpr int kNotSeen = -1;
inline constexpr std::size_t kItems = 12;
using Points = std::array<int, kItems>;

inline const Instrument& shipped() {
    static const Instrument instrument =
        *instrument::read(sample::file("assets/instruments/leadership-readiness/instrument.json"));
    return instrument;
}

inline const Rules& shipped_rules() {
    static const Rules rules = *read_rules(
        shipped(), sample::file("assets/instruments/leadership-readiness/readiness.json"));
    return rules;
}

inline Points all(int point) {
    Points points;
    points.fill(point);
    return points;
}

inline std::vector<Index> scored_items() {
    std::vector<Index> items;
    for (const instrument::Dimension& each : shipped().dimensions) {
        items.insert(items.end(), each.items.begin(), each.items.end());
    }
    return items;
}

inline Rating rated(std::string_view candidate, std::string_view rater, std::string_view role,
                    const Points& points) {
    Rating rating;
    rating.candidate = candidate;
    rating.rater = rater;
    rating.answers.resize(shipped().questions.size());
    for (Index r = 0; r < shipped_rules().roles.size(); ++r) {
        if (shipped_rules().roles[r].id == role) rating.role = r;
    }
    rating.answers[shipped_rules().role_question] = sample::point(static_cast<int>(rating.role));
    const std::vector<Index> items = scored_items();
    for (std::size_t i = 0; i < kItems; ++i) {
        rating.answers[items[i]] = points[i] == kNotSeen
                                       ? sample::not_answered(answers::AnswerState::kDontKnow)
                                       : sample::point(points[i]);
    }
    return rating;
}

inline std::vector<const Rating*> pointers(const std::vector<Rating>& ratings) {
    std::vector<const Rating*> list;
    for (const Rating& each : ratings) list.push_back(&each);
    return list;
}

inline CandidateRelease released(const std::vector<Rating>& ratings,
                                 const CandidateRelease* earlier = nullptr,
                                 const Rules& rules = shipped_rules()) {
    return renew(shipped(), rules, pointers(ratings), earlier);
}

inline Assessment assessed(const std::vector<Rating>& ratings) {
    return assess(shipped(), shipped_rules(), pointers(ratings), released(ratings));
}

}  // namespace vgap::readiness
