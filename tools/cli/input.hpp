// cli/input — files and standard input, whole or line by line, in bounded memory.
//
// In      path; "-" is standard input
// Out     read_file: the bytes. Lines: one line at a time without its end (LF or CRLF) and without
// a
//         byte order mark; a last line needs no end
// Errors  error.cli.{cannot_open, cannot_read, file_too_large}; a line over the limit is skipped to
//         its end and said to be too long
// Source  the NDJSON convention: one document a line, blank lines mean nothing
// Cost    Lines: O(bytes), memory of the longest allowed line
// Tested  tests/cli/score_lines.test.mjs
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace vgap::cli {

inline constexpr std::size_t kMostFile = 8u << 20;  // bytes
inline constexpr std::size_t kMostLine = 1u << 20;

base::Result<std::string> read_file(const std::string& path, std::size_t most = kMostFile);

class Lines {
  public:
    explicit Lines(std::size_t most = kMostLine) : most_(most) {}  // bytes of a line
    ~Lines();
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    base::Result<bool> open(const std::string& path);

    void limit(std::size_t most) { most_ = most; }
    bool next();  // false at the end
    std::string_view line() const { return std::string_view(buffer_).substr(begin_, length_); }
    std::size_t number() const { return number_; }  // from 1
    bool too_long() const { return too_long_; }
    bool failed() const { return failed_; }  // the end came by a read error

    // Everything from the start of the present line, if at most `most` bytes are left, else empty.
    // The lines are still given one by one afterwards, unless the rest is skipped.
    std::string_view rest(std::size_t most);
    void skip_rest();

  private:
    bool fill();

    std::size_t most_;
    std::FILE* file_ = nullptr;
    std::string buffer_;
    std::size_t begin_ = 0;  // of the present line
    std::size_t length_ = 0;
    std::size_t next_ = 0;  // where the next line begins
    std::size_t number_ = 0;
    bool too_long_ = false;
    bool ended_ = false;
    bool failed_ = false;
};

}  // namespace vgap::cli
