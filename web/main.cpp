// main — the functions that the page's shell calls (web/exports.json): create, tell, frame, draw.
// One assessment per instance of the module; the shell decides when a frame is due.
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <imgui.h>

#include "web/app/app.hpp"
#include "web/host/html5_draw.hpp"
#include "web/host/html5_glyphs.hpp"
#include "web/host/texts.hpp"

namespace {

using vgap::host::text;

struct Instance {
    vgap::host::Html5Glyphs glyphs;
    std::unique_ptr<vgap::app::App> app;
    vgap::ui::Pointer pointer;
    vgap::host::DrawList drawing;
    vgap::host::GivenBack out;
};

Instance& instance() {
    static Instance* const kInstance = new Instance;  // lives as long as the module
    return *kInstance;
}

const char* give(std::string out) {
    return instance().out.give(std::move(out));
}

}  // namespace

extern "C" {

const char* vg_create(const char* instrument, int instrument_length, const char* texts,
                      int texts_length, const char* interface_texts, int interface_length) {
    std::string problems;
    instance().app = vgap::app::App::create(instance().glyphs, text(instrument, instrument_length),
                                            text(texts, texts_length),
                                            text(interface_texts, interface_length), problems);
    return instance().app ? nullptr : give(std::move(problems));
}

const char* vg_speak(const char* texts, int texts_length, const char* interface_texts,
                     int interface_length) {
    std::string problems;
    if (instance().app->speak(text(texts, texts_length), text(interface_texts, interface_length),
                              problems)) {
        return nullptr;
    }
    return give(std::move(problems));
}

void vg_theme(const std::uint8_t* colors, int length) {
    vgap::ui::Palette palette;
    if (length != static_cast<int>(sizeof palette)) return;
    std::memcpy(palette.data(), colors, sizeof palette);
    instance().app->palette(palette);
}

void vg_fact(const char* key, int key_length, const char* value, int value_length) {
    instance().app->fact(text(key, key_length), text(value, value_length));
}

const char* vg_load_draft(const char* draft, int length) {
    std::string problems;
    if (instance().app->load_draft(text(draft, length), problems)) return nullptr;
    return give(std::move(problems));
}

const char* vg_load(const char* answers, int length) {
    std::string problems;
    if (instance().app->load(text(answers, length), problems)) return nullptr;
    return give(std::move(problems));
}
void vg_reset() {
    instance().app->reset();
}

const char* vg_frame(float width, float tile_top, float tile_height, float density, int skin) {
    vgap::ui::View view;
    view.width = width;
    view.tile_top = tile_top;
    view.tile_height = tile_height;
    view.density = density;
    view.skin = skin == 0 ? vgap::ui::Skin::kCanvas : vgap::ui::Skin::kDocument;
    view.pointer = instance().pointer;
    std::string message = instance().app->frame(view);
    return message.empty() ? nullptr : give(std::move(message));
}

// The GPU forgot everything: the next vg_draw asks for every texture again.
void vg_lost() {
    vgap::host::request_all_textures();
}

const std::int32_t* vg_draw() {
    return instance().drawing.collect();
}

void vg_event(int id, int verb, const char* value, int length) {
    if (verb < 0 || verb > static_cast<int>(vgap::ui::Verb::kSet)) return;
    instance().app->event({static_cast<vgap::ui::NodeId>(id), static_cast<vgap::ui::Verb>(verb),
                           std::string(text(value, length))});
}

void vg_pointer(float x, float y, int down) {
    instance().pointer = {x, y, down != 0};
}

const char* vg_profile() {
    return give(instance().app->profile());
}
const char* vg_response() {
    return give(instance().app->response());
}
const char* vg_state() {
    return give(instance().app->state());
}
const char* vg_file(const char* format, int format_length, const char* today, int today_length) {
    return give(instance().app->file(text(format, format_length), text(today, today_length)));
}
void vg_compare(const char* answers, int length) {
    instance().app->compare(text(answers, length));
}
const char* vg_link() {
    return give(instance().app->link());
}
void vg_open_link(const char* link, int length) {
    instance().app->open_link(text(link, length));
}
const char* vg_open_file(const char* bytes, int length) {
    std::string problems;
    if (instance().app->open_file(text(bytes, length), problems)) return nullptr;
    return give(std::move(problems));
}
const char* vg_merge(const char* base, int base_length, const char* theirs, int length) {
    return give(instance().app->merge(text(base, base_length), text(theirs, length)));
}
const char* vg_give(const char* page, int length) {
    std::string problems;
    if (instance().app->give(text(page, length), problems)) return nullptr;
    return give(std::move(problems));
}
const char* vg_draft() {
    return give(instance().app->draft());
}
int vg_out_length() {
    return instance().out.length();
}

}  // extern "C"
