// ui/imgui_without_tables — stands in for ImGui's own imgui_tables.cpp, which calls from its other
// files would pull into every build: rows and tables here are the facade's, so what the browser
// downloads is a tenth smaller. A definition that no declaration of ImGui's matches does not
// compile: a newer ImGui tells what to change.
//
// In      calls of ImGui about tables and columns that this program never begins
// Out     nothing
// Errors  none
// Tested  by every build and every test of web/

#include <imgui.h>
#include <imgui_internal.h>

void ImGui::EndTable() {}
void ImGui::TableEndRow(ImGuiTable*) {}
void ImGui::TablePushBackgroundChannel() {}
void ImGui::TablePopBackgroundChannel() {}
void ImGui::TablePushColumnChannel(int) {}
void ImGui::TablePopColumnChannel() {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTable*) {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void ImGui::TableGcCompactSettings() {}
void ImGui::TableSettingsAddSettingsHandler() {}
void ImGui::EndColumns() {}
void ImGui::TableEndCell(ImGuiTable*) {}
void ImGui::PushColumnsBackground() {}
void ImGui::PopColumnsBackground() {}
