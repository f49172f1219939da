// pages/given — a page that another part of the program describes as data: what is loaded only when somebody opens it
// (the pipeline in people and months) says what stands on its pages, and this shows it.
//
// In      {"id", "title", "to", "blocks": [block ...]}; a block has "kind", "key", its words in the reader's language, and for a
//         container "blocks" of its own. Keys are unique on the page. Kinds and their fields: the table in given.cpp
// Out     nodes through the facade; app::Ask{"TO:KEY=VALUE"} for what a person does ("given" where the page names no other)
// Errors  none: a block of an unknown kind, and what is missing in one, is left out
// Source  HOUSE.md §2
// Cost    O(blocks)
// Tested  tests/web/pages/given_test.cpp
#pragma once

#include "core/json/value.hpp"
#include "web/app/model.hpp"
#include "web/ui/ui.hpp"

namespace vgap::pages {

// A block of kind "kept" is as it was: it and all in it come from the page before, by its key, and the keys of those around it.
void keep(json::Value& page, json::Value& before);

void given(ui::Ui& ui, const json::Value& page, app::Commands& commands);
std::string title_of(const json::Value& page);

}  // namespace vgap::pages
