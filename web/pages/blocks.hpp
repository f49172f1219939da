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
    void block(const char* kind, std::string_view key, const Fields& fields) {
        begin(kind, key);
        fields(write_);
        end();
    }

    // A container; `inside` writes what it holds. Its language is said where it is not the page's.
    template <class Inside>
    void container(const char* kind, std::string_view key, const Inside& inside,
                   std::string_view text = {}, const char* style = nullptr,
                   std::string_view lang = {}) {
        begin(kind, key, text, style, lang);
        begin_inside();
        inside();
        end_inside();
    }

    void heading(std::string_view key, int level, std::string_view text,
                 const char* style = nullptr);
    void words(const char* kind, std::string_view key, std::string_view text,
               const char* style = nullptr, std::string_view lang = {});
    void disclosure(std::string_view key, std::string_view text, bool open);

    // Row by row; the first is that of the headings.
    void begin_table(std::string_view key, std::string_view text,
                     std::initializer_list<double> shares);
    void row(std::initializer_list<std::string_view> cells);
    void end_table() { end_inside(); }

  private:
    void begin(const char* kind, std::string_view key, std::string_view text = {},
               const char* style = nullptr, std::string_view lang = {});
    void begin_inside();
    void end_inside();
    void end();

    json::Writer write_;
};

}  // namespace vgap::pages
