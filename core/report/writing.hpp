// report/writing — what every document of this folder is written with: its texts, and blocks in the order in which they come.
//
// In      texts of one language
// Out     say, said: a message; add and its like: a block more; taken: the document
// Errors  none: what has no text of its own is the message's id (text/catalogue)
// Source  PRODUCT.md §2
// Cost    O(length)
// Tested  by every document: tests/core/report, tests/cli/workspace_report.test.mjs
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/report/report.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::report {

class Writing {
  protected:
    explicit Writing(const text::Catalogue& texts) : texts_(texts) {}

    std::string say(std::string_view id, std::initializer_list<text::Arg> arguments = {}) const {
        return texts_.say(id, arguments);
    }
    // "kind.id.what": a text of the instrument.
    std::string said(std::string_view kind, std::string_view id, std::string_view what) const;

    Block& add(Kind kind, std::string text = {}, int level = 0);
    void heading(int level, std::string text) { add(Kind::kHeading, std::move(text), level); }
    void paragraph(std::string text) { add(Kind::kParagraph, std::move(text)); }
    void note(std::string text) { add(Kind::kNote, std::move(text)); }
    Block& table(std::string caption, std::initializer_list<std::string_view> columns);
    // Its finding and its table, under a heading.
    void chart(int level, const chart::Chart& chart);
    void made_with(const instrument::Instrument& instrument);

    const text::Catalogue& texts() const { return texts_; }
    Report& blocks() { return blocks_; }
    Report taken() { return std::move(blocks_); }

  private:
    const text::Catalogue& texts_;
    Report blocks_;
};

}  // namespace vgap::report
