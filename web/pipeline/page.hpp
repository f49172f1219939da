// pipeline/page — the page "in people and months" as data for pages/given: what is seen, what can be turned, what it buys.
//
// In      a scenario, the texts of the reader's language and what was turned before ({"paths.ID.KEY": 9}, or nothing), as JSON;
//         what a person did, by the key of the block
// Out     page(): {"id","title","blocks"}; advance(): the next slice; turned(): what is turned now, as it came in
// Errors  open() and speak(): sentences with place, as JSON; the state stays as it was. What is typed and cannot be taken is
//         said on the page, and so is what was turned before and this scenario cannot take
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
    static std::unique_ptr<Page> open(std::string_view scenario, std::string_view texts,
                                      std::string_view turned, std::string& problems);
    bool speak(std::string_view texts, std::string& problems);

    bool advance() { return simulation_.advance() || by_hand_.advance(); }
    bool act(std::string_view key, std::string_view value);  // false: no such thing to do here

    // There is one after the first advance(). What is as it was in the one before may only be named (pages/given: "kept").
    std::string page(Telling telling = Telling::kAll) const;
    std::string turned() const;
    const Simulation& simulation() const { return simulation_; }

  private:
    explicit Page(flow::Scenario scenario) : simulation_(std::move(scenario)) {}

    Simulation simulation_;
    ByHand by_hand_;
    text::Catalogue texts_;
    std::size_t stage_ = 0;          // the one that is shown
    bool chosen_ = false;            // by the reader; else the one with the widest gap
    std::vector<std::string> open_;  // keys of what is unfolded
    Refused refused_;
    std::size_t left_out_ = 0;  // numbers that were turned before and cannot be now
};

}  // namespace vgap::pipeline
