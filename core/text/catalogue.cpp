#include "core/text/catalogue.hpp"

#include <algorithm>
#include <tuple>

#include "core/base/sort.hpp"
#include "core/text/display.hpp"

namespace vgap::text {

namespace {

constexpr std::size_t kMostArgument = 120;  // code points of an error's argument; the rest is noise

bool is_name(std::string_view name) {
    if (name.empty()) return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

// The next {name} at or after `at`; size() when there is none.
std::size_t find_placeholder(std::string_view text, std::size_t at, std::string_view& name) {
    while ((at = text.find('{', at)) != std::string_view::npos) {
        const std::size_t end = text.find('}', at);
        if (end == std::string_view::npos) break;
        name = text.substr(at + 1, end - at - 1);
        if (is_name(name)) return at;
        ++at;
    }
    return text.size();
}

// An error's arguments are text already; a whole number among them can still choose a plural form.
bool to_number(std::string_view text, double& number) {
    if (text.empty() || text.size() > 15) return false;
    number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
        number = number * 10 + (c - '0');
    }
    return true;
}

std::string missing_id(std::string_view id) {
    return "⟦" + display_line(id) + "⟧";
}

}  // namespace

void Catalogue::sort() {
    base::sort(messages_, [](const Message& a, const Message& b) {
        return std::tie(a.id, a.form) < std::tie(b.id, b.form);
    });
}

void Catalogue::add(const Catalogue& over) {
    std::erase_if(messages_, [&](const Message& own) { return over.has(own.id); });
    messages_.insert(messages_.end(), over.messages_.begin(), over.messages_.end());
    needs_shaping_ = needs_shaping_ || over.needs_shaping_;
    sort();
}

const Message* Catalogue::find(std::string_view id, PluralForm form) const {
    auto at = std::lower_bound(messages_.begin(), messages_.end(), id,
                               [](const Message& m, std::string_view key) { return m.id < key; });
    const Message* other = nullptr;
    for (; at != messages_.end() && at->id == id; ++at) {
        if (at->form == form) return &*at;
        if (at->form == PluralForm::kOther) other = &*at;
    }
    return other;
}

bool Catalogue::has(std::string_view id) const {
    return find(id, PluralForm::kOther) != nullptr;
}

Arg::Arg(const char* name_, const std::string& text_) : name(name_), text(text_) {}

Arg::Arg(const char* name_, const char* text_) : name(name_), text(text_) {}

Arg::Arg(const char* name_, double number_) : name(name_), number(number_), is_number(true) {}

std::string Catalogue::say(std::string_view id, std::initializer_list<Arg> arguments) const {
    return say(id, arguments.begin(), arguments.size());
}

std::string Catalogue::say(std::string_view id, const std::vector<Arg>& arguments) const {
    return say(id, arguments.data(), arguments.size());
}

std::string Catalogue::say(const base::Error& error) const {
    std::vector<std::string> texts;
    texts.reserve(error.arguments.size());  // the arguments below keep views of these
    std::vector<Arg> arguments;
    for (const base::Argument& argument : error.arguments) {
        texts.push_back(display_line(argument.value, kMostArgument));
        arguments.emplace_back(argument.name, std::string_view(texts.back()));
    }
    return say(error.code, arguments);
}

std::string Catalogue::say(std::string_view id, const Arg* arguments, std::size_t count) const {
    PluralForm form = PluralForm::kOther;
    for (std::size_t i = 0; i < count; ++i) {
        double number = arguments[i].number;
        if (arguments[i].name != "n") continue;
        if (arguments[i].is_number || to_number(arguments[i].text, number)) {
            form = plural_form(language_, number);
        }
    }
    const Message* message = find(id, form);
    if (message == nullptr) {
        ++missing_;
        return missing_id(id);
    }
    const std::string_view text = message->text;
    std::string out;
    std::string_view name;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = find_placeholder(text, at, name);
        out += text.substr(at, next - at);
        if (next == text.size()) break;
        const Arg* found = nullptr;
        for (std::size_t i = 0; i < count; ++i) {
            if (arguments[i].name == name) found = &arguments[i];
        }
        if (found == nullptr) {
            ++missing_;
            out += text.substr(next, name.size() + 2);
        } else if (found->is_number) {
            out += format_number(language_, found->number);
        } else {
            out += display_text(found->text);
        }
        at = next + name.size() + 2;
    }
    return out;
}

std::vector<std::string_view> placeholders(std::string_view text) {
    std::vector<std::string_view> names;
    std::string_view name;
    for (std::size_t at = 0; (at = find_placeholder(text, at, name)) < text.size(); ++at) {
        names.push_back(name);
    }
    return names;
}

bool well_formed(std::string_view text) {
    std::size_t opening = 0;
    std::size_t closing = 0;
    for (const char c : text) {
        opening += c == '{';
        closing += c == '}';
    }
    const std::size_t names = placeholders(text).size();
    return opening == names && closing == names;
}

}  // namespace vgap::text
