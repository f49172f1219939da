// cli/console — what the person at the terminal, or the script behind it, gets to read.
//
// In      errors with the file and line at which they stand
// Out     standard error, one line a problem: "file:line:/pointer: sentence", or with --json an
//         object {"file", "line", "where", "code", "sentence", "arguments"}
//         standard output: results only
// Errors  a failed write is remembered: wrote_all
// Source  PRODUCT.md §4 (exit codes 0 fine, 1 findings, 2 bad use or bad data)
// Cost    O(bytes)
// Tested  tests/cli/*.test.mjs
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/json/write.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::cli {

inline constexpr int kFine = 0;
inline constexpr int kFindings = 1;
inline constexpr int kBad = 2;

enum class Form : std::uint8_t { kText, kJson };

// Where a problem stands; line 0: the file is one document.
struct Place {
    std::string file;
    std::size_t line = 0;
};

class Console {
  public:
    Console();  // in the language of the environment, if the program carries it

    const text::Catalogue& texts() const { return texts_; }
    Form form = Form::kText;

    void out(std::string_view text);
    void err(std::string_view text);
    bool wrote_all();  // flushes; false when standard output could not take everything

    void report(const Place& place, const base::Error& error);
    void report(const Place& place, const base::Errors& errors);

  private:
    text::Catalogue texts_;
    bool failed_ = false;
};

}  // namespace vgap::cli
