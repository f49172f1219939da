#include "core/articles/recommend.hpp"

#include <gtest/gtest.h>

namespace vgap::articles {
namespace {

Packed about(std::string slug, std::string dimension, std::vector<std::string> patterns = {},
             std::vector<std::string> further = {}) {
    Packed out;
    out.slug = std::move(slug);
    out.dimension = std::move(dimension);
    out.patterns = std::move(patterns);
    out.dimensions = std::move(further);
    out.difficulty = "intermediate";
    return out;
}

class Recommend : public testing::Test {
  protected:
    using Slugs = std::vector<std::string>;

    std::vector<Recommendation> get(const Need& need,
                                    const std::set<std::string, std::less<>>& read = {}) const {
        std::vector<const Packed*> all;
        for (const Packed& each : articles_) all.push_back(&each);
        return recommend(all, need, read);
    }
    Slugs slugs(const Need& need, const std::set<std::string, std::less<>>& read = {}) const {
        Slugs out;
        for (const Recommendation& each : get(need, read)) {
            out.push_back(articles_[each.article].slug + (each.read ? " again" : ""));
        }
        return out;
    }

    std::vector<Packed> articles_{
        about("a", "criteria"),
        about("a-more", "criteria"),
        about("b", "pathways"),
        about("c", "evidence", {"reflex"}),
        about("d", "calibration", {}, {"pathways"}),
    };
};

TEST_F(Recommend, TheWidestGapFirstAndEachGapOnce) {
    EXPECT_EQ(slugs({{{"criteria", 6}, {"pathways", 3}, {"evidence", 1}}, {}}),
              (Slugs{"a", "b", "c"}));
    EXPECT_EQ(slugs({{{"criteria", 6}}, {}}), (Slugs{"a"}));
}

TEST_F(Recommend, SaysWhy) {
    const auto found = get({{{"pathways", 1}, {"criteria", 3.5}}, {"reflex"}});
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].reason.message, "reading.because.gap");
    EXPECT_EQ(found[0].reason.about, "criteria");
    EXPECT_EQ(found[0].reason.points, 3.5);
    EXPECT_EQ(found[1].reason.message, "reading.because.pattern");
    EXPECT_EQ(found[1].reason.about, "reflex");
    EXPECT_EQ(found[2].reason.about, "pathways");
}

TEST_F(Recommend, WhatIsUnreadComesFirst) {
    const Need need{{{"criteria", 6}, {"pathways", 3}}, {}};
    EXPECT_EQ(slugs(need, {"a"}), (Slugs{"a-more", "b", "a again"}));
    EXPECT_EQ(slugs(need, {"a", "b"}), (Slugs{"a-more", "d", "a again"}));
    EXPECT_EQ(slugs(need, {"a", "a-more", "b", "d"}), (Slugs{"a again", "b again"}));
}

TEST_F(Recommend, OfEqualOnesTheFoundationalFirst) {
    articles_[1].difficulty = "foundational";
    EXPECT_EQ(slugs({{{"criteria", 1}}, {}}), (Slugs{"a-more"}));
}

TEST_F(Recommend, NothingWhereNothingWasFound) {
    EXPECT_EQ(slugs({}), Slugs{});
    EXPECT_EQ(slugs({{{"criteria", 0}, {"elsewhere", 5}}, {"unheard_of"}}), Slugs{});
}

}  // namespace
}  // namespace vgap::articles
