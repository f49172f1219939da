#include "web/pipeline/page.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/number.hpp"
#include "core/flow/read.hpp"
#include "core/flow/turned.hpp"
#include "core/json/parse.hpp"
#include "web/app/sentences.hpp"

namespace vgap::pipeline {

namespace {

// As a reader may type it: 2.5 or 2,5.
std::optional<double> typed_number(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    return base::parse_number(text);
}

// The stage whose seats stay empty longest, of those that people come to from below, if there are any.
std::size_t widest(const flow::Futures& futures) {
    const auto rank = [&futures](std::size_t stage) {
        return std::pair(!futures.plan().stages[stage].in.empty(),
                         futures.tally().stages[stage].seat_months.mean().value);
    };
    std::size_t worst = 0;
    for (std::size_t s = 1; s < futures.plan().stages.size(); ++s) {
        if (rank(s) > rank(worst)) worst = s;
    }
    return worst;
}

}  // namespace

std::unique_ptr<Page> Page::open(std::string_view scenario, const text::Catalogue& texts,
                                 std::string_view turned, std::string& problems) {
    auto read = flow::read_scenario(scenario);
    if (!read) {
        app::append_problems(problems, texts, read.error());
        return nullptr;
    }
    std::unique_ptr<Page> page(new Page(std::move(*read), texts));
    if (const auto before = json::parse(turned)) {
        flow::Scenario now = page->simulation_.now();
        page->left_out_ = flow::turn(now, flow::turned_in(*before)).size();
        page->simulation_.begin_with(std::move(now));
    }
    return page;
}

bool Page::act(std::string_view key, std::string_view value) {
    if (key == "undo") {
        simulation_.undo();
        refused_.clear();
    } else if (key == "reset") {
        simulation_.reset();
        refused_.clear();
    } else if (key.starts_with(kTurn)) {
        key.remove_prefix(kTurn.size());
        if (key.ends_with('!')) key.remove_suffix(1);
        const std::string name(key);
        const auto number = typed_number(std::string(value));
        std::erase_if(refused_, [&](const auto& each) { return each.first == name; });
        if (!number || !simulation_.turn(name, *number)) refused_.emplace_back(name, value);
    } else if (key.starts_with(kStage)) {
        const auto stage = base::parse_number(key.substr(kStage.size()));
        if (!stage || *stage >= static_cast<double>(simulation_.now().stages.size())) return false;
        stage_ = static_cast<std::size_t>(*stage);
        chosen_ = true;
    } else if (key.starts_with("show.")) {
        std::erase(open_, key);
        if (!value.empty()) open_.emplace_back(key);
    } else {
        return false;
    }
    return true;
}

std::string Page::turned() const {
    std::string out;
    json::Writer write(out);
    write.begin_object();
    for (const auto& [name, number] : flow::turned(simulation_.before(), simulation_.now())) {
        write.key(name).number(number);
    }
    write.end_object();
    return out;
}

std::string Page::page(Telling telling) const {
    const std::size_t stage = chosen_ ? stage_ : widest(simulation_.futures());
    return told({simulation_, by_hand_, texts_, open_, refused_, stage, left_out_, telling});
}

}  // namespace vgap::pipeline
