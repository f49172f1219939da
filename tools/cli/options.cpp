#include "tools/cli/options.hpp"

#include <algorithm>

namespace vgap::cli {

namespace {

std::string names_of(std::span<const OptionRow> rows) {
    std::string names;
    for (const OptionRow& row : rows) {
        if (!names.empty()) names += ", ";
        names += row.name;
    }
    return names;
}

}  // namespace

bool Options::has(std::string_view name) const {
    return std::any_of(given.begin(), given.end(), [&](const auto& o) { return o.first == name; });
}

std::string_view Options::value(std::string_view name) const {
    for (const auto& [option, value] : given) {
        if (option == name) return value;
    }
    return {};
}

std::vector<std::string> Options::values(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [option, value] : given) {
        if (option == name) values.emplace_back(value);
    }
    return values;
}

base::Result<Options> read_options(std::span<const OptionRow> rows, std::size_t most_operands,
                                   std::span<const std::string_view> words) {
    Options options;
    base::Errors problems;
    const auto complain = [&](const char* code, std::string_view option) {
        base::note(problems,
                   {code, "", {{"option", std::string(option)}, {"known", names_of(rows)}}});
    };
    bool options_ended = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (options_ended || word == "-" || !word.starts_with('-')) {
            options.operands.push_back(word);
            continue;
        }
        if (word == "--") {
            options_ended = true;
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string_view name = word.substr(0, equals);
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [&](const OptionRow& each) { return each.name == name; });
        if (row == rows.end()) {
            complain("error.cli.unknown_option", name);
            continue;
        }
        if (row->takes != Takes::kValues && options.has(name)) complain("error.cli.twice", name);
        std::string_view value;
        if (equals != std::string_view::npos) {
            if (row->takes == Takes::kNothing) complain("error.cli.takes_no_value", name);
            value = word.substr(equals + 1);
        } else if (row->takes != Takes::kNothing) {
            if (i + 1 == words.size()) {
                complain("error.cli.needs_value", name);
                continue;
            }
            value = words[++i];
        }
        options.given.emplace_back(row->name, value);
    }
    if (options.operands.size() > most_operands) {
        base::note(problems, {"error.cli.too_many_operands",
                              "",
                              {{"found", std::string(options.operands[most_operands])},
                               {"n", std::to_string(most_operands)}}});
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    return options;
}

}  // namespace vgap::cli
