// A chart over time: lines, and areas between two of them. Whoever listens hears one sentence; the table is beside it.
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>

#include "core/json/write.hpp"
#include "web/ui/token_name.hpp"
#include "web/ui/ui.hpp"

namespace vgap::ui {

namespace {

constexpr float kGutter = 44;  // left of the plot, for what stands there
constexpr float kFoot = 24;    // below it
constexpr float kAreaOpacity = 0.18f;

// One decimal of a percent is a fifth of a pixel.
double tenths(float value) {
    return std::round(static_cast<double>(value) * 10) / 10;
}

float place_of(std::size_t at, std::size_t count) {
    return count < 2 ? 0 : 100.0f * static_cast<float>(at) / static_cast<float>(count - 1);
}

void append_point(std::string& out, std::size_t at, const std::vector<float>& values) {
    if (!out.empty()) out += ' ';
    json::append_number(out, tenths(place_of(at, values.size())));
    out += ',';
    json::append_number(out, tenths(100 - values[at]));
}

void write_labels(json::Writer& out, const std::vector<std::pair<float, std::string>>& labels) {
    out.begin_array();
    for (const auto& [at, text] : labels) {
        out.begin_object().key("at").number(tenths(at)).key("t").string(text).end_object();
    }
    out.end_array();
}

// Another number for nearly every other picture.
int fingerprint(const Plot& plot) {
    std::uint32_t print = 0;
    const auto take = [&print](std::uint32_t word) { print = (print ^ word) * 0x01000193; };
    const auto take_place = [&take](float place) {
        std::uint32_t word = 0;
        std::memcpy(&word, &place, sizeof word);
        take(word);
    };
    const auto take_all = [&take_place](const std::vector<float>& values) {
        for (const float each : values) take_place(each);
    };
    for (const Spread& each : plot.spreads) {
        take_all(each.low);
        take_all(each.high);
    }
    for (const Curve& each : plot.curves) take_all(each.values);
    for (const auto* const labels : {&plot.left, &plot.below}) {
        for (const auto& [at, text] : *labels) {
            take_place(at);
            for (const char each : text) take(static_cast<unsigned char>(each));
        }
    }
    return static_cast<int>(print);
}

// The plot as data, for the document skin's drawing and for print.
std::string plot_json(const Plot& plot) {
    std::string text;
    json::Writer out(text);
    out.begin_object().key("height").number(tenths(plot.height)).key("areas").begin_array();
    for (const Spread& spread : plot.spreads) {
        std::string points;
        for (std::size_t at = 0; at < spread.high.size(); ++at)
            append_point(points, at, spread.high);
        for (std::size_t at = spread.low.size(); at-- > 0;) append_point(points, at, spread.low);
        out.begin_object().key("c").string(token_name(spread.color));
        out.key("p").string(points).end_object();
    }
    out.end_array().key("lines").begin_array();
    for (const Curve& curve : plot.curves) {
        std::string points;
        for (std::size_t at = 0; at < curve.values.size(); ++at)
            append_point(points, at, curve.values);
        out.begin_object().key("c").string(token_name(curve.color));
        out.key("w").number(tenths(curve.thickness));
        out.key("d").boolean(curve.dash == Dash::kDashed).key("p").string(points).end_object();
    }
    out.end_array().key("left");
    write_labels(out, plot.left);
    out.key("below");
    write_labels(out, plot.below);
    out.end_object();
    return text;
}

std::vector<Point> points_in(const Box& box, const std::vector<float>& values) {
    std::vector<Point> points;
    points.reserve(values.size());
    for (std::size_t at = 0; at < values.size(); ++at) {
        points.push_back({box.x + box.w * place_of(at, values.size()) / 100,
                          box.y + box.h * (100 - values[at]) / 100});
    }
    return points;
}

}  // namespace

void Ui::plot(std::string_view key, std::string_view finding, const Plot& plot) {
    const std::size_t node = record(key, Role::kPlot, Style::kPlot, finding);
    if (!draws()) {
        nodes_[node].value = plot_json(plot);
        return;
    }
    nodes_[node].paint =
        fingerprint(plot);  // all that has to be known of it here is when to paint it again
    // What stands below lies in the margin, as in the document.
    const Box whole = block(plot.height, kSpace2, kFoot + kSpace4);
    const Box box{whole.x + kGutter, whole.y, whole.w - kGutter, plot.height};
    nodes_[node].box = box;
    own(node);
    const Type small = type(Style::kPlotMark);
    for (const auto& [at, text] : plot.left) {
        const float y = box.y + box.h * (100 - at) / 100;
        painter_.fill({box.x, std::round(y), box.w, 1}, 0, Token::kLine);
        const TextBlock& laid = measure(text, small, 1e6f);
        painter_.text(laid, box.x - kSpace2 - laid.width, y - laid.height() / 2);
    }
    for (const auto& [at, text] : plot.below) {
        const TextBlock& laid = measure(text, small, 1e6f);
        const float anchor = at <= 0 ? 0 : at >= 100 ? 1 : 0.5f;  // the outer ones stay inside
        painter_.text(laid, box.x + box.w * at / 100 - laid.width * anchor,
                      box.y + box.h + kSpace1);
    }
    for (const Spread& spread : plot.spreads) {
        painter_.area(points_in(box, spread.high), points_in(box, spread.low), spread.color,
                      kAreaOpacity);
    }
    for (const Curve& curve : plot.curves) {
        painter_.line(points_in(box, curve.values), curve.thickness, curve.color, curve.dash);
    }
}

}  // namespace vgap::ui
