// Patterns, actions and bands: what follows from the scores.

#include <algorithm>

#include "core/instrument/read_parts.hpp"

namespace vgap::instrument {

namespace {

constexpr std::size_t kMostTargets = 100;
constexpr std::size_t kMostMoves = 100;
constexpr std::size_t kMostBands = 20;
constexpr double kLeastEffort = 0.01, kMostEffort = 1000;

// Unknown and repeated ids are reported and left out.
std::vector<Index> read_references(const json::Reader& reader, const Names& names,
                                   std::string_view unknown_code) {
    std::vector<Index> found;
    for (const json::Reader& reference : reader.elements(0, kMostTargets)) {
        const Index index = names.find(reference, unknown_code);
        if (index == kNone) continue;
        if (std::find(found.begin(), found.end(), index) != found.end()) {
            reference.report("error.instrument.repeated", {{"id", reference.value().string}});
            continue;
        }
        found.push_back(index);
    }
    return found;
}

void read_move(const json::Reader& entry, const Reading& reading, std::vector<Move>& moves) {
    if (!entry.object({"item", "points"})) return;
    const json::Reader item = entry.at("item");
    const json::Reader points = entry.at("points");
    Move move;
    move.item = reading.questions.find(item, "error.instrument.unknown_item");
    move.points = points.whole(1, 100);  // the item's own limit follows
    if (move.item == kNone) return;
    const Question& question = reading.instrument.questions[move.item];
    if (question.is_context) {
        item.report("error.instrument.unknown_item", {{"id", question.id}});
    } else if (question.kind != QuestionKind::kScale) {
        item.report("error.instrument.not_a_scale", {{"id", question.id}});
    } else if (move.points >= question.points) {
        points.report("error.instrument.move_too_far",
                      {{"id", question.id},
                       {"found", std::to_string(move.points)},
                       {"most", std::to_string(question.points - 1)}});
    } else if (std::any_of(moves.begin(), moves.end(),
                           [&](const Move& other) { return other.item == move.item; })) {
        item.report("error.instrument.repeated", {{"id", question.id}});
    } else {
        moves.push_back(move);
    }
}

std::vector<Band> default_bands() {
    return {{"on_pace", 10}, {"drifting", 25}, {"lagging", 45}, {"stalled", Band().below}};
}

}  // namespace

void read_pattern(const json::Reader& entry, const Reading& reading, Pattern& pattern) {
    if (!entry.object({"id", "when", "source"})) return;
    pattern.when = read_condition(entry.at("when"), Operands::kQuestionsAndDimensions, reading);
    pattern.source = read_source(entry, reading);
}

void read_action(const json::Reader& entry, const Reading& reading, Action& action) {
    if (!entry.object({"id", "horizon", "effort_days", "targets", "moves", "source"})) return;
    const int horizon = entry.at("horizon").one_of({"week", "month", "quarter"});
    if (horizon >= 0) action.horizon = static_cast<Horizon>(horizon);
    action.effort_days = entry.at("effort_days").number(kLeastEffort, kMostEffort);
    const json::Reader targets = entry.at("targets");
    if (targets.object({"dimensions", "patterns"})) {
        if (targets.has("dimensions")) {
            action.dimensions = read_references(targets.at("dimensions"), reading.dimensions,
                                                "error.instrument.unknown_dimension");
        }
        if (targets.has("patterns")) {
            action.patterns = read_references(targets.at("patterns"), reading.patterns,
                                              "error.instrument.unknown_pattern");
        }
    }
    if (entry.has("moves")) {
        for (const json::Reader& move : entry.at("moves").elements(0, kMostMoves)) {
            read_move(move, reading, action.moves);
        }
    }
    action.source = read_source(entry, reading);
}

void read_bands(const json::Reader& reader, Reading& reading) {
    std::vector<Band>& bands = reading.instrument.bands;
    if (reader.value().kind == json::Kind::kNull) {
        bands = default_bands();
        return;
    }
    const Entries entries = reader.elements(1, kMostBands);
    double edge = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const json::Reader& entry = entries[i];
        Band& band = bands.emplace_back();
        if (!entry.object({"id", "below"})) continue;
        band.id = reading.bands.declare(entry, static_cast<Index>(i));
        const json::Reader below = entry.at("below");
        if (i + 1 == entries.size()) {
            if (entry.has("below")) below.report("error.instrument.last_band_has_edge");
            continue;
        }
        band.below = below.number(0, 100);
        if (below.value().kind != json::Kind::kNumber) continue;
        if (band.below <= edge) below.report("error.instrument.bands_not_ascending");
        edge = std::max(edge, band.below);
    }
}

}  // namespace vgap::instrument
