#include "web/host/html5_draw.hpp"

#include <imgui.h>

namespace vgap::host {

namespace {

constexpr std::int32_t kCreate = 1, kUpdate = 2, kDestroy = 3;

template <class T>
std::int32_t address(const T* at) {
    return static_cast<std::int32_t>(reinterpret_cast<std::intptr_t>(at));
}

}  // namespace

// The shell serves every request before it draws, so each can be marked as done here.
void DrawList::collect_textures() {
    requests_.clear();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        Request request{
            texture->UniqueID + 1, 0, texture->Width, texture->Height, 0, 0, 0, 0, 0, 0};
        switch (texture->Status) {
            case ImTextureStatus_WantCreate:
                request.operation = kCreate;
                request.pixels = address(texture->Pixels);
                texture->SetTexID(static_cast<ImTextureID>(request.texture));
                texture->SetStatus(ImTextureStatus_OK);
                break;
            case ImTextureStatus_WantUpdates:
                request.operation = kUpdate;
                request.x = texture->UpdateRect.x;
                request.y = texture->UpdateRect.y;
                request.w = texture->UpdateRect.w;
                request.h = texture->UpdateRect.h;
                request.pixels = address(texture->Pixels);
                texture->SetStatus(ImTextureStatus_OK);
                break;
            case ImTextureStatus_WantDestroy:
                if (texture->UnusedFrames <= 0) continue;
                request.operation = kDestroy;
                texture->SetTexID(ImTextureID_Invalid);
                texture->SetStatus(ImTextureStatus_Destroyed);
                break;
            default:
                continue;
        }
        requests_.push_back(request);
    }
}

const std::int32_t* DrawList::collect() {
    vertices_.clear();
    indices_.clear();
    commands_.clear();
    collect_textures();
    const ImDrawData* data = ImGui::GetDrawData();
    if (data != nullptr) {
        for (const ImDrawList* list : data->CmdLists) {
            const auto vertex_base = static_cast<std::int32_t>(vertices_.size());
            const auto index_base = static_cast<std::int32_t>(indices_.size());
            vertices_.insert(vertices_.end(), list->VtxBuffer.begin(), list->VtxBuffer.end());
            indices_.insert(indices_.end(), list->IdxBuffer.begin(), list->IdxBuffer.end());
            for (const ImDrawCmd& command : list->CmdBuffer) {
                if (command.ElemCount == 0 || command.UserCallback != nullptr) continue;
                commands_.push_back({{command.ClipRect.x, command.ClipRect.y, command.ClipRect.z,
                                      command.ClipRect.w},
                                     static_cast<std::int32_t>(command.GetTexID()),
                                     index_base + static_cast<std::int32_t>(command.IdxOffset),
                                     static_cast<std::int32_t>(command.ElemCount),
                                     vertex_base + static_cast<std::int32_t>(command.VtxOffset)});
            }
        }
    }
    header_[0] = address(vertices_.data());
    header_[1] = static_cast<std::int32_t>(vertices_.size());
    header_[2] = address(indices_.data());
    header_[3] = static_cast<std::int32_t>(indices_.size());
    header_[4] = address(commands_.data());
    header_[5] = static_cast<std::int32_t>(commands_.size());
    header_[6] = address(requests_.data());
    header_[7] = static_cast<std::int32_t>(requests_.size());
    return header_;
}

void request_all_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_OK) texture->SetStatus(ImTextureStatus_WantCreate);
    }
}

}  // namespace vgap::host
