// tests/web/driver — drives the pages as a person does, through the semantic tree: by role and
// name, never by a pixel.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/app/app.hpp"
#include "web/host/headless_glyphs.hpp"

namespace vgap::test {

std::string read_file(const std::string& path);  // relative to the repository

class Driver {
  public:
    // An instrument of assets/instruments; language "en" or the pseudo-locale "en-XA".
    explicit Driver(std::string_view instrument = "leadership-pipeline",
                    std::string_view language = "en");

    // A small instrument with every kind of question and skip logic.
    static Driver with_every_kind();

    // The shipped texts with another instrument file.
    static Driver with_instrument(const std::string& instrument);

    app::App& app() { return *app_; }
    const std::vector<ui::Node>& nodes() const { return app_->ui().nodes(); }
    std::string frame();

    const ui::Node* find(ui::Role role, std::string_view name_part) const;
    std::vector<const ui::Node*> all(ui::Role role) const;
    std::string heading() const;  // of the first level

    // Fails the test when there is no such node.
    void press(ui::Role role, std::string_view name_part);
    void choose(const ui::Node& node);
    // In each group on the page, the radio at this position (of those that are on the scale).
    void choose_in_every_group(int position);
    void act(ui::NodeId id, ui::Verb verb, std::string value = "");

    ui::View view;

  private:
    Driver(const std::string& instrument, const std::string& texts, const std::string& interface);
    std::unique_ptr<host::HeadlessGlyphs> glyphs_ = std::make_unique<host::HeadlessGlyphs>();
    std::unique_ptr<app::App> app_;
};

}  // namespace vgap::test
