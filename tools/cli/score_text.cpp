#include "tools/cli/score_text.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/base/utf8.hpp"
#include "core/text/display.hpp"

namespace vgap::cli {

namespace {

using instrument::Instrument;
using Rows = std::vector<std::vector<std::string>>;

class ResultText {
  public:
    ResultText(const text::Catalogue& texts, const Instrument& instrument)
        : texts_(texts), instrument_(instrument) {}

    std::string write(std::string_view response_id, const scoring::Profile& profile,
                      const plan::Plan& plan) const {
        std::string out;
        if (!response_id.empty()) {
            out += texts_.say("cli.result.response", {{"id", response_id}}) + "\n";
        }
        out += index(profile) + "\n\n" + dimensions(profile) + patterns(profile);
        return out + actions(plan) + "\n";
    }

  private:
    // The instrument's own text, or the id when it has none.
    std::string named(std::string_view kind, const std::string& id, std::string_view what) const {
        const std::string key = std::string(kind) + "." + id + "." + std::string(what);
        return texts_.has(key) ? texts_.say(key) : text::display_line(id);
    }

    std::string number(const std::optional<double>& value) const {
        return value ? text::format_number(texts_.language(), *value) : "–";
    }

    std::string index(const scoring::Profile& profile) const {
        if (!profile.index) return texts_.say("cli.result.no_index");
        const std::string& band = instrument_.bands[profile.band].id;
        return texts_.say("cli.result.index", {{"value", *profile.index},
                                               {"low", profile.index_low},
                                               {"high", profile.index_high},
                                               {"band", named("band", band, "name")}});
    }

    std::string dimensions(const scoring::Profile& profile) const {
        Rows rows = {{texts_.say("cli.result.dimension"), texts_.say("cli.result.current"),
                      texts_.say("cli.result.required"), texts_.say("cli.result.gap")}};
        for (std::size_t d = 0; d < profile.dimensions.size(); ++d) {
            const scoring::DimensionScore& score = profile.dimensions[d];
            const bool shown = score.sufficient;
            rows.push_back({named("dimension", instrument_.dimensions[d].id, "name"),
                            shown ? number(score.current) : texts_.say("cli.result.insufficient"),
                            number(score.required), number(score.gap)});
        }
        return aligned(rows);
    }

    // First column to the left, numbers to the right.
    static std::string aligned(const Rows& rows) {
        std::vector<std::size_t> widths(rows[0].size());
        for (const auto& row : rows) {
            for (std::size_t c = 0; c < row.size(); ++c) {
                widths[c] = std::max(widths[c], base::count_code_points(row[c]));
            }
        }
        std::string out;
        for (const auto& row : rows) {
            for (std::size_t c = 0; c < row.size(); ++c) {
                const std::string padding(widths[c] - base::count_code_points(row[c]), ' ');
                out += c == 0 ? row[c] + padding : "  " + padding + row[c];
            }
            out += "\n";
        }
        return out;
    }

    std::string patterns(const scoring::Profile& profile) const {
        std::string out;
        for (std::size_t p = 0; p < profile.patterns.size(); ++p) {
            if (profile.patterns[p].found != base::Tri::kTrue) continue;
            out += "  " + named("pattern", instrument_.patterns[p].id, "name") + "\n";
        }
        return out.empty() ? out : "\n" + texts_.say("cli.result.patterns") + "\n" + out;
    }

    std::string actions(const plan::Plan& plan) const {
        std::string out;
        for (int h = 0; h < instrument::kHorizons; ++h) {
            const auto horizon = static_cast<instrument::Horizon>(h);
            std::string chosen;
            for (const plan::PlannedAction& planned : plan) {
                const instrument::Action& action = instrument_.actions[planned.action];
                if (action.horizon != horizon) continue;
                chosen += "  " +
                          texts_.say("cli.result.action", {{"do", named("action", action.id, "do")},
                                                           {"closes", planned.closes}});
                chosen += "\n";
            }
            if (chosen.empty()) continue;
            const std::string key = "cli.result." + std::string(to_string(horizon));
            out += "\n" + texts_.say(key) + "\n" + chosen;
        }
        return out;
    }

    const text::Catalogue& texts_;
    const Instrument& instrument_;
};

}  // namespace

std::string result_as_text(const text::Catalogue& texts, const Instrument& instrument,
                           std::string_view response_id, const scoring::Profile& profile,
                           const plan::Plan& plan) {
    return ResultText(texts, instrument).write(response_id, profile, plan);
}

}  // namespace vgap::cli
