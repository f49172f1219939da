#include "core/cohort/scan.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "core/answers/read.hpp"
#include "core/answers/write.hpp"
#include "tests/support/sample.hpp"

namespace vgap::cohort {
namespace {

std::string line_of(const instrument::Instrument& instrument, std::uint32_t seed) {
    std::string line;
    answers::Response response;
    response.id = "r-" + std::to_string(seed);
    response.answers = sample::random_answers(instrument, seed);
    answers::append_response(line, instrument, response);
    return line;
}

// What the fast way takes, the strict way takes too, and says the same of it.
bool agrees(Scanner& scanner, const instrument::Instrument& instrument, const std::string& line) {
    answers::Answers answers;
    if (!scanner.scan(line, answers)) return true;
    const auto strict = answers::read(instrument, line);
    return strict && strict->answers == answers && strict->carried.from.empty();
}

TEST(Scan, TakesEveryResponseThatTheProgramWrites) {
    for (const auto* instrument : {&sample::small(), &sample::varied()}) {
        Scanner scanner(*instrument);
        answers::Answers answers;
        for (std::uint32_t seed = 0; seed < 2000; ++seed) {
            const std::string line = line_of(*instrument, seed);
            ASSERT_TRUE(scanner.scan(line, answers)) << line;
            ASSERT_TRUE(agrees(scanner, *instrument, line)) << line;
        }
    }
}

TEST(Scan, SaysTheSameAsTheStrictReaderOfWhateverItTakes) {
    const std::string_view bytes = "{}[]:,\"0123456789-.eE+ntr \\\t\x7f\xc3\xa4\x01";
    std::mt19937 random(7);
    std::size_t taken = 0;
    for (const auto* instrument : {&sample::small(), &sample::varied()}) {
        Scanner scanner(*instrument);
        answers::Answers answers;
        for (std::uint32_t seed = 0; seed < 20000; ++seed) {
            std::string line = line_of(*instrument, seed % 500);
            const std::size_t at = random() % line.size();
            switch (random() % 4) {
                case 0:
                    line[at] = bytes[random() % bytes.size()];
                    break;
                case 1:
                    line.insert(at, 1, bytes[random() % bytes.size()]);
                    break;
                case 2:
                    line.erase(at, 1 + random() % 6);
                    break;
                default:  // a piece of the line once more: keys twice, objects in objects
                    line.insert(at, line.substr(random() % line.size(), random() % 40));
            }
            ASSERT_TRUE(agrees(scanner, *instrument, line)) << line;
            taken += scanner.scan(line, answers) ? 1 : 0;
        }
    }
    EXPECT_GT(taken, 1000u);  // or the test would say nothing
}

TEST(Scan, LeavesWhatIsUnusualToTheStrictReader) {
    const instrument::Instrument& instrument = sample::small();
    Scanner scanner(instrument);
    answers::Answers answers;
    const std::string good = line_of(instrument, 3);
    ASSERT_TRUE(scanner.scan(good, answers));
    for (const std::string& line :
         {good + "x", "[" + good + "]", good.substr(0, good.size() - 1), std::string(),
          std::string("{}"), good.substr(0, good.size() - 1) + ",\"answers\":{}}"}) {
        EXPECT_FALSE(scanner.scan(line, answers)) << line;
    }
    EXPECT_TRUE(scanner.scan("  " + good + " ", answers));
}

}  // namespace
}  // namespace vgap::cohort
