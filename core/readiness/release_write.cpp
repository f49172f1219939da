#include "core/readiness/release_write.hpp"

#include "core/base/fixed.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::readiness {

namespace {

class Writing {
  public:
    Writing(json::Writer& write, const Instrument& instrument, const Rules& rules)
        : write_(write), instrument_(instrument), rules_(rules) {}

    void all(std::span<const CandidateRelease> releases) {
        write_.begin_object().key("instrument").begin_object();
        write_.key("id").string(instrument_.id);
        write_.key("version").string(instrument_.version);
        write_.key("hash").string(instrument_.hash).end_object();
        write_.key("candidates").begin_array();
        for (const CandidateRelease& each : releases) release(each);
        write_.end_array().end_object();
    }

  private:
    void number(std::string_view key, double value) {
        write_.key(key);
        if (stats::is_defined(value)) {
            write_.number(value);
        } else {
            write_.null();
        }
    }

    void roles(const std::vector<Index>& list) {
        write_.key("roles").begin_array();
        for (const Index role : list) write_.string(rules_.roles[role].id);
        write_.end_array();
    }

    void strings(std::string_view key, const std::vector<std::string>& list) {
        write_.key(key).begin_array();
        for (const std::string& each : list) write_.string(each);
        write_.end_array();
    }

    const std::string& capability_id(Index c) const { return instrument_.dimensions[c].id; }

    void release(const CandidateRelease& it) {
        write_.begin_object().key("id").string(it.id);
        write_.key("capabilities").begin_array();
        for (Index c = 0; c < it.capabilities.size(); ++c) {
            const CapabilityRelease& capability = it.capabilities[c];
            write_.begin_object().key("id").string(capability_id(c));
            write_.key("blocks").begin_array();
            for (const Block& each : capability.blocks) block(c, each);
            write_.end_array().key("spread");
            if (capability.spread) {
                const Spread& spread = *capability.spread;
                write_.begin_object();
                strings("raters", spread.raters);
                write_.key("df").number(spread.df);
                write_.key("deviation").number(spread.deviation);
                number("rwg", spread.rwg);
                number("ad", spread.ad);
                write_.end_object();
            } else {
                write_.null();
            }
            write_.end_object();
        }
        write_.end_array().key("comments").begin_array();
        const std::vector<Index> questions = text_questions(instrument_);
        for (std::size_t q = 0; q < questions.size(); ++q) {
            if (it.comments[q].raters.empty()) continue;
            write_.begin_object();
            write_.key("question").string(instrument_.questions[questions[q]].id);
            strings("raters", it.comments[q].raters);
            strings("texts", it.comments[q].texts);
            write_.end_object();
        }
        write_.end_array().end_object();
    }

    void block(Index c, const Block& it) {
        write_.begin_object();
        roles(it.roles);
        strings("raters", it.raters);
        write_.key("sum").number(base::from_billionths(it.sum));
        write_.key("items").begin_array();
        const std::vector<Index>& items = instrument_.dimensions[c].items;
        for (std::size_t i = 0; i < it.items.size(); ++i) {
            if (it.items[i].raters == 0) continue;
            write_.begin_object().key("id").string(instrument_.questions[items[i]].id);
            write_.key("raters").number(it.items[i].raters);
            write_.key("points").number(it.items[i].points).end_object();
        }
        write_.end_array().end_object();
    }

    json::Writer& write_;
    const Instrument& instrument_;
    const Rules& rules_;
};

}  // namespace

void write_release(json::Writer& write, const Instrument& instrument, const Rules& rules,
                   std::span<const CandidateRelease> releases) {
    Writing(write, instrument, rules).all(releases);
}

}  // namespace vgap::readiness
