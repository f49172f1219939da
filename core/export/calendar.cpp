#include "core/export/calendar.hpp"

#include <string_view>

#include "core/base/version.hpp"

namespace vgap::export_ {

namespace {

constexpr std::size_t kMostOctets = 75;  // in a line, without its end
constexpr int kWeek = 7;

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// A long line goes on after CRLF and a blank; no letter is cut in two.
void append_line(std::string& out, std::string_view line) {
    std::size_t room = kMostOctets;
    while (line.size() > room) {
        std::size_t end = room;
        while (end > 1 && continues(line[end])) --end;
        out.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
        room = kMostOctets - 1;
    }
    out.append(line).append("\r\n");
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n') {
            out += "\\n";
        } else if (c != '\r') {
            out += c;
        }
    }
}

void append_text(std::string& out, std::string_view name, std::string_view text) {
    std::string line(name);
    line += ':';
    append_escaped(line, text);
    append_line(out, line);
}

base::Date next_monday(const base::Date& today) {
    return base::plus_days(today, (kWeek - base::weekday(today)) % kWeek);
}

// Days after the first Monday, for the action at this place among those of its horizon.
int days_after(instrument::Horizon horizon, int place) {
    switch (horizon) {
        case instrument::Horizon::kWeek:
            return place < 3 ? 2 * place : 4;
        case instrument::Horizon::kMonth:
            return kWeek * (1 + place);
        case instrument::Horizon::kQuarter:
            return kWeek * (5 + 3 * place);
    }
    return 0;
}

}  // namespace

void append_calendar(std::string& out, const instrument::Instrument& instrument,
                     const text::Catalogue& texts, const plan::Plan& plan,
                     const base::Date& today) {
    const base::Date monday = next_monday(today);
    append_line(out, "BEGIN:VCALENDAR");
    append_line(out, "VERSION:2.0");
    append_line(out, "PRODID:-//Velocity Gap//" + std::string(base::kEngineVersion) + "//EN");
    append_line(out, "CALSCALE:GREGORIAN");
    int places[instrument::kHorizons] = {};
    for (const plan::PlannedAction& planned : plan) {
        const instrument::Action& action = instrument.actions[planned.action];
        const std::string key = "action." + action.id;
        int& place = places[static_cast<int>(action.horizon)];
        const base::Date day = base::plus_days(monday, days_after(action.horizon, place++));
        append_line(out, "BEGIN:VEVENT");
        append_line(out, "UID:" + action.id + "-" + base::basic(today) + "@" + instrument.id +
                             ".velocity-gap");
        append_line(out, "DTSTAMP:" + base::basic(today) + "T000000Z");
        append_line(out, "DTSTART;VALUE=DATE:" + base::basic(day));
        append_line(out, "DTEND;VALUE=DATE:" + base::basic(base::plus_days(day, 1)));
        append_text(out, "SUMMARY", texts.say(key + ".do"));
        append_text(out, "DESCRIPTION",
                    texts.say(key + ".how") + "\n\n" +
                        texts.say("ui.plan.signal", {{"signal", texts.say(key + ".signal")}}) +
                        "\n" + texts.say("ui.plan.effort", {{"n", action.effort_days}}));
        append_line(out, "TRANSP:TRANSPARENT");
        append_line(out, "END:VEVENT");
    }
    append_line(out, "END:VCALENDAR");
}

}  // namespace vgap::export_
