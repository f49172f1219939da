// cli/stats — one function of statistics over one table, or a whole document of cases.

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "core/base/csv.hpp"
#include "core/json/parse.hpp"
#include "core/json/read.hpp"
#include "core/json/write.hpp"
#include "core/stats/functions.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/input.hpp"

namespace vgap::cli {

namespace {

constexpr OptionRow kOptions[] = {
    {"--arguments", Takes::kValue, "JSON", "cli.stats.arguments"},
    {"--cases", Takes::kValue, "FILE", "cli.stats.cases"},
    {"--list", Takes::kNothing, "", "cli.stats.list"},
    {"--json", Takes::kNothing, "", "cli.stats.json"},
};

constexpr std::size_t kMostTable = 512u << 20;  // bytes
constexpr json::Limits kCases = {.bytes = 64u << 20, .depth = 64, .values = 1u << 23};

// A table and the text that its cells point into.
struct Data {
    std::string bytes;
    base::Table table;
};

std::optional<Data> read_data(const std::string& path, Console& console) {
    base::Result<std::string> bytes = read_file(path, kMostTable);
    if (!bytes) {
        console.report({path}, bytes.error());
        return std::nullopt;
    }
    Data data{std::move(*bytes), {}};
    base::Result<base::Table> table = base::read_table(data.bytes);
    if (!table) {
        console.report({path}, table.error());
        return std::nullopt;
    }
    data.table = std::move(*table);
    return data;
}

// A place that begins with a digit is one of the table, any other one of the arguments.
void report(const base::Errors& errors, const std::string& data, const std::string& arguments,
            Console& console) {
    for (const base::Error& error : errors) {
        const bool in_table =
            !error.where.empty() && error.where[0] >= '0' && error.where[0] <= '9';
        console.report({in_table ? data : arguments}, error);
    }
}

int run_one(const Options& options, Console& console) {
    const std::string function(options.operands[0]);
    const std::string arguments_name = "--arguments";
    std::string_view text = options.value("--arguments");
    if (text.empty()) text = "{}";
    const base::Result<json::Value> arguments = json::parse(text);
    if (!arguments) {
        console.report({arguments_name}, arguments.error());
        return kBad;
    }
    std::optional<Data> data;
    std::string path;
    if (options.operands.size() > 1) {
        path = options.operands[1];
        data = read_data(path, console);
        if (!data) return kBad;
    }
    const base::Result<json::Value> answer =
        stats::evaluate(function, data ? &data->table : nullptr, *arguments);
    if (!answer) {
        report(answer.error(), path, arguments_name, console);
        return kBad;
    }
    std::string out;
    json::append_canonical(out, *answer);
    console.out(out + "\n");
    return kFine;
}

std::string folder_of(std::string_view path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash + 1));
}

// One case after the other; one that fails is reported and left out, the others stand.
class Cases {
  public:
    Cases(std::string path, Console& console) : path_(std::move(path)), console_(console) {}

    int run() {
        const base::Result<std::string> bytes = read_file(path_, kCases.bytes);
        if (!bytes) return refused(bytes.error());
        const base::Result<json::Value> document = json::parse(*bytes, kCases);
        if (!document) return refused(document.error());
        base::Errors problems;
        const json::Reader root(*document, problems);
        const std::vector<json::Reader> cases = root.at("cases").elements();
        if (!problems.empty()) return refused(problems);
        std::string out = "{";
        for (const json::Reader& each : cases) {
            std::string id;
            const std::optional<json::Value> answer = run_case(each, id);
            if (!answer) continue;
            if (out.size() > 1) out += ",";
            out += "\n";
            json::append_string(out, id);
            out += ":";
            json::append_canonical(out, *answer);
        }
        console_.out(out + "\n}\n");
        return code_;
    }

  private:
    int refused(const base::Errors& errors) {
        console_.report({path_}, errors);
        return code_ = kBad;
    }

    const Data* data_at(const std::string& path) {
        const auto known = data_.find(path);
        if (known != data_.end()) return known->second ? &*known->second : nullptr;
        const auto [at, added] = data_.emplace(path, read_data(path, console_));
        return at->second ? &*at->second : nullptr;
    }

    std::optional<json::Value> run_case(const json::Reader& each, std::string& id) {
        base::Errors problems;
        const json::Reader reader(each.value(), problems, each.pointer());
        id = reader.at("id").string();
        const std::string function = reader.at("function").string();
        const json::Reader arguments = reader.at("arguments");
        arguments.members();  // that it is an object
        std::string data_path;
        const Data* data = nullptr;
        if (reader.has("data")) {
            const std::string named = reader.at("data").string();
            data_path = named.starts_with('/') ? named : folder_of(path_) + named;
            if (problems.empty()) data = data_at(data_path);
            if (problems.empty() && data == nullptr) {
                code_ = kBad;
                return std::nullopt;
            }
        }
        if (!problems.empty()) {
            refused(problems);
            return std::nullopt;
        }
        base::Result<json::Value> answer =
            stats::evaluate(function, data == nullptr ? nullptr : &data->table, arguments.value(),
                            arguments.pointer(), stats::Unknown::kPassedOver);
        if (answer) return std::move(*answer);
        report(answer.error(), data_path, path_, console_);
        code_ = kBad;
        return std::nullopt;
    }

    std::string path_;
    Console& console_;
    std::map<std::string, std::optional<Data>> data_;
    int code_ = kFine;
};

int list(Console& console) {
    std::string out;
    for (const std::string_view name : stats::function_names()) (out += name) += "\n";
    console.out(out);
    return kFine;
}

int stats_command(const Options& options, Console& console) {
    if (options.has("--list")) return list(console);
    if (options.has("--cases")) {
        return Cases(std::string(options.value("--cases")), console).run();
    }
    if (options.operands.empty()) {
        console.report({}, base::Error{"error.cli.no_function", "", {}});
        return kBad;
    }
    return run_one(options, console);
}

}  // namespace

const Command kStats = {
    "stats",  "cli.stats.summary", "FUNCTION [DATA.csv]", "cli.stats.details", 2,
    kOptions, stats_command};

}  // namespace vgap::cli
