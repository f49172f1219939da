#include "core/json/pointer.hpp"

#include "core/base/utf8.hpp"

namespace vgap::json {

namespace {

constexpr std::size_t kMostBytes = 100;
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

}  // namespace

std::string excerpt(std::string_view text) {
    const std::string_view kept = base::clipped(text, kMostBytes);
    std::string out(kept);
    if (kept.size() < text.size()) out += kEllipsis;
    return out;
}

void append_step(std::string& pointer, std::string_view name) {
    pointer += '/';
    for (const char c : excerpt(name)) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

void append_step(std::string& pointer, std::size_t position) {
    pointer += '/';
    pointer += std::to_string(position);
}

}  // namespace vgap::json
