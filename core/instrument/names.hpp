// instrument/names — the ids of one part of an instrument: which are taken, and where each stands.
//
// In      entries of a list, each an object with an `id`
// Out     declare: the id; find: its position, or kNone
// Errors  error.instrument.duplicate_id; for find the code that the caller names
// Source  HOUSE.md §3 (ids are stable, never reused)
// Cost    O(log ids)
// Tested  tests/core/instrument/read_test.cpp
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/instrument/types.hpp"
#include "core/json/read.hpp"

namespace vgap::instrument {

class Names {
  public:
    // Reads and takes the id of an entry. An id of the wrong form is taken too, so that references
    // to it are not called unknown on top.
    std::string declare(const json::Reader& entry, Index position);

    // Looks up the id that stands here; one that nobody declared is reported.
    Index find(const json::Reader& reference, std::string_view unknown_code) const;

  private:
    struct Place {
        Index position;
        std::string pointer;
    };
    std::map<std::string, Place, std::less<>> places_;
};

}  // namespace vgap::instrument
