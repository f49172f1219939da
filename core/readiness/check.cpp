#include "core/readiness/check.hpp"

#include <algorithm>
#include <string>

#include "core/json/pointer.hpp"

namespace vgap::readiness {

using instrument::Finding;
using instrument::kNone;
using instrument::kRulesFile;
using instrument::Severity;

namespace {

class Checking {
  public:
    Checking(const Instrument& instrument, const Rules& rules)
        : instrument_(instrument), rules_(rules) {}

    std::vector<Finding> run(std::span<const text::Catalogue* const> catalogues) && {
        check_views();
        check_minimums();
        check_capabilities();
        check_performance();
        for (std::size_t c = 0; c < catalogues.size(); ++c) check_primer(*catalogues[c], c);
        return std::move(findings_);
    }

  private:
    void add(Severity severity, std::string_view code, std::string where,
             std::vector<base::Argument> arguments = {}, std::size_t file = kRulesFile) {
        findings_.push_back(
            {severity, {std::string(code), std::move(where), std::move(arguments)}, file});
    }

    int count(View view) const {
        return static_cast<int>(
            std::count_if(rules_.roles.begin(), rules_.roles.end(),
                          [view](const Role& role) { return role.view == view; }));
    }

    void check_views() {
        const int sides = count(View::kNamed) + count(View::kAnonymous);
        if (rules_.least_views > sides) {
            add(Severity::kError, "lint.rules_too_many_views", "/evidence/least_views",
                {{"found", std::to_string(rules_.least_views)}, {"most", std::to_string(sides)}});
        }
        if (count(View::kAnonymous) == 0) {
            add(Severity::kError, "lint.rules_no_anonymous", "/roles");
        }
        if (count(View::kSelf) != 1) {
            add(Severity::kWarning, "lint.rules_one_self", "/roles",
                {{"found", std::to_string(count(View::kSelf))}});
        }
    }

    void check_minimums() {
        if (rules_.minimum_comments <= rules_.minimum_raters) {
            add(Severity::kWarning, "lint.rules_comments_minimum", "/anonymity/minimum_comments",
                {{"found", std::to_string(rules_.minimum_comments)},
                 {"raters", std::to_string(rules_.minimum_raters)}});
        }
        if (rules_.support_within <= 0) {
            add(Severity::kWarning, "lint.rules_no_support", "/support_within");
        }
    }

    // A status asks for the threshold of the mean and the floor of its lower limit, which is below the mean.
    void check_capabilities() {
        for (std::size_t d = 0; d < instrument_.dimensions.size(); ++d) {
            const instrument::Dimension& dimension = instrument_.dimensions[d];
            std::string where = "/capabilities";
            if (rules_.floors[d] > dimension.required_base) {
                add(Severity::kWarning, "lint.rules_floor_above", where, {{"id", dimension.id}});
            }
            const bool has_project = std::any_of(
                instrument_.actions.begin(), instrument_.actions.end(),
                [d](const instrument::Action& action) {
                    return action.horizon == instrument::Horizon::kQuarter &&
                           std::count(action.dimensions.begin(), action.dimensions.end(),
                                      static_cast<Index>(d)) > 0;
                });
            if (!has_project) {
                add(Severity::kWarning, "lint.rules_no_project", std::move(where),
                    {{"id", dimension.id}});
            }
        }
    }

    void check_performance() {
        const auto all = [](const std::vector<std::uint8_t>& flags) {
            return std::all_of(flags.begin(), flags.end(), [](auto flag) { return flag != 0; });
        };
        if (all(rules_.performance.yes)) {
            add(Severity::kWarning, "lint.rules_all_high", "/performance/high",
                {{"id", instrument_.questions[rules_.performance.question].id}});
        }
        const std::vector<std::uint8_t>& interested = rules_.interest.yes;
        if (all(interested)) {
            add(Severity::kWarning, "lint.rules_all_interested", "/interest/yes",
                {{"id", instrument_.questions[rules_.interest.question].id}});
        }
    }

    // What raters are told before they rate stands at the head of the page that asks for their role.
    void check_primer(const text::Catalogue& catalogue, std::size_t position) {
        const Index page = instrument_.questions[rules_.role_question].page;
        if (page == kNone) return;  // instrument/check says so
        const std::string key = "page." + instrument_.pages[page].id + ".lede";
        if (catalogue.has(key)) return;
        std::string where = "/messages";
        json::append_step(where, key);
        add(Severity::kError, "lint.rules_no_primer", std::move(where),
            {{"key", key}, {"language", catalogue.language()}}, position);
    }

    const Instrument& instrument_;
    const Rules& rules_;
    std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_rules(const Instrument& instrument, const Rules& rules,
                                 std::span<const text::Catalogue* const> catalogues) {
    return Checking(instrument, rules).run(catalogues);
}

}  // namespace vgap::readiness
