#include "web/ui/text_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/text/utf8.hpp"

namespace vgap::ui {

namespace {

// What can stand on a line by itself: a word with the blank that follows it.
struct Word {
    std::vector<Run> runs;
    float width = 0;         // with the trailing blank
    float ink_width = 0;     // without it
    bool ends_line = false;  // a newline follows
};

bool go_on(const std::vector<Run>& runs, Face face, int link) {
    return !runs.empty() && runs.back().face == face && runs.back().link == link;
}

void append(std::vector<Run>& runs, Face face, int link, char32_t code, float advance) {
    if (!go_on(runs, face, link)) runs.push_back({face, {}, 0, link});
    runs.back().text.push_back(code);
    runs.back().width += advance;
}

Face bold_of(Face face) {
    return face == Face::kRegular ? Face::kSemibold : face;
}

class Breaker {
  public:
    Breaker(Metrics& metrics, TextBlock& block, float width)
        : metrics_(metrics), block_(block), width_(width) {}

    void take(const Word& word) {
        // Half a hundredth of slack: the browser's own widths are rounded to 1/64 px.
        if (!line_.runs.empty() && pen_ + word.ink_width > width_ + 0.02f) flush_early();
        if (word.ink_width > width_) return take_in_pieces(word);
        for (const Run& run : word.runs) {
            if (go_on(line_.runs, run.face, run.link)) {
                line_.runs.back().text += run.text;
                line_.runs.back().width += run.width;
            } else {
                line_.runs.push_back(run);
            }
        }
        line_.width = pen_ + word.ink_width;
        pen_ += word.width;
        if (word.ends_line) end_paragraph();
    }

    void flush() {
        block_.width = std::max(block_.width, line_.width);
        block_.lines.push_back(std::move(line_));
        line_ = {};
        pen_ = 0;
    }

    bool has_line() const { return !line_.runs.empty(); }

  private:
    void flush_early() {
        line_.inside_word = line_.runs.back().text.back() != U' ';
        flush();
    }

    void take_in_pieces(const Word& word) {
        for (const Run& run : word.runs) {
            for (const char32_t code : run.text) {
                const float advance = metrics_.advance(run.face, block_.type.size, code);
                if (pen_ + advance > width_ && !line_.runs.empty()) flush_early();
                append(line_.runs, run.face, run.link, code, advance);
                pen_ += advance;
                line_.width = pen_;
            }
        }
        if (word.ends_line) end_paragraph();
    }

    void end_paragraph() {
        line_.ends_paragraph = true;
        flush();
    }

    Metrics& metrics_;
    TextBlock& block_;
    float width_;
    Line line_;
    float pen_ = 0;
};

std::string join(const TextBlock& block) {
    const std::vector<Line>& lines = block.lines;
    std::string out;
    int link = 0;
    const auto lead = [&](int to) {
        if (link == to) return;
        if (link != 0) out += kLinkOff;
        if (to != 0) out += kLinkOn;
        link = to;
    };
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (at > 0) {
            const Line& before = lines[at - 1];
            out += before.ends_paragraph ? kNewLine : before.inside_word ? kBreakInWord : '\n';
        }
        for (const Run& run : lines[at].runs) {
            lead(run.link);
            const bool bold = run.face != block.type.face;
            if (bold) out += kBoldOn;
            for (const char32_t code : run.text) text::append_utf8(out, code);
            if (bold) out += kBoldOff;
        }
    }
    lead(0);
    return out;
}

}  // namespace

Metrics::Table& Metrics::table(Face face, int size) {
    const int key = static_cast<int>(face) * 1024 + size;
    const auto [at, inserted] = tables_.try_emplace(key);
    if (inserted) at->second.ascii.fill(-1.0f);
    return at->second;
}

float Metrics::advance(Face face, int size, char32_t code) {
    Table& known = table(face, size);
    const float spacing = letter_spacing(face) * static_cast<float>(size);
    if (code < known.ascii.size()) {
        float& cached = known.ascii[code];
        if (cached < 0) cached = source_->advance(face, size, code);
        return cached + spacing;
    }
    const auto [at, inserted] = known.other.try_emplace(code);
    if (inserted) at->second = source_->advance(face, size, code);
    return at->second + spacing;
}

// Browsers round a face's ascent and descent and centre that box in the line.
float Metrics::baseline(Face face, int size, float line_height) {
    Table& known = table(face, size);
    if (known.ascent < 0) {
        known.ascent = std::round(source_->ascent(face, size));
        known.descent = std::round(source_->descent(face, size));
    }
    return (line_height - known.ascent - known.descent) / 2 + known.ascent;
}

TextBlock lay_out(Metrics& metrics, std::string_view text, const Type& type, float width) {
    TextBlock block;
    block.type = type;
    Breaker breaker(metrics, block, width);
    Word word;
    Face face = type.face;
    int links = 0;
    int link = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at, 2) == "**") {
            face = face == type.face ? bold_of(type.face) : type.face;
            at += 2;
            continue;
        }
        if (text[at] == kLinkOn || text[at] == kLinkOff) {
            link = text[at++] == kLinkOn ? ++links : 0;
            continue;
        }
        const text::CodePoint code = text::decode(text, at);
        at += code.bytes;
        if (code.value == U'\n') {
            word.ends_line = true;
            breaker.take(word);
            word = {};
            continue;
        }
        const float advance = metrics.advance(face, type.size, code.value);
        append(word.runs, face, link, code.value, advance);
        word.width += advance;
        const bool blank = code.value == U' ';
        if (!blank) word.ink_width = word.width;
        if (blank || code.value == U'-' || code.value == U'\u2013' || code.value == U'\u2014') {
            breaker.take(word);
            word = {};
        }
    }
    if (!word.runs.empty()) breaker.take(word);
    if (breaker.has_line() || block.lines.empty()) breaker.flush();
    block.joined = join(block);
    return block;
}

const TextBlock& Layouts::of(std::string_view text, const Type& type, float width) {
    constexpr std::size_t kAhead = 32;
    const std::size_t end = std::min(before_.size(), next_ + kAhead);
    for (std::size_t at = next_; at < end; ++at) {
        const Laid& known = *before_[at];
        if (known.width != width || !(known.block.type == type) || known.text != text) continue;
        next_ = at + 1;
        now_.push_back(std::move(before_[at]));
        return now_.back()->block;
    }
    now_.push_back(std::make_unique<Laid>(
        Laid{std::string(text), width, lay_out(metrics_, text, type, width)}));
    return now_.back()->block;
}

void Layouts::begin() {
    before_.clear();
    before_.swap(now_);
    next_ = 0;
}

std::string marked_up(std::string_view text) {
    std::string out;
    bool bold = false;
    for (std::size_t at = 0, end = 0; end < text.size(); at = end + 1) {
        end = at;
        while (end < text.size() && text[end] != '*' && text[end] != '\n') ++end;
        out += text.substr(at, end - at);
        if (end == text.size()) break;
        if (text[end] == '\n') {
            out += kNewLine;
        } else if (text.substr(end, 2) == "**") {
            bold = !bold;
            out += bold ? kBoldOn : kBoldOff;
            ++end;
        } else {
            out += '*';
        }
    }
    return out;
}

}  // namespace vgap::ui
