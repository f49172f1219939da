#include "core/text/language.hpp"

#include <gtest/gtest.h>

namespace vgap::text {
namespace {

TEST(FormatNumber, shows_at_most_one_decimal) {
    EXPECT_EQ(format_number("en", 0), "0");
    EXPECT_EQ(format_number("en", -0.0), "0");
    EXPECT_EQ(format_number("en", 12), "12");
    EXPECT_EQ(format_number("en", 38.1), "38.1");
    EXPECT_EQ(format_number("en", 38.04), "38");
    EXPECT_EQ(format_number("en", 38.06), "38.1");
    EXPECT_EQ(format_number("en", 0.25), "0.3");
    EXPECT_EQ(format_number("en", 1000000), "1000000");
}

TEST(FormatNumber, uses_the_languages_sign) {
    EXPECT_EQ(format_number("de", 38.1), "38,1");
    EXPECT_EQ(format_number("fr-CA", 0.5), "0,5");
    EXPECT_EQ(format_number("en-XA", 0.5), "0.5");
    EXPECT_EQ(format_number("xx", 0.5), "0.5");
    EXPECT_EQ(format_number("en", -2.5), "−2.5");
    EXPECT_EQ(format_number("en", -0.04), "0");
}

TEST(FormatNumber, survives_what_is_no_number) {
    EXPECT_EQ(format_number("en", 0.0 / 0.0 * 0), "0");
    EXPECT_EQ(format_number("en", 1e300), "0");
}

struct PluralCase {
    const char* language;
    double number;
    PluralForm form;
};

TEST(PluralForm, follows_the_languages_rule) {
    using enum PluralForm;
    const PluralCase cases[] = {
        {"en", 0, kOther}, {"en", 1, kOne},    {"en", 1.04, kOne}, {"en", 1.5, kOther},
        {"en", 2, kOther}, {"en-GB", 1, kOne}, {"de", 1, kOne},    {"fr", 0, kOne},
        {"fr", 1.5, kOne}, {"fr", 2, kOther},  {"pl", 1, kOne},    {"pl", 3, kFew},
        {"pl", 12, kMany}, {"pl", 22, kFew},   {"pl", 25, kMany},  {"cs", 3, kFew},
        {"cs", 5, kOther}, {"cs", 1.5, kMany}, {"ru", 21, kOne},   {"ru", 11, kMany},
        {"ru", 104, kFew}, {"ja", 1, kOther},  {"xx", 1, kOther},
    };
    for (const PluralCase& c : cases) {
        EXPECT_EQ(plural_form(c.language, c.number), c.form) << c.language << " " << c.number;
    }
}

}  // namespace
}  // namespace vgap::text
