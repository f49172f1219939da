// json_fuzz — any bytes: refused with a place, or read; and what is read, written and read again is
// the same.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/utf8.hpp"
#include "core/json/parse.hpp"
#include "core/json/write.hpp"

namespace {

using namespace vgap;

// Small limits, so that a few bytes reach them too.
constexpr json::Limits kSmall = {.bytes = 4096, .depth = 8, .values = 100};

void require(bool holds) {
    if (!holds) std::abort();
}

void require_good(const base::Errors& problems) {
    require(!problems.empty());
    for (const base::Error& problem : problems) {
        require(problem.code.starts_with("error."));
        require(base::find_invalid_utf8(problem.where) == std::string_view::npos);
        for (const base::Argument& argument : problem.arguments) {
            require(argument.value.size() < 200);
            require(base::find_invalid_utf8(argument.value) == std::string_view::npos);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto small = json::parse(text, kSmall); !small) require_good(small.error());
    const auto first = json::parse(text);
    if (!first) {
        require_good(first.error());
        return 0;
    }
    std::string once, twice;
    json::append_canonical(once, *first);
    const auto second = json::parse(once);
    require(second.has_value());
    json::append_canonical(twice, *second);
    require(once == twice);
    return 0;
}
