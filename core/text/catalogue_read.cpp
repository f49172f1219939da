// Reading a catalogue from its file; apart from catalogue.cpp so that saying needs no JSON.
#include <algorithm>

#include "core/json/parse.hpp"
#include "core/json/read.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/display.hpp"
#include "core/text/script.hpp"

namespace vgap::text {

namespace {

constexpr std::size_t kMostText = 16384;  // bytes of one text
constexpr std::size_t kMostId = 200;

bool is_message_id(std::string_view id) {
    if (id.empty() || id.size() > kMostId) return false;
    return std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '.' || c == '-';
    });
}

// "en", "de-CH", "zh-Hant-TW", "en-XA"
bool is_language(std::string_view tag) {
    const std::size_t end = std::min(tag.find('-'), tag.size());
    if (end < 2 || end > 3 || tag.size() > 35 || tag.back() == '-') return false;
    for (std::size_t i = 0; i < tag.size(); ++i) {
        const char c = tag[i];
        const bool lower = c >= 'a' && c <= 'z';
        const bool later = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!lower && (i < end || !later)) return false;
    }
    return true;
}

std::size_t count_bold(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find("**", at)) != std::string_view::npos; at += 2) {
        ++count;
    }
    return count;
}

std::string read_text(const json::Reader& reader) {
    std::string text = display_text(reader.string(kMostText));
    if (!well_formed(text)) reader.report("error.catalogue.placeholder");
    if (count_bold(text) % 2 != 0) reader.report("error.catalogue.bold");
    return text;
}

void read_message(const std::string& id, const json::Reader& reader, std::vector<Message>& out) {
    if (!is_message_id(id)) reader.report("error.catalogue.id", {{"id", id}});
    if (reader.value().kind == json::Kind::kString) {
        out.push_back({id, PluralForm::kOther, read_text(reader)});
        return;
    }
    if (reader.value().kind != json::Kind::kObject) {
        reader.report("error.catalogue.message");
        return;
    }
    if (!reader.has("other")) reader.report("error.catalogue.plural_other");
    for (const auto& [name, form_reader] : reader.members()) {
        int form = 0;
        while (form < kPluralForms && to_string(static_cast<PluralForm>(form)) != name) ++form;
        if (form == kPluralForms) {
            form_reader.report("error.catalogue.plural_form", {{"form", name}});
        } else {
            out.push_back({id, static_cast<PluralForm>(form), read_text(form_reader)});
        }
    }
}

}  // namespace

base::Result<Catalogue> Catalogue::read(std::string_view json_text) {
    base::Result<json::Value> document = json::parse(json_text);
    if (!document) return base::fail(std::move(document.error()));
    base::Errors problems;
    const json::Reader root(*document, problems);
    Catalogue catalogue;
    if (root.object({"schema", "language", "messages"})) {
        const std::string schema = root.at("schema").string();
        if (!schema.empty() && schema != "catalogue/1") {
            root.at("schema").report("error.catalogue.schema",
                                     {{"found", schema}, {"expected", "catalogue/1"}});
        }
        catalogue.language_ = root.at("language").string(64);
        if (!catalogue.language_.empty() && !is_language(catalogue.language_)) {
            root.at("language")
                .report("error.catalogue.language", {{"found", catalogue.language_}});
        }
        for (const auto& [id, reader] : root.at("messages").members()) {
            read_message(id, reader, catalogue.messages_);
        }
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    catalogue.sort();
    for (const Message& message : catalogue.messages_) {
        catalogue.needs_shaping_ = catalogue.needs_shaping_ || text::needs_shaping(message.text);
    }
    return catalogue;
}

}  // namespace vgap::text
