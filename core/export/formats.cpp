#include "core/export/formats.hpp"

#include "core/export/calendar.hpp"
#include "core/export/csv.hpp"
#include "core/export/html.hpp"
#include "core/export/markdown.hpp"
#include "core/export/profile_json.hpp"
#include "core/export/result_pack.hpp"
#include "core/report/report.hpp"

namespace vgap::export_ {

namespace {

void markdown(std::string& out, const Told& told) {
    append_markdown(out, report::write(told.subject, told.plan, base::extended(told.date)));
}
void html(std::string& out, const Told& told) {
    append_html(out, report::write(told.subject, told.plan, base::extended(told.date)),
                told.subject.texts.language());
}
void csv(std::string& out, const Told& told) {
    append_csv(out, told.subject);
}
void calendar(std::string& out, const Told& told) {
    append_calendar(out, told.subject.instrument, told.subject.texts, told.plan, told.date);
}
void json(std::string& out, const Told& told) {
    append_profile(out, told.subject.instrument, told.response_id, told.subject.profile, told.plan,
                   Levels::kLeaveOut, told.subject.earlier ? &*told.subject.earlier : nullptr);
    out += '\n';
}
void pack(std::string& out, const Told& told) {
    append_result_pack(out, told.subject.instrument, told.subject.answers, told.response_id,
                       told.pipeline);
    out += '\n';
}

// A new format is a row here and a file beside.
constexpr Format kFormats[] = {{"markdown", markdown}, {"html", html}, {"csv", csv},
                               {"calendar", calendar}, {"json", json}, {"pack", pack}};

}  // namespace

const Format* find_format(std::string_view name) {
    for (const Format& format : kFormats) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

std::string known_formats() {
    std::string out;
    for (const Format& format : kFormats) {
        if (!out.empty()) out += ", ";
        out += format.name;
    }
    return out;
}

}  // namespace vgap::export_
