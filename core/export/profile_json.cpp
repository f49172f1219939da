#include "core/export/profile_json.hpp"

#include <optional>

#include "core/answers/write.hpp"
#include "core/base/version.hpp"
#include "core/export/comparison_json.hpp"
#include "core/json/write.hpp"

namespace vgap::export_ {

using instrument::Index;
using instrument::Instrument;
using instrument::kNone;
using json::Writer;
using scoring::DimensionScore;
using scoring::ItemScore;
using scoring::Node;
using scoring::NodeKind;
using scoring::PatternState;
using scoring::Profile;

namespace {

void number_or_null(Writer& write, const std::optional<double>& number) {
    if (number) {
        write.number(*number);
    } else {
        write.null();
    }
}

// A short name for each kind, stable as any id.
std::string_view to_string(NodeKind kind) {
    switch (kind) {
        case NodeKind::kIndex:
            return "index";
        case NodeKind::kDimension:
            return "dimension";
        case NodeKind::kItem:
        case NodeKind::kCurrentItem:
            return "item";
        case NodeKind::kSurplus:
            return "surplus";
        case NodeKind::kCurrent:
            return "current";
        case NodeKind::kRequired:
            return "required";
        case NodeKind::kBase:
            return "base";
        case NodeKind::kRule:
            return "rule";
        case NodeKind::kClamp:
            return "clamp";
    }
    return "";
}

// `dimension` is the one whose level tree this is; only its rules need to know.
std::string_view id_of(const Instrument& instrument, const Node& node, Index dimension) {
    switch (node.kind) {
        case NodeKind::kIndex:
            return instrument.id;
        case NodeKind::kItem:
        case NodeKind::kCurrentItem:
            return instrument.questions[node.subject].id;
        case NodeKind::kRule:
            return instrument.dimensions[dimension].rules[node.subject].id;
        default:
            return instrument.dimensions[node.subject].id;
    }
}

// One node with its children; gives the position behind them.
std::size_t write_tree(Writer& write, const Instrument& instrument, const std::vector<Node>& nodes,
                       std::size_t at, Index dimension) {
    const Node& node = nodes[at++];
    write.begin_object();
    write.key("kind").string(to_string(node.kind));
    write.key("id").string(id_of(instrument, node, dimension));
    write.key("value").number(node.value);
    if (node.children > 0) {
        write.key("children").begin_array();
        for (std::uint32_t child = 0; child < node.children; ++child) {
            at = write_tree(write, instrument, nodes, at, dimension);
        }
        write.end_array();
    }
    write.end_object();
    return at;
}

void write_index(Writer& write, const Instrument& instrument, const Profile& profile) {
    write.begin_object();
    write.key("value");
    number_or_null(write, profile.index);
    write.key("low").number(profile.index_low);
    write.key("high").number(profile.index_high);
    write.key("band");
    if (profile.band == kNone) {
        write.null();
    } else {
        write.string(instrument.bands[profile.band].id);
    }
    write.key("sufficient_weight_pct").number(profile.sufficient_weight_pct);
    if (!profile.index) {
        write.key("to_answer").begin_array();
        for (const Index q : profile.to_answer) write.string(instrument.questions[q].id);
        write.end_array();
    }
    write.end_object();
}

std::string_view to_string(base::Tri state, std::string_view no, std::string_view yes) {
    if (state == base::Tri::kUnknown) return "unknown";
    return state == base::Tri::kTrue ? yes : no;
}

void write_rules(Writer& write, const instrument::Dimension& dimension,
                 const DimensionScore& score) {
    write.begin_array();
    for (std::size_t r = 0; r < score.rules.size(); ++r) {
        write.begin_object();
        write.key("id").string(dimension.rules[r].id);
        write.key("state").string(to_string(score.rules[r].held, "not_held", "held"));
        write.key("add").number(dimension.rules[r].add);
        write.end_object();
    }
    write.end_array();
}

void write_dimensions(Writer& write, const Instrument& instrument, const Profile& profile,
                      Levels levels) {
    std::size_t tree = 0;
    write.begin_array();
    for (std::size_t d = 0; d < profile.dimensions.size(); ++d) {
        const DimensionScore& score = profile.dimensions[d];
        write.begin_object();
        write.key("id").string(instrument.dimensions[d].id);
        write.key("state").string(score.sufficient ? "sufficient" : "insufficient");
        write.key("current");
        number_or_null(write, score.current);
        write.key("low").number(score.low);
        write.key("high").number(score.high);
        write.key("answered").number(score.answered);
        write.key("items").number(score.items);
        write.key("required").number(score.required);
        write.key("gap");
        number_or_null(write, score.gap);
        write.key("surplus");
        number_or_null(write, score.surplus);
        write.key("rules");
        write_rules(write, instrument.dimensions[d], score);
        if (levels == Levels::kInclude) {
            write.key("levels").begin_array();
            const std::size_t trees = score.current ? 2 : 1;
            for (std::size_t t = 0; t < trees; ++t) {
                tree = write_tree(write, instrument, profile.level_explanations, tree,
                                  static_cast<Index>(d));
            }
            write.end_array();
        }
        write.end_object();
    }
    write.end_array();
}

void write_items(Writer& write, const Instrument& instrument, const Profile& profile) {
    write.begin_array();
    for (const ItemScore& item : profile.items) {
        write.begin_object();
        write.key("id").string(instrument.questions[item.question].id);
        write.key("state").string(item.reachable ? answers::to_string(item.state) : "unreachable");
        write.key("score");
        number_or_null(write, item.score);
        write.key("share");
        number_or_null(write, item.share);
        write.key("leverage");
        number_or_null(write, item.leverage);
        write.end_object();
    }
    write.end_array();
}

void write_patterns(Writer& write, const Instrument& instrument, const Profile& profile) {
    write.begin_array();
    for (std::size_t p = 0; p < profile.patterns.size(); ++p) {
        const PatternState& pattern = profile.patterns[p];
        write.begin_object();
        write.key("id").string(instrument.patterns[p].id);
        write.key("state").string(to_string(pattern.found, "not_found", "found"));
        write.key("evidence").begin_array();
        for (const PatternState::Evidence& evidence : pattern.evidence) {
            write.string(evidence.is_dimension ? instrument.dimensions[evidence.subject].id
                                               : instrument.questions[evidence.subject].id);
        }
        write.end_array();
        write.end_object();
    }
    write.end_array();
}

void write_smallest_change(Writer& write, const Instrument& instrument, const Profile& profile) {
    if (!profile.smallest_change) {
        write.null();
        return;
    }
    const scoring::SmallestChange& change = *profile.smallest_change;
    write.begin_object();
    write.key("possible").boolean(change.possible);
    write.key("exact").boolean(change.exact);
    write.key("to_band").string(instrument.bands[change.to_band].id);
    write.key("index").number(change.index);
    write.key("moves").begin_array();
    for (const instrument::Move& move : change.moves) {
        write.begin_object();
        write.key("item").string(instrument.questions[move.item].id);
        write.key("points").number(move.points);
        write.end_object();
    }
    write.end_array();
    write.end_object();
}

void write_plan(Writer& write, const Instrument& instrument, const plan::Plan& plan) {
    write.begin_array();
    for (const plan::PlannedAction& planned : plan) {
        const instrument::Action& action = instrument.actions[planned.action];
        write.begin_object();
        write.key("id").string(action.id);
        write.key("horizon").string(instrument::to_string(action.horizon));
        write.key("closes").number(planned.closes);
        write.end_object();
    }
    write.end_array();
}

}  // namespace

void append_profile(std::string& out, const Instrument& instrument, std::string_view response_id,
                    const Profile& profile, const plan::Plan& plan, Levels levels,
                    const report::Earlier* earlier) {
    Writer write(out);
    write.begin_object();
    write.key("schema").string("profile/1");
    write.key("engine").string(base::kEngineVersion);
    if (!response_id.empty()) write.key("id").string(response_id);
    write.key("instrument");
    answers::write_instrument(write, instrument);
    write.key("index");
    write_index(write, instrument, profile);
    write.key("dimensions");
    write_dimensions(write, instrument, profile, levels);
    write.key("items");
    write_items(write, instrument, profile);
    write.key("patterns");
    write_patterns(write, instrument, profile);
    write.key("smallest_change");
    write_smallest_change(write, instrument, profile);
    write.key("plan");
    write_plan(write, instrument, plan);
    write.key("explanation");
    if (profile.explanation.empty()) {
        write.null();
    } else {
        write_tree(write, instrument, profile.explanation, 0, kNone);
    }
    if (earlier != nullptr) {
        write.key("comparison");
        write_comparison(write, instrument, *earlier);
    }
    write.end_object();
}

}  // namespace vgap::export_
