#include "core/readiness/release_read.hpp"

#include <algorithm>
#include <set>

#include "core/base/fixed.hpp"
#include "core/json/pointer.hpp"
#include "core/json/read.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::readiness {

namespace {

using instrument::kNone;
using json::Reader;

constexpr std::size_t kMostCandidates = 100000;
constexpr std::size_t kMostRaters = 10000;
constexpr std::size_t kMostBlocks = 10000;
constexpr std::size_t kMostNameBytes = 256;
constexpr std::size_t kMostTextBytes = 64 << 10;

using Names = std::set<std::string, std::less<>>;

// Ascending; what stands twice is reported.
std::vector<std::string> read_raters(const Reader& reader, Names& seen) {
    std::vector<std::string> raters;
    for (const Reader& each : reader.elements(1, kMostRaters)) {
        std::string key = each.identifier();
        if (!seen.insert(key).second) {
            each.report("error.readiness.repeated", {{"id", json::excerpt(key)}});
        }
        raters.push_back(std::move(key));
    }
    std::sort(raters.begin(), raters.end());
    return raters;
}

class ReleaseReader {
  public:
    ReleaseReader(const Instrument& instrument, const Rules& rules)
        : instrument_(instrument), rules_(rules) {}

    Release read(const Reader& reader) {
        Release release;
        if (!reader.object({"instrument", "candidates"})) return release;
        read_instrument(reader.at("instrument"));
        Names ids;
        for (const Reader& each : reader.at("candidates").elements(0, kMostCandidates)) {
            release.candidates.push_back(read_candidate(each));
            const std::string& id = release.candidates.back().id;
            if (!ids.insert(id).second) {
                each.at("id").report("error.readiness.repeated", {{"id", json::excerpt(id)}});
            }
        }
        std::sort(release.candidates.begin(), release.candidates.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        return release;
    }

  private:
    // Another wording may mean another thing: sums of different questions are not to be mixed.
    void read_instrument(const Reader& reader) const {
        if (!reader.object({"id", "version", "hash"})) return;
        const auto same = [&](std::string_view key, const std::string& expected) {
            const std::string found = reader.at(key).string();
            if (found == expected) return;
            reader.at(key).report("error.readiness.other_instrument",
                                  {{"found", json::excerpt(found)}, {"expected", expected}});
        };
        same("id", instrument_.id);
        same("version", instrument_.version);
        same("hash", instrument_.hash);
    }

    CandidateRelease read_candidate(const Reader& reader) const {
        CandidateRelease candidate;
        candidate.capabilities.resize(instrument_.dimensions.size());
        const std::vector<Index> questions = text_questions(instrument_);
        candidate.comments.resize(questions.size());
        if (!reader.object({"id", "capabilities", "comments"})) return candidate;
        candidate.id = reader.at("id").string(kMostNameBytes);
        Names seen;
        for (const Reader& each :
             reader.at("capabilities").elements(0, instrument_.dimensions.size())) {
            if (!each.object({"id", "blocks", "spread"})) continue;
            const std::string id = each.at("id").identifier();
            const Index dimension = instrument_.find_dimension(id);
            if (dimension == kNone) {
                each.at("id").report("error.readiness.unknown_capability",
                                     {{"found", json::excerpt(id)}});
            } else if (!seen.insert(id).second) {
                each.at("id").report("error.readiness.repeated", {{"id", id}});
            } else {
                read_capability(each, dimension, candidate.capabilities[dimension]);
            }
        }
        for (const Reader& each : reader.at("comments").elements(0, questions.size())) {
            if (each.object({"question", "raters", "texts"})) {
                read_comments(each, questions, seen, candidate.comments);
            }
        }
        return candidate;
    }

    void read_capability(const Reader& reader, Index dimension, CapabilityRelease& release) const {
        Names raters;
        for (const Reader& each : reader.at("blocks").elements(0, kMostBlocks)) {
            if (!each.object({"roles", "raters", "sum", "items"})) continue;
            Block& block = release.blocks.emplace_back();
            for (const Reader& role : each.at("roles").elements(1, rules_.roles.size())) {
                read_role(role, block.roles);
            }
            std::sort(block.roles.begin(), block.roles.end());
            block.raters = read_raters(each.at("raters"), raters);
            const double most = 100 * stats::real(block.raters.size());
            block.sum = base::to_billionths(each.at("sum").number(0, most));
            read_items(each.at("items"), dimension, block);
        }
        if (reader.has("spread")) read_spread(reader.at("spread"), release.spread.emplace());
    }

    void read_role(const Reader& reader, std::vector<Index>& roles) const {
        const std::string id = reader.identifier();
        for (Index r = 0; r < rules_.roles.size(); ++r) {
            if (rules_.roles[r].id != id || rules_.roles[r].view != View::kAnonymous) continue;
            if (std::find(roles.begin(), roles.end(), r) != roles.end()) {
                reader.report("error.readiness.repeated", {{"id", id}});
            }
            roles.push_back(r);
            return;
        }
        reader.report("error.readiness.unknown_role", {{"found", json::excerpt(id)}});
    }

    void read_items(const Reader& reader, Index dimension, Block& block) const {
        const std::vector<Index>& items = instrument_.dimensions[dimension].items;
        block.items.resize(items.size());
        Names seen;
        for (const Reader& each : reader.elements(0, items.size())) {
            if (!each.object({"id", "raters", "points"})) continue;
            const std::string id = each.at("id").identifier();
            const auto item = std::find(items.begin(), items.end(), instrument_.find_question(id));
            if (item == items.end()) {
                each.at("id").report("error.readiness.unknown_item",
                                     {{"found", json::excerpt(id)}});
                continue;
            }
            if (!seen.insert(id).second) {
                each.at("id").report("error.readiness.repeated", {{"id", id}});
            }
            ItemSum& sum = block.items[static_cast<std::size_t>(item - items.begin())];
            sum.raters = each.at("raters").whole(1, static_cast<int>(block.raters.size()));
            const int most = instrument_.questions[*item].points - 1;
            sum.points = each.at("points").whole(0, sum.raters * most);
        }
    }

    void read_spread(const Reader& reader, Spread& spread) const {
        if (!reader.object({"raters", "df", "deviation", "rwg", "ad"})) return;
        Names seen;
        spread.raters = read_raters(reader.at("raters"), seen);
        spread.df = reader.at("df").whole(1, static_cast<int>(kMostRaters));
        spread.deviation = reader.at("deviation").number(0, 100);
        const auto optional = [&](std::string_view key, double most) {
            return reader.has(key) ? reader.at(key).number(0, most) : stats::kUndefined;
        };
        spread.rwg = optional("rwg", 1);
        spread.ad = optional("ad", 100);
    }

    void read_comments(const Reader& reader, const std::vector<Index>& questions, Names& known,
                       std::vector<Comments>& all) const {
        const std::string id = reader.at("question").identifier();
        const auto question =
            std::find(questions.begin(), questions.end(), instrument_.find_question(id));
        if (question == questions.end()) {
            reader.at("question")
                .report("error.readiness.unknown_item", {{"found", json::excerpt(id)}});
            return;
        }
        if (!known.insert("/" + id).second) {
            reader.at("question").report("error.readiness.repeated", {{"id", id}});
        }
        Comments& comments = all[static_cast<std::size_t>(question - questions.begin())];
        Names seen;
        comments.raters = read_raters(reader.at("raters"), seen);
        for (const Reader& text : reader.at("texts").elements(1, kMostRaters)) {
            comments.texts.push_back(text.string(kMostTextBytes));
        }
        std::sort(comments.texts.begin(), comments.texts.end());
    }

    const Instrument& instrument_;
    const Rules& rules_;
};

}  // namespace

const CandidateRelease* Release::find(std::string_view candidate) const {
    const auto found = std::lower_bound(
        candidates.begin(), candidates.end(), candidate,
        [](const CandidateRelease& each, std::string_view id) { return each.id < id; });
    return found == candidates.end() || found->id != candidate ? nullptr : &*found;
}

Release read_release(const Instrument& instrument, const Rules& rules, const Reader& root) {
    const json::Value* const schema = root.value().find("schema");
    if (schema == nullptr || schema->kind != json::Kind::kString ||
        schema->string != kResultSchema) {
        root.report("error.readiness.other_schema",
                    {{"found", schema == nullptr ? "" : json::excerpt(schema->string)},
                     {"expected", std::string(kResultSchema)}});
        return {};
    }
    return ReleaseReader(instrument, rules).read(root.at("release"));
}

base::Result<Release> read_release(const Instrument& instrument, const Rules& rules,
                                   const json::Value& document) {
    base::Errors problems;
    Release release = read_release(instrument, rules, Reader(document, problems));
    if (!problems.empty()) return base::fail(std::move(problems));
    return release;
}

}  // namespace vgap::readiness
