#include "core/readiness/rules.hpp"

#include <algorithm>
#include <optional>

#include "core/instrument/read.hpp"
#include "core/json/parse.hpp"
#include "core/json/pointer.hpp"
#include "core/json/read.hpp"

namespace vgap::readiness {

namespace {

using instrument::kNone;
using instrument::Question;
using instrument::QuestionKind;
using json::Reader;

constexpr int kMostMinimum = 100;
constexpr std::size_t kMostRoles = 100;

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) (list += list.empty() ? "" : ", ") += name;
    return list;
}

bool check_same(const Reader& reader, std::string_view expected, std::string_view code) {
    const std::string found = reader.string();
    if (reader.value().kind != json::Kind::kString || found == expected) return true;
    reader.report(code, {{"found", json::excerpt(found)}, {"expected", std::string(expected)}});
    return false;
}

class RulesReader {
  public:
    explicit RulesReader(const Instrument& instrument) : instrument_(instrument) {}

    Rules read(const Reader& root) {
        root.object({"schema", "instrument", "role_question", "roles", "anonymity", "evidence",
                     "usual_leniency", "capabilities", "support_within", "performance",
                     "interest"});
        const Reader of = root.at("instrument");
        if (of.object({"id", "version"})) {
            check_same(of.at("id"), instrument_.id, "error.readiness.other_instrument");
            check_same(of.at("version"), instrument_.version, "error.readiness.other_instrument");
        }
        read_roles(root);
        read_anonymity(root.at("anonymity"));
        read_evidence(root.at("evidence"));
        read_leniency(root.at("usual_leniency"));
        read_capabilities(root.at("capabilities"));
        rules_.support_within = root.at("support_within").number(0, 100);
        const Reader performance = root.at("performance");
        if (performance.object({"question", "role", "high"})) {
            read_answered(performance, rules_.performance);
            read_options(performance.at("high"), rules_.performance.question,
                         rules_.performance.yes);
        }
        const Reader interest = root.at("interest");
        if (interest.object({"question", "role", "yes", "no"})) {
            read_answered(interest, rules_.interest);
            read_options(interest.at("yes"), rules_.interest.question, rules_.interest.yes);
            read_options(interest.at("no"), rules_.interest.question, rules_.interest.no);
            check_yes_and_no(interest);
        }
        return std::move(rules_);
    }

  private:
    Index read_choice(const Reader& reader) {
        const std::string id = reader.identifier();
        const Index found = instrument_.find_question(id);
        if (found != kNone && instrument_.questions[found].kind == QuestionKind::kSingle) {
            return found;
        }
        if (json::is_identifier(id)) {
            reader.report("error.readiness.not_a_choice", {{"id", json::excerpt(id)}});
        }
        return kNone;
    }

    // The option's position, or nothing after reporting it.
    std::optional<std::size_t> find_option(const Reader& reader, Index question) {
        const std::string id = reader.identifier();
        if (question == kNone) return std::nullopt;
        const std::vector<std::string>& options = instrument_.questions[question].options;
        const auto found = std::find(options.begin(), options.end(), id);
        if (found != options.end()) return static_cast<std::size_t>(found - options.begin());
        if (json::is_identifier(id)) {
            reader.report("error.readiness.unknown_option",
                          {{"found", json::excerpt(id)}, {"allowed", listed(options)}});
        }
        return std::nullopt;
    }

    void read_options(const Reader& reader, Index question, std::vector<std::uint8_t>& flags) {
        if (question != kNone) flags.assign(instrument_.questions[question].options.size(), 0);
        for (const Reader& each : reader.elements(1, instrument::kMostOptions)) {
            const std::optional<std::size_t> option = find_option(each, question);
            if (!option) continue;
            if (flags[*option] != 0) {
                each.report("error.readiness.repeated", {{"id", each.value().string}});
            }
            flags[*option] = 1;
        }
    }

    void check_yes_and_no(const Reader& interest) {
        const Answered& answered = rules_.interest;
        for (std::size_t o = 0; o < answered.yes.size() && o < answered.no.size(); ++o) {
            if (answered.yes[o] == 0 || answered.no[o] == 0) continue;
            interest.at("no").report("error.readiness.yes_and_no",
                                     {{"id", instrument_.questions[answered.question].options[o]}});
        }
    }

    void read_answered(const Reader& reader, Answered& answered) {
        answered.question = read_choice(reader.at("question"));
        const std::optional<std::size_t> role =
            find_option(reader.at("role"), rules_.role_question);
        if (!role) return;
        answered.role = static_cast<Index>(*role);
        // Such an answer is told as it is.
        if (rules_.roles[*role].view == View::kAnonymous && !rules_.roles[*role].id.empty()) {
            reader.at("role").report("error.readiness.role_anonymous",
                                     {{"id", rules_.roles[*role].id}});
        }
    }

    void read_roles(const Reader& root) {
        rules_.role_question = read_choice(root.at("role_question"));
        const Reader list = root.at("roles");
        const std::vector<Reader> entries = list.elements(2, kMostRoles);
        if (rules_.role_question == kNone) return;
        const Question& question = instrument_.questions[rules_.role_question];
        rules_.roles.resize(question.options.size());
        for (const Reader& entry : entries) {
            if (!entry.object({"id", "view", "weight"})) continue;
            const int view = entry.at("view").one_of({"self", "named", "anonymous"});
            const double weight = entry.has("weight") ? entry.at("weight").number(0.001, 1000) : 1;
            const std::optional<std::size_t> option =
                find_option(entry.at("id"), rules_.role_question);
            if (!option) continue;
            Role& role = rules_.roles[*option];
            if (!role.id.empty()) {
                entry.at("id").report("error.readiness.repeated", {{"id", role.id}});
            }
            role = {question.options[*option], view < 0 ? View::kAnonymous : View(view), weight};
        }
        for (std::size_t o = 0; o < rules_.roles.size(); ++o) {
            if (!rules_.roles[o].id.empty()) continue;
            list.report("error.readiness.role_missing", {{"id", question.options[o]}});
        }
    }

    void read_anonymity(const Reader& reader) {
        if (!reader.object(
                {"minimum_raters", "minimum_comments", "minimum_spread", "small_roles"})) {
            return;
        }
        rules_.minimum_raters = reader.at("minimum_raters").whole(2, kMostMinimum);
        rules_.minimum_comments = reader.at("minimum_comments").whole(2, kMostMinimum);
        rules_.minimum_spread = reader.at("minimum_spread").whole(3, kMostMinimum);
        const int small = reader.at("small_roles").one_of({"omit", "combine"});
        if (small >= 0) rules_.small_roles = SmallRoles(small);
    }

    void read_evidence(const Reader& reader) {
        if (!reader.object({"confidence_pct", "reliability", "least_raters", "least_views"})) {
            return;
        }
        rules_.confidence = reader.at("confidence_pct").number(50, 99.9) / 100;
        rules_.reliability = reader.at("reliability").number(0.1, 0.99);
        rules_.least_raters = reader.at("least_raters").whole(2, kMostMinimum);
        rules_.least_views = reader.at("least_views").whole(1, kMostMinimum);
    }

    void read_leniency(const Reader& reader) {
        if (!reader.object({"d", "deviation", "source"})) return;
        rules_.usual_gap = reader.at("d").number(-5, 5) * reader.at("deviation").number(0, 100);
        if (!reader.has("source")) return;
        const Reader source = reader.at("source");
        const std::string id = source.identifier();
        if (std::none_of(instrument_.sources.begin(), instrument_.sources.end(),
                         [&](const instrument::Source& each) { return each.id == id; })) {
            source.report("error.readiness.unknown_source", {{"id", json::excerpt(id)}});
        }
    }

    void read_capabilities(const Reader& reader) {
        const std::size_t count = instrument_.dimensions.size();
        rules_.floors.assign(count, 0);
        std::vector<bool> given(count, false);
        for (const Reader& entry : reader.elements(1, instrument::kMostDimensions)) {
            if (!entry.object({"id", "floor"})) continue;
            const double floor = entry.at("floor").number(0, 100);
            const Reader id = entry.at("id");
            const Index found = instrument_.find_dimension(id.identifier());
            if (found == kNone) {
                id.report("error.readiness.unknown_capability",
                          {{"found", json::excerpt(id.value().string)}});
                continue;
            }
            if (given[found]) id.report("error.readiness.repeated", {{"id", id.value().string}});
            given[found] = true;
            rules_.floors[found] = floor;
        }
        for (std::size_t d = 0; d < count; ++d) {
            if (given[d]) continue;
            reader.report("error.readiness.capability_missing",
                          {{"id", instrument_.dimensions[d].id}});
        }
    }

    const Instrument& instrument_;
    Rules rules_;
};

}  // namespace

base::Result<Rules> read_rules(const Instrument& instrument, const json::Value& document) {
    base::Errors problems;
    const Reader root(document, problems);
    const json::Value* const schema = document.find("schema");
    if (schema == nullptr || schema->kind != json::Kind::kString ||
        schema->string != kRulesSchema) {
        root.report("error.readiness.other_schema",
                    {{"found", schema == nullptr ? "" : json::excerpt(schema->string)},
                     {"expected", std::string(kRulesSchema)}});
        return base::fail(std::move(problems));
    }
    Rules rules = RulesReader(instrument).read(root);
    if (!problems.empty()) return base::fail(std::move(problems));
    return rules;
}

base::Result<Rules> read_rules(const Instrument& instrument, std::string_view text) {
    base::Result<json::Value> document = json::parse(text);
    if (!document) return base::fail(std::move(document.error()));
    return read_rules(instrument, *document);
}

}  // namespace vgap::readiness
