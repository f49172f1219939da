#include "core/text/fold.hpp"

#include "core/text/utf8.hpp"

namespace vgap::text {

namespace {

// The letter without its accent, for U+00C0..U+017F; a blank where it takes two letters, or is none.
constexpr std::string_view kPlain =
    "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkklllllll"
    "lllnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static_assert(kPlain.size() == 0x180 - 0xC0);

struct Pair {
    char32_t from;
    std::string_view to;
};

constexpr Pair kPairs[] = {{0xC6, "ae"},  {0xE6, "ae"},  {0xDE, "th"},  {0xFE, "th"},
                           {0xDF, "ss"},  {0x132, "ij"}, {0x133, "ij"}, {0x152, "oe"},
                           {0x153, "oe"}, {0x1E9E, "ss"}};

bool is_between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

bool separates(char32_t c) {
    return c < 0xC0 || c == 0xD7 || c == 0xF7 || is_between(c, 0x2000, 0x2BFF) ||
           is_between(c, 0x3000, 0x303F) || is_between(c, 0xFF00, 0xFF0F) || c == kReplacement;
}

char32_t lower(char32_t c) {
    if (is_between(c, 0x391, 0x3A9) || is_between(c, 0x410, 0x42F)) return c + 32;
    return is_between(c, 0x400, 0x40F) ? c + 80 : c;
}

}  // namespace

bool append_folded(std::string& out, char32_t c) {
    if (is_between(c, U'a', U'z') || is_between(c, U'0', U'9')) {
        out += static_cast<char>(c);
        return true;
    }
    if (is_between(c, U'A', U'Z')) {
        out += static_cast<char>(c - U'A' + U'a');
        return true;
    }
    if (separates(c)) return false;
    for (const Pair& pair : kPairs) {
        if (pair.from == c) {
            out += pair.to;
            return true;
        }
    }
    if (is_between(c, 0xC0, 0x17F)) {
        out += kPlain[c - 0xC0];
    } else if (!is_between(c, 0x300, 0x36F)) {
        append_utf8(out, lower(c));
    }
    return true;
}

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint each = decode(text, at);
        at += each.bytes;
        if (append_folded(word, each.value) || word.empty()) continue;
        words.push_back(word);
        word.clear();
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

}  // namespace vgap::text
