#include "core/instrument/read.hpp"
#include "core/instrument/read_parts.hpp"

namespace vgap::instrument {

void read_page(const json::Reader& entry, Reading& reading, Index index) {
    if (!entry.object({"id", "questions", "when"})) return;
    Page& page = reading.instrument.pages[index];
    for (const json::Reader& reference : entry.at("questions").elements(1, kMostQuestions)) {
        const Index found = reading.questions.find(reference, "error.instrument.unknown_question");
        if (found == kNone) continue;
        Question& question = reading.instrument.questions[found];
        if (question.page != kNone) {
            reference.report(
                "error.instrument.question_on_two_pages",
                {{"id", question.id}, {"page", reading.instrument.pages[question.page].id}});
            continue;
        }
        question.page = index;
        page.questions.push_back(found);
    }
    page.conditional = read_when(entry, Operands::kQuestions, reading, page.when);
}

}  // namespace vgap::instrument
