#include "core/cohort/summary_json.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/answers/read.hpp"
#include "core/json/parse.hpp"
#include "core/json/pointer.hpp"
#include "core/json/read.hpp"
#include "core/json/write.hpp"

namespace vgap::cohort {

using json::Reader;

namespace {

constexpr std::size_t kMostBytes = 64u << 20;
constexpr std::int64_t kMostScore = 100'000'000'000;  // billionths
constexpr Count kMostProduct = 9'000'000'000'000'000;

void count(json::Writer& write, Count n) {
    write.number(static_cast<double>(n));
}

void counts(json::Writer& write, const Counts& numbers) {
    write.begin_array();
    for (const Count n : numbers) count(write, n);
    write.end_array();
}

void append_item(json::Writer& write, const ItemTally& item) {
    write.begin_object().key("points");
    counts(write, item.points);
    for (std::size_t u = 0; u < kUnanswered; ++u) {
        if (item.unanswered[u] == 0) continue;
        write.key(kUnansweredNames[u]);
        count(write, item.unanswered[u]);
    }
    write.end_object();
}

void append_dimension(json::Writer& write, const DimensionTally& dimension) {
    write.begin_object().key("scored");
    count(write, dimension.scored);
    write.key("sum").string(base::wide_text(dimension.sum));
    write.key("squares").string(base::wide_text(dimension.squares));
    write.key("scores").begin_array();
    for (const auto& [score, n] : dimension.scores) counts(write, {score, n});
    write.end_array().key("complete").begin_object().key("people");
    count(write, dimension.complete);
    write.key("points").begin_array();
    for (const Counts& points : dimension.points) counts(write, points);
    write.end_array().key("products");
    counts(write, dimension.products);
    write.end_object().end_object();
}

class Reading {
  public:
    explicit Reading(const Layout& layout) : layout_(layout), instrument_(*layout.instrument) {}

    base::Result<Summary> run(std::string_view text) {
        const base::Result<json::Value> document = json::parse(text, {kMostBytes, 16, 8u << 20});
        if (!document) return base::fail(document.error());
        read(Reader(*document, problems_));
        if (!problems_.empty()) return base::fail(std::move(problems_));
        return std::move(summary_);
    }

  private:
    void read(const Reader& file) {
        if (!file.object(
                {"schema", "instrument", "by", "threshold", "people", "refused", "segments"})) {
            return;
        }
        answers::check_schema(file, "cohort/1", "error.cohort.other_schema");
        // Of an earlier version the items may be others: only its own instrument can read it.
        const instrument::Instrument& version =
            answers::find_version(instrument_, file.at("instrument"));
        if (&version != &instrument_) {
            file.at("instrument")
                .report("error.response.other_version",
                        {{"found", version.version}, {"expected", instrument_.version}});
        }
        if (file.has("by")) summary_.by = file.at("by").string(kMostSegmentBytes);
        read_threshold(file.at("threshold"));
        summary_.refused = whole(file.at("refused"), kMostPeople);
        for (const Reader& segment : file.at("segments").elements(0, kMostSegments)) {
            read_segment(segment);
        }
        if (!problems_.empty()) return;
        demand(file.at("people"), whole(file.at("people"), kMostPeople) == summary_.people());
    }

    void read_threshold(const Reader& at) {
        Threshold& threshold = summary_.threshold;
        if (!at.object({"now", "frozen", "changes"})) return;
        const auto one = [](const Reader& place) {
            return static_cast<Count>(place.whole(kLeastThreshold, kMostThreshold));
        };
        threshold.now = one(at.at("now"));
        threshold.frozen.clear();
        for (const Reader& each : at.at("frozen").elements(1, kMostChanges)) {
            threshold.frozen.insert(one(each));
        }
        if (!at.has("changes")) return;
        for (const Reader& each : at.at("changes").elements(0, kMostChanges)) {
            if (each.object({"from", "to"})) {
                threshold.changes.emplace(one(each.at("from")), one(each.at("to")));
            }
        }
    }

    void read_segment(const Reader& at) {
        if (!at.object({"segment", "people", "items", "dimensions"})) return;
        const std::string name =
            at.has("segment") ? at.at("segment").string(kMostSegmentBytes) : std::string();
        Tally tally = layout_.empty();
        tally.people = whole(at.at("people"), kMostPeople);
        const Reader items = at.at("items");
        for (std::size_t i = 0; i < layout_.items.size(); ++i) {
            const std::string& id = instrument_.questions[layout_.items[i]].id;
            read_item(items.at(id), tally.people, tally.items[i]);
        }
        const Reader dimensions = at.at("dimensions");
        for (std::size_t d = 0; d < tally.dimensions.size(); ++d) {
            read_dimension(dimensions.at(instrument_.dimensions[d].id), tally.people, d,
                           tally.dimensions[d]);
        }
        demand(items, items.members().size() == layout_.items.size());
        demand(dimensions, dimensions.members().size() == tally.dimensions.size());
        if (!summary_.segments.emplace(name, std::move(tally)).second) {
            at.report("error.cohort.segment_twice", {{"found", json::excerpt(name)}});
        }
    }

    void read_item(const Reader& at, Count people, ItemTally& item) {
        if (!at.object({"points", "skipped", "dont_know", "not_applicable", "prefer_not_to_say",
                        "not_asked"})) {
            return;
        }
        read_counts(at.at("points"), people, item.points);
        Count sum = item.answered();
        for (std::size_t u = 0; u < kUnanswered; ++u) {
            if (!at.has(kUnansweredNames[u])) continue;
            item.unanswered[u] = whole(at.at(kUnansweredNames[u]), people);
            sum += item.unanswered[u];
        }
        demand(at, sum == people);
    }

    void read_dimension(const Reader& at, Count people, std::size_t d, DimensionTally& dimension) {
        if (!at.object({"scored", "sum", "squares", "scores", "complete"})) return;
        dimension.scored = whole(at.at("scored"), people);
        dimension.sum = wide(at.at("sum"));
        dimension.squares = wide(at.at("squares"));
        read_scores(at.at("scores"), people, d, dimension);
        const Reader complete = at.at("complete");
        if (!complete.object({"people", "points", "products"})) return;
        dimension.complete = whole(complete.at("people"), people);
        const std::size_t items = layout_.members[d].size();
        const std::vector<Reader> rows = complete.at("points").elements(items, items);
        for (std::size_t i = 0; i < items && i < rows.size(); ++i) {
            read_counts(rows[i], people, dimension.points[i]);
            demand(rows[i], std::accumulate(dimension.points[i].begin(), dimension.points[i].end(),
                                            Count{0}) == dimension.complete);
        }
        read_counts(complete.at("products"), kMostProduct, dimension.products);
        demand_products(complete.at("products"), dimension);
    }

    void read_scores(const Reader& at, Count people, std::size_t d, DimensionTally& dimension) {
        Count n = 0;
        base::Wide sum = 0, squares = 0;
        std::int64_t last = -1;
        for (const Reader& pair : at.elements()) {
            Counts numbers(2);
            const std::vector<Reader> places = pair.elements(2, 2);
            if (places.size() != 2) return;
            numbers = {whole(places[0], kMostScore), whole(places[1], people)};
            demand(pair, numbers[0] > last && numbers[1] > 0 &&
                             layout_.counted(d, numbers[0]) == numbers[0]);
            last = numbers[0];
            n += numbers[1];
            sum += static_cast<base::Wide>(numbers[0]) * numbers[1];
            squares += static_cast<base::Wide>(numbers[0]) * numbers[0] * numbers[1];
            dimension.scores.emplace(numbers[0], numbers[1]);
            if (n > people) break;
        }
        demand(at, n == dimension.scored);
        if (layout_.steps[d] == 1) {
            demand(at, sum == dimension.sum && squares == dimension.squares);
        } else {
            const base::Wide slack = static_cast<base::Wide>(layout_.steps[d]) * people;
            demand(at,
                   dimension.sum >= sum - slack && dimension.sum <= sum + slack &&
                       dimension.squares >= 0 &&
                       dimension.squares <= static_cast<base::Wide>(kMostScore) * dimension.sum);
        }
    }

    // No product is larger than the squares allow (x y <= (x² + y²) / 2).
    void demand_products(const Reader& at, const DimensionTally& dimension) {
        const auto squares = [&](std::size_t i) {
            base::Wide sum = 0;
            for (std::size_t p = 0; p < dimension.points[i].size(); ++p) {
                sum += static_cast<base::Wide>(dimension.points[i][p]) * static_cast<Count>(p * p);
            }
            return sum;
        };
        std::size_t product = 0;
        for (std::size_t i = 0; i < dimension.points.size(); ++i) {
            for (std::size_t j = i + 1; j < dimension.points.size(); ++j) {
                const base::Wide twice = 2 * static_cast<base::Wide>(dimension.products[product++]);
                demand(at, twice <= squares(i) + squares(j));
            }
        }
    }

    void read_counts(const Reader& at, Count most, Counts& into) {
        const std::vector<Reader> places = at.elements(into.size(), into.size());
        for (std::size_t i = 0; i < into.size() && i < places.size(); ++i) {
            into[i] = whole(places[i], most);
        }
    }

    Count whole(const Reader& at, Count most) {
        const double found = at.number(0, static_cast<double>(most));
        if (found != std::floor(found)) {
            std::string text;
            json::append_number(text, found);
            at.report("error.json.not_a_whole_number", {{"found", text}});
            return 0;
        }
        return static_cast<Count>(found);
    }

    base::Wide wide(const Reader& at) {
        const std::optional<base::Wide> found = base::wide_of(at.string(kWideBytes));
        demand(at, found && *found >= 0);
        return found.value_or(0);
    }

    void demand(const Reader& at, bool holds) {
        if (!holds) at.report("error.cohort.not_consistent");
    }

    static constexpr std::size_t kWideBytes = base::kMostWideDigits + 1;
    const Layout& layout_;
    const instrument::Instrument& instrument_;
    base::Errors problems_;
    Summary summary_;
};

}  // namespace

void append_summary(std::string& out, const Layout& layout, const Summary& summary) {
    const instrument::Instrument& instrument = *layout.instrument;
    json::Writer write(out);
    write.begin_object().key("schema").string("cohort/1");
    write.key("instrument").begin_object().key("id").string(instrument.id);
    write.key("version").string(instrument.version).key("hash").string(instrument.hash);
    write.end_object().key("by");
    summary.by.empty() ? write.null() : write.string(summary.by);
    write.key("threshold").begin_object().key("now");
    count(write, summary.threshold.now);
    write.key("frozen");
    counts(write, {summary.threshold.frozen.begin(), summary.threshold.frozen.end()});
    write.key("changes").begin_array();
    for (const auto& [from, to] : summary.threshold.changes) {
        write.begin_object().key("from");
        count(write, from);
        write.key("to");
        count(write, to);
        write.end_object();
    }
    write.end_array().end_object().key("people");
    count(write, summary.people());
    write.key("refused");
    count(write, summary.refused);
    write.key("segments").begin_array();
    for (const auto& [name, tally] : summary.segments) {
        write.begin_object().key("segment");
        name.empty() ? write.null() : write.string(name);
        write.key("people");
        count(write, tally.people);
        write.key("items").begin_object();
        for (std::size_t i = 0; i < layout.items.size(); ++i) {
            write.key(instrument.questions[layout.items[i]].id);
            append_item(write, tally.items[i]);
        }
        write.end_object().key("dimensions").begin_object();
        for (std::size_t d = 0; d < tally.dimensions.size(); ++d) {
            write.key(instrument.dimensions[d].id);
            append_dimension(write, tally.dimensions[d]);
        }
        write.end_object().end_object();
    }
    write.end_array().end_object();
}

base::Result<Summary> read_summary(const Layout& layout, std::string_view text) {
    return Reading(layout).run(text);
}

}  // namespace vgap::cohort
