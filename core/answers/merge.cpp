#include "core/answers/merge.hpp"

namespace vgap::answers {

namespace {

enum class Whose : std::uint8_t { kMine, kTheirs, kDiffering };

Whose keep(const Answer* base, const Answer& mine, const Answer& theirs) {
    if (mine == theirs) return Whose::kMine;
    const Answer none;
    const Answer& before = base != nullptr ? *base : none;
    if (mine == before) return Whose::kTheirs;
    if (theirs == before) return Whose::kMine;
    return Whose::kDiffering;
}

}  // namespace

Merged merge(const Answers* base, const Answers& mine, const Answers& theirs) {
    Merged merged = {mine, 0, {}};
    for (std::size_t q = 0; q < mine.size(); ++q) {
        switch (keep(base != nullptr ? &(*base)[q] : nullptr, mine[q], theirs[q])) {
            case Whose::kMine:
                break;
            case Whose::kTheirs:
                merged.answers[q] = theirs[q];
                ++merged.taken;
                break;
            case Whose::kDiffering:
                merged.differing.push_back(static_cast<instrument::Index>(q));
                break;
        }
    }
    return merged;
}

}  // namespace vgap::answers
