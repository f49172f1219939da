#include "tools/cli/input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace vgap::cli {

namespace {

constexpr std::size_t kChunk = 1u << 16;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

base::Error problem(const char* code, int number) {
    return {code, "", {{"reason", std::strerror(number)}}};
}

std::FILE* open_stream(const std::string& path) {
    return path == "-" ? stdin : std::fopen(path.c_str(), "rb");
}

}  // namespace

base::Result<std::string> read_file(const std::string& path, std::size_t most) {
    std::FILE* file = open_stream(path);
    if (file == nullptr) return base::fail(problem("error.cli.cannot_open", errno));
    std::string bytes;
    std::size_t got = 0;
    do {
        const std::size_t had = bytes.size();
        bytes.resize(had + kChunk);
        got = std::fread(bytes.data() + had, 1, kChunk, file);
        bytes.resize(had + got);
    } while (got > 0 && bytes.size() <= most);
    const int error = std::ferror(file) != 0 ? errno : 0;
    if (file != stdin) std::fclose(file);
    if (error != 0) return base::fail(problem("error.cli.cannot_read", error));
    if (bytes.size() > most) {
        base::Error too_large{"error.cli.file_too_large", "", {}};
        too_large.arguments.push_back({"most", std::to_string(most >> 20)});
        return base::fail(std::move(too_large));
    }
    return bytes;
}

Lines::~Lines() {
    if (file_ != nullptr && file_ != stdin) std::fclose(file_);
}

base::Result<bool> Lines::open(const std::string& path) {
    file_ = open_stream(path);
    if (file_ == nullptr) return base::fail(problem("error.cli.cannot_open", errno));
    fill();  // a folder opens, but cannot be read
    if (failed_) return base::fail(problem("error.cli.cannot_read", errno));
    if (std::string_view(buffer_).starts_with(kByteOrderMark)) next_ = kByteOrderMark.size();
    return true;
}

// Drops what was given and appends a chunk; false at the end.
bool Lines::fill() {
    buffer_.erase(0, begin_);
    next_ -= begin_;
    begin_ = 0;
    if (ended_) return false;
    const std::size_t had = buffer_.size();
    buffer_.resize(had + kChunk);
    const std::size_t got = std::fread(buffer_.data() + had, 1, kChunk, file_);
    buffer_.resize(had + got);
    if (got > 0) return true;
    ended_ = true;
    failed_ = std::ferror(file_) != 0;
    return false;
}

bool Lines::next() {
    begin_ = next_;
    length_ = 0;
    too_long_ = false;
    ++number_;
    std::size_t searched = begin_;
    std::size_t end = std::string::npos;
    while ((end = buffer_.find('\n', searched)) == std::string::npos) {
        if (buffer_.size() - begin_ > most_) {
            too_long_ = true;
            begin_ = buffer_.size();
        }
        const std::size_t unended = buffer_.size() - begin_;
        if (!fill()) break;
        searched = begin_ + unended;
    }
    if (end == std::string::npos) {
        end = buffer_.size();
        next_ = end;
        if (begin_ == end && !too_long_) return false;
    } else {
        next_ = end + 1;
    }
    length_ = end - begin_;
    if (length_ > 0 && buffer_[end - 1] == '\r') --length_;
    if (length_ > most_) too_long_ = true;
    if (too_long_) length_ = 0;
    return true;
}

std::string_view Lines::rest(std::size_t most) {
    while (buffer_.size() - begin_ <= most && fill()) continue;
    if (buffer_.size() - begin_ > most) return {};
    return std::string_view(buffer_).substr(begin_);
}

void Lines::skip_rest() {
    next_ = buffer_.size();
}

}  // namespace vgap::cli
