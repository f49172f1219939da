// cli/options — the words after a command: options by the command's table, and operands.
//
// In      rows: the options that the command knows; words
// Out     Options: what was given, in order
// Errors  error.cli.{unknown_option, needs_value, takes_no_value, twice, too_many_operands}, all at
//         once
// Source  POSIX utility conventions: -- ends the options, - is standard input
// Cost    O(words · rows)
// Tested  tests/cli/use.test.mjs
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.hpp"

namespace vgap::cli {

enum class Takes : std::uint8_t { kNothing, kValue, kValues };

struct OptionRow {
    std::string_view name;  // "--json"
    Takes takes;
    std::string_view value;  // how help calls the value: "FILE"
    std::string_view help;   // message id
};

class Options {
  public:
    bool has(std::string_view name) const;
    std::string_view value(std::string_view name) const;  // empty when not given
    std::vector<std::string> values(std::string_view name) const;

    std::vector<std::pair<std::string_view, std::string_view>> given;
    std::vector<std::string_view> operands;
};

base::Result<Options> read_options(std::span<const OptionRow> rows, std::size_t most_operands,
                                   std::span<const std::string_view> words);

}  // namespace vgap::cli
