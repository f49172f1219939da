#include "core/text/pseudo.hpp"

#include "core/text/utf8.hpp"

namespace vgap::text {

namespace {

constexpr std::string_view kLower[] = {"á", "ƀ", "ç", "đ", "é", "ƒ", "ğ", "ĥ", "í",
                                       "ĵ", "ķ", "ļ", "ɱ", "ñ", "ö", "þ", "ǫ", "ŕ",
                                       "š", "ţ", "ü", "ṽ", "ŵ", "ẋ", "ý", "ž"};
constexpr std::string_view kUpper[] = {"Å", "Ɓ", "Ç", "Đ", "É", "Ƒ", "Ğ", "Ĥ", "Î",
                                       "Ĵ", "Ķ", "Ļ", "Ṁ", "Ñ", "Ö", "Þ", "Ǫ", "Ŕ",
                                       "Š", "Ţ", "Û", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž"};

constexpr std::size_t kWord = 7;  // padding comes in words, so that it wraps as text does

std::size_t placeholder_length(std::string_view text, std::size_t at) {
    if (text[at] != '{') return 0;
    const std::size_t end = text.find('}', at);
    return end == std::string_view::npos ? 0 : end + 1 - at;
}

}  // namespace

std::string pseudo_text(std::string_view text) {
    std::string out = "⟦";
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t kept = placeholder_length(text, at);
        const char c = text[at];
        if (kept > 0) {
            out += text.substr(at, kept);
            at += kept;
            continue;
        }
        if (c >= 'a' && c <= 'z') {
            out += kLower[c - 'a'];
        } else if (c >= 'A' && c <= 'Z') {
            out += kUpper[c - 'A'];
        } else {
            const std::size_t bytes = decode(text, at).bytes;
            out += text.substr(at, bytes);
            at += bytes;
            ++letters;
            continue;
        }
        ++at;
        ++letters;
    }
    const std::size_t padding = (letters * 35 + 99) / 100;
    for (std::size_t i = 0; i < padding; ++i) out += i % kWord == 0 ? " " : "ẋ";
    return out + "⟧";
}

Catalogue pseudo(const Catalogue& catalogue) {
    Catalogue out = catalogue;
    out.language_ = "en-XA";
    for (Message& message : out.messages_) message.text = pseudo_text(message.text);
    return out;
}

}  // namespace vgap::text
