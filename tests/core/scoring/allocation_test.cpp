// Scoring and planning into used memory must not allocate: a batch of a million responses would pay
// for it, and in the browser the heap would grow.
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/export/profile_json.hpp"
#include "core/plan/rank.hpp"
#include "core/scoring/score.hpp"
#include "tests/support/sample.hpp"

namespace {
long allocations = 0;
}

void* operator new(std::size_t size) {
    ++allocations;
    void* const memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) std::abort();
    return memory;
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return operator new(size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace vgap::scoring {
namespace {

TEST(Allocation, DoesNotHappenOnceTheMemoryIsWarm) {
    std::vector<answers::Answers> responses;
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        responses.push_back(sample::random_answers(sample::varied(), seed));
    }
    Profile profile;
    plan::Plan plan;
    plan::Room room;
    std::string out;
    const auto run = [&] {
        for (const answers::Answers& each : responses) {
            score(sample::varied(), each, profile);
            plan::rank(sample::varied(), each, profile, plan, room);
            out.clear();
            export_::append_profile(out, sample::varied(), "r", profile, plan);
        }
    };
    run();
    const long before = allocations;
    run();
    EXPECT_EQ(allocations, before);
}

}  // namespace
}  // namespace vgap::scoring
