#include "core/text/script.hpp"

#include <gtest/gtest.h>

namespace vgap::text {
namespace {

TEST(Script, LettersThatStandAloneNeedNoShaping) {
    for (const char* const text : {"", "plain", "Größe, œuvre, ¿Qué?", "Ελλάδα", "Україна",
                                   "日本語", "한국어", "→ – “ ” … 😀", "\xff\xfe"}) {
        EXPECT_FALSE(needs_shaping(text)) << text;
    }
}

TEST(Script, LettersThatJoinReorderOrCombineDo) {
    for (const char* const text :
         {"مرحبا", "Hello مرحبا", "שלום", "हिन्दी", "বাংলা", "ไทยที่", "ខ្មែរ", "e\xcc\x81",
          "a\xe2\x80\xae"
          "b",
          "👨\xe2\x80\x8d👩"}) {
        EXPECT_TRUE(needs_shaping(text)) << text;
    }
}

TEST(Script, DirectionFollowsTheScriptWhereOneIsNamed) {
    for (const char* const tag : {"ar", "ar-EG", "he", "fa-IR", "ur", "pa-Arab-PK", "ckb"}) {
        EXPECT_TRUE(right_to_left(tag)) << tag;
    }
    for (const char* const tag : {"", "en", "de", "hi", "az-Latn", "ku", "ar-Latn", "arn"}) {
        EXPECT_FALSE(right_to_left(tag)) << tag;
    }
}

}  // namespace
}  // namespace vgap::text
