// bench/frame — frames a second and core, headless: an answer on the fullest page of questions, and
// a scroll of the result with everything open, in both skins. The shell's part (DOM, WebGL) is
// measured in the browser.
//
// In      an instrument and, beside it, its texts; the interface's texts; letters of one width
// Out     four rows
// Errors  files that make no assessment: said on stderr
// Source  HOUSE.md §2
// Cost    four cases of runs · seconds
// Tested  by use

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "tools/bench/harness.hpp"
#include "web/app/app.hpp"
#include "web/host/headless_glyphs.hpp"

namespace vgap::bench {

namespace {

std::string beside(const std::string& path, const char* name) {
    return path.substr(0, path.find_last_of('/') + 1) + name;
}

// Someone who answers everything with the first choice and opens everything there is.
class Visitor {
  public:
    explicit Visitor(const Options& options) {
        app_ = app::App::create(glyphs_, text_of(options.instrument),
                                text_of(beside(options.instrument, "en.json")),
                                text_of("assets/locales/en.json"), problems_);
        if (app_) app_->frame(view);
    }

    bool ready() const { return app_ != nullptr; }
    const std::string& problems() const { return problems_; }
    const std::vector<ui::Node>& nodes() const { return app_->ui().nodes(); }
    std::string frame() { return app_->frame(view); }

    void act(ui::NodeId id, ui::Verb verb) {
        app_->event({id, verb, {}});
        app_->frame(view);
    }

    // The button that leads on: the first screen's only one, later that of the page's foot.
    bool go_on() {
        for (const ui::Node& node : nodes()) {
            if (node.role != ui::Role::kButton || node.style != ui::Style::kPrimary) continue;
            act(node.id, ui::Verb::kPress);
            return true;
        }
        return false;
    }

    std::vector<ui::NodeId> first_choices() const {
        std::vector<ui::NodeId> found;
        ui::NodeId group = 0;
        for (const ui::Node& node : nodes()) {
            if (node.role != ui::Role::kRadio || node.parent == group) continue;
            group = node.parent;
            found.push_back(node.id);
        }
        return found;
    }

    void open_everything() {
        for (bool again = true; again;) {
            again = false;
            for (const ui::Node& node : nodes()) {
                if (node.role != ui::Role::kDisclosure || (node.state & ui::kExpanded) != 0)
                    continue;
                act(node.id, ui::Verb::kPress);
                again = true;
                break;
            }
        }
    }

    ui::View view;

  private:
    host::HeadlessGlyphs glyphs_;
    std::string problems_;
    std::unique_ptr<app::App> app_;
};

// Two radios of the page's first group, to choose by turns.
std::vector<ui::NodeId> first_pair(const Visitor& visitor) {
    std::vector<ui::NodeId> found;
    ui::NodeId group = 0;
    for (const ui::Node& node : visitor.nodes()) {
        if (node.role != ui::Role::kRadio || (group != 0 && node.parent != group)) continue;
        group = node.parent;
        if (found.size() < 2) found.push_back(node.id);
    }
    return found;
}

constexpr int kMostPages = 200;
constexpr std::size_t kFrames = 10;  // one measured call

}  // namespace

bool frame_bench(const Options& options, std::vector<Measured>& results) {
    for (const ui::Skin skin : {ui::Skin::kCanvas, ui::Skin::kDocument}) {
        const std::string in = skin == ui::Skin::kCanvas ? ", canvas" : ", document";
        const auto add = [&](const std::string& name, const auto& work) {
            results.push_back(measure(options, name + in, "frames", kFrames, work));
        };
        // A first visit finds the fullest page of questions, a second stays there.
        std::size_t fullest = 0, most_nodes = 0;
        for (const bool second : {false, true}) {
            Visitor visitor(options);
            if (!visitor.ready()) {
                std::fprintf(stderr, "bench: %s\n", visitor.problems().c_str());
                return false;
            }
            visitor.view.skin = skin;
            bool open = visitor.go_on();
            for (std::size_t page = 0; open && page < kMostPages; ++page) {
                const std::vector<ui::NodeId> choices = visitor.first_choices();
                if (!choices.empty() && visitor.nodes().size() > most_nodes) {
                    most_nodes = visitor.nodes().size();
                    fullest = page;
                }
                for (const ui::NodeId id : choices) visitor.act(id, ui::Verb::kChoose);
                const std::vector<ui::NodeId> pair = first_pair(visitor);
                if (second && page == fullest && pair.size() == 2) {
                    add("frame: an answer", [&] {
                        for (std::size_t i = 0; i < kFrames; ++i) {
                            visitor.act(pair[1 - i % 2], ui::Verb::kChoose);
                        }
                    });
                }
                open = visitor.go_on();
            }
            if (!second) continue;
            visitor.open_everything();
            add("frame: a scrolled result", [&] {
                for (std::size_t i = 0; i < kFrames; ++i) {
                    visitor.view.tile_top = i % 2 == 0 ? 200 : 0;
                    visitor.frame();
                }
            });
        }
    }
    return true;
}

}  // namespace vgap::bench
