// ui/text_layout — breaks a text into lines of a given width, as the browser does for simple text:
// at spaces and after hyphens, inside a word only if it is wider than the line.
//
// In      text with **bold** markup, kLinkOn and kLinkOff around links, and newlines; type; width in CSS px
// Out     lines: runs of one face each, their widths; joined: the same text for the node, with
//         "\n" where the line is full, kNewLine where the text has a newline, and
//         kBoldOn/kBoldOff around bold runs; a link is one, over however many lines it goes
// Errors  none: invalid UTF-8 becomes U+FFFD
// Source  CSS Text 3, white-space: normal (the part that Latin text needs)
// Cost    O(characters); advances are cached per face and size
// Tested  tests/web/ui/text_layout_test.cpp
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/ui/glyphs.hpp"
#include "web/ui/theme.hpp"

namespace vgap::ui {

inline constexpr char kNewLine = '\v';  // in a node's text: also the document skin breaks here

struct Run {
    Face face = Face::kRegular;
    std::u32string text;
    float width = 0;
    int link = 0;  // which one of the text's; 0: none
};

struct Line {
    std::vector<Run> runs;
    float width = 0;
    bool inside_word = false;     // the next line goes on with the same word: after a hyphen, say
    bool ends_paragraph = false;  // the text itself breaks here
};

struct TextBlock {
    Type type;
    std::vector<Line> lines;
    float width = 0;  // of the widest line
    std::string joined;
    float height() const { return static_cast<float>(lines.size()) * type.line_height(); }
};

// Advances by face and size, asked of the host once.
class Metrics {
  public:
    explicit Metrics(GlyphSource& source) : source_(&source) {}
    float advance(Face face, int size, char32_t code);       // letter spacing included
    float baseline(Face face, int size, float line_height);  // from the line's top
    void forget() { tables_.clear(); }
    GlyphSource& source() { return *source_; }

  private:
    struct Table {
        std::array<float, 128> ascii;
        std::unordered_map<char32_t, float> other;
        float ascent = -1, descent = 0;
    };
    Table& table(Face face, int size);
    GlyphSource* source_;
    std::unordered_map<int, Table> tables_;
};

TextBlock lay_out(Metrics& metrics, std::string_view text, const Type& type, float width);

// The texts of one frame after another: most are the same, in the same order, and are laid out once.
class Layouts {
  public:
    explicit Layouts(Metrics& metrics) : metrics_(metrics) {}
    const TextBlock& of(std::string_view text, const Type& type, float width);  // until begin()
    void begin();
    void forget() { now_.clear(); }
    std::size_t kept() const { return now_.size(); }

  private:
    struct Laid {
        std::string text;
        float width;
        TextBlock block;
    };
    Metrics& metrics_;
    std::vector<std::unique_ptr<Laid>> before_, now_;
    std::size_t next_ = 0;  // of those before
};

// The text without layout: markup turned into bold marks, for the document skin.
std::string marked_up(std::string_view text);

}  // namespace vgap::ui
