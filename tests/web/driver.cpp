#include "tests/web/driver.hpp"

#include <cstdio>

#include <gtest/gtest.h>

#include "core/json/write.hpp"
#include "core/text/pseudo.hpp"

namespace vgap::test {

std::string read_file(const std::string& path) {
    std::string text;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) {
        ADD_FAILURE() << "cannot open " << path << "; run from the repository's top folder";
        return text;
    }
    char part[65536];
    while (const std::size_t read = std::fread(part, 1, sizeof part, file)) text.append(part, read);
    std::fclose(file);
    return text;
}

namespace {

// The pseudo-locale as a file again, so that the app reads it as it reads any language.
std::string pseudo_file(const std::string& file) {
    const text::Catalogue pseudo = text::pseudo(*text::Catalogue::read(file));
    std::string out = R"({"schema":"catalogue/1","language":"en-XA","messages":{)";
    std::string open;
    for (const text::Message& message : pseudo.messages()) {
        if (message.id != open) {
            if (!open.empty()) out += "},";
            json::append_string(out, message.id);
            out += ":{";
            open = message.id;
        } else {
            out += ',';
        }
        out += message.form == text::PluralForm::kOne ? "\"one\":" : "\"other\":";
        json::append_string(out, message.text);
    }
    return out + "}}}";
}

std::string in_language(std::string file, std::string_view language) {
    return language == "en-XA" ? pseudo_file(file) : file;
}

}  // namespace

Driver::Driver(const std::string& instrument, const std::string& texts,
               const std::string& interface) {
    std::string problems;
    app_ = app::App::create(*glyphs_, instrument, texts, interface, problems);
    if (!app_) ADD_FAILURE() << problems;
    app_->fact("today", "22 November 2026");
}

Driver::Driver(std::string_view instrument, std::string_view language)
    : Driver(read_file("assets/instruments/" + std::string(instrument) + "/instrument.json"),
             in_language(read_file("assets/instruments/" + std::string(instrument) + "/en.json"),
                         language),
             in_language(read_file("assets/locales/en.json"), language)) {}

Driver Driver::with_every_kind() {
    return Driver(read_file("tests/web/every_kind/instrument.json"),
                  read_file("tests/web/every_kind/en.json"), read_file("assets/locales/en.json"));
}

Driver Driver::with_instrument(const std::string& instrument) {
    return Driver(instrument, read_file("assets/instruments/leadership-pipeline/en.json"),
                  read_file("assets/locales/en.json"));
}

std::string Driver::frame() {
    return app_->frame(view);
}

const ui::Node* Driver::find(ui::Role role, std::string_view name_part) const {
    for (const ui::Node& node : nodes()) {
        if (node.role == role && node.name.find(name_part) != std::string::npos) return &node;
    }
    return nullptr;
}

std::vector<const ui::Node*> Driver::all(ui::Role role) const {
    std::vector<const ui::Node*> found;
    for (const ui::Node& node : nodes()) {
        if (node.role == role) found.push_back(&node);
    }
    return found;
}

std::string Driver::heading() const {
    for (const ui::Node& node : nodes()) {
        if (node.role == ui::Role::kHeading && node.level == 1) return node.name;
    }
    return {};
}

void Driver::act(ui::NodeId id, ui::Verb verb, std::string value) {
    app_->event({id, verb, std::move(value)});
    frame();
}

void Driver::press(ui::Role role, std::string_view name_part) {
    const ui::Node* node = find(role, name_part);
    ASSERT_NE(node, nullptr) << "no such control: " << name_part;
    act(node->id, ui::Verb::kPress);
}

void Driver::choose(const ui::Node& node) {
    act(node.id, ui::Verb::kChoose);
}

void Driver::choose_in_every_group(int position) {
    std::vector<ui::NodeId> chosen;
    for (const ui::Node* group : all(ui::Role::kGroup)) {
        int at = 0;
        for (const ui::Node& node : nodes()) {
            if (node.role != ui::Role::kRadio || node.parent != group->id) continue;
            if (at++ == position) chosen.push_back(node.id);
        }
    }
    for (const ui::NodeId id : chosen) act(id, ui::Verb::kChoose);
}

}  // namespace vgap::test
