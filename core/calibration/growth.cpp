#include "core/calibration/growth.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/calibration/keep.hpp"
#include "core/people/sheet.hpp"
#include "core/people/words.hpp"

namespace vgap::calibration {

namespace {

// Other scripts fold to nothing, and stand for themselves.
std::string key_of(const std::string& area) {
    const std::string word = people::folded(area);
    return word.empty() ? std::string(people::trimmed(area)) : word;
}

void count_areas(Growth& growth) {
    std::map<std::string, std::size_t> at;
    std::size_t gaps = 0;
    for (const Person& person : growth.persons) {
        if (!person.decision || person.decision->verdict != Verdict::kNotYet) continue;
        ++growth.not_yet;
        std::set<std::string> own;  // somebody with two notes on an area has one gap in it
        for (const Gap& gap : person.decision->gaps) {
            const std::string key = key_of(gap.area);
            if (!own.insert(key).second) continue;
            const auto [found, added] = at.emplace(key, growth.areas.size());
            if (added) growth.areas.push_back({std::string(people::trimmed(gap.area))});
            ++growth.areas[found->second].people;
            ++gaps;
        }
    }
    std::stable_sort(growth.areas.begin(), growth.areas.end(),
                     [](const Area& a, const Area& b) { return a.people > b.people; });
    std::size_t running = 0;
    for (Area& area : growth.areas) {
        running += area.people;
        area.share = static_cast<double>(area.people) / static_cast<double>(growth.not_yet);
        area.cumulative = static_cast<double>(running) / static_cast<double>(gaps);
        // In whole numbers, so that 3 of 10 are 30 %.
        area.systemic =
            area.people >= kSystemicPeople && area.people * 10 >= growth.not_yet * kSystemicTenths;
    }
}

}  // namespace

Growth growth_of(const Session& session) {
    Growth growth;
    const Record record = record_of(session);
    for (const Candidate& candidate : session.candidates) {
        Person person;
        person.candidate = &candidate;
        person.decision = decision_of(record, candidate.id);
        for (const std::string& voter : session.voters) {
            const auto vote = record.find({candidate.id, voter});
            if (voter.empty() || vote == record.end()) continue;
            ++(vote->second.verdict == Verdict::kReady ? person.ready : person.not_yet);
        }
        for (const Entry& entry : session.log) {
            if (entry.change.subject != Subject::kDecision ||
                entry.change.candidate != candidate.id) {
                continue;
            }
            person.why = entry.change.why;
            if (entry.before) ++person.changes;
        }
        growth.persons.push_back(std::move(person));
    }
    count_areas(growth);
    return growth;
}

}  // namespace vgap::calibration
