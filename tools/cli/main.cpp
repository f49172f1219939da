// velocity-gap — the assessment's core at the command line: check instruments, score responses.
//
// In      command and its words; see `velocity-gap --help`
// Out     exit code: 0 fine, 1 findings, 2 bad use or bad data
// Errors  sentences on standard error
// Source  PRODUCT.md §4
// Cost    the command's
// Tested  tests/cli/*.test.mjs

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/base/version.hpp"
#include "tools/cli/command.hpp"

namespace vgap::cli {

namespace {

constexpr std::array kCommands = {&kLint,        &kScore,     &kReport, &kCohort, &kReadiness,
                                  &kPrerender,   &kOffline,   &kSchema, &kStats,  &kMetrics,
#if !defined(VGAP_WITHOUT_MARKDOWN)
                                  &kArticles,
#endif
                                  &kCalibration, &kWorkspace, &kFlow};
constexpr std::size_t kHelpColumn = 28;

const Command* find_command(std::string_view name) {
    for (const Command* command : kCommands) {
        if (command->name == name) return command;
    }
    return nullptr;
}

std::string row(std::string_view left, std::string_view right) {
    std::string line = "  ";
    line += left;
    line.resize(std::max(line.size() + 2, kHelpColumn), ' ');
    line += right;
    return line + "\n";
}

int help(Console& console) {
    const text::Catalogue& texts = console.texts();
    console.out(texts.say("cli.about") + "\n\n" + texts.say("cli.usage") + "\n\n");
    for (const Command* command : kCommands) {
        console.out(row(command->name, texts.say(command->summary)));
    }
    console.out("\n" + texts.say("cli.more_help") + "\n" + texts.say("cli.exit_codes") + "\n");
    return kFine;
}

int help(const Command& command, Console& console) {
    const text::Catalogue& texts = console.texts();
    std::string usage = "velocity-gap ";
    usage += command.name;
    for (const OptionRow& option : command.options) {
        usage += " [";
        usage += option.name;
        if (option.takes != Takes::kNothing) (usage += ' ') += option.value;
        usage += option.takes == Takes::kValues ? "]..." : "]";
    }
    (usage += ' ') += command.operands;
    console.out(texts.say(command.summary) + "\n\n  " + usage + "\n\n");
    for (const OptionRow& option : command.options) {
        std::string left(option.name);
        if (option.takes != Takes::kNothing) (left += ' ') += option.value;
        console.out(row(left, texts.say(option.help)));
    }
    console.out("\n" + texts.say(command.details) + "\n");
    return kFine;
}

int unknown_command(std::string_view name, Console& console) {
    std::string known;
    for (const Command* command : kCommands) {
        if (!known.empty()) known += ", ";
        known += command->name;
    }
    console.report(
        {}, base::Error{
                "error.cli.unknown_command", "", {{"found", std::string(name)}, {"known", known}}});
    return kBad;
}

int run(std::span<const std::string_view> words, Console& console) {
    const auto asks_help = [](std::string_view word) { return word == "--help" || word == "-h"; };
    if (words.empty()) {
        console.report({}, base::Error{"error.cli.no_command", "", {}});
        return kBad;
    }
    if (words[0] == "--version") {
        console.out(console.texts().say("cli.version", {{"version", base::kEngineVersion}}) + "\n");
        return kFine;
    }
    if (asks_help(words[0])) return help(console);
    if (words[0] == "help") {
        if (words.size() == 1) return help(console);
        const Command* command = find_command(words[1]);
        return command == nullptr ? unknown_command(words[1], console) : help(*command, console);
    }
    const Command* command = find_command(words[0]);
    if (command == nullptr) return unknown_command(words[0], console);
    const std::span<const std::string_view> rest = words.subspan(1);
    const auto options_end = std::find(rest.begin(), rest.end(), "--");
    if (std::any_of(rest.begin(), options_end, asks_help)) return help(*command, console);
    // Before the options are read, so that wrong ones are told in the form that was asked for.
    if (std::find(rest.begin(), options_end, "--json") != options_end) console.form = Form::kJson;
    const base::Result<Options> options =
        read_options(command->options, command->most_operands, rest);
    if (!options) {
        console.report({}, options.error());
        return kBad;
    }
    return command->run(*options, console);
}

}  // namespace

}  // namespace vgap::cli

int main(int count, char** arguments) {
    std::vector<std::string_view> words;
    for (int i = 1; i < count; ++i) words.emplace_back(arguments[i]);
    vgap::cli::Console console;
    const int code = vgap::cli::run(words, console);
    if (console.wrote_all()) return code;
    console.report({}, vgap::base::Error{"error.cli.cannot_write", "", {}});
    return vgap::cli::kBad;
}
