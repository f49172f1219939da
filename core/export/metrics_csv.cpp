#include "core/export/metrics_csv.hpp"

#include "core/base/fixed.hpp"
#include "core/export/csv.hpp"
#include "core/json/write.hpp"
#include "core/text/display.hpp"

namespace vgap::export_ {

namespace {

void number(std::string& out, double x) {
    out += ',';
    if (stats::is_defined(x)) json::append_number(out, base::quantised(x));
}

void count(std::string& out, std::size_t n, bool hidden) {
    out += ',';
    if (!hidden) out += std::to_string(n);
}

void cell(std::string& out, std::string_view text) {
    out += ',';
    append_csv_text(out, text);
}

constexpr std::string_view kUnits[] = {"share", "months", "chi_squared"};
constexpr std::string_view kStates[] = {"shown", "hidden", "undefined"};

}  // namespace

void append_metrics_csv(std::string& out, const Measured& measured, const text::Catalogue& texts) {
    out +=
        "metric,name,stage,to,month,unit,state,reason,value,low,high,df,p,count,n,open,"
        "target,meets,definition\r\n";
    for (const people::Figure& figure : measured.metrics.figures) {
        const std::string id = "metric." + std::string(figure.metric);
        const bool hidden = figure.state == people::State::kHidden;
        out += figure.metric;
        cell(out, texts.say(id + ".name"));
        cell(out, text::display_line(figure.stage));
        cell(out, text::display_line(figure.to));
        out += ',';
        if (figure.month > 0) out += std::to_string(figure.month);
        cell(out, kUnits[static_cast<std::size_t>(figure.unit)]);
        cell(out, kStates[static_cast<std::size_t>(figure.state)]);
        cell(out, figure.reason);
        number(out, figure.value);
        number(out, figure.interval.low);
        number(out, figure.interval.high);
        number(out, figure.df);
        number(out, figure.p);
        count(out, figure.count, hidden);
        count(out, figure.n, hidden);
        count(out, figure.open, hidden);
        number(out, figure.target);
        const std::optional<bool> meets = figure.meets();
        cell(out, !meets ? "" : *meets ? "yes" : "no");
        cell(out, texts.say(id + ".definition"));
        out += "\r\n";
    }
}

}  // namespace vgap::export_
