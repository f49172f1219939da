// fuzz/flow — any bytes as a scenario: refused with errors that have a place, or walked, where nobody is lost and no number is
// less than nothing.
//
// In      bytes
// Out     nothing; a broken promise aborts
// Tested  seeds in tests/fuzz_seeds/flow

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <string_view>

#include "core/base/utf8.hpp"
#include "core/flow/read.hpp"
#include "core/flow/walk.hpp"
#include "tools/fuzz/promise.hpp"

namespace {

using namespace vgap;
using vgap::fuzz::require;

void use(const flow::Scenario& scenario) {
    const flow::Plan plan = flow::make_plan(scenario);
    flow::Walk walk(plan, 1);
    std::int64_t people = std::accumulate(plan.start.begin(), plan.start.end(), std::int64_t{0});
    constexpr int kMonths = 6;
    for (int month = 0; month < std::min(plan.months, kMonths); ++month) {
        walk.step();
        for (const flow::Happened& each : walk.stages()) {
            require(each.people >= 0 && each.unfilled >= 0 && each.bench >= 0);
            require(each.submitted <= each.vacancies && each.promoted <= each.submitted);
            people += each.hired - each.left;
        }
        for (const std::int32_t cell : walk.cells()) require(cell >= 0);
        require(people ==
                std::accumulate(walk.cells().begin(), walk.cells().end(), std::int64_t{0}));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const base::Result<flow::Scenario> read = flow::read_scenario(text);
    if (read) {
        use(*read);
        return 0;
    }
    require(!read.error().empty());
    for (const base::Error& problem : read.error()) {
        require(problem.code.starts_with("error."));
        for (const base::Argument& argument : problem.arguments) {
            require(base::find_invalid_utf8(argument.value) == std::string_view::npos);
        }
    }
    return 0;
}
