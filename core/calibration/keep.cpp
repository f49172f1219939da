#include "core/calibration/keep.hpp"

#include <algorithm>

#include "core/people/sheet.hpp"
#include "core/people/words.hpp"

namespace vgap::calibration {

namespace {

bool is_blank(std::string_view text) {
    return people::trimmed(text).empty();
}

std::pair<std::string, std::string> place_of(const Change& change) {
    return {change.candidate, change.subject == Subject::kVote ? change.by : ""};
}

// What stands before an entry while the log is walked through.
struct Walk {
    Record record;
    std::string moment;
    bool locked = false;
};

class Rules {
  public:
    Rules(const Session& session, const Walk& walk, const Change& change, std::string where,
          base::Errors& problems)
        : session_(session),
          walk_(walk),
          change_(change),
          where_(std::move(where)),
          problems_(problems) {}

    void check() {
        if (walk_.locked) return say("error.calibration.locked", "", "");
        if (!moment_ok(change_.at)) say("error.calibration.moment", "/at", change_.at);
        if (change_.at < walk_.moment) {
            say("error.calibration.moment_before", "/at", change_.at, walk_.moment);
        }
        if (is_blank(change_.by)) say("error.calibration.nobody", "/by", "");
        if (is_blank(change_.why)) say("error.calibration.no_why", "/why", "");
        if (change_.subject == Subject::kLock) return check_lock();
        if (session_.find(change_.candidate) == nullptr) {
            say("error.calibration.no_candidate", "/candidate", change_.candidate);
        }
        if (!change_.opinion) return say("error.calibration.no_opinion", "/new", "");
        if (change_.subject == Subject::kVote) check_vote();
        check_opinion(*change_.opinion);
    }

  private:
    void say(const char* code, std::string_view where, std::string found, std::string other = "") {
        base::note(problems_, {code,
                               where_ + std::string(where),
                               {{"found", std::move(found)}, {"other", std::move(other)}}});
    }

    void check_vote() {
        const auto& voters = session_.voters;
        if (std::find(voters.begin(), voters.end(), change_.by) == voters.end()) {
            say("error.calibration.not_a_voter", "/by", change_.by);
        }
        if (decision_of(walk_.record, change_.candidate)) {
            say("error.calibration.vote_after_decision", "/candidate", change_.candidate);
        }
    }

    void check_opinion(const Opinion& opinion) {
        if (opinion.verdict == Verdict::kNotYet && opinion.gaps.empty()) {
            say("error.calibration.no_gap", "/new/gaps", change_.candidate);
        }
        for (std::size_t i = 0; i < opinion.gaps.size(); ++i) {
            const Gap& gap = opinion.gaps[i];
            if (is_blank(gap.area) || is_blank(gap.note) ||
                people::folded(gap.area) == people::folded(gap.note)) {
                say("error.calibration.vague_gap", "/new/gaps/" + std::to_string(i), gap.area);
            }
        }
        for (std::size_t i = 0; i < opinion.development.size(); ++i) {
            const Step& step = opinion.development[i];
            if (is_blank(step.area) || is_blank(step.action) || is_blank(step.sign)) {
                say("error.calibration.vague_step", "/new/development/" + std::to_string(i),
                    step.area);
            }
        }
    }

    void check_lock() {
        if (change_.opinion || !change_.candidate.empty()) {
            say("error.calibration.lock_with_opinion", "/new", "");
        }
        for (const auto& [place, opinion] : walk_.record) {
            if (!place.second.empty()) continue;
            if (opinion.development.empty()) {
                say("error.calibration.no_development", "", place.first);
                continue;
            }
            for (const Gap& gap : opinion.gaps) {
                const bool has_step =
                    std::any_of(opinion.development.begin(), opinion.development.end(),
                                [&](const Step& step) { return step.area == gap.area; });
                if (!has_step) {
                    say("error.calibration.gap_without_step", "", place.first, gap.area);
                }
            }
        }
    }

    const Session& session_;
    const Walk& walk_;
    const Change& change_;
    std::string where_;
    base::Errors& problems_;
};

std::optional<Opinion> held(const Walk& walk, const Change& change) {
    if (change.subject == Subject::kLock) return std::nullopt;
    const auto found = walk.record.find(place_of(change));
    if (found == walk.record.end()) return std::nullopt;
    return found->second;
}

void step(Walk& walk, const Change& change) {
    walk.moment = std::max(walk.moment, change.at);
    if (change.subject == Subject::kLock) walk.locked = true;
    if (change.subject != Subject::kLock && change.opinion) {
        walk.record[place_of(change)] = *change.opinion;
    }
}

Walk walk_through(const Session& session) {
    Walk walk;
    for (const Entry& entry : session.log) step(walk, entry.change);
    return walk;
}

}  // namespace

Record record_of(const Session& session) {
    return walk_through(session).record;
}

std::optional<Opinion> decision_of(const Record& record, const std::string& candidate) {
    const auto found = record.find({candidate, ""});
    if (found == record.end()) return std::nullopt;
    return found->second;
}

base::Result<bool> keep(Session& session, Change change) {
    const Walk walk = walk_through(session);
    base::Errors problems;
    Rules(session, walk, change, "", problems).check();
    if (!problems.empty()) return base::fail(std::move(problems));
    Entry entry;
    entry.before = held(walk, change);
    entry.change = std::move(change);
    entry.previous = session.head_hash();
    entry.hash = hash_of(entry);
    session.log.push_back(std::move(entry));
    return true;
}

base::Errors verify(const Session& session) {
    base::Errors problems;
    Walk walk;
    std::string last = hash_of_head(session);
    for (std::size_t i = 0; i < session.log.size(); ++i) {
        const Entry& entry = session.log[i];
        const std::string where = "/log/" + std::to_string(i);
        const std::string number = std::to_string(i + 1);
        if (entry.previous != last) {
            base::note(problems, {"error.calibration.chain", where + "/previous", {{"n", number}}});
        }
        if (entry.hash != hash_of(entry)) {
            base::note(problems, {"error.calibration.hash", where + "/hash", {{"n", number}}});
        }
        if (entry.before != held(walk, entry.change)) {
            base::note(problems, {"error.calibration.old_value", where + "/old", {{"n", number}}});
        }
        Rules(session, walk, entry.change, where, problems).check();
        step(walk, entry.change);
        last = entry.hash;
    }
    return problems;
}

}  // namespace vgap::calibration
