// Instruments, and what was said with them: responses, ratings, publications.

#include <map>
#include <set>

#include "core/answers/read.hpp"
#include "core/instrument/read.hpp"
#include "core/json/pointer.hpp"
#include "core/json/write.hpp"
#include "core/workspace/read_parts.hpp"

namespace vgap::workspace {

namespace {

using json::Reader;

constexpr std::size_t kMostInstruments = 1000;
constexpr std::size_t kMostTexts = 100;

std::string quoted(const Reader& in) {
    return json::excerpt(in.value().string);
}

void read_own(const Reader& in, Listed& listed, base::Errors& problems) {
    const Reader document = in.at("document");
    base::Result<instrument::Instrument> own =
        instrument::read(document.value(), document.pointer());
    if (!own) {
        for (base::Error& error : own.error()) base::note(problems, std::move(error));
        return;
    }
    listed.is_own = true;
    listed.known.instrument = std::move(*own);
    if (in.has("rules")) {
        const Reader at = in.at("rules");
        base::Result<readiness::Rules> rules =
            readiness::read_rules(listed.known.instrument, at.value());
        if (rules) {
            listed.known.rules = std::move(*rules);
        } else {
            for (base::Error& error : rules.error()) {
                error.where = at.pointer() + error.where;
                base::note(problems, std::move(error));
            }
        }
    }
    if (!in.has("texts")) return;
    for (const Reader& each : in.at("texts").elements(0, kMostTexts)) {
        if (!each.object({})) continue;
        json::append_canonical(listed.texts.emplace_back(), each.value());
    }
}

const Known* find(Library library, std::string_view id) {
    for (const Known& known : library) {
        if (known.instrument.id == id) return &known;
    }
    return nullptr;
}

// The hash says which one was meant: another one of the same name asks other questions.
void check_hash(const Reader& in, const instrument::Instrument& instrument) {
    const std::string version = in.at("version").string(kMostName);
    const std::string hash = in.at("hash").string(kMostName);
    const auto is = [&](const instrument::Instrument& each) {
        return each.version == version && each.hash == hash;
    };
    bool known = is(instrument) || version.empty() || hash.empty();
    for (const instrument::Instrument& each : instrument.earlier_versions) {
        known = known || is(each);
    }
    if (known) return;
    in.at("hash").report("error.workspace.other_instrument",
                         {{"id", instrument.id},
                          {"found", json::excerpt(version) + " " + json::excerpt(hash)},
                          {"expected", instrument.version + " " + instrument.hash}});
}

// Where the instrument stands that is named here; the workspace's own size: nowhere, which is reported.
std::size_t place_of(const Reader& named, const Workspace& workspace) {
    const std::string& id = named.at("id").value().string;
    std::string known;
    for (std::size_t at = 0; at < workspace.instruments.size(); ++at) {
        const std::string& each = workspace.instruments[at].known.instrument.id;
        if (each == id) return at;
        (known += known.empty() ? "" : ", ") += each;
    }
    if (named.value().kind != json::Kind::kObject) {
        named.object({});
    } else {
        named.at("id").report("error.workspace.instrument_not_listed",
                              {{"found", json::excerpt(id)}, {"known", known}});
    }
    return workspace.instruments.size();
}

}  // namespace

void read_instruments(const Reader& in, Library library, Workspace& workspace) {
    std::set<std::string, std::less<>> ids;
    for (const Reader& each : in.elements(0, kMostInstruments)) {
        if (!each.object({"id", "version", "hash", "document", "rules", "texts"})) continue;
        const std::string id = each.at("id").identifier();
        if (id.empty()) continue;
        if (!ids.insert(id).second) {
            each.at("id").report("error.workspace.twice", {{"found", id}});
            continue;
        }
        Listed listed;
        if (each.has("document")) {
            base::Errors problems;
            read_own(each, listed, problems);
            for (base::Error& problem : problems) each.report(std::move(problem));
        } else if (const Known* const shipped = find(library, id); shipped != nullptr) {
            listed.known = *shipped;
        } else {
            each.at("id").report("error.workspace.no_instrument", {{"found", id}});
            continue;
        }
        if (listed.known.instrument.id.empty()) continue;
        if (listed.known.instrument.id != id) {
            each.at("id").report("error.workspace.other_instrument",
                                 {{"id", id},
                                  {"found", quoted(each.at("id"))},
                                  {"expected", listed.known.instrument.id}});
            continue;
        }
        check_hash(each, listed.known.instrument);
        workspace.instruments.push_back(std::move(listed));
    }
}

void read_responses(const Reader& in, Workspace& workspace) {
    std::set<std::string, std::less<>> ids;
    for (const Reader& each : in.elements(0, kMostRecords)) {
        if (!each.object({})) continue;
        const std::size_t place = place_of(each.at("instrument"), workspace);
        if (place == workspace.instruments.size()) continue;
        GivenResponse given{place,
                            answers::read(workspace.instruments[place].known.instrument, each)};
        const std::string& id = given.response.id;
        if (!id.empty() && !ids.insert(id).second) {
            each.at("id").report("error.workspace.twice", {{"found", json::excerpt(id)}});
        }
        workspace.responses.push_back(std::move(given));
    }
}

void read_ratings(const Reader& in, Workspace& workspace) {
    std::map<std::size_t, std::vector<readiness::Rating>> by_instrument;
    std::vector<Reader> elements = in.elements(0, kMostRecords);
    for (std::size_t row = 0; row < elements.size(); ++row) {
        const Reader& each = elements[row];
        if (!each.object({})) continue;
        const std::size_t place = place_of(each.at("instrument"), workspace);
        if (place == workspace.instruments.size()) continue;
        const Known& known = workspace.instruments[place].known;
        if (!known.rules) {
            each.at("instrument")
                .report("error.workspace.no_rules", {{"found", known.instrument.id}});
            continue;
        }
        GivenRating given{place, readiness::read_rating(known.instrument, *known.rules, each)};
        given.rating.line = row + 1;
        if (given.rating.role < known.rules->roles.size()) {
            by_instrument[place].push_back(given.rating);
        }
        workspace.ratings.push_back(std::move(given));
    }
    for (const auto& [place, ratings] : by_instrument) {
        const Known& known = workspace.instruments[place].known;
        for (readiness::Fault& fault : readiness::faults_between(*known.rules, ratings)) {
            fault.error.where = elements[fault.line - 1].pointer();
            in.report(std::move(fault.error));
        }
    }
}

void read_publications(const Reader& in, Workspace& workspace) {
    for (const Reader& each : in.elements(0, kMostInstruments)) {
        if (!each.object({"schema", "date", "release"})) continue;
        Publication publication;
        publication.date = read_day(each.at("date")).value_or(base::Date());
        publication.instrument = place_of(each.at("release").at("instrument"), workspace);
        if (publication.instrument == workspace.instruments.size()) continue;
        const Known& known = workspace.instruments[publication.instrument].known;
        if (!known.rules) {
            each.at("release").report("error.workspace.no_rules", {{"found", known.instrument.id}});
            continue;
        }
        publication.release = readiness::read_release(known.instrument, *known.rules, each);
        workspace.publications.push_back(std::move(publication));
    }
}

}  // namespace vgap::workspace
