// fuzz/people — any bytes as people, as decisions and as targets: refused with errors that have a place, or read, reconciled
// and measured; no row is lost without being counted, and no figure is made up.
//
// In      bytes; what stands behind the first byte 0x1E is read as decisions
// Out     nothing; a broken promise aborts
// Tested  seeds in tests/fuzz_seeds/people

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/encoding.hpp"
#include "core/base/utf8.hpp"
#include "core/export/metrics_json.hpp"
#include "core/json/parse.hpp"
#include "core/people/metrics.hpp"
#include "core/people/reconcile.hpp"
#include "tools/fuzz/promise.hpp"

namespace {

using namespace vgap;
using vgap::fuzz::require;
using vgap::fuzz::require_good;

constexpr base::Date kDay{2026, 1, 1};

struct Input {
    people::Sheet sheet;
    people::Mapping mapping;
    people::DayForm days = people::DayForm::kDayFirst;
};

// False: refused, with reasons.
bool open(std::string_view bytes, people::File file, Input& input) {
    const base::Result<base::Decoded> decoded = base::decode(std::string(bytes));
    if (!decoded) return require_good(decoded.error()), false;
    require(base::find_invalid_utf8(decoded->text) == std::string_view::npos);
    base::Result<people::Sheet> sheet = people::read_sheet(decoded->text);
    if (!sheet) return require_good(sheet.error()), false;
    input.sheet = std::move(*sheet);
    const base::Result<people::Mapping> mapping = people::map_columns(file, input.sheet.names, {});
    if (!mapping) return require_good(mapping.error()), false;
    input.mapping = *mapping;
    const base::Result<people::DayForm> form =
        people::find_day_form(people::day_cells(file, input.sheet, input.mapping));
    if (form) {
        input.days = *form;
    } else {
        require_good(form.error());
    }
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t kMost = 20'000;  // what is slow with more is not what is looked for here
    if (size > kMost) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t cut = bytes.find('\x1E');
    const std::string_view rest =
        cut == std::string_view::npos ? std::string_view() : bytes.substr(cut + 1);

    people::Targets targets;
    if (base::Result<people::Targets> read = people::read_targets(rest)) {
        targets = std::move(*read);
    } else {
        require_good(read.error());
    }
    Input people, moves;
    if (!open(bytes.substr(0, cut), people::File::kPeople, people)) return 0;
    people::Records records;
    people::read_people(people.sheet, people.mapping, people.days, records);
    if (open(rest, people::File::kDecisions, moves)) {
        people::read_decisions(moves.sheet, moves.mapping, moves.days, records);
    } else {
        moves = {};
    }
    people::reconcile(records, {people.sheet, people.mapping}, {moves.sheet, moves.mapping},
                      {kDay, targets.stages});
    require(records.people.size() == records.people_tally.used());
    require(records.decisions.size() == records.decisions_tally.used());
    for (const people::Fault& fault : records.faults) {
        require_good(fault.what);
        require(!fault.what.where.empty());
    }
    std::size_t lost = records.people_tally.left_out + records.decisions_tally.left_out;
    require(lost == 0 || !records.faults.empty());
    const people::Question question = {kDay, targets, 5, std::nullopt};
    const people::Metrics metrics = people::measure(records, question);
    for (const people::Figure& figure : metrics.figures) {
        if (figure.state != people::State::kShown) continue;
        require(std::isfinite(figure.value));
        if (figure.unit == people::Unit::kShare) require(figure.value >= 0 && figure.value <= 1);
        require(figure.metric == "successor_coverage" || figure.metric == "ready_now" ||
                figure.n >= 5);
    }
    std::string out;
    export_::append_metrics(out, {records, question, metrics});
    require(json::parse(out, {64u << 20, 64, 1u << 22}).has_value());
    return 0;
}
