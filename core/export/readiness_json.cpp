#include "core/export/readiness_json.hpp"

#include <optional>

#include "core/base/fixed.hpp"
#include "core/base/version.hpp"
#include "core/chart/quadrants.hpp"
#include "core/export/chart_json.hpp"
#include "core/json/write.hpp"
#include "core/readiness/release_write.hpp"
#include "core/stats/undefined.hpp"

namespace vgap::export_ {

namespace {

using namespace readiness;
using instrument::Instrument;
using instrument::Question;

class Writing {
  public:
    Writing(std::string& out, const Readiness& told) : write_(out), told_(told) {}

    void all() {
        write_.begin_object();
        write_.key("schema").string("readiness/1");
        write_.key("engine").string(base::kEngineVersion);
        instrument();
        write_.key("candidates").begin_array();
        for (const Assessment& each : told_.assessments) candidate(each);
        write_.end_array();
        if (told_.slate != nullptr) slate(*told_.slate);
        if (told_.slate != nullptr) {
            write_charts(write_, {chart::quadrants_chart(told_.assessments)});
        }
        write_.key("release");
        write_release(write_, told_.instrument, told_.rules, told_.releases);
        write_.end_object();
    }

  private:
    void instrument() {
        write_.key("instrument").begin_object();
        write_.key("id").string(told_.instrument.id);
        write_.key("version").string(told_.instrument.version);
        write_.key("hash").string(told_.instrument.hash).end_object();
    }

    void number(std::string_view key, std::optional<double> value) {
        write_.key(key);
        if (value && stats::is_defined(*value)) {
            write_.number(*value);
        } else {
            write_.null();
        }
    }

    void yes_or_no(std::string_view key, std::optional<bool> value) {
        write_.key(key);
        if (value) {
            write_.boolean(*value);
        } else {
            write_.null();
        }
    }

    void text(std::string_view key, std::string_view value) {  // empty: there is none
        write_.key(key);
        if (value.empty()) {
            write_.null();
        } else {
            write_.string(value);
        }
    }

    void roles(const std::vector<Index>& list) {
        write_.key("roles").begin_array();
        for (const Index role : list) write_.string(told_.rules.roles[role].id);
        write_.end_array();
    }

    void strings(std::string_view key, const std::vector<std::string>& list) {
        write_.key(key).begin_array();
        for (const std::string& each : list) write_.string(each);
        write_.end_array();
    }

    std::string_view option(Index question, const std::optional<int>& answer) const {
        if (!answer) return {};
        return told_.instrument.questions[question].options[static_cast<std::size_t>(*answer)];
    }

    std::string_view action(Index index) const {
        return index == instrument::kNone ? ""
                                          : std::string_view(told_.instrument.actions[index].id);
    }

    const std::string& capability_id(Index c) const { return told_.instrument.dimensions[c].id; }

    void candidate(const Assessment& it) {
        write_.begin_object();
        write_.key("id").string(it.id);
        write_.key("status").string(to_string(it.status));
        write_.key("reasons").begin_array();
        for (const Reason& reason : it.reasons) {
            write_.begin_object();
            write_.key("reason").string(to_string(reason.kind));
            write_.key("capability").string(capability_id(reason.capability));
            write_.key("value").number(reason.value);
            write_.key("needed").number(reason.needed).end_object();
        }
        write_.end_array();
        write_.key("raters").begin_array();
        for (std::size_t r = 0; r < it.raters.size(); ++r) {
            write_.begin_object().key("role").string(told_.rules.roles[r].id);
            write_.key("raters").number(it.raters[r]).end_object();
        }
        write_.end_array();
        write_.key("waiting").number(it.waiting);
        write_.key("capabilities").begin_array();
        for (Index c = 0; c < it.capabilities.size(); ++c) capability(c, it.capabilities[c]);
        write_.end_array();
        const Rules& rules = told_.rules;
        text("performance", option(rules.performance.question, it.performance));
        yes_or_no("high_performance", it.high_performance);
        text("interest", option(rules.interest.question, it.interest));
        write_.key("path").string(to_string(it.path));
        text("quadrant", it.quadrant ? to_string(*it.quadrant) : std::string_view());
        yes_or_no("pending_promotion", it.pending_promotion);
        write_.key("double_loss").boolean(it.double_loss);
        write_.key("unproven_promotion").boolean(it.unproven_promotion);
        next(it);
        comments(it.id);
        write_.end_object();
    }

    void capability(Index c, const CapabilityView& view) {
        write_.begin_object();
        write_.key("id").string(capability_id(c));
        write_.key("required").number(view.required);
        write_.key("floor").number(view.floor);
        number("self", view.self);
        write_.key("groups").begin_array();
        for (const GroupMean& group : view.groups) {
            write_.begin_object();
            roles(group.roles);
            write_.key("raters").number(group.raters);
            write_.key("mean").number(group.mean).end_object();
        }
        write_.end_array();
        write_.key("raters").number(view.raters);
        number("others", view.others);
        number("low", view.low);
        number("high", view.high);
        number("self_gap", view.self_gap);
        number("usual_self_gap", base::quantised(told_.rules.usual_gap));
        number("deviation", view.spread ? view.spread->deviation : stats::kUndefined);
        number("rwg", view.spread ? view.spread->rwg : stats::kUndefined);
        number("ad", view.spread ? view.spread->ad : stats::kUndefined);
        yes_or_no("agree", view.agree);
        write_.key("items").begin_array();
        const std::vector<Index>& items = told_.instrument.dimensions[c].items;
        for (std::size_t i = 0; i < view.item_points.size(); ++i) {
            write_.begin_object().key("id").string(told_.instrument.questions[items[i]].id);
            number("points", view.item_points[i]);
            write_.end_object();
        }
        write_.end_array().end_object();
    }

    void next(const Assessment& it) {
        write_.key("next").begin_object();
        write_.key("more_raters").begin_array();
        for (const auto& [role, more] : it.more_raters) {
            write_.begin_object().key("role").string(told_.rules.roles[role].id);
            write_.key("more").number(more).end_object();
        }
        write_.end_array();
        write_.key("gaps").begin_array();
        for (const Gap& gap : it.gaps) {
            write_.begin_object().key("capability").string(capability_id(gap.capability));
            write_.key("points").number(base::quantised(gap.points));
            write_.key("items").begin_array();
            for (const Index item : gap.items) {
                const Index question = told_.instrument.dimensions[gap.capability].items[item];
                write_.string(told_.instrument.questions[question].id);
            }
            write_.end_array().end_object();
        }
        write_.end_array();
        text("project", action(it.project));
        text("first_step", action(it.first_step));
        write_.end_object();
    }

    void comments(const std::string& candidate) {
        write_.key("comments").begin_array();
        const std::vector<Index> questions = text_questions(told_.instrument);
        for (const CandidateRelease& each : told_.releases) {
            if (each.id != candidate) continue;
            for (std::size_t q = 0; q < questions.size(); ++q) {
                if (each.comments[q].texts.empty()) continue;
                write_.begin_object();
                write_.key("question").string(told_.instrument.questions[questions[q]].id);
                strings("texts", each.comments[q].texts);
                write_.end_object();
            }
        }
        write_.end_array();
    }

    void form(std::string_view key, const stats::IccForm& form) {
        write_.key(key).begin_object();
        number("estimate", form.estimate);
        number("low", form.limits.low);
        number("high", form.limits.high);
        write_.end_object();
    }

    void test(std::string_view key, const stats::IccTest& it) {
        write_.key(key).begin_object();
        number("f", it.f);
        number("df1", it.df1);
        number("df2", it.df2);
        number("p", it.p);
        write_.end_object();
    }

    void slate(const Slate& slate) {
        write_.key("slate").begin_object().key("capabilities").begin_array();
        for (Index c = 0; c < slate.capabilities.size(); ++c) {
            const SlateCapability& it = slate.capabilities[c];
            write_.begin_object().key("id").string(capability_id(c));
            write_.key("order").begin_array();
            for (const Above& pair : it.order) {
                write_.begin_object().key("higher").string(told_.assessments[pair.higher].id);
                write_.key("lower").string(told_.assessments[pair.lower].id).end_object();
            }
            write_.end_array();
            write_.key("pairs_unsaid").number(it.unsaid);
            const Reliability& own = it.reliability;
            write_.key("reliability").begin_object();
            write_.key("candidates").number(own.candidates);
            write_.key("ratings").number(own.ratings);
            number("raters_each", own.raters_each);
            number("icc_1_1", own.one_1);
            number("icc_1_k", own.one_k);
            number("raters_needed", own.raters_needed);
            number("krippendorff_interval", own.alpha_scores);
            number("krippendorff_ordinal", own.alpha_points);
            write_.key("same_raters");
            if (own.same.raters == 0) {
                write_.null();
            } else {
                same(own.same);
            }
            write_.end_object().end_object();
        }
        write_.end_array().end_object();
    }

    void same(const stats::Icc& icc) {
        write_.begin_object();
        write_.key("raters").number(stats::real(icc.raters));
        form("icc_1_1", icc.one_1);
        form("icc_1_k", icc.one_k);
        form("icc_2_1", icc.two_1);
        form("icc_2_k", icc.two_k);
        form("icc_3_1", icc.three_1);
        form("icc_3_k", icc.three_k);
        test("one_way", icc.one_way);
        test("two_way", icc.two_way);
        write_.end_object();
    }

    json::Writer write_;
    const Readiness& told_;
};

}  // namespace

void append_readiness(std::string& out, const Readiness& told) {
    Writing(out, told).all();
}

}  // namespace vgap::export_
