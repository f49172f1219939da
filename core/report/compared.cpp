#include "core/report/compared.hpp"

#include "core/text/day.hpp"

namespace vgap::report {

namespace {

using scoring::PatternChange;

// "On 3 March 2026", or "Earlier".
std::string when(const Subject& subject) {
    const text::Catalogue& texts = subject.texts;
    if (!subject.earlier->date) return texts.say("ui.compare.earlier");
    const std::string& own = subject.earlier->date_text;
    return texts.say("ui.compare.on",
                     {{"date", own.empty() ? text::day(texts, *subject.earlier->date) : own}});
}

void append_name(std::string& names, const std::string& name) {
    if (!names.empty()) names += ", ";
    names += name;
}

// The areas in which more is required now, or less.
std::string areas(const Subject& subject, bool more) {
    std::string names;
    std::size_t count = 0;
    const auto& changes = subject.earlier->comparison.dimensions;
    for (std::size_t d = 0; d < changes.size(); ++d) {
        if (more ? changes[d].required <= 0 : changes[d].required >= 0) continue;
        append_name(
            names, subject.texts.say("dimension." + subject.instrument.dimensions[d].id + ".name"));
        ++count;
    }
    const bool every = count > 1 && count == changes.size();
    return every ? subject.texts.say("ui.compare.everywhere") : names;
}

std::string patterns_that(const Subject& subject, PatternChange change) {
    std::string names;
    const auto& changes = subject.earlier->comparison.patterns;
    for (std::size_t p = 0; p < changes.size(); ++p) {
        if (changes[p] != change) continue;
        const std::string& id = subject.instrument.patterns[p].id;
        append_name(names,  // names hold commas
                    subject.texts.say("ui.reasons.quoted",
                                      {{"answer", subject.texts.say("pattern." + id + ".name")}}));
    }
    return names;
}

}  // namespace

std::string change_of_index(const Subject& subject) {
    if (!subject.earlier) return {};
    const text::Catalogue& texts = subject.texts;
    const std::optional<double>& before = subject.earlier->profile.index;
    const std::optional<double>& now = subject.profile.index;
    if (!before) return texts.say("ui.compare.no_index_before", {{"when", when(subject)}});
    if (!now) {
        return texts.say("ui.compare.no_index_now",
                         {{"when", when(subject)}, {"before", rounded(*before)}});
    }
    // Of the numbers as they are read: nobody should find 45 - 38 to be 6.
    const int fall = rounded(*before) - rounded(*now);
    const char* const id = fall > 0   ? "ui.compare.index_less"
                           : fall < 0 ? "ui.compare.index_more"
                                      : "ui.compare.index_same";
    return texts.say(id, {{"when", when(subject)},
                          {"before", rounded(*before)},
                          {"now", rounded(*now)},
                          {"n", fall < 0 ? -fall : fall}});
}

std::vector<std::string> cautions(const Subject& subject) {
    std::vector<std::string> out;
    if (!subject.earlier) return out;
    const text::Catalogue& texts = subject.texts;
    const scoring::Comparison& comparison = subject.earlier->comparison;
    const std::string less = areas(subject, false);
    const std::string more = areas(subject, true);
    if (!less.empty()) out.push_back(texts.say("ui.compare.needs_less", {{"areas", less}}));
    if (!more.empty()) out.push_back(texts.say("ui.compare.needs_more", {{"areas", more}}));
    if (comparison.index_as_needed_before) {
        out.push_back(texts.say("ui.compare.by_needs_before",
                                {{"index", rounded(*comparison.index_as_needed_before)}}));
    }
    if (comparison.index && !comparison.same_dimensions) {
        out.push_back(texts.say("ui.compare.other_areas"));
    }
    return out;
}

std::string pattern_mark(const Subject& subject, std::size_t pattern) {
    if (!subject.earlier) return {};
    switch (subject.earlier->comparison.patterns[pattern]) {
        case PatternChange::kNew:
            return subject.texts.say("ui.compare.pattern_new");
        case PatternChange::kStill:
            return subject.texts.say("ui.compare.pattern_still");
        case PatternChange::kFirstKnown:
            return subject.texts.say("ui.compare.pattern_first_known");
        default:
            return {};
    }
}

std::vector<std::string> patterns_left(const Subject& subject) {
    std::vector<std::string> out;
    if (!subject.earlier) return out;
    const std::string gone = patterns_that(subject, PatternChange::kGone);
    const std::string open = patterns_that(subject, PatternChange::kNotKnown);
    if (!gone.empty()) {
        out.push_back(subject.texts.say("ui.compare.patterns_gone", {{"patterns", gone}}));
    }
    if (!open.empty()) {
        out.push_back(subject.texts.say("ui.compare.patterns_open", {{"patterns", open}}));
    }
    return out;
}

}  // namespace vgap::report
