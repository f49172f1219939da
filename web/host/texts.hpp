// host/texts — texts on their way into a module without a screen and out of it again.
//
// In      text: address and length, as the caller wrote it into memory
// Out     GivenBack: the last text that was given back, which stays until the next one
// Errors  none
// Source  shell/module.mjs
// Cost    none
// Tested  tests/browser/pipeline.test.mjs, tests/browser/reading.test.mjs, tests/dist/package.test.mjs
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace vgap::host {

inline std::string_view text(const char* start, int length) {
    return {start, static_cast<std::size_t>(length)};
}

class GivenBack {
  public:
    const char* give(std::string text) {
        text_ = std::move(text);
        return text_.c_str();
    }
    int length() const { return static_cast<int>(text_.size()); }

  private:
    std::string text_;
};

}  // namespace vgap::host
