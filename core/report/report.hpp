// report/report — a result as a document: headings, paragraphs, lists and tables as data, for whoever writes a format.
//
// In      Subject and plan; date: as it shall be read, or empty
// Out     blocks in reading order. Texts are display texts (text/display) in which `**bold**` may stand
// Errors  none: a result without an index says what is missing
// Source  PRODUCT.md §2 (the result, top down)
// Cost    O(what is told)
// Tested  tests/core/report/report_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/rank.hpp"
#include "core/report/words.hpp"

namespace vgap::report {

enum class Kind : std::uint8_t { kHeading, kParagraph, kNote, kList, kQuote, kTable };

struct Block {
    Kind kind = Kind::kParagraph;
    int level = 0;                     // heading: 1..6
    std::string text;                  // heading, paragraph, note, quote; table: its caption
    std::vector<std::string> items;    // list
    std::vector<std::string> columns;  // table
    std::vector<std::vector<std::string>> rows;  // table: as many cells as columns; the first names
};

using Report = std::vector<Block>;

Report write(const Subject& subject, const plan::Plan& plan, std::string_view date);

}  // namespace vgap::report
