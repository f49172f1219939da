#include "tools/cli/days.hpp"

#include <ctime>
#include <string>

namespace vgap::cli {

base::Date today() {
    const std::time_t now = std::time(nullptr);
    const std::tm* const local = std::localtime(&now);
    return {local->tm_year + 1900, local->tm_mon + 1, local->tm_mday};
}

bool read_day(const Options& options, std::string_view option, std::optional<base::Date>& day,
              Console& console) {
    if (!options.has(option)) return true;
    day = base::parse_date(options.value(option));
    if (day) return true;
    console.report(
        {}, base::Error{"error.cli.no_date", "", {{"found", std::string(options.value(option))}}});
    return false;
}

}  // namespace vgap::cli
