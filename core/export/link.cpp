#include "core/export/link.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/answers/carry.hpp"
#include "core/answers/pipeline.hpp"
#include "core/base/hash.hpp"
#include "core/base/number.hpp"
#include "core/json/parse.hpp"
#include "core/json/read.hpp"
#include "core/json/write.hpp"

namespace vgap::export_ {

namespace {

using answers::Answer;
using answers::AnswerState;
using instrument::Question;
using instrument::QuestionKind;

constexpr std::uint8_t kFormat = 1;
constexpr std::size_t kMarkBytes = 3;          // of the instrument's hash, and of the checksum
constexpr std::size_t kMostCharacters = 4096;  // of a link that is read
constexpr std::size_t kMostOptions = 32;       // whose every combination is a digit's value
constexpr double kMostNumbers = 1e15;

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

using Bytes = std::vector<std::uint8_t>;

// A whole number of any size, the lowest byte first.
class Big {
  public:
    Big() = default;
    explicit Big(Bytes bytes) : bytes_(std::move(bytes)) {}

    void append(std::uint64_t radix, std::uint64_t digit) {
        // A radix is below 2^51, so a byte's product and the carry fit.
        std::uint64_t carry = digit;
        for (std::uint8_t& byte : bytes_) {
            const std::uint64_t sum = byte * radix + carry;
            byte = static_cast<std::uint8_t>(sum);
            carry = sum >> 8;
        }
        for (; carry != 0; carry >>= 8) bytes_.push_back(static_cast<std::uint8_t>(carry));
    }

    // The digit that was appended last.
    std::uint64_t take(std::uint64_t radix) {
        std::uint64_t rest = 0;
        for (std::size_t at = bytes_.size(); at-- > 0;) {
            const std::uint64_t value = (rest << 8) | bytes_[at];
            bytes_[at] = static_cast<std::uint8_t>(value / radix);
            rest = value % radix;
        }
        return rest;
    }

    bool zero() const {
        for (const std::uint8_t byte : bytes_) {
            if (byte != 0) return false;
        }
        return true;
    }
    const Bytes& bytes() const { return bytes_; }

  private:
    Bytes bytes_;
};

// How many answers a question can have that a digit holds: 0 where it holds none.
std::uint64_t choices(const Question& question) {
    switch (question.kind) {
        case QuestionKind::kScale:
            return static_cast<std::uint64_t>(question.points);
        case QuestionKind::kSingle:
            return question.options.size();
        case QuestionKind::kMultiple:
            return question.options.size() <= kMostOptions ? 1ull << question.options.size() : 0;
        case QuestionKind::kNumber: {
            const double range = std::floor(question.most) - std::ceil(question.least) + 1;
            return range > 0 && range <= kMostNumbers ? static_cast<std::uint64_t>(range) : 0;
        }
        case QuestionKind::kText:
            return 0;
    }
    return 0;
}

std::vector<AnswerState> ways_not_to_answer(const Question& question) {
    std::vector<AnswerState> ways;
    if (question.no_answers.dont_know) ways.push_back(AnswerState::kDontKnow);
    if (question.no_answers.not_applicable) ways.push_back(AnswerState::kNotApplicable);
    if (question.no_answers.prefer_not_to_say) ways.push_back(AnswerState::kPreferNotToSay);
    return ways;
}

std::uint64_t radix(const Question& question) {
    return 1 + choices(question) + ways_not_to_answer(question).size();
}

// nullopt: no digit holds it.
std::optional<std::uint64_t> chosen(const Question& question, const Answer& answer) {
    switch (question.kind) {
        case QuestionKind::kScale:
        case QuestionKind::kSingle:
            return static_cast<std::uint64_t>(answer.point);
        case QuestionKind::kMultiple: {
            if (choices(question) == 0) return std::nullopt;
            std::uint64_t bits = 0;
            for (std::size_t at = 0; at < answer.selected.size(); ++at) {
                if (answer.selected[at] != 0) bits |= 1ull << at;
            }
            return bits;
        }
        case QuestionKind::kNumber:
            if (choices(question) == 0 || answer.number != std::floor(answer.number)) {
                return std::nullopt;
            }
            return static_cast<std::uint64_t>(answer.number - std::ceil(question.least));
        case QuestionKind::kText:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> digit(const Question& question, const Answer& answer) {
    if (answer.state == AnswerState::kSkipped) return 0;
    if (answer.state == AnswerState::kAnswered) {
        const auto value = chosen(question, answer);
        if (!value) return std::nullopt;
        return 1 + *value;
    }
    const std::vector<AnswerState> ways = ways_not_to_answer(question);
    for (std::size_t way = 0; way < ways.size(); ++way) {
        if (ways[way] == answer.state) return 1 + choices(question) + way;
    }
    return std::nullopt;
}

Answer answer_of(const Question& question, std::uint64_t digit) {
    Answer answer;
    if (digit == 0) return answer;
    const std::uint64_t value = digit - 1;
    if (value >= choices(question)) {
        const auto way = static_cast<std::size_t>(value - choices(question));
        answer.state = ways_not_to_answer(question)[way];
        return answer;
    }
    answer.state = AnswerState::kAnswered;
    if (question.kind == QuestionKind::kNumber) {
        answer.number = std::ceil(question.least) + static_cast<double>(value);
    } else if (question.kind == QuestionKind::kMultiple) {
        answer.selected.resize(question.options.size());
        for (std::size_t at = 0; at < answer.selected.size(); ++at) {
            answer.selected[at] = static_cast<std::uint8_t>((value >> at) & 1);
        }
    } else {
        answer.point = static_cast<int>(value);
    }
    return answer;
}

void append_mark(Bytes& out, std::string_view hex) {
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    for (std::size_t at = 0; at < 2 * kMarkBytes; at += 2) {
        out.push_back(static_cast<std::uint8_t>(value(hex[at]) * 16 + value(hex[at + 1])));
    }
}

std::string checked(const Bytes& bytes) {
    return base::sha256_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::string base64url(const Bytes& bytes) {
    std::string out;
    std::uint32_t held = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 6; bits -= 6) out += kAlphabet[(held >> (bits - 6)) & 63];
    }
    if (bits > 0) out += kAlphabet[(held << (6 - bits)) & 63];
    return out;
}

// nullopt: a character of another alphabet, or bits left over that are not 0.
std::optional<Bytes> from_base64url(std::string_view text) {
    Bytes out;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : text) {
        const std::size_t value = kAlphabet.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        held = (held << 6) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<std::uint8_t>(held >> bits));
        }
    }
    if (bits >= 6 || (held & ((1u << bits) - 1)) != 0) return std::nullopt;
    return out;
}

// The version whose hash begins as the link says; nullptr: none that is known.
const instrument::Instrument* version_of(const instrument::Instrument& instrument,
                                         const Bytes& bytes) {
    const auto is = [&bytes](const instrument::Instrument& version) {
        Bytes start = {kFormat};
        append_mark(start, version.hash);
        return std::equal(start.begin(), start.end(), bytes.begin());
    };
    if (is(instrument)) return &instrument;
    for (const instrument::Instrument& earlier : instrument.earlier_versions) {
        if (is(earlier)) return &earlier;
    }
    return nullptr;
}

constexpr char kBetween = '~';
constexpr std::size_t kMostTurnedCharacters = 1500;

std::string mark_of(std::string_view text) {
    Bytes mark;
    append_mark(mark, base::sha256_hex(text));
    return base64url(mark);
}

// ~ID~name~number, or nothing where the pipeline did not begin with a scenario that is shipped.
std::string turned_of(std::string_view pipeline) {
    const auto document = json::parse(pipeline);
    const json::Value* const scenario = document ? document->find("scenario") : nullptr;
    const json::Value* const turned = document ? document->find("turned") : nullptr;
    if (scenario == nullptr || turned == nullptr) return {};
    const json::Value* const shipped = scenario->find("example");
    const json::Value* const id = scenario->kind == json::Kind::kString    ? scenario
                                  : shipped != nullptr && shipped->boolean ? scenario->find("id")
                                                                           : nullptr;
    if (id == nullptr || !json::is_identifier(id->string)) return {};
    std::string out = kBetween + id->string;
    for (const json::Member& each : turned->members) {
        (out += kBetween) += each.name;
        json::append_number(out += kBetween, each.value.number);
    }
    return out.size() <= kMostTurnedCharacters ? out : std::string();
}

// The other way round, as answers/pipeline writes it; nullopt: damaged.
std::optional<std::string> pipeline_of(std::string_view turned) {
    std::vector<std::string_view> parts;
    while (!turned.empty()) {
        turned.remove_prefix(1);
        parts.push_back(turned.substr(0, turned.find(kBetween)));
        turned.remove_prefix(parts.back().size());
    }
    if (parts.size() % 2 == 0) return std::nullopt;
    json::Value document = json::empty(json::Kind::kObject);
    json::Value numbers = json::empty(json::Kind::kObject);
    for (std::size_t at = 1; at < parts.size(); at += 2) {
        const auto number = base::parse_number(parts[at + 1]);
        if (!number || numbers.find(parts[at]) != nullptr) return std::nullopt;
        numbers.members.push_back({std::string(parts[at]), json::number_of(*number)});
    }
    document.members.push_back({"scenario", json::text_of(std::string(parts[0]))});
    document.members.push_back({"turned", std::move(numbers)});
    base::Errors problems;
    std::string out = answers::read_pipeline(json::Reader(document, problems));
    if (!problems.empty()) return std::nullopt;
    return out;
}

}  // namespace

base::Result<std::string> link(const instrument::Instrument& instrument,
                               const answers::Answers& answers, std::string_view pipeline) {
    Big number;
    base::Errors problems;
    for (std::size_t at = 0; at < instrument.questions.size(); ++at) {
        const Question& question = instrument.questions[at];
        const auto value = digit(question, answers[at]);
        if (!value) {
            problems.push_back({"error.link.cannot_hold", "", {{"question", question.id}}});
            continue;
        }
        number.append(radix(question), *value);
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    Bytes bytes = {kFormat};
    append_mark(bytes, instrument.hash);
    bytes.insert(bytes.end(), number.bytes().begin(), number.bytes().end());
    append_mark(bytes, checked(bytes));
    std::string out = base64url(bytes);
    if (const std::string turned = pipeline.empty() ? std::string() : turned_of(pipeline);
        !turned.empty()) {
        (out += turned) += kBetween;
        out += mark_of(out);
    }
    return out;
}

base::Result<answers::Response> read_link(const instrument::Instrument& instrument,
                                          std::string_view text) {
    const auto refuse = [](std::string_view code) {
        return base::fail(base::Error{std::string(code), "", {}});
    };
    if (text.size() > kMostCharacters) return refuse("error.link.damaged");
    const std::string_view answered = text.substr(0, text.find(kBetween));
    std::optional<std::string> pipeline = "";
    if (answered.size() < text.size()) {
        const std::size_t mark = text.rfind(kBetween) + 1;
        if (mark_of(text.substr(0, mark)) != text.substr(mark)) return refuse("error.link.damaged");
        pipeline = pipeline_of(text.substr(answered.size(), mark - 1 - answered.size()));
        if (!pipeline) return refuse("error.link.damaged");
    }
    auto bytes = from_base64url(answered);
    if (!bytes || bytes->size() < 1 + 2 * kMarkBytes) return refuse("error.link.damaged");
    const Bytes sum(bytes->end() - kMarkBytes, bytes->end());
    bytes->resize(bytes->size() - kMarkBytes);
    Bytes expected;
    append_mark(expected, checked(*bytes));
    if (sum != expected) return refuse("error.link.damaged");
    const instrument::Instrument* const version = version_of(instrument, *bytes);
    if (version == nullptr) return refuse("error.link.other_instrument");
    Big number(Bytes(bytes->begin() + 1 + kMarkBytes, bytes->end()));
    answers::Answers answers(version->questions.size());
    for (std::size_t at = version->questions.size(); at-- > 0;) {
        const Question& question = version->questions[at];
        answers[at] = answer_of(question, number.take(radix(question)));
    }
    if (!number.zero()) return refuse("error.link.damaged");
    answers::Response response = answers::carry(instrument, *version, std::move(answers));
    response.pipeline = std::move(*pipeline);
    return response;
}

}  // namespace vgap::export_
