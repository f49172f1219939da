// pipeline/blocks — writes the blocks of a page, in the form that pages/given reads.
//
// In      kind, key and fields of each block, in the order in which they stand
// Out     JSON in the string that was given
// Errors  none
// Source  web/pages/given.hpp
// Cost    O(bytes)
// Tested  tests/web/pipeline/page_test.cpp
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/json/write.hpp"

namespace vgap::pipeline {

class Blocks {
  public:
    explicit Blocks(std::string& out) : write_(out) {}

    json::Writer& json() { return write_; }

    // A block without others inside; `fields` writes its fields.
    template <class Fields>
    void block(std::string_view kind, std::string_view key, const Fields& fields) {
        write_.begin_object().key("kind").string(kind).key("key").string(key);
        fields(write_);
        write_.end_object();
    }

    // A container; `inside` writes what it holds.
    template <class Inside>
    void container(std::string_view kind, std::string_view key, const Inside& inside,
                   std::string_view text = {}, std::string_view style = {}) {
        write_.begin_object().key("kind").string(kind).key("key").string(key);
        if (!text.empty()) write_.key("text").string(text);
        if (!style.empty()) write_.key("style").string(style);
        write_.key("blocks").begin_array();
        inside();
        write_.end_array().end_object();
    }

    void heading(std::string_view key, int level, std::string_view text,
                 std::string_view style = {}) {
        block("heading", key, [&](json::Writer& out) {
            out.key("level").number(level).key("text").string(text);
            if (!style.empty()) out.key("style").string(style);
        });
    }

    void words(std::string_view kind, std::string_view key, std::string_view text,
               std::string_view style = {}) {
        block(kind, key, [&](json::Writer& out) {
            out.key("text").string(text);
            if (!style.empty()) out.key("style").string(style);
        });
    }

    void disclosure(std::string_view key, std::string_view text, bool open) {
        block("disclosure", key,
              [&](json::Writer& out) { out.key("text").string(text).key("open").boolean(open); });
    }

    // The first row is that of the headings.
    void table(std::string_view key, std::string_view text, const std::vector<double>& shares,
               const std::vector<std::vector<std::string>>& rows) {
        block("table", key, [&](json::Writer& out) {
            out.key("text").string(text).key("shares").begin_array();
            for (const double share : shares) out.number(share);
            out.end_array().key("rows").begin_array();
            for (const std::vector<std::string>& row : rows) {
                out.begin_array();
                for (const std::string& cell : row) out.string(cell);
                out.end_array();
            }
            out.end_array();
        });
    }

  private:
    json::Writer write_;
};

}  // namespace vgap::pipeline
