// cohort/scan — reads a response straight off its line when the line is plain, which nearly all are.
//
// In      one line of NDJSON without its end
// Out     true: the answers (by question index) are what answers/read gives for this line. false: the line is
//         unusual or wrong, and only answers/read can say; the answers are then worth nothing
//         Plain: an object of schema, id, instrument, answers, each at most once, in any order; the
//         present version; known questions, each at most once; answers that fit; whole numbers without
//         exponent; bytes of printable ASCII, no backslash.
// Errors  none: what is not plain is somebody else's
// Source  response/1; as simdjson and others do it, the fast way covers what is common and the strict
//         way everything else
// Cost    O(bytes); no allocation once texts and choices have been seen. The next question is guessed
//         from the line before
// Tested  tests/core/cohort/scan_test.cpp (against answers/read), tools/fuzz/cohort_fuzz.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/answers/answer.hpp"
#include "core/instrument/types.hpp"

namespace vgap::cohort {

class Scanner {
  public:
    explicit Scanner(const instrument::Instrument& instrument);

    bool scan(std::string_view line, answers::Answers& answers);

  private:
    bool pass(char expected);  // after blanks
    bool pass_text(std::string_view text);
    void pass_blanks();
    bool read_string(std::string_view& text);
    bool read_whole(std::int64_t& number);
    bool read_top(answers::Answers& answers);
    bool read_instrument();
    bool read_answers(answers::Answers& answers);
    instrument::Index read_question();
    bool read_answer(const instrument::Question& question, answers::Answer& answer);
    bool read_no_answer(const instrument::Question& question, answers::Answer& answer);
    bool read_option(const instrument::Question& question, int& option);
    bool read_selected(const instrument::Question& question, answers::Answer& answer);

    const instrument::Instrument& instrument_;
    std::unordered_map<std::string_view, instrument::Index> questions_;
    std::vector<instrument::Index> next_;  // question that came after each; the last: the first
    std::vector<std::uint64_t> seen_;      // line in which the question was answered last
    std::uint64_t line_ = 0;
    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace vgap::cohort
