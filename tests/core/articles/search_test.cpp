#include "core/articles/search.hpp"

#include <gtest/gtest.h>

namespace vgap::articles {
namespace {

Packed about(std::string title, std::vector<std::string> tags, std::string text) {
    Packed out;
    out.title = std::move(title);
    out.tags = std::move(tags);
    out.blocks.push_back({Shape::kParagraph, 0, {{{{Mark::kPlain, std::move(text), {}}}}}});
    return out;
}

class Search : public testing::Test {
  protected:
    std::vector<std::size_t> find(std::string_view question, std::size_t most = 10) const {
        std::vector<const Packed*> all;
        for (const Packed& each : articles_) all.push_back(&each);
        return Index(all).find(question, most);
    }

    using Found = std::vector<std::size_t>;
    std::vector<Packed> articles_{
        about("Sink or swim", {"development"}, "Feedback, feedback and a mentor."),
        about("Readiness", {"feedback"}, "What was seen, and by whom."),
        about("How feedback helps", {"growth"}, "Mentors are named."),
        about("Führung lernen", {"Entwicklung"}, "Straße und Übung; feedbackless."),
    };
};

TEST_F(Search, TitleBeforeTagsBeforeText) {
    EXPECT_EQ(find("feedback"), (Found{2, 1, 0, 3}));
}

TEST_F(Search, FindsWhileAWordIsTyped) {
    EXPECT_EQ(find("f"), (Found{3, 2, 1, 0}));  // a title comes first, whatever its word
    EXPECT_EQ(find("ment"), (Found{0, 2}));
    EXPECT_EQ(find("mentor"), (Found{0, 2}));  // the whole word first
    EXPECT_EQ(find("mentors"), (Found{2}));
    EXPECT_EQ(find("entor"), Found{});
}

TEST_F(Search, EveryWordCounts) {
    EXPECT_EQ(find("feedback ment"), (Found{2, 0}));
    EXPECT_EQ(find("ment feedback"), (Found{2, 0}));
    EXPECT_EQ(find("feedback nowhere"), Found{});
    EXPECT_EQ(find("feedback feedback"), (Found{2, 1, 0, 3}));
}

TEST_F(Search, NeitherCaseNorAccentsCount) {
    EXPECT_EQ(find("FUHRUNG"), (Found{3}));
    EXPECT_EQ(find("strasse ubung"), (Found{3}));
}

TEST_F(Search, NothingIsAskedForNothing) {
    EXPECT_EQ(find(""), Found{});
    EXPECT_EQ(find(" -? "), Found{});
    EXPECT_EQ(find("feedback", 2), (Found{2, 1}));
    EXPECT_EQ(Index({}).find("a", 3), Found{});
}

}  // namespace
}  // namespace vgap::articles
