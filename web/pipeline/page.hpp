// pipeline/page — the page "in people and months" as data for pages/given: what is seen, what can be turned, what it buys.
//
// In      a scenario and what was turned before ({"paths.ID.KEY": 9}, or nothing), as JSON; the texts of the reader's language, which
//         live longer, and may become those of another one; what a person did, by the key of the block
// Out     page(): {"id","title","blocks"}; advance(): the next slice; turned(): what is turned now, as it came in
// Errors  open(): sentences with place, as JSON. What is typed and cannot be taken is said on the page, and so is what was turned
//         before and this scenario cannot take
// Source  MODEL.md §6; PRODUCT.md §2
// Cost    page(): O(stages · months)
// Tested  tests/web/pipeline/page_test.cpp
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/catalogue.hpp"
#include "web/pipeline/explained.hpp"
#include "web/pipeline/simulation.hpp"
#include "web/pipeline/told.hpp"

namespace vgap::pipeline {

class Page {
  public:
    static std::unique_ptr<Page> open(std::string_view scenario, const text::Catalogue& texts,
                                      std::string_view turned, std::string& problems);

    // One slice; the first is what is worked out by hand, which does not change any more.
    bool advance() { return by_hand_.advance() || simulation_.advance(); }
    bool act(std::string_view key, std::string_view value);  // false: no such thing to do here

    // There is one after the second advance(). What is as it was in the one before may only be named (pages/given: "kept").
    std::string page(Telling telling = Telling::kAll) const;
    std::string turned() const;
    const Simulation& simulation() const { return simulation_; }

  private:
    Page(flow::Scenario scenario, const text::Catalogue& texts)
        : simulation_(std::move(scenario)), texts_(texts) {}

    Simulation simulation_;
    ByHand by_hand_;
    const text::Catalogue& texts_;
    std::size_t stage_ = 0;          // the one that is shown
    bool chosen_ = false;            // by the reader; else the one with the widest gap
    std::vector<std::string> open_;  // keys of what is unfolded
    Refused refused_;
    std::size_t left_out_ = 0;  // numbers that were turned before and cannot be now
};

}  // namespace vgap::pipeline
