#include "core/text/fold.hpp"

#include <gtest/gtest.h>

namespace vgap::text {
namespace {

using Words = std::vector<std::string>;

TEST(Fold, TellsNeitherCaseNorAccents) {
    EXPECT_EQ(folded_words("Führungs-Ebene"), (Words{"fuhrungs", "ebene"}));
    EXPECT_EQ(folded_words("L’ÉQUIPE, naïve; œuvre"), (Words{"l", "equipe", "naive", "oeuvre"}));
    EXPECT_EQ(folded_words("¿Señal? «Año 2026»"), (Words{"senal", "ano", "2026"}));
    EXPECT_EQ(folded_words("Straße STRASSE ẞ"), (Words{"strasse", "strasse", "ss"}));
    EXPECT_EQ(folded_words("Łódź Žižka ĳs"), (Words{"lodz", "zizka", "ijs"}));
}

TEST(Fold, AnAccentBehindItsLetterIsTheSame) {
    EXPECT_EQ(folded_words("fu\u0308hrung"), (Words{"fuhrung"}));
}

TEST(Fold, OtherScriptsKeepTheirLetters) {
    EXPECT_EQ(folded_words("ΛΌΓΟΣ Йод Ё"), (Words{"λΌγοσ", "йод", "ё"}));
    EXPECT_EQ(folded_words("評価。会議"), (Words{"評価", "会議"}));
}

TEST(Fold, WhatIsNoLetterSeparates) {
    EXPECT_EQ(folded_words(""), Words{});
    EXPECT_EQ(folded_words(" — … × “”\u00A0"), Words{});
    EXPECT_EQ(folded_words("a\xFF"
                           "b"),
              (Words{"a", "b"}));
}

}  // namespace
}  // namespace vgap::text
