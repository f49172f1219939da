// calibration/session — a calibration session as its log: who voted, what was decided and why, and every change of it.
//
// In      built by calibration/read and calibration/keep
// Out     append_session: the file calibration/1, an entry a line. An entry's hash is SHA-256 of its canonical text, which
//         holds the hash before it; the first holds that of the session's head. What a person votes or what is decided is
//         only ever the newest entry about it, so nothing in the file can contradict the log
//         moment_ok: is it a second in UTC, such as 2026-11-22T10:00:00Z?
// Errors  none
// Source  MODEL.md §5; FIPS 180-4; RFC 8785 (strings)
// Cost    O(bytes)
// Tested  tests/core/calibration/calibration_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vgap::calibration {

enum class Verdict : std::uint8_t { kReady, kNotYet };
enum class Subject : std::uint8_t { kVote, kDecision, kLock };

struct Gap {
    std::string area;  // what to grow in: counted over people
    std::string note;  // what was seen of this person
    friend bool operator==(const Gap&, const Gap&) = default;
};

struct Step {
    std::string area;
    std::string action;
    std::string sign;  // how to tell that it worked
    friend bool operator==(const Step&, const Step&) = default;
};

struct Opinion {
    Verdict verdict = Verdict::kReady;
    std::vector<Gap> gaps;
    std::vector<Step> development;
    friend bool operator==(const Opinion&, const Opinion&) = default;
};

// What is put on record; for a lock, nothing but who and why.
struct Change {
    std::string at;
    std::string by;
    Subject subject = Subject::kVote;
    std::string candidate;
    std::optional<Opinion> opinion;
    std::string why;
};

struct Entry {
    Change change;
    std::optional<Opinion> before;
    std::string previous;
    std::string hash;
};

struct Candidate {
    std::string id;
    std::string from;
    std::string to;
};

struct Session {
    std::string id;
    std::vector<Candidate> candidates;
    std::vector<std::string> voters;
    std::vector<Entry> log;

    bool locked() const;
    std::string head_hash() const;  // of the newest entry, or of the session's head
    const Candidate* find(std::string_view candidate) const;
};

std::string_view to_string(Verdict verdict);  // "ready", "not_yet"
std::string_view to_string(Subject subject);  // "vote", "decision", "lock"

std::string hash_of_head(const Session& session);
std::string hash_of(const Entry& entry);
bool moment_ok(std::string_view text);

void append_session(std::string& out, const Session& session);

}  // namespace vgap::calibration
