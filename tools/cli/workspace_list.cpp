#include "tools/cli/workspace_list.hpp"

#include <set>

#include "core/json/write.hpp"
#include "core/text/display.hpp"

namespace vgap::cli {

namespace {

struct Count {
    const char* name;  // the key, and the end of the message's id
    std::size_t n;
};

std::vector<Count> counts_of(const workspace::Workspace& it) {
    std::set<std::string_view> candidates;
    for (const workspace::GivenRating& given : it.ratings)
        candidates.insert(given.rating.candidate);
    return {{"responses", it.responses.size()},
            {"ratings", it.ratings.size()},
            {"candidates", candidates.size()},
            {"people", it.people ? it.people->sheet.rows.size() : 0},
            {"promotions", it.promotions ? it.promotions->sheet.rows.size() : 0},
            {"calibrations", it.calibrations.size()},
            {"projects", it.projects.size()},
            {"plan", it.plan.size()},
            {"publications", it.publications.size()}};
}

}  // namespace

std::string listed(const workspace::Workspace& it, const text::Catalogue& texts) {
    std::string out = text::display_line(it.title);
    if (!it.client.empty()) out += " · " + text::display_line(it.client);
    out += " · " + base::extended(it.created) + "\n";
    if (it.synthetic) out += texts.say("workspace.synthetic") + "\n";
    out += texts.say("cli.workspace.list.threshold",
                     {{"n", it.threshold.now}, {"changes", it.threshold.changes.size()}}) +
           "\n";
    for (const workspace::Listed& listed : it.instruments) {
        const instrument::Instrument& instrument = listed.known.instrument;
        out += texts.say("cli.workspace.list.instrument",
                         {{"id", instrument.id}, {"version", instrument.version}}) +
               "\n";
    }
    for (const Count& count : counts_of(it)) {
        out += texts.say("cli.workspace.list." + std::string(count.name), {{"n", count.n}}) + "\n";
    }
    return out;
}

std::string listed_json(const workspace::Workspace& it) {
    std::string out;
    json::Writer write(out);
    write.begin_object().key("title").string(it.title).key("client").string(it.client);
    write.key("created").string(base::extended(it.created));
    write.key("synthetic").boolean(it.synthetic);
    write.key("threshold").number(it.threshold.now);
    write.key("threshold_changes").number(static_cast<double>(it.threshold.changes.size()));
    write.key("instruments").begin_array();
    for (const workspace::Listed& listed : it.instruments) {
        write.begin_object().key("id").string(listed.known.instrument.id);
        write.key("version").string(listed.known.instrument.version).end_object();
    }
    write.end_array();
    for (const Count& count : counts_of(it)) {
        write.key(count.name).number(static_cast<double>(count.n));
    }
    write.end_object();
    return out + "\n";
}

}  // namespace vgap::cli
