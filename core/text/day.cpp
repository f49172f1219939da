#include "core/text/day.hpp"

namespace vgap::text {

std::string day(const Catalogue& texts, const base::Date& date) {
    const std::string month = texts.say("date.month." + std::to_string(date.month));
    return texts.say(
        "date.long",
        {{"day", std::to_string(date.day)}, {"month", month}, {"year", std::to_string(date.year)}});
}

}  // namespace vgap::text
