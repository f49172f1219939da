#include "core/people/stays.hpp"

#include <algorithm>
#include <map>

namespace vgap::people {

namespace {

constexpr double kDaysInMonth = 365.2425 / 12;

double months_between(const base::Date& from, const base::Date& to) {
    return static_cast<double>(base::day_number(to) - base::day_number(from)) / kDaysInMonth;
}

class Collector {
  public:
    Collector(const base::Date& as_of, const std::optional<base::Date>& recorded_from)
        : as_of_(as_of), recorded_from_(recorded_from) {}

    void collect(const Person& person, const std::vector<const Decision*>& moves) {
        for (std::size_t i = 0; i < moves.size(); ++i) {
            const Decision& move = *moves[i];
            std::optional<base::Date> begin = i > 0 ? moves[i - 1]->decided : hired(person);
            if (i == 0 && begin) ++stays.from_entry;
            add(person,
                {move.from, move.promotion ? move.to : "", 0, 0,
                 move.promotion ? End::kPromoted : End::kSteppedDown, person.track, person.group},
                begin, *move.decided);
        }
        add(person,
            {person.stage, "", 0, 0, person.left ? End::kLeft : End::kStillThere, person.track,
             person.group},
            person.since, person.left.value_or(as_of_));
    }

    Stays stays;

  private:
    // Who came before the record began may have been promoted in between without a trace.
    std::optional<base::Date> hired(const Person& person) const {
        if (!person.entered) return std::nullopt;
        if (recorded_from_ && *person.entered < *recorded_from_) return std::nullopt;
        return person.entered;
    }

    void add(const Person& person, Stay stay, const std::optional<base::Date>& begin,
             const base::Date& end) {
        if (!begin) {
            ++stays.without_beginning;
            return;
        }
        base::Date watched = *begin;
        if (person.entered) watched = std::max(watched, *person.entered);
        if (recorded_from_) watched = std::max(watched, *recorded_from_);
        stay.months = months_between(*begin, end);
        stay.entry = months_between(*begin, watched);
        if (stay.months < 0 || (stay.entry > 0 && stay.entry >= stay.months)) {
            ++stays.unobserved;
            return;
        }
        stays.all.push_back(std::move(stay));
    }

    base::Date as_of_;
    std::optional<base::Date> recorded_from_;
};

}  // namespace

Stays stays_of(const Records& records, const base::Date& as_of,
               const std::optional<base::Date>& recorded_from) {
    std::map<std::string, std::vector<const Decision*>> moves;
    for (const Decision& each : records.decisions) {
        if (each.outcome == Outcome::kApproved && each.timed) moves[each.id].push_back(&each);
    }
    for (auto& [id, all] : moves) {
        std::stable_sort(all.begin(), all.end(), [](const Decision* a, const Decision* b) {
            return *a->decided < *b->decided;
        });
    }
    Collector collector(as_of, recorded_from);
    const std::vector<const Decision*> none;
    for (const Person& person : records.people) {
        const auto found = moves.find(person.id);
        collector.collect(person, found == moves.end() ? none : found->second);
    }
    return std::move(collector.stays);
}

}  // namespace vgap::people
