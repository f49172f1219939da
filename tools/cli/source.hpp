// cli/source — an instrument and its texts, by file name or by the id of one that ships.
//
// In      "leadership-pipeline" (carried inside), a path, or "-"
// Out     the instrument's name for messages, its bytes, its catalogues: the files that were named,
// or
//         those that lie beside it, one a language
// Errors  reported on the console; error.cli.cannot_open lists the ids that ship
// Source  HOUSE.md §1 (a language is one file)
// Cost    O(bytes)
// Tested  tests/cli/lint.test.mjs
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instrument/types.hpp"
#include "core/text/catalogue.hpp"
#include "tools/cli/console.hpp"

namespace vgap::cli {

struct Source {
    std::string name;
    std::string bytes;
    bool is_embedded = false;
};

struct TextFile {
    std::string name;
    text::Catalogue catalogue;
    std::string bytes;
};

// A language's two files, as they were read.
struct Spoken {
    std::string_view interface_bytes;
    const TextFile* own = nullptr;
};

std::optional<Source> open_source(std::string_view name, Console& console);

std::optional<instrument::Instrument> read_instrument(const Source& source, Console& console);

// nullopt: one of them is bad, which was reported. A language without a file is just not there.
std::optional<std::vector<TextFile>> read_texts(const Source& source,
                                                const instrument::Instrument& instrument,
                                                const std::vector<std::string>& named,
                                                Console& console);

// The tool's sentences, with the instrument's own laid over them: in the console's language, or else
// the first there is. nullopt as above.
std::optional<text::Catalogue> texts_over(const Source& source,
                                          const instrument::Instrument& instrument,
                                          const std::vector<std::string>& named, Console& console);

// The file of this name that lies beside an instrument; nullopt when there is none, which is nobody's fault.
struct Beside {
    std::string name;
    std::string bytes;
};
std::optional<Beside> read_beside(const Source& source, std::string_view name);

// nullopt: there are no texts in this language, which was reported with those that there are.
std::optional<Spoken> find_language(std::string_view language, const Source& source,
                                    const std::vector<TextFile>& texts, Console& console);

}  // namespace vgap::cli
