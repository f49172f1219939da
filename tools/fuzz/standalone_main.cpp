// standalone_main — drives a fuzz target without libFuzzer: the seeds, then mutations of them, the
// same every run.
//
// In      NAME_fuzz ITERATIONS SEED_FOLDER [ONLY [FILE]]   ONLY repeats a single iteration, and FILE keeps its input
//         ITERATIONS with an m behind it: for so many minutes, however many that are
// Out     a line with the count; exit code 0. An iteration's number is the seed of its input
// Errors  a fault in the target names the iteration that repeats it
// Tested  by every NAME_fuzz of the sanitize flavour

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" void __sanitizer_set_death_callback(void (*callback)());

namespace {

constexpr std::size_t kLongestInput = 1U << 16U;
constexpr unsigned kMostMutations = 6;
// What parsers trip over: structure, extremes of numbers, escapes, bytes that are no UTF-8.
constexpr std::array<std::string_view, 24> kTokens = {"{",
                                                      "}",
                                                      "[",
                                                      "]",
                                                      ":",
                                                      ",",
                                                      "\"",
                                                      "\\u0000",
                                                      "null",
                                                      "true",
                                                      "-0",
                                                      "1e999",
                                                      "-1e-999",
                                                      "0.1",
                                                      "1e17",
                                                      "18446744073709551616",
                                                      "\xFF",
                                                      "\xED\xA0\x80",
                                                      "\xC0\x80",
                                                      "\\ud800",
                                                      "\xE2\x80\xAE",
                                                      "\n",
                                                      "[[[[[[[[",
                                                      "\"id\":\"\""};

std::uint64_t current_iteration = 0;

void name_the_iteration() {
    std::fprintf(stderr, "The fault repeats with iteration %llu as the third argument.\n",
                 static_cast<unsigned long long>(current_iteration));
}

void on_abort(int) {
    name_the_iteration();
    std::signal(SIGABRT, SIG_DFL);
    std::raise(SIGABRT);
}

std::uint64_t number(const char* text) {
    std::uint64_t value = 0;
    std::from_chars(text, text + std::strlen(text), value);
    return value;
}

std::vector<std::string> seeds_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    if (std::filesystem::is_directory(folder)) {
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> seeds;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

class Mutator {
  public:
    Mutator(const std::vector<std::string>& seeds, std::uint64_t iteration)
        : seeds_(seeds), random_(iteration * 0x9E3779B97F4A7C15U + 1U) {}

    std::string input() {
        std::string text = seeds_[below(seeds_.size())];
        for (std::size_t count = 1 + below(kMostMutations); count > 0; --count) mutate(text);
        text.resize(std::min(text.size(), kLongestInput));
        return text;
    }

  private:
    // Below `limit`, and 0 when there is no choice. A modulo's bias does not matter here.
    std::size_t below(std::size_t limit) {
        return limit == 0 ? 0 : static_cast<std::size_t>(random_() % limit);
    }

    void mutate(std::string& text) {
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = below(std::min<std::size_t>(text.size() - at, 64) + 1);
        switch (below(8)) {
            case 0:
                if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
                break;
            case 1:
                if (at < text.size()) text[at] = static_cast<char>(below(256));
                break;
            case 2:
                text.erase(at, length);
                break;
            case 3:
                text.insert(at, text.substr(at, length));
                break;
            case 4:
                text.insert(at, kTokens[below(kTokens.size())]);
                break;
            case 5:
                text.replace(at, length, kTokens[below(kTokens.size())]);
                break;
            case 6: {
                const std::string& other = seeds_[below(seeds_.size())];
                text.replace(at, length, other, below(other.size()), below(256));
                break;
            }
            default:
                text.resize(at);
        }
    }

    const std::vector<std::string>& seeds_;
    std::mt19937_64 random_;
};

void run(const std::string& input) {
    // A copy of the exact size, so that reading one byte too far is seen.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::fprintf(stderr, "usage: %s ITERATIONS SEED_FOLDER [ONLY [FILE]]\n", arguments[0]);
        return 2;
    }
    const std::vector<std::string> seeds = seeds_in(arguments[2]);
    if (seeds.empty()) {
        std::fprintf(stderr, "%s holds no seeds.\n", arguments[2]);
        return 2;
    }
    __sanitizer_set_death_callback(name_the_iteration);
    std::signal(SIGABRT, on_abort);

    const bool by_clock = std::string_view(arguments[1]).ends_with('m');
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(number(arguments[1]));
    const auto goes_on = [&](std::uint64_t done) {
        return by_clock ? std::chrono::steady_clock::now() < end : done < number(arguments[1]);
    };
    const bool repeat = count > 3;
    const std::uint64_t only = repeat ? number(arguments[3]) : 0;
    std::uint64_t done = 0;
    // The first iterations are the seeds themselves.
    for (std::uint64_t i = only; repeat ? done < 1 : goes_on(done); ++i, ++done) {
        current_iteration = i;
        const std::string input = i < seeds.size() ? seeds[i] : Mutator(seeds, i).input();
        if (count > 4) std::ofstream(arguments[4], std::ios::binary) << input;
        run(input);
    }
    std::printf("%llu inputs from %zu seeds\n", static_cast<unsigned long long>(done),
                seeds.size());
    return 0;
}
