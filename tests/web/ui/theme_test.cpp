#include "web/ui/theme.hpp"

#include <gtest/gtest.h>

namespace vgap::ui {
namespace {

TEST(Theme, GivesEveryStyleASizeThatTheRasteriserTakes) {
    for (int style = 0; style <= static_cast<int>(Style::kLanguage); ++style) {
        for (const bool phone : {false, true}) {
            const Type type = type_of(static_cast<Style>(style), phone);
            EXPECT_GE(type.size, 14) << to_string(static_cast<Style>(style));
            EXPECT_LE(type.size, 72);
            EXPECT_GE(type.line, 1.0f);
        }
    }
}

TEST(Theme, MakesHeadlinesSmallerOnAPhone) {
    EXPECT_LT(type_of(Style::kTitle, true).size, type_of(Style::kTitle, false).size);
    EXPECT_LT(type_of(Style::kNumber, true).size, type_of(Style::kNumber, false).size);
}

TEST(Theme, NamesEveryStyleAndRoleOnce) {
    for (int a = 1; a <= static_cast<int>(Style::kLanguage); ++a) {
        EXPECT_FALSE(to_string(static_cast<Style>(a)).empty());
        for (int b = 0; b < a; ++b) {
            EXPECT_NE(to_string(static_cast<Style>(a)), to_string(static_cast<Style>(b)));
        }
    }
    EXPECT_EQ(to_string(Style::kLanguage), "language");
    EXPECT_EQ(to_string(Role::kLane), "lane");
}

}  // namespace
}  // namespace vgap::ui
