#include <array>

#include "core/instrument/read.hpp"
#include "core/instrument/read_parts.hpp"
#include "core/json/pointer.hpp"

namespace vgap::instrument {

namespace {

constexpr std::size_t kMostChildren = 64;
constexpr double kMostNumber = 1e9;  // the widest range of a number question

class ConditionReader {
  public:
    ConditionReader(Operands operands, const Reading& reading)
        : operands_(operands), reading_(reading) {}

    Condition read(const json::Reader& reader, int depth) const {
        Condition condition;
        if (reader.value().kind != json::Kind::kObject) {
            reader.object({});  // reports what stands here instead
            return condition;
        }
        if (depth > kMostConditionDepth) {
            reader.report("error.instrument.condition_too_deep",
                          {{"most", std::to_string(kMostConditionDepth)}});
            return condition;
        }
        constexpr std::array<std::string_view, 6> kForms = {"all",  "any",       "not",
                                                            "item", "dimension", "context"};
        std::string_view form;
        int forms = 0;
        for (const std::string_view each : kForms) {
            if (reader.value().find(each) == nullptr) continue;
            form = each;
            ++forms;
        }
        if (forms != 1) {
            reader.report("error.instrument.condition_form", {{"found", std::to_string(forms)}});
            return condition;
        }
        if (form == "all" || form == "any") {
            reader.object({form});
            condition.op = form == "all" ? Operator::kAll : Operator::kAny;
            for (const json::Reader& child : reader.at(form).elements(1, kMostChildren)) {
                condition.children.push_back(read(child, depth + 1));
            }
        } else if (form == "not") {
            reader.object({form});
            condition.op = Operator::kNot;
            condition.children.push_back(read(reader.at(form), depth + 1));
        } else if (form == "item") {
            read_item(reader, condition);
        } else if (form == "dimension") {
            read_dimension(reader, condition);
        } else {
            read_context(reader, condition);
        }
        return condition;
    }

  private:
    // {"item": id, "below" | "at_least": 0..100}
    void read_item(const json::Reader& reader, Condition& condition) const {
        reader.object({"item", "below", "at_least"});
        if (operands_ == Operands::kContext) {
            reader.report("error.instrument.only_context_allowed");
            return;
        }
        condition.op =
            threshold(reader, 0, 100, condition) ? Operator::kItemBelow : Operator::kItemAtLeast;
        const json::Reader id = reader.at("item");
        condition.subject = reading_.questions.find(id, "error.instrument.unknown_item");
        if (condition.subject == kNone) return;
        const Question& question = reading_.instrument.questions[condition.subject];
        if (question.is_context) {
            id.report("error.instrument.unknown_item", {{"id", question.id}});
        } else if (question.kind != QuestionKind::kScale) {
            id.report("error.instrument.not_a_scale", {{"id", question.id}});
        }
    }

    // {"dimension": id, "below" | "at_least": 0..100}
    void read_dimension(const json::Reader& reader, Condition& condition) const {
        reader.object({"dimension", "below", "at_least"});
        if (operands_ != Operands::kQuestionsAndDimensions) {
            reader.report(operands_ == Operands::kContext
                              ? "error.instrument.only_context_allowed"
                              : "error.instrument.dimension_not_allowed");
            return;
        }
        condition.op = threshold(reader, 0, 100, condition) ? Operator::kDimensionBelow
                                                            : Operator::kDimensionAtLeast;
        condition.subject =
            reading_.dimensions.find(reader.at("dimension"), "error.instrument.unknown_dimension");
    }

    // {"context": id, "equals": option} or {"context": id, "below" | "at_least": number}
    void read_context(const json::Reader& reader, Condition& condition) const {
        reader.object({"context", "equals", "below", "at_least"});
        const json::Reader id = reader.at("context");
        const bool equals = reader.value().find("equals") != nullptr;
        if (!equals) {
            condition.op = threshold(reader, -kMostNumber, kMostNumber, condition)
                               ? Operator::kContextBelow
                               : Operator::kContextAtLeast;
        } else {
            condition.op = Operator::kContextEquals;
            if (reader.value().find("below") != nullptr ||
                reader.value().find("at_least") != nullptr) {
                reader.report("error.instrument.condition_comparison");
            }
        }
        condition.subject = reading_.questions.find(id, "error.instrument.unknown_context");
        if (condition.subject == kNone) return;
        const Question& question = reading_.instrument.questions[condition.subject];
        if (!question.is_context) {
            id.report("error.instrument.unknown_context", {{"id", question.id}});
        } else if (equals) {
            condition.option = find_option(reader.at("equals"), id, question);
        } else if (question.kind != QuestionKind::kNumber) {
            id.report("error.instrument.not_a_number_question", {{"id", question.id}});
        }
    }

    static Index find_option(const json::Reader& reader, const json::Reader& id,
                             const Question& question) {
        if (question.kind != QuestionKind::kSingle && question.kind != QuestionKind::kMultiple) {
            id.report("error.instrument.not_a_choice", {{"id", question.id}});
            return kNone;
        }
        if (reader.value().kind != json::Kind::kString) {
            reader.string();  // reports what is wrong
            return kNone;
        }
        std::string known;
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            if (question.options[i] == reader.value().string) return static_cast<Index>(i);
            if (i > 0) known += ", ";
            known += question.options[i];
        }
        reader.report("error.instrument.unknown_option",
                      {{"option", json::excerpt(reader.value().string)},
                       {"id", question.id},
                       {"allowed", std::move(known)}});
        return kNone;
    }

    // Reads the one comparison; true: below, false: at_least.
    static bool threshold(const json::Reader& reader, double least, double most,
                          Condition& condition) {
        const bool below = reader.value().find("below") != nullptr;
        const bool at_least = reader.value().find("at_least") != nullptr;
        if (below == at_least) {
            reader.report("error.instrument.condition_comparison");
            return below;
        }
        condition.threshold = reader.at(below ? "below" : "at_least").number(least, most);
        return below;
    }

    Operands operands_;
    const Reading& reading_;
};

}  // namespace

Condition read_condition(const json::Reader& reader, Operands operands, const Reading& reading) {
    return ConditionReader(operands, reading).read(reader, 1);
}

bool read_when(const json::Reader& entry, Operands operands, const Reading& reading,
               Condition& when) {
    if (!entry.has("when")) return false;
    when = read_condition(entry.at("when"), operands, reading);
    return true;
}

}  // namespace vgap::instrument
