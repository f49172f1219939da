#include "core/text/pseudo.hpp"

#include <gtest/gtest.h>

#include "core/base/utf8.hpp"

namespace vgap::text {
namespace {

TEST(Pseudo, accents_pads_and_wraps) {
    EXPECT_EQ(pseudo_text("Next"), "⟦Ñéẋţ ẋ⟧");
    EXPECT_EQ(pseudo_text(""), "⟦⟧");
    const std::string_view sentence = "What was true in the last twelve months?";
    const auto length = static_cast<double>(base::count_code_points(pseudo_text(sentence)) - 2);
    EXPECT_GE(length, 1.35 * static_cast<double>(sentence.size()));
    EXPECT_LE(length, 1.4 * static_cast<double>(sentence.size()));
}

TEST(Pseudo, keeps_placeholders_bold_and_foreign_letters) {
    EXPECT_EQ(pseudo_text("**{who}** é"), "⟦**{who}** é ẋẋ⟧");
}

TEST(Pseudo, makes_a_whole_catalogue) {
    const base::Result<Catalogue> read =
        Catalogue::read(R"({"schema":"catalogue/1","language":"en","messages":{
            "left": {"one": "{n} day", "other": "{n} days"}}})");
    ASSERT_TRUE(read.has_value());
    const Catalogue catalogue = pseudo(*read);
    EXPECT_EQ(catalogue.language(), "en-XA");
    EXPECT_EQ(catalogue.say("left", {{"n", 1}}), "⟦1 đáý ẋ⟧");
    EXPECT_EQ(catalogue.say("left", {{"n", 2.5}}), "⟦2.5 đáýš ẋ⟧");
    EXPECT_EQ(catalogue.missing(), 0u);
}

}  // namespace
}  // namespace vgap::text
