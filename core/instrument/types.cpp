#include "core/instrument/types.hpp"

namespace vgap::instrument {

namespace {

template <class Entry>
Index find(const std::vector<Entry>& entries, std::string_view id) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].id == id) return static_cast<Index>(i);
    }
    return kNone;
}

}  // namespace

Index Instrument::find_question(std::string_view question_id) const {
    return find(questions, question_id);
}

Index Instrument::find_dimension(std::string_view dimension_id) const {
    return find(dimensions, dimension_id);
}

std::string_view to_string(Horizon horizon) {
    switch (horizon) {
        case Horizon::kWeek:
            return "week";
        case Horizon::kMonth:
            return "month";
        case Horizon::kQuarter:
            return "quarter";
    }
    return "week";
}

std::string_view to_string(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::kScale:
            return "scale";
        case QuestionKind::kSingle:
            return "single";
        case QuestionKind::kMultiple:
            return "multiple";
        case QuestionKind::kNumber:
            return "number";
        case QuestionKind::kText:
            return "text";
    }
    return "scale";
}

}  // namespace vgap::instrument
