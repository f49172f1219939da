// instrument_fuzz — any bytes: refused, or an instrument in which every reference holds, as the
// scorer trusts it to.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/instrument/read.hpp"
#include "tools/fuzz/promise.hpp"

namespace {

using namespace vgap::instrument;
using vgap::fuzz::require;

void require_scale(const Instrument& instrument, Index item) {
    require(item < instrument.questions.size());
    require(instrument.questions[item].dimension < instrument.dimensions.size());
}

void require_sound(const Instrument& instrument, const Condition& condition, int depth) {
    require(depth <= kMostConditionDepth);
    switch (condition.op) {
        case Operator::kNot:
            require(condition.children.size() == 1);
            [[fallthrough]];
        case Operator::kAll:
        case Operator::kAny:
            require(!condition.children.empty());
            for (const Condition& child : condition.children) {
                require_sound(instrument, child, depth + 1);
            }
            break;
        case Operator::kItemBelow:
        case Operator::kItemAtLeast:
            require_scale(instrument, condition.subject);
            break;
        case Operator::kDimensionBelow:
        case Operator::kDimensionAtLeast:
            require(condition.subject < instrument.dimensions.size());
            break;
        case Operator::kContextEquals:
            require(condition.subject < instrument.questions.size());
            require(condition.option < instrument.questions[condition.subject].options.size());
            break;
        case Operator::kContextBelow:
        case Operator::kContextAtLeast:
            require(condition.subject < instrument.questions.size());
            require(instrument.questions[condition.subject].kind == QuestionKind::kNumber);
            break;
    }
}

void require_sound(const Instrument& instrument) {
    require(instrument.hash.size() == 64);
    require(!instrument.id.empty() && !instrument.bands.empty());
    for (std::size_t i = 0; i < instrument.questions.size(); ++i) {
        const Question& question = instrument.questions[i];
        require(instrument.find_question(question.id) == i);
        require(question.page == kNone || question.page < instrument.pages.size());
        require(question.kind != QuestionKind::kScale || question.points >= 2);
        require(question.weight > 0);
        if (question.conditional) require_sound(instrument, question.when, 1);
    }
    for (const Dimension& dimension : instrument.dimensions) {
        require(dimension.weight > 0);
        for (const Index item : dimension.items) require_scale(instrument, item);
        for (const Rule& rule : dimension.rules) require_sound(instrument, rule.when, 1);
    }
    for (const Page& page : instrument.pages) {
        for (const Index question : page.questions) require(question < instrument.questions.size());
        if (page.conditional) require_sound(instrument, page.when, 1);
    }
    for (const Pattern& pattern : instrument.patterns) require_sound(instrument, pattern.when, 1);
    for (const Action& action : instrument.actions) {
        require(action.effort_days > 0);
        for (const Index target : action.dimensions) require(target < instrument.dimensions.size());
        for (const Index target : action.patterns) require(target < instrument.patterns.size());
        for (const Move& move : action.moves) {
            require_scale(instrument, move.item);
            require(move.points >= 1 && move.points < instrument.questions[move.item].points);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto instrument =
        vgap::instrument::read(std::string_view(reinterpret_cast<const char*>(data), size));
    if (instrument) {
        require_sound(*instrument);
    } else {
        require(!instrument.error().empty());
    }
    return 0;
}
