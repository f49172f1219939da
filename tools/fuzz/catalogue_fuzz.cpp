// catalogue_fuzz — any bytes as a catalogue: refused with places, or every message can be said.
//
// In      bytes
// Out     a fault when an error has no code, a sentence holds what display_text removes, or reading
//         and saying disagree
// Source  PRODUCT.md §5
// Tested  itself, bounded, by the sanitize flavour
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text/catalogue.hpp"
#include "core/text/display.hpp"
#include "core/text/pseudo.hpp"
#include "tools/fuzz/promise.hpp"

namespace {

using vgap::fuzz::require;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using vgap::text::Catalogue;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string shown = vgap::text::display_text(bytes);
    require(vgap::text::display_text(shown) == shown);

    const vgap::base::Result<Catalogue> read = Catalogue::read(bytes);
    if (!read) {
        require(!read.error().empty());
        for (const auto& error : read.error()) require(error.code.starts_with("error."));
        return 0;
    }
    Catalogue both = *read;
    both.add(vgap::text::pseudo(*read));
    for (const vgap::text::Message& message : read->messages()) {
        const std::string said = read->say(message.id, {{"n", 2}, {"who", bytes}});
        require(vgap::text::display_text(said) == said);
        // A message may consist of plural forms other than `other` only if the reader has a hole.
        require(read->has(message.id) && both.has(message.id));
    }
    return 0;
}
