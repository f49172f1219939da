// cli/embedded — the files that the program carries inside: sentences, schemas, the instruments
// and the scenarios that ship.
//
// In      assets/locales, assets/schemas, assets/instruments, assets/scenarios, assets/look, turned into bytes by
//         embed.cmake
// Out     find_embedded: a file by its path below assets/, or nullptr
// Errors  none
// Source  HOUSE.md §1
// Cost    O(files)
// Tested  tests/cli/schema.test.mjs
#pragma once

#include <span>
#include <string_view>

namespace vgap::cli {

struct EmbeddedFile {
    std::string_view path;  // "schemas/instrument.schema.json"
    std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_files();  // generated

inline const EmbeddedFile* find_embedded(std::string_view path) {
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.path == path) return &file;
    }
    return nullptr;
}

}  // namespace vgap::cli
