#include "core/text/day.hpp"

#include <gtest/gtest.h>

#include "tests/support/sample.hpp"

namespace vgap::text {
namespace {

std::string said(const std::string& language, const base::Date& date) {
    const auto texts = *Catalogue::read(sample::file("assets/locales/" + language + ".json"));
    return day(texts, date);
}

TEST(Day, IsWrittenAsTheLanguageWritesIt) {
    EXPECT_EQ(said("en", {2026, 3, 3}), "3 March 2026");
    EXPECT_EQ(said("de", {2026, 3, 3}), "3. März 2026");
    EXPECT_EQ(said("fr", {2024, 2, 29}), "29 février 2024");
    EXPECT_EQ(said("es", {1999, 12, 31}), "31 de diciembre de 1999");
}

}  // namespace
}  // namespace vgap::text
