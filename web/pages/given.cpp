#include "web/pages/given.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "core/json/write.hpp"

namespace vgap::pages {

namespace {

std::string_view words(const json::Value& of, std::string_view name) {
    const json::Value* const found = of.find(name);
    return found != nullptr && found->kind == json::Kind::kString ? found->string
                                                                  : std::string_view();
}

double number(const json::Value& of, std::string_view name, double otherwise) {
    const json::Value* const found = of.find(name);
    return found != nullptr && found->kind == json::Kind::kNumber ? found->number : otherwise;
}

bool flag(const json::Value& of, std::string_view name) {
    const json::Value* const found = of.find(name);
    return found != nullptr && found->boolean;
}

const std::vector<json::Value>& items(const json::Value& of, std::string_view name) {
    static const std::vector<json::Value> kNone;
    const json::Value* const found = of.find(name);
    return found != nullptr ? found->elements : kNone;
}

// Whole tenths of a percent, with a space after each: there are hundreds, and each as a value of JSON takes long to read.
std::vector<float> series(const json::Value& of, std::string_view name) {
    constexpr float kTenth = 0.1f;
    std::vector<float> out;
    const std::string_view all = words(of, name);
    const char* const end = all.data() + all.size();
    for (const char* at = all.data(); at < end; ++at) {
        int tenths = 0;
        at = std::from_chars(at, end, tenths).ptr;
        out.push_back(static_cast<float>(tenths) * kTenth);
    }
    return out;
}

// By the name that the document skin has for it.
ui::Style style(const json::Value& block, ui::Style otherwise) {
    const std::string_view name = words(block, "style");
    if (name.empty()) return otherwise;
    for (int at = 0; at <= static_cast<int>(ui::Style::kPlotMark); ++at) {
        if (ui::to_string(static_cast<ui::Style>(at)) == name) return static_cast<ui::Style>(at);
    }
    return otherwise;
}

ui::Token color(const json::Value& of) {
    static constexpr std::pair<std::string_view, ui::Token> kColors[] = {
        {"accent", ui::Token::kAccent}, {"need", ui::Token::kNeed}, {"gap", ui::Token::kGap},
        {"soft", ui::Token::kSoft},     {"ok", ui::Token::kOk},     {"line", ui::Token::kLine},
    };
    const std::string_view name = words(of, "color");
    for (const auto& [known, token] : kColors) {
        if (known == name) return token;
    }
    return ui::Token::kAccent;
}

ui::MarkKind mark_kind(const json::Value& of) {
    static constexpr std::string_view kKinds[] = {"line", "bar", "range", "dot", "ring", "tick"};
    const auto* const found = std::find(std::begin(kKinds), std::end(kKinds), words(of, "mark"));
    return found == std::end(kKinds) ? ui::MarkKind::kDot
                                     : static_cast<ui::MarkKind>(found - std::begin(kKinds));
}

std::vector<std::pair<float, std::string>> labels(const json::Value& of, std::string_view name) {
    std::vector<std::pair<float, std::string>> out;
    for (const json::Value& one : items(of, name)) {
        out.emplace_back(static_cast<float>(number(one, "at", 0)), words(one, "text"));
    }
    return out;
}

class Page {
  public:
    Page(ui::Ui& ui, app::Commands& commands, std::string_view to)
        : ui_(ui), commands_(commands), to_(to.empty() ? "given" : to) {}

    void blocks(const json::Value& of) {
        if (!ui_.concerned()) return;
        for (const json::Value& block : items(of, "blocks")) this->block(block);
    }

  private:
    using Show = void (Page::*)(const json::Value& block, std::string_view key);
    struct Kind {
        std::string_view name;
        Show show;
    };
    static const Kind kKinds[];

    void block(const json::Value& block);

    void ask(std::string_view key, std::string_view value = {}) {
        std::string what(to_);
        what += ':';
        what += key;
        what += '=';
        what += value;
        commands_.push_back(app::Ask{std::move(what)});
    }

    // Containers.
    void section(const json::Value& block, std::string_view key) {
        const ui::Ui::Scope scope = ui_.section(key);
        ui_.in_language(words(block, "lang"));
        blocks(block);
    }
    void card(const json::Value& block, std::string_view key) {
        const ui::Ui::Scope scope = ui_.card(key);
        blocks(block);
    }
    void list(const json::Value& block, std::string_view key) {
        const ui::Ui::Scope scope = ui_.list(key);
        blocks(block);
    }
    void columns(const json::Value& block, std::string_view key) {
        const ui::Ui::Scope scope =
            ui_.columns(key, static_cast<int>(std::clamp(number(block, "count", 2), 1.0, 4.0)));
        for (const json::Value& part : items(block, "blocks")) {
            const ui::Ui::Scope column = ui_.column(words(part, "key"));
            blocks(part);
        }
    }
    void flow(const json::Value& block, std::string_view key) {
        const ui::Ui::Scope scope = ui_.flow(key, style(block, ui::Style::kFlow));
        blocks(block);
    }
    void figure(const json::Value& block, std::string_view key) {
        const ui::Ui::Scope scope = ui_.figure(key, words(block, "text"));
        blocks(block);
    }
    void group(const json::Value& block, std::string_view key) {
        const ui::Ui::Scope scope = ui_.group(key, words(block, "text"), words(block, "help"));
        blocks(block);
    }

    // Words.
    void heading(const json::Value& block, std::string_view key) {
        const int level = static_cast<int>(std::clamp(number(block, "level", 2), 1.0, 5.0));
        ui_.heading(key, level, style(block, level == 1 ? ui::Style::kTitle : ui::Style::kHeading),
                    words(block, "text"));
        ui_.leads_to(words(block, "links"));
    }
    void text(const json::Value& block, std::string_view key) {
        ui_.text(key, style(block, ui::Style::kBody), words(block, "text"));
        ui_.leads_to(words(block, "links"));
    }
    void status(const json::Value& block, std::string_view key) {
        ui_.status(key, style(block, ui::Style::kSmall), words(block, "text"));
    }
    void quote(const json::Value& block, std::string_view key) {
        ui_.quote(key, words(block, "text"));
        ui_.leads_to(words(block, "links"));
    }
    void item(const json::Value& block, std::string_view key) {
        ui_.list_item(key, words(block, "text"));
        ui_.leads_to(words(block, "links"));
    }

    // Controls.
    void button(const json::Value& block, std::string_view key) {
        if (ui_.button(key, style(block, ui::Style::kSecondary), words(block, "text"))) ask(key);
        ui_.in_language(words(block, "lang"));
    }
    void disclosure(const json::Value& block, std::string_view key) {
        const bool open = flag(block, "open");
        if (ui_.disclosure(key, words(block, "text"), open)) ask(key, open ? "" : "open");
    }
    void aside(const json::Value& block, std::string_view key) {
        if (ui_.aside(key, words(block, "text"), flag(block, "checked"))) ask(key);
    }
    void radio(const json::Value& block, std::string_view key) {
        if (ui_.radio(key, words(block, "text"), words(block, "detail"), flag(block, "checked"))) {
            ask(key);
        }
    }
    void search(const json::Value& block, std::string_view key) {
        const auto typed =
            ui_.input(key, ui::Role::kInputSearch, words(block, "text"), words(block, "value"));
        if (typed) ask(key, *typed);
    }
    // "KEY=24" from the slider, "KEY!=2,5" from the field.
    void lever(const json::Value& block, std::string_view key) {
        const ui::Scale scale{number(block, "least", 0), number(block, "most", 100),
                              number(block, "step", 1)};
        const ui::Turned turned =
            ui_.lever(key, words(block, "text"), words(block, "said"), number(block, "value", 0),
                      scale, words(block, "typed"));
        if (turned.slid) {
            std::string value;
            json::append_number(value, *turned.slid);
            ask(key, value);
        }
        if (turned.typed) ask(std::string(key) + "!", *turned.typed);
    }

    // Charts and tables.
    void plot(const json::Value& block, std::string_view key) {
        ui::Plot plot;
        for (const json::Value& one : items(block, "spreads")) {
            plot.spreads.push_back({series(one, "low"), series(one, "high"), color(one)});
        }
        for (const json::Value& one : items(block, "curves")) {
            plot.curves.push_back({series(one, "values"), color(one),
                                   static_cast<float>(number(one, "thickness", 2)),
                                   flag(one, "dashed") ? ui::Dash::kDashed : ui::Dash::kNone});
        }
        plot.left = labels(block, "left");
        plot.below = labels(block, "below");
        plot.height = static_cast<float>(number(block, "height", plot.height));
        ui_.plot(key, words(block, "text"), plot);
    }
    void bar(const json::Value& block, std::string_view key) {
        std::vector<ui::Mark> marks;
        for (const json::Value& one : items(block, "marks")) {
            marks.push_back({mark_kind(one), static_cast<float>(number(one, "from", 0)),
                             static_cast<float>(number(one, "to", 0)), color(one)});
        }
        ui_.chart_row(key, words(block, "text"), words(block, "finding"), marks,
                      words(block, "value"), style(block, ui::Style::kChartLabel));
    }
    void table(const json::Value& block, std::string_view key) {
        std::vector<float> shares;
        for (const json::Value& share : items(block, "shares")) {
            shares.push_back(static_cast<float>(share.number));
        }
        const std::vector<json::Value>& rows = items(block, "rows");
        const ui::Ui::Scope scope =
            ui_.table(key, words(block, "text"), shares,
                      flag(block, "words") ? ui::Cells::kWords : ui::Cells::kNumbers);
        if (!ui_.concerned()) return;
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const ui::Ui::Scope row = ui_.row(std::to_string(at));
            const std::size_t columns = std::min(rows[at].elements.size(), shares.size());
            for (std::size_t column = 0; column < columns; ++column) {
                const json::Value& cell = rows[at].elements[column];  // its text, or {text, links}
                const std::string_view text =
                    cell.kind == json::Kind::kString ? cell.string : words(cell, "text");
                ui_.cell(std::to_string(column),
                         text.empty()  ? ui::Role::kCell  // a corner heads nothing
                         : at == 0     ? ui::Role::kColumnHeader
                         : column == 0 ? ui::Role::kRowHeader
                                       : ui::Role::kCell,
                         text);
                ui_.leads_to(words(cell, "links"));
            }
        }
    }

    ui::Ui& ui_;
    app::Commands& commands_;
    std::string_view to_;
};

const Page::Kind Page::kKinds[] = {
    {"section", &Page::section}, {"card", &Page::card},
    {"list", &Page::list},       {"columns", &Page::columns},
    {"flow", &Page::flow},       {"figure", &Page::figure},
    {"group", &Page::group},     {"heading", &Page::heading},
    {"text", &Page::text},       {"status", &Page::status},
    {"quote", &Page::quote},     {"item", &Page::item},
    {"button", &Page::button},   {"disclosure", &Page::disclosure},
    {"aside", &Page::aside},     {"radio", &Page::radio},
    {"lever", &Page::lever},     {"plot", &Page::plot},
    {"bar", &Page::bar},         {"table", &Page::table},
    {"search", &Page::search},
};

void Page::block(const json::Value& block) {
    const std::string_view name = words(block, "kind");
    for (const Kind& kind : kKinds) {
        if (kind.name == name) return (this->*kind.show)(block, words(block, "key"));
    }
}

}  // namespace

void keep(json::Value& page, json::Value& before) {
    json::Value* const now = page.find("blocks");
    json::Value* const then = before.find("blocks");
    if (now == nullptr || then == nullptr) return;
    for (json::Value& block : now->elements) {
        const bool kept = words(block, "kind") == "kept";
        if (!kept && block.find("blocks") == nullptr) continue;
        for (json::Value& old : then->elements) {
            if (words(old, "key") != words(block, "key")) continue;
            if (kept) {
                block = std::move(old);
            } else {
                keep(block, old);
            }
            break;
        }
    }
}

void given(ui::Ui& ui, const json::Value& page, app::Commands& commands) {
    Page(ui, commands, words(page, "to")).blocks(page);
}

std::string title_of(const json::Value& page) {
    return std::string(words(page, "title"));
}

}  // namespace vgap::pages
