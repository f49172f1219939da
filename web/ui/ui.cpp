#include "web/ui/ui.hpp"

#include <algorithm>
#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

namespace vgap::ui {

Ui::Ui(GlyphSource& glyphs)
    : metrics_(glyphs),
      layouts_(metrics_),
      painter_(fonts_, metrics_),
      palette_(default_palette()) {
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);  // another page may be open already
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    io.Fonts->TexMinWidth = 512;  // 2 MB: a larger one is made and handed over while somebody waits
    io.Fonts->TexMinHeight = 1024;
    fonts_ = add_fonts(*io.Fonts, glyphs);
}

Ui::~Ui() {
    ImGui::SetCurrentContext(context_);
    // Without a renderer nobody else says that the textures are gone.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

void Ui::forget_letters() {
    ImGui::SetCurrentContext(context_);
    metrics_.forget();
    layouts_.forget();
    for (ImFont* font : fonts_) ImFontAtlasFontDiscardBakes(ImGui::GetIO().Fonts, font, 0);
}

void Ui::begin(const View& view, std::vector<Event> events) {
    view_ = view;
    phone_ = view.width < kPhoneWidth;
    events_ = std::move(events);
    look_towards();
    nodes_.clear();
    stack_.clear();
    focus_ = 0;
    const float width = std::min(view.width, kPageWidth);
    const float padding = phone_ ? kSpace4 : kSpace7;
    cursor_ = {};
    cursor_.x = std::floor((view.width - width) / 2) + padding;
    cursor_.w = width - 2 * padding;
    cursor_.y = phone_ ? kSpace4 : kSpace6;
    if (draws()) {
        layouts_.begin();
        ImGui::SetCurrentContext(context_);
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {view.width, view.tile_height};
        io.DisplayFramebufferScale = {view.density, view.density};
        io.DeltaTime = 1.0f / 60.0f;
        if (view.pointer.y > -1e6f) {
            io.AddMousePosEvent(view.pointer.x, view.pointer.y - view.tile_top);
        } else {
            io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        }
        io.AddMouseButtonEvent(0, view.pointer.down);
        // The DOM decides what a press does; ImGui only shows it, so no input may trickle.
        io.ConfigInputTrickleEventQueue = false;
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(io.DisplaySize);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
        ImGui::Begin("page", nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBringToFrontOnFocus);
        painter_.begin(*ImGui::GetWindowDrawList(), palette_, view.tile_top, view.tile_height,
                       view.density);
    }
    record("page", Role::kMain, Style::kNone, "");
    nodes_[0].id = 1;
    stack_.push_back({0, cursor_, cursor_.y, 0, 0, 0, {}, {}});
}

void Ui::end() {
    height_ = cursor_.y + cursor_.margin + (phone_ ? kSpace6 : kSpace7);
    nodes_[0].box = {0, 0, view_.width, height_};
    stack_.clear();
    events_.clear();
    if (draws()) {
        painter_.end();
        ImGui::End();
        ImGui::PopStyleVar(2);
        ImGui::Render();
    }
}

// Where the node was when it was described last.
void Ui::look_towards() {
    towards_.clear();
    if (events_.size() != 1) return;
    NodeId id = events_[0].id;
    for (auto node = nodes_.rbegin(); node != nodes_.rend(); ++node) {
        if (node->id != id) continue;
        id = node->parent;
        towards_.push_back(id);
    }
}

bool Ui::concerned() const {
    return towards_.empty() ||
           std::find(towards_.begin(), towards_.end(), parent_id()) != towards_.end();
}

NodeId Ui::parent_id() const {
    return stack_.empty() ? 0 : nodes_[stack_.back().node].id;
}

std::size_t Ui::record(std::string_view key, Role role, Style style, std::string_view name) {
    Node node;
    node.parent = parent_id();
    node.id = child_id(node.parent, key);
    node.role = role;
    node.style = style;
    node.name = name;
    if (!stack_.empty()) node.section = stack_.back().section;
    nodes_.push_back(std::move(node));
    return nodes_.size() - 1;
}

Ui::Scope Ui::open(std::string_view key, Role role, Style style, std::string_view name, Kind kind) {
    const std::size_t node = record(key, role, style, name);
    const float section = nodes_[node].section;
    stack_.push_back({node, cursor_, cursor_.y, 0, 0, 0, {}, {}, Cells::kNumbers, section});
    return Scope(*this, kind);
}

// Block layout: margins collapse, as they do in the document skin.
Box Ui::block(float height, float above, float below) {
    cursor_.y += std::max(cursor_.margin, above);
    const Box box{cursor_.x, cursor_.y, cursor_.w, height};
    cursor_.y += height;
    cursor_.margin = below;
    return box;
}

Box Ui::inline_box(float width, float height) {
    if (cursor_.flow_x > 0 && cursor_.flow_x + width > cursor_.w + 0.5f) {
        cursor_.y += cursor_.flow_height + cursor_.row_gap;
        cursor_.flow_x = 0;
        cursor_.flow_height = 0;
    }
    const Box box{cursor_.x + cursor_.flow_x, cursor_.y, width, height};
    cursor_.flow_x += width + cursor_.gap;
    cursor_.flow_height = std::max(cursor_.flow_height, height);
    return box;
}

const TextBlock& Ui::measure(std::string_view text, const Type& type, float width) {
    return layouts_.of(text, type, width);
}

bool Ui::took(NodeId id, Verb verb, std::string* value) {
    for (auto event = events_.begin(); event != events_.end(); ++event) {
        if (event->id != id || event->verb != verb) continue;
        if (value != nullptr) *value = std::move(event->value);
        events_.erase(event);
        return true;
    }
    return false;
}

bool Ui::press(std::size_t node) {
    Node& pressed = nodes_[node];
    if (draws() && painter_.visible(pressed.box)) {
        const ImVec2 from{pressed.box.x, pressed.box.y - view_.tile_top};
        const ImRect rect(from, {from.x + pressed.box.w, from.y + pressed.box.h});
        bool hovered = false;
        bool held = false;
        ImGui::ItemAdd(rect, pressed.id);
        ImGui::ButtonBehavior(rect, pressed.id, &hovered, &held);
        pressed.paint = (hovered ? 1 : 0) | (held ? 2 : 0);
    }
    return took(pressed.id, Verb::kPress);
}

void Ui::paragraph(std::string_view key, Role role, Style style, std::string_view text, float above,
                   float below, int level, int state) {
    const std::size_t node = record(key, role, style, "");
    nodes_[node].level = level;
    nodes_[node].state = state;
    if (!draws()) {
        nodes_[node].name = marked_up(text);
        return;
    }
    const Type type = this->type(style);
    const float width = style == Style::kSay
                            ? std::min(cursor_.w, 34.0f * static_cast<float>(type.size))
                            : cursor_.w;
    const TextBlock& laid = measure(text, type, width);
    Box box;
    if (cursor_.flow) {
        box = inline_box(laid.width, laid.height());
    } else if (text.empty()) {  // margins go through it, as in the document
        box = {cursor_.x, cursor_.y + cursor_.margin, cursor_.w, 0};
    } else {
        box = block(laid.height(), above, below);
    }
    nodes_[node].name = laid.joined;
    nodes_[node].box = box;
    own(node);
    painter_.text(laid, box.x, box.y);
}

}  // namespace vgap::ui
