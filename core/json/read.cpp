#include "core/json/read.hpp"

#include <algorithm>
#include <cmath>

#include "core/json/pointer.hpp"
#include "core/json/write.hpp"

namespace vgap::json {

namespace {

const Value kNothing;

// The words of the JSON standard, which every language's documentation uses as they are.
std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::kNull:
            return "null";
        case Kind::kBoolean:
            return "boolean";
        case Kind::kNumber:
            return "number";
        case Kind::kString:
            return "string";
        case Kind::kArray:
            return "array";
        case Kind::kObject:
            return "object";
    }
    return "null";
}

std::string written(double number) {
    std::string out;
    append_number(out, number);
    return out;
}

void append_to(std::string& pointer, std::string_view name, std::size_t position) {
    if (name.data() == nullptr) {
        append_step(pointer, position);
    } else {
        append_step(pointer, name);
    }
}

}  // namespace

bool is_identifier(std::string_view text) {
    constexpr std::size_t kMost = 64;
    if (text.empty() || text.size() > kMost || text[0] == '_' || text[0] == '-') return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

Reader::Reader(const Value& value, base::Errors& problems, std::string pointer, Unknown unknown)
    : value_(&value), problems_(&problems), start_(std::move(pointer)), unknown_(unknown) {}

std::string Reader::pointer() const {
    std::string pointer = start_;
    for (std::size_t i = 0; i < depth_; ++i) append_to(pointer, steps_[i].name, steps_[i].position);
    return pointer;
}

Reader Reader::child(const Value& value, Step step) const {
    Reader child(*this);
    child.value_ = &value;
    if (depth_ == steps_.size()) {
        child.start_ = pointer();
        child.depth_ = 0;
    }
    child.steps_[child.depth_++] = step;
    return child;
}

void Reader::report(std::string_view code, std::vector<base::Argument> arguments) const {
    base::note(*problems_, {std::string(code), pointer(), std::move(arguments)});
}

void Reader::report(base::Error error) const {
    base::note(*problems_, std::move(error));
}

bool Reader::is(Kind kind) const {
    if (value_->kind == kind) return true;
    if (value_->kind == Kind::kNull) {
        report("error.json.missing", {{"expected", std::string(name_of(kind))}});
    } else {
        report("error.json.wrong_kind", {{"expected", std::string(name_of(kind))},
                                         {"found", std::string(name_of(value_->kind))}});
    }
    return false;
}

bool Reader::object(std::initializer_list<std::string_view> keys) const {
    if (!is(Kind::kObject)) return false;
    if (unknown_ == Unknown::kPassedOver) return true;
    for (const Member& member : value_->members) {
        if (std::find(keys.begin(), keys.end(), member.name) != keys.end()) continue;
        std::string allowed;
        for (const std::string_view key : keys) {
            if (!allowed.empty()) allowed += ", ";
            allowed += key;
        }
        at(member.name)
            .report("error.json.unknown_key",
                    {{"key", excerpt(member.name)}, {"allowed", std::move(allowed)}});
    }
    return true;
}

bool Reader::has(std::string_view key) const {
    const Value* found = value_->find(key);
    return found != nullptr && found->kind != Kind::kNull;
}

Reader Reader::at(std::string_view key) const {
    for (const Member& member : value_->members) {
        if (member.name == key) return child(member.value, {member.name, 0});
    }
    // The caller's key may be gone before the Reader is, so it goes into the start at once.
    Reader missing(kNothing, *problems_, pointer(), unknown_);
    append_step(missing.start_, key);
    return missing;
}

std::vector<Reader> Reader::elements() const {
    std::vector<Reader> readers;
    if (!is(Kind::kArray)) return readers;
    readers.reserve(value_->elements.size());
    for (std::size_t i = 0; i < value_->elements.size(); ++i) {
        readers.push_back(child(value_->elements[i], {{}, i}));
    }
    return readers;
}

std::vector<Reader> Reader::elements(std::size_t least, std::size_t most) const {
    if (!is(Kind::kArray)) return {};
    const std::size_t found = value_->elements.size();
    if (found > most) {
        report("error.json.too_many_elements",
               {{"found", std::to_string(found)}, {"most", std::to_string(most)}});
        return {};
    }
    if (found < least) {
        report("error.json.too_few_elements",
               {{"found", std::to_string(found)}, {"least", std::to_string(least)}});
    }
    return elements();
}

std::vector<std::pair<std::string, Reader>> Reader::members() const {
    std::vector<std::pair<std::string, Reader>> readers;
    if (!is(Kind::kObject)) return readers;
    readers.reserve(value_->members.size());
    for (const Member& member : value_->members) {
        readers.emplace_back(member.name, child(member.value, {member.name, 0}));
    }
    return readers;
}

std::string Reader::string(std::size_t most_bytes) const {
    if (!is(Kind::kString)) return {};
    if (value_->string.size() > most_bytes) {
        report("error.json.too_long", {{"found", std::to_string(value_->string.size())},
                                       {"most", std::to_string(most_bytes)}});
        return {};
    }
    return value_->string;
}

std::string Reader::identifier() const {
    if (!is(Kind::kString)) return {};
    if (!is_identifier(value_->string)) {
        report("error.json.not_an_identifier", {{"found", excerpt(value_->string)}});
        return {};
    }
    return value_->string;
}

double Reader::number(double least, double most) const {
    if (!is(Kind::kNumber)) return least;
    const double number = value_->number;
    if (number < least || number > most) {
        report("error.json.out_of_range",
               {{"found", written(number)}, {"least", written(least)}, {"most", written(most)}});
        return least;
    }
    return number;
}

int Reader::whole(int least, int most) const {
    if (!is(Kind::kNumber)) return least;
    if (std::floor(value_->number) != value_->number) {
        report("error.json.not_a_whole_number", {{"found", written(value_->number)}});
        return least;
    }
    return static_cast<int>(number(least, most));
}

bool Reader::boolean() const {
    return is(Kind::kBoolean) && value_->boolean;
}

int Reader::one_of(std::initializer_list<std::string_view> allowed) const {
    if (!is(Kind::kString)) return -1;
    const auto* found = std::find(allowed.begin(), allowed.end(), value_->string);
    if (found != allowed.end()) return static_cast<int>(found - allowed.begin());
    std::string list;
    for (const std::string_view each : allowed) {
        if (!list.empty()) list += ", ";
        list += each;
    }
    report("error.json.not_allowed", {{"found", excerpt(value_->string)}, {"allowed", list}});
    return -1;
}

}  // namespace vgap::json
