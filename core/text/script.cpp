#include "core/text/script.hpp"

#include "core/text/utf8.hpp"

namespace vgap::text {

namespace {

struct Range {
    char32_t first, last;
};

// By code point. Thai and Lao need no reordering, but their marks stand over the letter before.
constexpr Range kShaped[] = {
    {0x0300, 0x036F},    // combining marks: é as two characters
    {0x0483, 0x0489},    // the same for Cyrillic
    {0x0590, 0x08FF},    // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic
    {0x0900, 0x0DFF},    // Devanagari to Sinhala
    {0x0E31, 0x0E4E},    // Thai marks and vowels
    {0x0EB1, 0x0ECE},    // the same for Lao
    {0x0F00, 0x109F},    // Tibetan, Myanmar
    {0x1100, 0x11FF},    // Hangul in parts
    {0x1700, 0x18AF},    // Philippine scripts, Khmer, Mongolian
    {0x1900, 0x1CFF},    // Limbu to Vedic
    {0x1DC0, 0x1DFF},    // more combining marks
    {0x200D, 0x200F},    // joiner, direction marks
    {0x202A, 0x202E},    // direction overrides
    {0x2066, 0x2069},    // direction isolates
    {0x20D0, 0x20FF},    // marks around symbols
    {0xA800, 0xABFF},    // Syloti Nagri to Meetei Mayek
    {0xFB1D, 0xFDFF},    // Hebrew and Arabic forms
    {0xFE70, 0xFEFC},    // more Arabic forms
    {0x10800, 0x11FFF},  // old scripts from the right, and Indic ones
    {0x1E800, 0x1EFFF},  // Mende Kikakui, Adlam, Arabic mathematics
};

constexpr std::string_view kFromTheRight[] = {"ar",  "arc", "ckb", "dv",  "fa", "he", "iw", "ks",
                                              "nqo", "ps",  "sd",  "syr", "ug", "ur", "yi"};
constexpr std::string_view kScriptsFromTheRight[] = {"Arab", "Hebr", "Syrc",
                                                     "Thaa", "Nkoo", "Adlm"};

}  // namespace

bool needs_shaping(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint point = decode(text, at);
        for (const Range& range : kShaped) {
            if (point.value >= range.first && point.value <= range.last) return true;
        }
        at += point.bytes;
    }
    return false;
}

// A script that is named counts more than the language's usual one: pa-Arab, az-Latn.
bool right_to_left(std::string_view language) {
    std::size_t start = language.find('-');
    const std::string_view base = language.substr(0, start);
    while (start != std::string_view::npos) {
        const std::size_t end = language.find('-', start + 1);
        const std::string_view part = language.substr(start + 1, end - start - 1);
        if (part.size() == 4) {
            for (const std::string_view script : kScriptsFromTheRight) {
                if (part == script) return true;
            }
            return false;
        }
        start = end;
    }
    for (const std::string_view each : kFromTheRight) {
        if (base == each) return true;
    }
    return false;
}

}  // namespace vgap::text
