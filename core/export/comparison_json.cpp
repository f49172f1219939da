#include "core/export/comparison_json.hpp"

#include <optional>
#include <string_view>

namespace vgap::export_ {

using json::Writer;
using scoring::PatternChange;

namespace {

void write_or_null(Writer& write, std::string_view key, const std::optional<double>& number) {
    write.key(key);
    if (number) {
        write.number(*number);
    } else {
        write.null();
    }
}

std::string_view to_string(PatternChange change) {
    switch (change) {
        case PatternChange::kNone:
            return "none";
        case PatternChange::kStill:
            return "still";
        case PatternChange::kNew:
            return "new";
        case PatternChange::kGone:
            return "gone";
        case PatternChange::kFirstKnown:
            return "first_known";
        case PatternChange::kNotKnown:
            return "not_known";
    }
    return "";
}

}  // namespace

void write_comparison(Writer& write, const instrument::Instrument& instrument,
                      const report::Earlier& earlier) {
    const scoring::Comparison& comparison = earlier.comparison;
    write.begin_object();
    write.key("date");
    if (earlier.date) {
        write.string(base::extended(*earlier.date));
    } else {
        write.null();
    }
    write.key("index").begin_object();
    write_or_null(write, "before", earlier.profile.index);
    write_or_null(write, "change", comparison.index);
    write_or_null(write, "as_needed_before", comparison.index_as_needed_before);
    write.end_object();
    write.key("same_dimensions").boolean(comparison.same_dimensions);
    write.key("dimensions").begin_array();
    for (std::size_t d = 0; d < comparison.dimensions.size(); ++d) {
        const scoring::DimensionScore& before = earlier.profile.dimensions[d];
        const scoring::LevelChange& change = comparison.dimensions[d];
        write.begin_object();
        write.key("id").string(instrument.dimensions[d].id);
        write.key("state").string(before.sufficient ? "sufficient" : "insufficient");
        write_or_null(write, "current", before.current);
        write.key("required").number(before.required);
        write_or_null(write, "gap", before.gap);
        write_or_null(write, "current_change", change.current);
        write.key("required_change").number(change.required);
        write_or_null(write, "gap_change", change.gap);
        write.end_object();
    }
    write.end_array();
    write.key("patterns").begin_array();
    for (std::size_t p = 0; p < comparison.patterns.size(); ++p) {
        write.begin_object();
        write.key("id").string(instrument.patterns[p].id);
        write.key("change").string(to_string(comparison.patterns[p]));
        write.end_object();
    }
    write.end_array();
    write.end_object();
}

}  // namespace vgap::export_
