// pages/pages — the table of screens: which page shows which place of a session.
//
// In      facade, model
// Out     nodes through the facade; commands for what the person asks
// Errors  none
// Source  PRODUCT.md §2
// Cost    one call a frame
// Tested  tests/web/pages/*_test.cpp
#pragma once

#include <string>

#include "web/app/model.hpp"
#include "web/ui/ui.hpp"

namespace vgap::pages {

void show(ui::Ui& ui, const app::Model& model, app::Commands& commands);
std::string title(const app::Model& model);

// One file each.
void intro(ui::Ui& ui, const app::Model& model, app::Commands& commands);
void questions(ui::Ui& ui, const app::Model& model, app::Commands& commands);
void review(ui::Ui& ui, const app::Model& model, app::Commands& commands);
void result(ui::Ui& ui, const app::Model& model, app::Commands& commands);

// Answers of a file that wait to be opened, or why they cannot be; before any screen.
void offered_file(ui::Ui& ui, const app::Model& model, app::Commands& commands);
void sentences(ui::Ui& ui, const std::vector<std::string>& list);

// Whether the draft is kept, as the status line says it; empty while nobody knows.
std::string saved_text(const app::Model& model);

// A button for the page in people and months, and what has become of it.
void ask_for_flow(ui::Ui& ui, const app::Model& model, app::Commands& commands, ui::Style style,
                  const std::string& words);

// At the foot of every page: the other skin, and erasing the answers.
void foot(ui::Ui& ui, const app::Model& model, app::Commands& commands);

}  // namespace vgap::pages
