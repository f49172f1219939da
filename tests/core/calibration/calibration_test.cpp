// A calibration session: what may go on record, what the chain notices, and what it says about growing.

#include <string>

#include <gtest/gtest.h>

#include "core/calibration/growth.hpp"
#include "core/calibration/keep.hpp"
#include "core/calibration/read.hpp"

namespace vgap::calibration {

namespace {

constexpr std::string_view kHead =
    R"({"schema":"calibration/1","id":"2026-h2","candidates":[{"id":"a","from":"IC","to":"Lead"},)"
    R"({"id":"b","from":"IC","to":"Lead"},{"id":"c","from":"IC","to":"Lead"},)"
    R"({"id":"d","from":"Lead","to":"Boss"}],"voters":["v","w"],"log":[]})";

std::string moment(int second) {
    return "2026-11-22T10:00:" + std::string(second < 10 ? "0" : "") + std::to_string(second) + "Z";
}

Change change(int second, Subject subject, std::string candidate, Verdict verdict) {
    Change made;
    made.at = moment(second);
    made.by = "v";
    made.subject = subject;
    made.candidate = std::move(candidate);
    made.why = "seen in the second quarter";
    made.opinion.emplace().verdict = verdict;
    return made;
}

Change not_yet(int second, std::string candidate, const std::vector<std::string>& areas) {
    Change made = change(second, Subject::kDecision, std::move(candidate), Verdict::kNotYet);
    for (const std::string& area : areas) {
        made.opinion->gaps.push_back({area, "took the work back twice"});
        made.opinion->development.push_back({area, "hand over one project", "no rework in May"});
    }
    return made;
}

Change lock(int second) {
    Change made;
    made.at = moment(second);
    made.by = "chair";
    made.subject = Subject::kLock;
    made.why = "agreed";
    return made;
}

std::string codes(const base::Errors& errors) {
    std::string all;
    for (const base::Error& error : errors) {
        all += error.code.substr(error.code.rfind('.') + 1) + "@" + error.where + " ";
    }
    return all;
}

std::string kept(Session& session, Change made) {
    const base::Result<bool> result = keep(session, std::move(made));
    return result ? "" : codes(result.error());
}

// Votes, one of them changed; decisions about all four, one of them changed; locked.
Session whole() {
    Session session = *read_session(kHead);
    Change vote = change(1, Subject::kVote, "a", Verdict::kReady);
    EXPECT_EQ(kept(session, vote), "");
    vote = change(2, Subject::kVote, "a", Verdict::kNotYet);
    vote.opinion->gaps = {{"Delegation", "did it all alone"}};
    EXPECT_EQ(kept(session, vote), "");
    vote = change(3, Subject::kVote, "a", Verdict::kReady);
    vote.by = "w";
    EXPECT_EQ(kept(session, vote), "");
    EXPECT_EQ(kept(session, not_yet(4, "a", {"Delegation", "Feedback"})), "");
    EXPECT_EQ(kept(session, not_yet(5, "b", {"delegation "})), "");
    EXPECT_EQ(kept(session, not_yet(6, "c", {"Strategy"})), "");
    Change decided = change(7, Subject::kDecision, "d", Verdict::kReady);
    decided.opinion->development = {{"Scope", "lead the move \"east\"\n", "it stands in June"}};
    EXPECT_EQ(kept(session, decided), "");
    EXPECT_EQ(kept(session, not_yet(8, "c", {"D\xC3\xA9l\xC3\xA9gation", "Strategy"})), "");
    EXPECT_EQ(kept(session, lock(9)), "");
    return session;
}

std::string written(const Session& session) {
    std::string out;
    append_session(out, session);
    return out;
}

TEST(Calibration, RoundTrip) {
    const Session session = whole();
    EXPECT_EQ(codes(verify(session)), "");
    const std::string text = written(session);
    const base::Result<Session> again = read_session(text);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(written(*again), text);
    EXPECT_EQ(codes(verify(*again)), "");
    EXPECT_EQ(again->log[7].before, again->log[5].change.opinion);
    EXPECT_EQ(again->log[7].previous, again->log[6].hash);
}

TEST(Calibration, NotYetNeedsASpecificGap) {
    Session session = *read_session(kHead);
    EXPECT_EQ(kept(session, not_yet(1, "a", {})), "no_gap@/new/gaps ");
    Change vague = not_yet(1, "a", {"Delegation"});
    vague.opinion->gaps[0].note = " ";
    EXPECT_EQ(kept(session, vague), "vague_gap@/new/gaps/0 ");
    vague.opinion->gaps[0].note = "delegation!";
    EXPECT_EQ(kept(session, vague), "vague_gap@/new/gaps/0 ");
    EXPECT_EQ(kept(session, change(1, Subject::kVote, "a", Verdict::kNotYet)), "no_gap@/new/gaps ");
    EXPECT_TRUE(session.log.empty());  // what is refused leaves nothing behind
}

TEST(Calibration, WhoWhenWhy) {
    Session session = *read_session(kHead);
    Change made = change(1, Subject::kDecision, "z", Verdict::kReady);
    made.why = "";
    made.by = " ";
    made.at = "2026-02-30T10:00:00Z";
    EXPECT_EQ(kept(session, made), "moment@/at nobody@/by no_why@/why no_candidate@/candidate ");
    made = change(1, Subject::kVote, "a", Verdict::kReady);
    made.by = "stranger";
    EXPECT_EQ(kept(session, made), "not_a_voter@/by ");
    made.by = "v";
    made.opinion->development = {{"x", "", "z"}};
    EXPECT_EQ(kept(session, made), "vague_step@/new/development/0 ");
    made.opinion.reset();
    EXPECT_EQ(kept(session, made), "no_opinion@/new ");
    EXPECT_EQ(kept(session, change(5, Subject::kVote, "a", Verdict::kReady)), "");
    EXPECT_EQ(kept(session, change(4, Subject::kVote, "b", Verdict::kReady)), "moment_before@/at ");
    for (const char* none : {"2026-11-22", "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z",
                             "2026-11-22 10:00:00Z", "2026-11-22T10:00:00+", ""}) {
        EXPECT_FALSE(moment_ok(none)) << none;
    }
}

TEST(Calibration, VotesAreIndependentOfTheDecision) {
    Session session = *read_session(kHead);
    EXPECT_EQ(kept(session, not_yet(1, "a", {"Delegation"})), "");
    EXPECT_EQ(kept(session, change(2, Subject::kVote, "a", Verdict::kReady)),
              "vote_after_decision@/candidate ");
    EXPECT_EQ(kept(session, change(2, Subject::kVote, "b", Verdict::kReady)), "");
}

TEST(Calibration, LockedOnlyWithAPlanForEverybodyAndThenReadOnly) {
    Session session = *read_session(kHead);
    Change bare = not_yet(1, "a", {"Delegation", "Feedback"});
    bare.opinion->development.pop_back();
    EXPECT_EQ(kept(session, bare), "");
    EXPECT_EQ(kept(session, change(2, Subject::kDecision, "b", Verdict::kReady)), "");
    EXPECT_EQ(kept(session, lock(3)), "gap_without_step@ no_development@ ");
    Session done = whole();
    EXPECT_TRUE(done.locked());
    EXPECT_EQ(kept(done, not_yet(10, "a", {"Delegation"})), "locked@ ");
    EXPECT_EQ(kept(done, lock(10)), "locked@ ");
    // Put in by hand, with hashes that fit.
    Entry entry;
    entry.change = not_yet(10, "b", {"Delegation"});
    entry.before = done.log[4].change.opinion;
    entry.previous = done.head_hash();
    entry.hash = hash_of(entry);
    done.log.push_back(entry);
    EXPECT_EQ(codes(verify(done)), "locked@/log/9 ");
}

TEST(Calibration, ABrokenChainIsNamedByItsPlace) {
    Session session = whole();
    session.log[3].change.why = "another reason";
    EXPECT_EQ(codes(verify(session)), "hash@/log/3/hash ");
    session.log[3].hash = hash_of(session.log[3]);
    EXPECT_EQ(codes(verify(session)), "chain@/log/4/previous ");
    session = whole();
    session.log.erase(session.log.begin() + 4);
    EXPECT_EQ(codes(verify(session)), "chain@/log/4/previous ");
    session = whole();
    std::swap(session.log[3], session.log[4]);
    EXPECT_NE(codes(verify(session)).find("chain@/log/3/previous"), std::string::npos);
    session = whole();
    session.candidates[1].from = "Boss";
    EXPECT_EQ(codes(verify(session)), "chain@/log/0/previous ");
    session = whole();
    session.log[7].before->gaps[0].note = "nothing much";
    EXPECT_EQ(codes(verify(session)), "hash@/log/7/hash old_value@/log/7/old ");
}

// Each bit of each byte: whatever is still read and still holds says the same, byte for byte.
TEST(Calibration, EveryFlippedBitIsNoticedOrMeansNothing) {
    const std::string text = written(whole());
    std::size_t harmless = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string flipped = text;
            flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1u << bit));
            const base::Result<Session> read = read_session(flipped);
            if (!read || !verify(*read).empty()) continue;
            ASSERT_EQ(written(*read), text) << at << " bit " << bit;
            ++harmless;
        }
    }
    EXPECT_EQ(harmless, 0u);
}

TEST(Calibration, AreasAndPlans) {
    const Growth growth = growth_of(whole());
    ASSERT_EQ(growth.persons.size(), 4u);
    EXPECT_EQ(growth.not_yet, 3u);
    EXPECT_EQ(growth.persons[0].ready, 1u);
    EXPECT_EQ(growth.persons[0].not_yet, 1u);
    EXPECT_EQ(growth.persons[2].changes, 1u);
    EXPECT_EQ(growth.persons[3].decision->development.size(), 1u);
    // Delegation of a, b and c (spelt in three ways); Feedback of a; Strategy of c: five gaps.
    ASSERT_EQ(growth.areas.size(), 3u);
    EXPECT_EQ(growth.areas[0].name, "Delegation");
    EXPECT_EQ(growth.areas[0].people, 3u);
    EXPECT_DOUBLE_EQ(growth.areas[0].share, 1);
    EXPECT_DOUBLE_EQ(growth.areas[0].cumulative, 0.6);
    EXPECT_TRUE(growth.areas[0].systemic);
    EXPECT_FALSE(growth.areas[1].systemic);
    EXPECT_DOUBLE_EQ(growth.areas[2].cumulative, 1);
}

// Of `people` who are not yet there `sharing` have one gap in common, the others one of their own.
bool systemic(int people, int sharing) {
    std::string head =
        R"({"schema":"calibration/1","id":"x","voters":["v"],"log":[],"candidates":[)";
    for (int i = 0; i < people; ++i) {
        head += (i > 0 ? "," : "") + std::string(R"({"id":"p)") + std::to_string(i) +
                R"(","from":"IC","to":"Lead"})";
    }
    Session session = *read_session(head + "]}");
    for (int i = 0; i < people; ++i) {
        const std::string name = "p" + std::to_string(i);
        EXPECT_EQ(kept(session, not_yet(1, name, {i < sharing ? "Shared" : "own" + name})), "");
    }
    return growth_of(session).areas[0].systemic;
}

TEST(Calibration, SystemicFromThreePeopleAndThirtyPercentOn) {
    EXPECT_FALSE(systemic(2, 2));
    EXPECT_TRUE(systemic(3, 3));
    EXPECT_TRUE(systemic(10, 3));
    EXPECT_FALSE(systemic(11, 3));
    EXPECT_TRUE(systemic(11, 4));
}

TEST(Calibration, ReadStrictly) {
    const auto refused = [](std::string_view text) {
        const base::Result<Session> read = read_session(text);
        return read ? "" : codes(read.error());
    };
    EXPECT_EQ(refused(R"({"schema":"calibration/2"})"), "other_schema@/schema ");
    EXPECT_EQ(
        refused(R"({"schema":"calibration/1","id":"x","candidates":[],"voters":["v"],"log":[]})"),
        "too_few_elements@/candidates ");
    EXPECT_EQ(refused(R"({"schema":"calibration/1","id":"x","candidates":[)"
                      R"({"id":"a","from":"i","to":"l"},{"id":"a","from":"i","to":"l"}],)"
                      R"("voters":["v","v"],"log":[],"extra":1})"),
              "unknown_key@/extra twice@/candidates/1/id twice@/voters/1 ");
    EXPECT_EQ(read_change(R"({"by":"v","subject":"veto","why":"x"})").error()[0].where, "/subject");
    const base::Result<Change> made =
        read_change(R"({"by":"v","subject":"vote","candidate":"a","verdict":"ready","why":"x"})");
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(made->opinion->verdict, Verdict::kReady);
}

}  // namespace

}  // namespace vgap::calibration
