// host/html5_draw — Dear ImGui's draw data as flat arrays that the shell's WebGL reads in place.
//
// In      the draw data of the last frame (ImGui::GetDrawData)
// Out     eight integers: vertices, indices, commands, texture requests, each as address and count
// Errors  none
// Source  the layout that shell/gl.mjs reads; ImGui's textures as of 1.92
// Cost    one copy of the vertices; a page has one draw list, so usually none
// Tested  tests/browser
#pragma once

#include <cstdint>
#include <vector>

struct ImDrawVert;

namespace vgap::host {

class DrawList {
  public:
    const std::int32_t* collect();

  private:
    struct Command {
        float clip[4];
        std::int32_t texture, first_index, index_count, first_vertex;
    };
    struct Request {
        std::int32_t texture, operation, width, height, x, y, w, h, pixels, unused;
    };
    void collect_textures();
    std::vector<ImDrawVert> vertices_;
    std::vector<std::uint16_t> indices_;
    std::vector<Command> commands_;
    std::vector<Request> requests_;
    std::int32_t header_[8] = {};
};

// After a lost context: every texture is asked for again.
void request_all_textures();

}  // namespace vgap::host
