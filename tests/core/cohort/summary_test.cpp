#include "core/cohort/summary.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/answers/write.hpp"
#include "core/cohort/collect.hpp"
#include "core/cohort/summary_json.hpp"
#include "tests/support/sample.hpp"

namespace vgap::cohort {
namespace {

const instrument::Instrument& kInstrument = sample::varied();

std::string written(const Layout& layout, const Summary& summary) {
    std::string out;
    append_summary(out, layout, summary);
    return out;
}

std::string first_choice(const instrument::Instrument& instrument) {
    for (const instrument::Question& question : instrument.questions) {
        if (question.kind == instrument::QuestionKind::kSingle) return question.id;
    }
    return {};
}

Summary collected(const Layout& layout, std::uint32_t from, std::uint32_t to,
                  const std::string& by) {
    Summary summary;
    summary.by = by;
    Collector collector(layout, summary);
    EXPECT_TRUE(collector.begin_lines());
    for (std::uint32_t seed = from; seed < to; ++seed) {
        answers::Response response;
        response.answers = sample::random_answers(*layout.instrument, seed);
        std::string line;
        answers::append_response(line, *layout.instrument, response);
        if (seed % 17 == 3) line.pop_back();  // a broken line now and then
        EXPECT_EQ(static_cast<bool>(collector.take_line(line)), seed % 17 != 3);
    }
    return summary;
}

TEST(CohortSummary, PartsGiveTheWholeWhateverTheSplitAndTheOrder) {
    std::mt19937 random(11);
    for (const auto* instrument : {&sample::small(), &sample::varied()}) {
        const Layout layout(*instrument);
        const std::string by = first_choice(*instrument);
        const std::string whole = written(layout, collected(layout, 0, 400, by));
        for (int round = 0; round < 30; ++round) {
            std::vector<std::uint32_t> cuts = {0, 400};
            for (std::size_t n = random() % 9; n > 0; --n)
                cuts.push_back(static_cast<std::uint32_t>(random() % 401));
            std::sort(cuts.begin(), cuts.end());
            std::vector<Summary> parts;
            for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
                const Summary part = collected(layout, cuts[i], cuts[i + 1], by);
                const auto read = read_summary(layout, written(layout, part));
                ASSERT_TRUE(read && *read == part);
                parts.push_back(*read);
            }
            while (parts.size() > 1) {  // any two, in either order, until one is left
                std::shuffle(parts.begin(), parts.end(), random);
                ASSERT_TRUE(merge(parts[0], layout, parts.back()));
                parts.pop_back();
            }
            ASSERT_EQ(written(layout, parts[0]), whole);
        }
    }
}

TEST(CohortSummary, TakesTheStricterThresholdAndForgetsNone) {
    const Layout layout(kInstrument);
    const auto with = [](Count threshold) {
        Summary summary;
        summary.threshold = {threshold, {threshold}, {}};
        return summary;
    };
    std::vector<Summary> parts = {with(5), with(10), with(3)};
    parts[2].threshold.change(7);
    std::string first;
    std::vector<int> order = {0, 1, 2};
    do {
        Summary all = parts[static_cast<std::size_t>(order[0])];
        ASSERT_TRUE(merge(all, layout, parts[static_cast<std::size_t>(order[1])]));
        ASSERT_TRUE(merge(all, layout, parts[static_cast<std::size_t>(order[2])]));
        EXPECT_EQ(all.threshold.now, 10);
        EXPECT_EQ(all.threshold.frozen, (std::set<Count>{3, 5, 10}));
        EXPECT_EQ(all.threshold.changes, (std::set<std::pair<Count, Count>>{{3, 7}}));
        if (first.empty()) first = written(layout, all);
        EXPECT_EQ(written(layout, all), first);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST(CohortSummary, RefusesWhatDoesNotAddUp) {
    const Layout layout(kInstrument);
    const std::string good = written(layout, collected(layout, 0, 40, ""));
    std::mt19937 random(5);
    std::size_t changed = 0, refused = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        if (good[at] < '1' || good[at] > '8') continue;
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] + 1);
        ++changed;
        const auto read = read_summary(layout, bad);
        if (!read) {
            ++refused;
            EXPECT_FALSE(read.error()[0].where.empty());
            continue;
        }
        EXPECT_EQ(written(layout, *read), bad);
    }
    EXPECT_GT(refused * 10, changed * 8);  // products and thresholds may be others
    Summary other = collected(layout, 0, 3, first_choice(kInstrument));
    Summary own = collected(layout, 0, 3, "");
    const auto merged = merge(own, layout, other);
    ASSERT_FALSE(merged);
    EXPECT_EQ(merged.error()[0].code, "error.cohort.other_by");
}

TEST(CohortSummary, TakesNoMoreSegmentsThanItHasRoomFor) {
    const Layout layout(kInstrument);
    Summary full, one;
    for (std::size_t i = 0; i < kMostSegments; ++i) {
        ASSERT_NE(find_or_add(full, layout, std::to_string(i)), nullptr);
    }
    EXPECT_EQ(find_or_add(full, layout, "more"), nullptr);
    EXPECT_NE(find_or_add(full, layout, "7"), nullptr);
    ASSERT_NE(find_or_add(one, layout, "more"), nullptr);
    EXPECT_FALSE(merge(full, layout, one));
}

TEST(CohortSummary, RowsOfATableSayTheSameAsLines) {
    const Layout layout(kInstrument);
    Summary lines, rows;
    Collector from_lines(layout, lines), from_rows(layout, rows);
    std::vector<std::string> header;
    std::vector<std::string_view> names;
    for (const instrument::Question& question : kInstrument.questions)
        header.push_back(question.id);
    for (const std::string& name : header) names.push_back(name);
    ASSERT_TRUE(from_rows.begin_table(names));
    ASSERT_TRUE(from_lines.begin_lines());
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        answers::Response response;
        response.answers = sample::random_answers(kInstrument, seed);
        std::vector<std::string> cells;
        for (std::size_t q = 0; q < response.answers.size(); ++q) {
            answers::Answer& answer = response.answers[q];
            const instrument::Question& question = kInstrument.questions[q];
            if (question.kind == instrument::QuestionKind::kMultiple) {
                answer = {};  // an empty cell is no answer, an empty list is one
            }
            const bool is_answered = answer.state == answers::AnswerState::kAnswered;
            std::string cell;
            if (answer.state != answers::AnswerState::kSkipped && !is_answered) {
                cell = answers::to_string(answer.state);
            } else if (is_answered && question.kind == instrument::QuestionKind::kScale) {
                cell = std::to_string(answer.point);
            } else if (is_answered && question.kind == instrument::QuestionKind::kSingle) {
                cell = question.options[static_cast<std::size_t>(answer.point)];
            } else if (is_answered && question.kind == instrument::QuestionKind::kNumber) {
                cell = std::to_string(answer.number);
            }
            cells.push_back(cell);
        }
        std::string line;
        answers::append_response(line, kInstrument, response);
        ASSERT_TRUE(from_lines.take_line(line));
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        ASSERT_TRUE(from_rows.take_row(views));
    }
    EXPECT_EQ(written(layout, rows), written(layout, lines));
}

}  // namespace
}  // namespace vgap::cohort
