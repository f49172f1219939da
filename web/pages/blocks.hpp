// pages/blocks — writes the blocks of a page, in the form that pages/given reads.
//
// In      kind, key and fields of each block, in the order in which they stand
// Out     JSON in the string that was given
// Errors  none
// Source  web/pages/given.hpp
// Cost    O(bytes)
// Tested  tests/web/pipeline/page_test.cpp, tests/web/reading/page_test.cpp
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/json/write.hpp"

namespace vgap::pages {

class Blocks {
  public:
    explicit Blocks(std::string& out) : write_(out) {}

    json::Writer& json() { return write_; }

    // Fields of the block that is being written.
    Blocks& field(const char* name, std::string_view text);
    Blocks& field(const char* name, double number);

    // What lies on a bar, in percent of its length.
    void mark(const char* kind, double from, double to, const char* color);

    // A block without others inside; `fields` writes its fields.
    template <class Fields>
    void block(std::string_view kind, std::string_view key, const Fields& fields) {
        begin(kind, key);
        fields(write_);
        write_.end_object();
    }

    // A container; `inside` writes what it holds. Its language is said where it is not the page's.
    template <class Inside>
    void container(std::string_view kind, std::string_view key, const Inside& inside,
                   std::string_view text = {}, std::string_view style = {},
                   std::string_view lang = {}) {
        begin(kind, key, text, style, lang);
        write_.key("blocks").begin_array();
        inside();
        write_.end_array().end_object();
    }

    void heading(std::string_view key, int level, std::string_view text,
                 std::string_view style = {});
    void words(std::string_view kind, std::string_view key, std::string_view text,
               std::string_view style = {}, std::string_view lang = {});
    void disclosure(std::string_view key, std::string_view text, bool open);

    // Row by row; the first is that of the headings.
    void begin_table(std::string_view key, std::string_view text,
                     std::initializer_list<double> shares);
    void row(std::initializer_list<std::string_view> cells);
    void end_table() { write_.end_array().end_object(); }

  private:
    void begin(std::string_view kind, std::string_view key, std::string_view text = {},
               std::string_view style = {}, std::string_view lang = {});

    json::Writer write_;
};

}  // namespace vgap::pages
