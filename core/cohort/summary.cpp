#include "core/cohort/summary.hpp"

#include <algorithm>

namespace vgap::cohort {

void Threshold::change(Count to) {
    if (to == now) return;
    changes.emplace(now, to);
    now = to;
}

Count Summary::people() const {
    Count people = 0;
    for (const auto& [name, tally] : segments) people += tally.people;
    return people;
}

Tally* find_or_add(Summary& summary, const Layout& layout, std::string_view segment) {
    const auto found = summary.segments.find(segment);
    if (found != summary.segments.end()) return &found->second;
    if (summary.segments.size() == kMostSegments) return nullptr;
    return &summary.segments.emplace(std::string(segment), layout.empty()).first->second;
}

base::Result<bool> merge(Summary& into, const Layout& layout, const Summary& from) {
    if (into.by != from.by) {
        return base::fail(
            {"error.cohort.other_by", "/by", {{"found", from.by}, {"expected", into.by}}});
    }
    if (into.people() + from.people() > kMostPeople || into.refused + from.refused > kMostPeople) {
        return base::fail(
            {"error.cohort.too_many_people", "/segments", {{"most", std::to_string(kMostPeople)}}});
    }
    for (const auto& [name, tally] : from.segments) {
        Tally* const own = find_or_add(into, layout, name);
        if (own == nullptr) {
            return base::fail({"error.cohort.too_many_segments",
                               "/segments",
                               {{"most", std::to_string(kMostSegments)}}});
        }
        merge(*own, tally);
    }
    into.refused += from.refused;
    into.threshold.now = std::max(into.threshold.now, from.threshold.now);
    into.threshold.frozen.insert(from.threshold.frozen.begin(), from.threshold.frozen.end());
    into.threshold.changes.insert(from.threshold.changes.begin(), from.threshold.changes.end());
    return true;
}

Tally whole(const Summary& summary, const Layout& layout) {
    Tally all = layout.empty();
    for (const auto& [name, tally] : summary.segments) merge(all, tally);
    return all;
}

}  // namespace vgap::cohort
