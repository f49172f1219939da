#include "core/base/wide.hpp"

#include <gtest/gtest.h>

namespace vgap::base {
namespace {

TEST(Wide, GoesToTextAndBack) {
    for (const char* text : {"0", "7", "-1", "18446744073709551616", "-100000000000000000000",
                             "999999999999999999999999999999999999"}) {
        const std::optional<Wide> read = wide_of(text);
        ASSERT_TRUE(read.has_value()) << text;
        EXPECT_EQ(wide_text(*read), text);
    }
}

TEST(Wide, RefusesWhatIsNotItsOwnWriting) {
    for (const char* text : {"", "-", "-0", "00", "01", "+1", "1.0", "1e3", " 1", "1 ",
                             "1000000000000000000000000000000000000"}) {
        EXPECT_FALSE(wide_of(text).has_value()) << text;
    }
}

}  // namespace
}  // namespace vgap::base
