#include "core/articles/article.hpp"

#include <algorithm>

namespace vgap::articles {

namespace {

// Whatever is not ASCII counts as a letter, but for the blanks and dashes that the shipped languages type.
bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') ||
           ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

constexpr std::string_view kNoWords[] = {"\u2013", "\u2014", "\u00AB", "\u00BB", "\u2026"};

bool is_word(std::string_view run) {
    for (const std::string_view mark : kNoWords) {
        if (run == mark) return false;
    }
    return std::any_of(run.begin(), run.end(), is_word_byte);
}

bool is_inline(Kind kind) {
    return kind == Kind::kEmphasis || kind == Kind::kStrong || kind == Kind::kLink ||
           kind == Kind::kCode || kind == Kind::kText;
}

}  // namespace

std::size_t count_words(const Body& body) {
    const std::string text = plain_text(body, 0, body.size());
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
        if (is_word(std::string_view(text).substr(at, end - at))) ++words;
        at = end + 1;
    }
    return words;
}

std::string plain_text(const Body& body, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t at = from; at < to; ++at) {
        const Part& part = body[at];
        if (part.kind == Kind::kText) {
            out += part.text;
        } else if (!is_inline(part.kind) && !out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace vgap::articles
