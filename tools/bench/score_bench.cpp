// bench/score — responses a second and core: scoring alone, with the plan, with the result's JSON,
// and from a line of NDJSON to a line of results.
//
// In      an instrument; 2,000 random responses to it, 10 % of the questions unanswered
// Out     four rows
// Errors  a file that is no instrument: said on stderr
// Source  MODEL.md §1
// Cost    four cases of runs · seconds
// Tested  by use

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "core/answers/read.hpp"
#include "core/answers/write.hpp"
#include "core/export/profile_json.hpp"
#include "core/instrument/read.hpp"
#include "core/plan/rank.hpp"
#include "core/scoring/score.hpp"
#include "tools/bench/harness.hpp"

namespace vgap::bench {

namespace {

constexpr std::size_t kResponses = 2000;

// Numerical Recipes' quick generator: quality does not matter here, the same answers everywhere do.
struct Random {
    std::uint32_t state = 1;
    int below(int limit) {
        state = state * 1664525u + 1013904223u;
        return static_cast<int>((state >> 8) % static_cast<std::uint32_t>(limit));
    }
};

answers::Answer random_answer(const instrument::Question& question, Random& random) {
    using instrument::QuestionKind;
    answers::Answer answer;
    if (random.below(10) == 0) return answer;
    answer.state = answers::AnswerState::kAnswered;
    switch (question.kind) {
        case QuestionKind::kScale:
            answer.point = random.below(question.points);
            break;
        case QuestionKind::kSingle:
            answer.point = random.below(static_cast<int>(question.options.size()));
            break;
        case QuestionKind::kMultiple:
            for (std::size_t option = 0; option < question.options.size(); ++option) {
                answer.selected.push_back(static_cast<std::uint8_t>(random.below(2)));
            }
            break;
        case QuestionKind::kNumber:
            answer.number = question.least;
            break;
        case QuestionKind::kText:
            answer.text = "a";
            break;
    }
    return answer;
}

}  // namespace

bool score_bench(const Options& options, std::vector<Measured>& results) {
    const auto instrument = instrument::read(text_of(options.instrument));
    if (!instrument) {
        std::fprintf(stderr, "bench: %s is no instrument\n", options.instrument.c_str());
        return false;
    }
    Random random;
    std::vector<answers::Answers> responses(kResponses);
    std::vector<std::string> lines(kResponses);
    for (std::size_t r = 0; r < kResponses; ++r) {
        for (const instrument::Question& question : instrument->questions) {
            responses[r].push_back(random_answer(question, random));
        }
        answers::append_response(lines[r], *instrument, {std::to_string(r), responses[r]});
    }

    scoring::Profile profile;
    plan::Plan plan;
    plan::Room room;
    std::string out;
    const auto add = [&](const char* name, const auto& work) {
        results.push_back(
            measure(options, name, "responses", static_cast<double>(kResponses), work));
    };
    add("score", [&] {
        for (const auto& answers : responses) scoring::score(*instrument, answers, profile);
    });
    add("score, plan", [&] {
        for (const auto& answers : responses) {
            scoring::score(*instrument, answers, profile);
            plan::rank(*instrument, answers, profile, plan, room);
        }
    });
    add("score, plan, json", [&] {
        for (const auto& answers : responses) {
            scoring::score(*instrument, answers, profile);
            plan::rank(*instrument, answers, profile, plan, room);
            out.clear();
            export_::append_profile(out, *instrument, "r", profile, plan);
        }
    });
    add("read, score, plan, json", [&] {
        for (const std::string& line : lines) {
            const auto response = answers::read(*instrument, line);
            if (!response) continue;
            scoring::score(*instrument, response->answers, profile);
            plan::rank(*instrument, response->answers, profile, plan, room);
            out.clear();
            export_::append_profile(out, *instrument, response->id, profile, plan);
        }
    });
    return true;
}

}  // namespace vgap::bench
