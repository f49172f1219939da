// fuzz/readiness — any bytes as rules, as a rating, as a table of ratings and as an earlier release: refused with errors
// that have a place, or taken; what is taken is assessed, compared and written, and its record is read again.
//
// In      bytes
// Out     nothing; a broken promise aborts
// Tested  seeds in tests/fuzz_seeds/readiness

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/utf8.hpp"
#include "core/export/readiness_json.hpp"
#include "core/instrument/read.hpp"
#include "core/json/parse.hpp"
#include "core/readiness/assess.hpp"
#include "core/readiness/release_read.hpp"
#include "core/readiness/slate.hpp"
#include "tools/fuzz/promise.hpp"
#include "tools/fuzz/rated.hpp"

namespace {

using namespace vgap;
using readiness::CandidateRelease;
using readiness::Rating;
using vgap::fuzz::kInstrument;
using vgap::fuzz::kRules;
using vgap::fuzz::require;
using vgap::fuzz::require_good;

const instrument::Instrument& fuzzed() {
    static const instrument::Instrument instrument = *instrument::read(kInstrument);
    return instrument;
}

const readiness::Rules& rules() {
    static const readiness::Rules rules = *readiness::read_rules(fuzzed(), kRules);
    return rules;
}

void require_no_surprise(const json::Value& value) {
    if (value.kind == json::Kind::kNumber) require(std::isfinite(value.number));
    for (const json::Value& element : value.elements) require_no_surprise(element);
    for (const json::Member& member : value.members) require_no_surprise(member.value);
}

// The result of ratings that fit together, whatever was released before.
void assess(const std::vector<Rating>& ratings, const readiness::Release& earlier) {
    if (ratings.empty() || !readiness::faults_between(rules(), ratings).empty()) return;
    std::map<std::string, std::vector<const Rating*>> candidates;
    for (const Rating& rating : ratings) candidates[rating.candidate].push_back(&rating);
    std::vector<readiness::Assessment> assessments;
    std::vector<CandidateRelease> releases;
    for (const auto& [id, own] : candidates) {
        releases.push_back(readiness::renew(fuzzed(), rules(), own, earlier.find(id)));
        assessments.push_back(readiness::assess(fuzzed(), rules(), own, releases.back()));
    }
    const readiness::Slate slate =
        readiness::compare_slate(fuzzed(), rules(), assessments, ratings, releases);
    std::string out;
    export_::append_readiness(out, {fuzzed(), rules(), assessments, &slate, releases});
    const base::Result<json::Value> document = json::parse(out);
    require(document.has_value());
    require_no_surprise(*document);
    require(readiness::read_release(fuzzed(), rules(), *document).has_value());
}

void read_document(std::string_view text) {
    const base::Result<json::Value> document = json::parse(text);
    if (!document) return;
    const auto own_rules = readiness::read_rules(fuzzed(), *document);
    if (!own_rules) require_good(own_rules.error());
    const auto rating = readiness::read_rating(fuzzed(), rules(), *document);
    if (rating) {
        std::vector<Rating> panel(4, *rating);
        for (std::size_t r = 0; r < panel.size(); ++r) panel[r].rater += std::to_string(r);
        assess(panel, {});
    } else {
        require_good(rating.error());
    }
    const auto release = readiness::read_release(fuzzed(), rules(), *document);
    if (!release) {
        require_good(release.error());
        return;
    }
    std::vector<Rating> panel;
    for (const CandidateRelease& each : release->candidates) {
        Rating own;
        own.candidate = each.id;
        own.rater = "new";
        own.role = 2;
        own.answers.resize(fuzzed().questions.size());
        panel.push_back(std::move(own));
    }
    assess(panel, *release);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read_document(text);
    const auto table = readiness::read_rating_table(fuzzed(), rules(), text);
    constexpr std::size_t kMostRatings = 200;
    if (!table) {
        require_good(table.error());
    } else if (table->size() <= kMostRatings) {
        assess(*table, {});
    }
    return 0;
}
