#include "core/json/write.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "core/base/fixed.hpp"
#include "core/json/parse.hpp"

namespace vgap::json {
namespace {

std::string written(double number) {
    std::string out;
    append_number(out, number);
    return out;
}

double with_bits(std::uint64_t bits) {
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    return number;
}

std::string quoted(std::string_view text) {
    std::string out;
    append_string(out, text);
    return out;
}

// Bit patterns and texts of RFC 8785 appendix B, then what the fast path must get right.
TEST(JsonWrite, WritesNumbersAsEcmaScriptDoes) {
    const struct {
        std::uint64_t bits;
        const char* text;
    } published[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (const auto& each : published) {
        EXPECT_EQ(written(with_bits(each.bits)), each.text);
    }
    const struct {
        double number;
        const char* text;
    } cases[] = {
        {1, "1"},
        {-1, "-1"},
        {10, "10"},
        {100, "100"},
        {0.1, "0.1"},
        {-0.5, "-0.5"},
        {38.1, "38.1"},
        {33.333333333, "33.333333333"},
        {100.0 / 3, "33.333333333333336"},
        {1e-9, "1e-9"},
        {9.99e-7, "9.99e-7"},
        {1e-6, "0.000001"},
        {1.000000001, "1.000000001"},
        {999999.999999999, "999999.999999999"},
        {1e6, "1000000"},
        {1000000.5, "1000000.5"},
        {1e20, "100000000000000000000"},
        {1e21, "1e+21"},
        {1.5e-300, "1.5e-300"},
        {std::numeric_limits<double>::min(), "2.2250738585072014e-308"},
    };
    for (const auto& each : cases) EXPECT_EQ(written(each.number), each.text);
}

// The nearest 16-digit decimal below a power of two may read back as its neighbour while the one
// above does not: 2^-44 is 5.684341886080802e-14 in every shortest printer.
TEST(JsonWrite, FindsTheShortestNextToPowersOfTwo) {
    EXPECT_EQ(written(std::ldexp(1, -44)), "5.684341886080802e-14");
    for (int power = -1074; power <= 1023; ++power) {
        const double number = std::ldexp(1, power);
        const std::string text = written(number);
        EXPECT_EQ(std::strtod(text.c_str(), nullptr), number) << text;
    }
}

TEST(JsonWrite, EveryWholeBillionthReadsBackAndHasNoTrailingZero) {
    std::uint64_t state = 1;
    for (int i = 0; i < 200'000; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const auto n = static_cast<std::int64_t>(state >> 14) % 1'000'000'000'000'000;
        const double number = base::from_billionths(i % 2 == 0 ? n : n % 100'000'000'000);
        const std::string text = written(number);
        ASSERT_EQ(std::strtod(text.c_str(), nullptr), number) << text;
        ASSERT_LE(text.size(), 16u);
        if (text.find('.') != text.npos && text.find('e') == text.npos) {
            ASSERT_NE(text.back(), '0') << text;
        }
    }
}

TEST(JsonWrite, EscapesOnlyWhatMustBe) {
    EXPECT_EQ(quoted(""), "\"\"");
    EXPECT_EQ(quoted("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"");
    EXPECT_EQ(quoted("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\"");
    EXPECT_EQ(quoted(std::string_view("\0\x01\x1f\x7f", 4)), "\"\\u0000\\u0001\\u001f\x7f\"");
    EXPECT_EQ(quoted("\xE2\x82\xAC\xF0\x9F\x98\x80<\xE2\x80\xA8"),
              "\"\xE2\x82\xAC\xF0\x9F\x98\x80<\xE2\x80\xA8\"");
}

// The example of RFC 8785 §3.2.3: by UTF-16 code units, U+FB33 stands behind U+1F600.
TEST(JsonWrite, SortsKeysByUtf16CodeUnits) {
    const base::Result<Value> value = parse(
        R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",)"
        R"("1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",)"
        R"("\u00f6":"Latin Small Letter O With Diaeresis"})");
    ASSERT_TRUE(value);
    std::string out;
    append_canonical(out, *value);
    EXPECT_EQ(out,
              "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\","
              "\"\xC3\xB6\":\"Latin Small Letter O With Diaeresis\","
              "\"\xE2\x82\xAC\":\"Euro Sign\",\"\xF0\x9F\x98\x80\":\"Emoji: Grinning Face\","
              "\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST(JsonWrite, AShorterKeyStandsBeforeTheLonger) {
    const base::Result<Value> value = parse(R"({"ab":1,"a":2,"":3,"b":4})");
    std::string out;
    append_canonical(out, *value);
    EXPECT_EQ(out, R"({"":3,"a":2,"ab":1,"b":4})");
}

TEST(JsonWrite, WriterPlacesCommas) {
    std::string out = ">";
    Writer write(out);
    write.begin_object().key("a").begin_array().number(1).string("x").null().end_array();
    write.key("b").begin_object().end_object();
    write.key("c").begin_array().begin_array().end_array().begin_object().end_object().end_array();
    write.key("d").boolean(true).key("e").boolean(false).end_object();
    EXPECT_EQ(out, R"(>{"a":[1,"x",null],"b":{},"c":[[],{}],"d":true,"e":false})");
    EXPECT_TRUE(parse(std::string_view(out).substr(1)));
}

}  // namespace
}  // namespace vgap::json
