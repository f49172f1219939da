// text/catalogue — message id and named arguments to a sentence in one language.
//
// In      a file {"schema": "catalogue/1", "language": "en",
//                 "messages": {id: "text" | {"one": "text", ..., "other": "text"}}}
//         texts hold {name} placeholders; `**bold**` is left to whoever draws
//         an argument is text or a number; the one named n chooses the plural form
// Out     say: the sentence, safe to show (text/display). A missing id, or a placeholder without an
//         argument, stays visible and is counted, so that tests fail on it
//         add: lays another catalogue over this one (interface texts + an instrument's texts)
// Errors  read: all of error.json.*, error.catalogue.{schema, language, id, message, plural_other,
//         plural_form, placeholder, bold}, every problem at once
// Source  HOUSE.md §3; plural forms as in text/language
// Cost    say: O(log messages + length); read: O(bytes + messages log messages)
// Tested  tests/core/text/catalogue_test.cpp; tools/fuzz/catalogue_fuzz.cpp
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/text/language.hpp"

namespace vgap::text {

struct Arg {
    std::string_view name;
    std::string_view text;
    double number = 0;
    bool is_number = false;

    Arg(std::string_view name_, std::string_view text_) : name(name_), text(text_) {}
    Arg(std::string_view name_, const std::string& text_) : name(name_), text(text_) {}
    Arg(std::string_view name_, double number_) : name(name_), number(number_), is_number(true) {}
    // What stands in the code, hundreds of times, is short there: bytes of every download.
    [[gnu::noinline]] Arg(const char* name_, const std::string& text_);
    [[gnu::noinline]] Arg(const char* name_, const char* text_);
    [[gnu::noinline]] Arg(const char* name_, double number_);
    template <std::integral Number>
    Arg(const char* name_, Number number_) : Arg(name_, static_cast<double>(number_)) {}
};

// One form of one message; a message without plural forms has the form `other` alone.
struct Message {
    std::string id;
    PluralForm form = PluralForm::kOther;
    std::string text;
};

class Catalogue {
  public:
    static base::Result<Catalogue> read(std::string_view json_text);

    const std::string& language() const { return language_; }
    const std::vector<Message>& messages() const { return messages_; }  // by id, then form

    void add(const Catalogue& over);  // where both have an id, the added one's message counts

    // Whether any text needs it (text/script); worked out once, when the texts came.
    bool needs_shaping() const { return needs_shaping_; }

    bool has(std::string_view id) const;
    std::string say(std::string_view id, std::initializer_list<Arg> arguments = {}) const;
    std::string say(std::string_view id, const std::vector<Arg>& arguments) const;
    std::string say(const base::Error& error) const;  // the sentence alone, without the place

    std::size_t missing() const { return missing_; }  // so far asked for and not found

  private:
    friend Catalogue pseudo(const Catalogue& catalogue);

    std::string say(std::string_view id, const Arg* arguments, std::size_t count) const;
    const Message* find(std::string_view id, PluralForm form) const;
    void sort();

    std::string language_;
    std::vector<Message> messages_;
    bool needs_shaping_ = false;
    mutable std::size_t missing_ = 0;
};

// The names of the placeholders of a text, in order, repeated ones repeated. Braces that enclose no
// name are not placeholders; `well_formed` then tells.
std::vector<std::string_view> placeholders(std::string_view text);
bool well_formed(std::string_view text);

}  // namespace vgap::text
