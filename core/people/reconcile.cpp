#include "core/people/reconcile.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/json/pointer.hpp"
#include "core/people/stage_order.hpp"

namespace vgap::people {

namespace {

bool says_the_same(const Person& a, const Person& b) {
    const auto told = [](const Person& p) {
        return std::tie(p.id, p.stage, p.since, p.entered, p.left, p.track, p.group, p.path, p.gaps,
                        p.readiness, p.successor_for);
    };
    return told(a) == told(b);
}

auto told(const Decision& d) {
    return std::tie(d.id, d.from, d.to, d.submitted, d.decided, d.outcome, d.attempt, d.gaps);
}

class Reconciler {
  public:
    Reconciler(Records& records, const Origin& people, const Origin& decisions,
               const Setting& setting)
        : records_(records), people_(people), decisions_(decisions), setting_(setting) {}

    void run() {
        drop_repeated_people();
        check_people();
        check_decisions();
        order_stages();
        check_order();
        index_people();
        check_against_people();
        follow_careers();
        number_attempts();
    }

  private:
    void say(const char* code, Treatment treatment, const Person& person, Field field,
             const std::string& found) {
        records_.faults.push_back(
            {File::kPeople,
             treatment,
             {code,
              people_.where(person.row, field),
              {{"found", json::excerpt(found)}, {"field", std::string(to_string(field))}}}});
    }
    void say(const char* code, Treatment treatment, const Decision& decision, Field field,
             const std::string& found, const std::string& other = "") {
        records_.faults.push_back({File::kDecisions,
                                   treatment,
                                   {code,
                                    decisions_.where(decision.row, field),
                                    {{"found", json::excerpt(found)},
                                     {"other", json::excerpt(other)},
                                     {"field", std::string(to_string(field))}}}});
    }

    template <class Rule>
    void keep_people(Rule rule) {
        const auto gone = std::remove_if(records_.people.begin(), records_.people.end(),
                                         [&](Person& each) { return !rule(each); });
        records_.people_tally.left_out += static_cast<std::size_t>(records_.people.end() - gone);
        records_.people.erase(gone, records_.people.end());
    }
    template <class Rule>
    void keep_decisions(Rule rule) {
        const auto gone = std::remove_if(records_.decisions.begin(), records_.decisions.end(),
                                         [&](Decision& each) { return !rule(each); });
        records_.decisions_tally.left_out +=
            static_cast<std::size_t>(records_.decisions.end() - gone);
        records_.decisions.erase(gone, records_.decisions.end());
    }

    void drop_repeated_people() {
        std::map<std::string, std::vector<std::size_t>> rows;
        for (std::size_t i = 0; i < records_.people.size(); ++i) {
            rows[records_.people[i].id].push_back(i);
        }
        std::vector<bool> keeps(records_.people.size(), true);
        for (const auto& [id, all] : rows) {
            const Person& first = records_.people[all[0]];
            const bool same = std::all_of(all.begin(), all.end(), [&](std::size_t i) {
                return says_the_same(records_.people[i], first);
            });
            for (std::size_t at = same ? 1 : 0; at < all.size() && all.size() > 1; ++at) {
                keeps[all[at]] = false;
                say(same ? "error.people.same_person_again" : "error.people.two_persons",
                    same ? Treatment::kRepaired : Treatment::kLeftOut, records_.people[all[at]],
                    Field::kId, id);
            }
        }
        std::size_t at = 0;
        keep_people([&](const Person&) { return static_cast<bool>(keeps[at++]); });
    }

    bool is_known(const std::string& stage) const {
        return setting_.stages.empty() ||
               std::any_of(setting_.stages.begin(), setting_.stages.end(),
                           [&](const Stage& each) { return each.name == stage; });
    }

    void check_people() {
        keep_people([&](Person& person) {
            if (!is_known(person.stage)) {
                say("error.people.unknown_stage", Treatment::kLeftOut, person, Field::kStage,
                    person.stage);
                return false;
            }
            for (const auto& [field, day] : {std::pair(Field::kEntered, person.entered),
                                             std::pair(Field::kSince, person.since)}) {
                if (day && *day > setting_.as_of) {
                    say("error.people.in_future", Treatment::kLeftOut, person, field,
                        base::extended(*day));
                    return false;
                }
                if (day && person.left && *person.left < *day) {
                    say("error.people.left_before", Treatment::kLeftOut, person, Field::kLeft,
                        base::extended(*person.left));
                    return false;
                }
            }
            if (person.left && *person.left > setting_.as_of) {
                say("error.people.left_later", Treatment::kRepaired, person, Field::kLeft,
                    base::extended(*person.left));
                person.left.reset();
            }
            return true;
        });
    }

    void check_decisions() {
        std::set<decltype(told(records_.decisions[0]))> seen;
        // Kept apart from what moves while rows are left out, so that `seen` points at what stays.
        const std::vector<Decision> as_read = records_.decisions;
        std::size_t at = 0;
        keep_decisions([&](Decision& decision) {
            if (!seen.insert(told(as_read[at++])).second) {
                say("error.people.same_decision_again", Treatment::kRepaired, decision, Field::kId,
                    decision.id);
                return false;
            }
            return is_possible(decision);
        });
    }

    bool is_possible(Decision& decision) {
        const auto leave_out = [&](const char* code, Field field, const std::string& found) {
            say(code, Treatment::kLeftOut, decision, field, found);
            return false;
        };
        if (!is_known(decision.from)) {
            return leave_out("error.people.unknown_stage", Field::kFrom, decision.from);
        }
        if (!is_known(decision.to)) {
            return leave_out("error.people.unknown_stage", Field::kTo, decision.to);
        }
        if (decision.from == decision.to) {
            return leave_out("error.people.same_stage", Field::kTo, decision.to);
        }
        if (decision.submitted && *decision.submitted > setting_.as_of) {
            return leave_out("error.people.in_future", Field::kSubmitted,
                             base::extended(*decision.submitted));
        }
        if (decision.submitted && decision.decided && *decision.decided < *decision.submitted) {
            return leave_out("error.people.decided_before_submitted", Field::kDecided,
                             base::extended(*decision.decided));
        }
        if (decision.decided && *decision.decided > setting_.as_of) {
            say("error.people.decided_later", Treatment::kRepaired, decision, Field::kDecided,
                base::extended(*decision.decided));
            decision.decided.reset();
            decision.outcome = Outcome::kPending;
        }
        if (decision.decided && decision.outcome == Outcome::kPending) {
            say("error.people.pending_with_day", Treatment::kRepaired, decision, Field::kDecided,
                base::extended(*decision.decided));
            decision.decided.reset();
        }
        const bool is_decided =
            decision.outcome == Outcome::kApproved || decision.outcome == Outcome::kNotYet;
        if (is_decided && !decision.decided) {
            decision.timed = false;
            if (decision.outcome == Outcome::kApproved) {
                say("error.people.no_decision_day", Treatment::kRepaired, decision, Field::kDecided,
                    "");
            }
        }
        return true;
    }

    void order_stages() {
        records_.stages = setting_.stages.empty() ? stages_of(records_) : setting_.stages;
    }

    int level_of(const std::string& stage) const {
        for (const Stage& each : records_.stages) {
            if (each.name == stage) return each.level;
        }
        return 0;
    }

    void check_order() {
        for (Decision& decision : records_.decisions) {
            if (level_of(decision.to) >= level_of(decision.from)) continue;
            decision.promotion = false;
            say("error.people.step_down", Treatment::kRepaired, decision, Field::kTo, decision.to,
                decision.from);
        }
    }

    void index_people() {
        for (std::size_t i = 0; i < records_.people.size(); ++i) at_[records_.people[i].id] = i;
    }

    Person* person_of(const Decision& decision) {
        const auto found = at_.find(decision.id);
        return found == at_.end() ? nullptr : &records_.people[found->second];
    }

    void check_against_people() {
        keep_decisions([&](Decision& decision) {
            const Person* const person = person_of(decision);
            if (person == nullptr) {
                say("error.people.unknown_person", Treatment::kRepaired, decision, Field::kId,
                    decision.id);
                decision.timed = false;
                return true;
            }
            const std::optional<base::Date>& day = decision.decided;
            if (day && person->entered && *day < *person->entered) {
                say("error.people.before_entry", Treatment::kLeftOut, decision, Field::kDecided,
                    base::extended(*day), base::extended(*person->entered));
                return false;
            }
            if (day && person->left && *day > *person->left) {
                say("error.people.after_leaving", Treatment::kLeftOut, decision, Field::kDecided,
                    base::extended(*day), base::extended(*person->left));
                return false;
            }
            return true;
        });
    }

    // Each person's approvals in order, until the last agrees with the person's own row.
    void follow_careers() {
        std::map<std::string, std::vector<Decision*>> moves;
        for (Decision& each : records_.decisions) {
            if (each.outcome == Outcome::kApproved && each.timed) moves[each.id].push_back(&each);
        }
        for (auto& [id, all] : moves) {
            std::stable_sort(all.begin(), all.end(), [](const Decision* a, const Decision* b) {
                return *a->decided < *b->decided;
            });
            Decision* last = nullptr;
            for (Decision* each : all) {
                if (last != nullptr && each->from != last->to) {
                    each->timed = false;
                    say("error.people.does_not_follow", Treatment::kRepaired, *each, Field::kFrom,
                        each->from, last->to);
                } else {
                    last = each;
                }
            }
            agree(*person_of(*last), *last);
        }
    }

    void agree(Person& person, Decision& last) {
        const bool before = person.since && *person.since < *last.decided;
        if (person.stage == last.to) {
            if (before) {
                say("error.people.since_before_decision", Treatment::kRepaired, person,
                    Field::kSince, base::extended(*person.since));
            }
            if (before || !person.since) person.since = last.decided;
        } else if (person.stage == last.from && (before || !person.since)) {
            say("error.people.stage_behind", Treatment::kRepaired, person, Field::kStage,
                person.stage);
            person.stage = last.to;
            person.since = last.decided;
        } else if (person.since && !before) {
            say("error.people.move_not_recorded", Treatment::kRepaired, person, Field::kStage,
                person.stage);
        } else {
            last.timed = false;
            say("error.people.stage_contradicts", Treatment::kRepaired, last, Field::kTo, last.to,
                person.stage);
        }
    }

    void number_attempts() {
        std::map<std::tuple<std::string, std::string, std::string>, std::vector<Decision*>> cases;
        for (Decision& each : records_.decisions) {
            cases[{each.id, each.from, each.to}].push_back(&each);
        }
        for (auto& [of, all] : cases) {
            std::stable_sort(all.begin(), all.end(), [](const Decision* a, const Decision* b) {
                const auto day = [](const Decision* d) {
                    return d->submitted ? d->submitted : d->decided;
                };
                // A submission without any day is the newest that we know of.
                if (!day(a) || !day(b)) return day(a).has_value() && !day(b).has_value();
                return *day(a) < *day(b);
            });
            std::set<int> given;
            bool complete = true;
            for (const Decision* each : all) {
                complete = complete && each->attempt > 0 && given.insert(each->attempt).second;
            }
            if (complete) continue;
            int attempt = 0;
            for (Decision* each : all) {
                ++attempt;
                if (each->attempt != 0 && each->attempt != attempt) {
                    say("error.people.attempts_renumbered", Treatment::kRepaired, *each,
                        Field::kAttempt, std::to_string(each->attempt), std::to_string(attempt));
                }
                each->attempt = attempt;
            }
        }
    }

    Records& records_;
    const Origin& people_;
    const Origin& decisions_;
    const Setting& setting_;
    std::map<std::string, std::size_t> at_;
};

std::size_t line_of(const Fault& fault) {
    std::size_t line = 0;
    for (const char c : fault.what.where) {
        if (c < '0' || c > '9') break;
        line = line * 10 + static_cast<std::size_t>(c - '0');
    }
    return line;
}

}  // namespace

std::string Origin::where(std::size_t row, Field field) const {
    return sheet.place(row, mapping[field] ? mapping[field]->column : 0);
}

void reconcile(Records& records, const Origin& people, const Origin& decisions,
               const Setting& setting) {
    Reconciler(records, people, decisions, setting).run();
    std::stable_sort(records.faults.begin(), records.faults.end(),
                     [](const Fault& a, const Fault& b) {
                         return std::pair(a.file, line_of(a)) < std::pair(b.file, line_of(b));
                     });
}

}  // namespace vgap::people
