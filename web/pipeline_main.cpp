// pipeline_main — the page "in people and months" as a module of its own, loaded when it is opened (web/pipeline_exports.json).
// Texts that are given back stay until the next call.
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/catalogue.hpp"
#include "web/app/sentences.hpp"
#include "web/host/texts.hpp"
#include "web/pipeline/page.hpp"

namespace {

using vgap::host::text;

struct State {
    vgap::text::Catalogue texts;
    std::unique_ptr<vgap::pipeline::Page> page;
    vgap::host::GivenBack out;
};

State& state() {
    static State* const kState = new State;  // lives as long as the module
    return *kState;
}

}  // namespace

extern "C" {

// First, so that whatever is wrong with a scenario can be said; and again in another language.
const char* vgp_speak(const char* texts, int length) {
    auto spoken = vgap::text::Catalogue::read(text(texts, length));
    if (spoken) {
        state().texts = std::move(*spoken);
        return nullptr;
    }
    std::string problems;
    vgap::app::append_problems(problems, state().texts, spoken.error());
    return state().out.give(std::move(problems));
}

const char* vgp_open(const char* scenario, int scenario_length, const char* turned,
                     int turned_length) {
    std::string problems;
    auto page = vgap::pipeline::Page::open(text(scenario, scenario_length), state().texts,
                                           text(turned, turned_length), problems);
    if (!page) return state().out.give(std::move(problems));
    state().page = std::move(page);
    return nullptr;
}

// One slice; 0: it rests.
int vgp_advance() {
    return state().page->advance() ? 1 : 0;
}

int vgp_act(const char* key, int key_length, const char* value, int value_length) {
    return state().page->act(text(key, key_length), text(value, value_length)) ? 1 : 0;
}

const char* vgp_page(int telling) {
    using vgap::pipeline::Telling;
    return state().out.give(state().page->page(static_cast<Telling>(telling)));
}

const char* vgp_turned() {
    return state().out.give(state().page->turned());
}

int vgp_out_length() {
    return state().out.length();
}

}  // extern "C"
