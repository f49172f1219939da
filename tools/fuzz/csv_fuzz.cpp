// fuzz/csv — any bytes as a table: refused with errors that have a place, or read, written as plain CSV and
// read again as the same; and every statistical function takes what was read, or says why not.
//
// In      bytes
// Out     nothing; a broken promise aborts
// Tested  seeds in tests/fuzz_seeds/csv

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/csv.hpp"
#include "core/base/number.hpp"
#include "core/base/utf8.hpp"
#include "core/json/parse.hpp"
#include "core/json/write.hpp"
#include "core/stats/functions.hpp"
#include "tools/fuzz/promise.hpp"

namespace {

using namespace vgap;
using vgap::fuzz::require;
using vgap::fuzz::require_good;

void append_field(std::string& out, std::string_view field) {
    out += '"';
    for (const char c : field) out.append(c == '"' ? 2 : 1, c);
    out += '"';
}

std::string written(const base::Table& table) {
    std::string out;
    for (std::size_t j = 0; j < table.names.size(); ++j) {
        if (j > 0) out += ',';
        append_field(out, table.names[j]);
    }
    for (std::size_t i = 0; i < table.rows(); ++i) {
        for (std::size_t j = 0; j < table.names.size(); ++j) {
            out += j > 0 ? ',' : '\n';
            append_field(out, table.cell(i, j));
        }
    }
    return out;
}

// Arguments that name the first columns in every way that a function may ask for.
json::Value arguments_for(const base::Table& table) {
    std::string text = "{";
    const auto name = [&](std::size_t i) {
        std::string quoted;
        json::append_string(quoted, table.names[std::min(i, table.names.size() - 1)]);
        return quoted;
    };
    const auto list = [&](std::size_t from) {
        std::string names = "[";
        for (std::size_t i = from; i < std::min<std::size_t>(table.names.size(), from + 4); ++i) {
            names += (i > from ? "," : "") + name(i);
        }
        return names + "]";
    };
    text += R"("group":)" + name(0) + R"(,"value":)" + name(1) + R"(,"column":)" + name(1);
    text += R"(,"time":)" + name(1) + R"(,"status":)" + name(2) + R"(,"single_item":)" + name(1);
    text += R"(,"person":)" + name(0) + R"(,"role":)" + name(1);
    text += R"(,"items":)" + list(1) + R"(,"raters":)" + list(1) + R"(,"item_order":)" + list(1);
    text += R"(,"dimensions":{"d":)" + list(1) + R"(},"scale_min":0,"scale_max":9)";
    text += R"(,"response_options":5,"scores":[1,2.5],"rmst_tau":[3],"events":["1","2"])";
    text += R"(,"replicates":[20],"survival_at":[0,4]})";
    const base::Result<json::Value> arguments = json::parse(text);
    require(arguments.has_value());
    return *arguments;
}

void require_no_surprise(const json::Value& value) {
    if (value.kind == json::Kind::kNumber) require(std::isfinite(value.number));
    for (const json::Value& element : value.elements) require_no_surprise(element);
    for (const json::Member& member : value.members) require_no_surprise(member.value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)base::parse_number(text);
    const base::Result<base::Table> table = base::read_table(text);
    if (!table) {
        require_good(table.error());
        return 0;
    }
    const std::string once = written(*table);
    const base::Result<base::Table> again = base::read_table(once, {});
    require(again.has_value());
    require(again->names == table->names && again->cells == table->cells);

    constexpr std::size_t kMostCells =
        2000;  // what is slow with more is not what is looked for here
    if (table->cells.size() > kMostCells) return 0;
    const json::Value arguments = arguments_for(*table);
    for (const std::string_view function : stats::function_names()) {
        const base::Result<json::Value> answer =
            stats::evaluate(function, &*table, arguments, "", stats::Unknown::kPassedOver);
        if (answer) {
            require_no_surprise(*answer);
        } else {
            require_good(answer.error());
        }
    }
    return 0;
}
