// pipeline/explained — how a month works, what is taken for granted, and a pipeline small enough to work out by hand.
//
// In      the page's blocks and texts; ByHand: futures of the pipeline worked out in tests/core/flow/by_hand.json
// Out     two sections of the page
// Errors  none
// Source  MODEL.md §6
// Cost    ByHand: a millisecond or two
// Tested  tests/web/pipeline/explained_test.cpp
#pragma once

#include "core/flow/futures.hpp"
#include "core/text/catalogue.hpp"
#include "web/pages/blocks.hpp"

namespace vgap::pipeline {

// assets/scenarios/two_stages.json, which the page would have to fetch.
flow::Scenario two_stages();

class ByHand {
  public:
    static constexpr std::uint64_t kFutures = 4'000;

    ByHand();

    bool advance();  // all at once; false: it was done before
    const flow::Tally& tally() const { return run_.futures.tally(); }

  private:
    flow::Run run_;
};

// Their keys.
inline constexpr const char* kReasons = "reasons";
inline constexpr const char* kByHand = "hand";

void explain(pages::Blocks& blocks, const text::Catalogue& texts, const ByHand& by_hand);

}  // namespace vgap::pipeline
