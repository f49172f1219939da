// reading_main — the articles as a module of its own, loaded when somebody asks what to read (web/reading_exports.json).
// Texts that are given back stay until the next call.
#include <memory>
#include <string>
#include <string_view>

#include "web/host/texts.hpp"
#include "web/reading/page.hpp"

namespace {

using vgap::host::text;

struct State {
    std::unique_ptr<vgap::reading::Page> page;
    vgap::host::GivenBack out;
};

State& state() {
    static State* const kState = new State;  // lives as long as the module
    return *kState;
}

}  // namespace

extern "C" {

const char* vgr_open(const char* texts, int texts_length, const char* names, int names_length,
                     const char* pack, int pack_length, const char* english, int english_length) {
    std::string problems;
    auto page = vgap::reading::Page::open({text(texts, texts_length), text(names, names_length),
                                           text(pack, pack_length), text(english, english_length)},
                                          problems);
    if (!page) return state().out.give(std::move(problems));
    state().page = std::move(page);
    return nullptr;
}

const char* vgr_speak(const char* texts, int texts_length, const char* names, int names_length,
                      const char* pack, int pack_length, const char* english, int english_length) {
    std::string problems;
    if (state().page->speak({text(texts, texts_length), text(names, names_length),
                             text(pack, pack_length), text(english, english_length)},
                            problems)) {
        return nullptr;
    }
    return state().out.give(std::move(problems));
}

void vgr_know(const char* profile, int profile_length, const char* read, int read_length) {
    state().page->know(text(profile, profile_length), text(read, read_length));
}

int vgr_act(const char* key, int key_length, const char* value, int value_length) {
    return state().page->act(text(key, key_length), text(value, value_length)) ? 1 : 0;
}

int vgr_depth() {
    return state().page->depth();
}

const char* vgr_recommended() {
    return state().out.give(state().page->recommended());
}

const char* vgr_page() {
    return state().out.give(state().page->page());
}

const char* vgr_read() {
    return state().out.give(state().page->read());
}

int vgr_out_length() {
    return state().out.length();
}

}  // extern "C"
