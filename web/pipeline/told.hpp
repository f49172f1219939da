// pipeline/told — what the page says and shows, block by block.
//
// In      the simulation, the texts of the reader's language, what the reader has unfolded, chosen and typed
// Out     {"id","title","blocks"} as JSON. Keys of blocks that change something begin as kTurn and kStage do
// Errors  none
// Source  MODEL.md §6; PRODUCT.md §2
// Cost    O(stages · months)
// Tested  tests/web/pipeline/page_test.cpp
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/catalogue.hpp"
#include "web/pipeline/explained.hpp"
#include "web/pipeline/simulation.hpp"

namespace vgap::pipeline {

// Then the parameter's name; "!" at the end: typed, not slid.
inline constexpr std::string_view kTurn = "turn.";
inline constexpr std::string_view kStage = "stage.";  // then the stage's number

using Refused = std::vector<std::pair<std::string, std::string>>;  // parameter, what was typed

// Of what is as it was told last, the name may be enough: what explains the page; while a lever is turned on and on, also which of them
// are folded away, and what each of them buys, which is known when they rest.
enum class Telling : unsigned char { kAll, kWhatChanges, kWhileItMoves };

struct Shown {
    const Simulation& simulation;
    const ByHand& by_hand;
    const text::Catalogue& texts;
    const std::vector<std::string>& open;  // keys of what is unfolded
    const Refused& refused;
    std::size_t stage;     // the one that is shown
    std::size_t left_out;  // numbers that were turned before and cannot be now
    Telling telling;
};

std::string told(const Shown& of);

}  // namespace vgap::pipeline
