#include "core/calibration/session.hpp"

#include <algorithm>

#include "core/base/date.hpp"
#include "core/base/hash.hpp"
#include "core/json/write.hpp"

namespace vgap::calibration {

namespace {

void write_opinion(json::Writer& write, const std::optional<Opinion>& opinion) {
    if (!opinion) {
        write.null();
        return;
    }
    write.begin_object();
    write.key("verdict").string(to_string(opinion->verdict));
    write.key("gaps").begin_array();
    for (const Gap& gap : opinion->gaps) {
        write.begin_object().key("area").string(gap.area).key("note").string(gap.note);
        write.end_object();
    }
    write.end_array();
    write.key("development").begin_array();
    for (const Step& step : opinion->development) {
        write.begin_object().key("area").string(step.area).key("action").string(step.action);
        write.key("sign").string(step.sign).end_object();
    }
    write.end_array().end_object();
}

// The members of an entry, without its hash: what is hashed is exactly what is written.
void write_entry(json::Writer& write, const Entry& entry) {
    const Change& change = entry.change;
    write.key("at").string(change.at);
    write.key("by").string(change.by);
    write.key("subject").string(to_string(change.subject));
    write.key("candidate");
    if (change.candidate.empty()) {
        write.null();
    } else {
        write.string(change.candidate);
    }
    write.key("old");
    write_opinion(write, entry.before);
    write.key("new");
    write_opinion(write, change.opinion);
    write.key("why").string(change.why);
    write.key("previous").string(entry.previous);
}

void write_head(json::Writer& write, const Session& session) {
    write.key("schema").string("calibration/1");
    write.key("id").string(session.id);
    write.key("candidates").begin_array();
    for (const Candidate& each : session.candidates) {
        write.begin_object().key("id").string(each.id);
        write.key("from").string(each.from).key("to").string(each.to).end_object();
    }
    write.end_array();
    write.key("voters").begin_array();
    for (const std::string& voter : session.voters) write.string(voter);
    write.end_array();
}

bool is_number(std::string_view text, int least, int most) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
        number = number * 10 + (c - '0');
    }
    return number >= least && number <= most;
}

}  // namespace

bool Session::locked() const {
    return std::any_of(log.begin(), log.end(),
                       [](const Entry& entry) { return entry.change.subject == Subject::kLock; });
}

std::string Session::head_hash() const {
    return log.empty() ? hash_of_head(*this) : log.back().hash;
}

const Candidate* Session::find(std::string_view candidate) const {
    for (const Candidate& each : candidates) {
        if (each.id == candidate) return &each;
    }
    return nullptr;
}

std::string_view to_string(Verdict verdict) {
    return verdict == Verdict::kReady ? "ready" : "not_yet";
}

std::string_view to_string(Subject subject) {
    constexpr std::string_view kNames[] = {"vote", "decision", "lock"};
    return kNames[static_cast<std::size_t>(subject)];
}

std::string hash_of_head(const Session& session) {
    std::string text;
    json::Writer write(text);
    write.begin_object();
    write_head(write, session);
    write.end_object();
    return base::sha256_hex(text);
}

std::string hash_of(const Entry& entry) {
    std::string text;
    json::Writer write(text);
    write.begin_object();
    write_entry(write, entry);
    write.end_object();
    return base::sha256_hex(text);
}

bool moment_ok(std::string_view text) {
    constexpr std::size_t kLength = 20;
    return text.size() == kLength && base::parse_date(text.substr(0, 10)) && text[10] == 'T' &&
           text[13] == ':' && text[16] == ':' && text[19] == 'Z' &&
           is_number(text.substr(11, 2), 0, 23) && is_number(text.substr(14, 2), 0, 59) &&
           is_number(text.substr(17, 2), 0, 59);
}

void append_session(std::string& out, const Session& session) {
    json::Writer write(out);
    write.begin_object();
    write_head(write, session);
    write.key("log").begin_array();
    for (const Entry& entry : session.log) {
        write.begin_object();
        write_entry(write, entry);
        write.key("hash").string(entry.hash);
        write.end_object();
    }
    write.end_array().end_object();
    out += '\n';
}

}  // namespace vgap::calibration
