// imconfig — compile-time choices for Dear ImGui, given to it and to web/ui alike.
//
// Source  IMGUI_USER_CONFIG; every define is explained in ImGui's own imconfig.h
// Tested  by every build: a mismatch is an ODR violation that IMGUI_CHECKVERSION reports
#pragma once

#define IMGUI_USE_WCHAR32
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// ImGui reads text only from settings files and typed numbers, and this program has neither:
// without the library's scanner the browser downloads 3 kB less.
#include <cstdio>
#define sscanf(...) 0

// No font ships: the host rasterises glyphs. ImGui has no switch for "no built-in rasteriser", but
// with FreeType chosen it leaves stb_truetype out and asks ImGuiFreeType::GetFontLoader(), which
// the facade defines.
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_ENABLE_FREETYPE

// A failed assertion stops the tests; in the release build for the browser it costs nothing.
#if defined(NDEBUG)
#define IM_ASSERT(_EXPR) ((void)0)
#else
#include <cassert>
#define IM_ASSERT(_EXPR) assert(_EXPR)
#endif
