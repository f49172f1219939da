#include "tools/cli/carried.hpp"

#include <string>
#include <vector>

namespace vgap::cli {

namespace {

std::string listed(const std::vector<std::string>& ids) {
    std::string list;
    for (const std::string& id : ids) {
        if (!list.empty()) list += ", ";
        list += id;
    }
    return list;
}

}  // namespace

void say_carried(Console& console, const Place& place, const instrument::Instrument& instrument,
                 const answers::Carried& carried) {
    if (carried.from.empty()) return;
    console.report(place, base::Error{"cli.carried.kept",
                                      "",
                                      {{"found", carried.from},
                                       {"expected", instrument.version},
                                       {"n", std::to_string(carried.kept)}}});
    const auto list = [&](const char* id, const std::vector<std::string>& questions) {
        if (questions.empty()) return;
        console.report(place, base::Error{id, "", {{"questions", listed(questions)}}});
    };
    list("cli.carried.changed", carried.changed);
    list("cli.carried.gone", carried.gone);
    list("cli.carried.added", carried.added);
}

}  // namespace vgap::cli
