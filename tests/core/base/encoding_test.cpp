#include "core/base/encoding.hpp"

#include <gtest/gtest.h>

namespace vgap::base {

namespace {

using namespace std::string_literals;

std::string text_of(std::string bytes, Encoding expected) {
    const Result<Decoded> decoded = decode(std::move(bytes));
    if (!decoded) return decoded.error()[0].code + "@" + decoded.error()[0].where;
    EXPECT_EQ(decoded->encoding, expected);
    return decoded->text;
}

TEST(Encoding, EveryOneOfThem) {
    EXPECT_EQ(text_of("id;Stufe\nFr\xC3\xA9;x", Encoding::kUtf8), "id;Stufe\nFr\xC3\xA9;x");
    EXPECT_EQ(text_of("\xEF\xBB\xBFid", Encoding::kUtf8Mark), "id");
    EXPECT_EQ(text_of("\xFF\xFEi\0d\0\xAC\x20"s, Encoding::kUtf16Little), "id\xE2\x82\xAC");
    EXPECT_EQ(text_of("\xFE\xFF\0i\0d\x20\xAC"s, Encoding::kUtf16Big), "id\xE2\x82\xAC");
    EXPECT_EQ(text_of("i\0d\0;\0"s, Encoding::kUtf16Little), "id;");
    EXPECT_EQ(text_of("\0i\0d\0;"s, Encoding::kUtf16Big), "id;");
    EXPECT_EQ(text_of("\xFF\xFE\x3D\xD8\x00\xDE"s, Encoding::kUtf16Little), "\xF0\x9F\x98\x80");
    EXPECT_EQ(text_of("M\xFCller \x80 \x93x\x94", Encoding::kWindows1252),
              "M\xC3\xBCller \xE2\x82\xAC \xE2\x80\x9Cx\xE2\x80\x9D");
    EXPECT_EQ(text_of("", Encoding::kUtf8), "");
}

TEST(Encoding, WhatIsNoText) {
    EXPECT_EQ(text_of("\xFF\xFEi\0\n\0x"s, Encoding::kUtf16Little),
              "error.encoding.half_character@2:1");
    EXPECT_EQ(text_of("\xFF\xFEi\0\x00\xDC"s, Encoding::kUtf16Little),
              "error.encoding.half_character@1:2");
    EXPECT_EQ(text_of("\xFF\xFE\x3D\xD8x\0"s, Encoding::kUtf16Little),
              "error.encoding.half_character@1:1");
    EXPECT_EQ(text_of("\xFCx\n\x81", Encoding::kWindows1252), "error.encoding.unknown_byte@2:1");
}

}  // namespace

}  // namespace vgap::base
