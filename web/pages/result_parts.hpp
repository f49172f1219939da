// pages/result_parts — the parts of the result page, in the order in which they are read.
//
// In      facade, model (with a profile), commands
// Out     nodes through the facade
// Errors  none
// Source  PRODUCT.md §2 (the result, top down)
// Cost    O(what is shown)
// Tested  tests/web/pages/result_test.cpp
#pragma once

#include <string>

#include "web/pages/pages.hpp"

namespace vgap::pages {

void headline(ui::Ui& ui, const app::Model& model, app::Commands& commands);
void gap_chart(ui::Ui& ui, const app::Model& model, app::Commands& commands);
void spread(ui::Ui& ui, const app::Model& model, app::Commands& commands);
void patterns(ui::Ui& ui, const app::Model& model);
void plan(ui::Ui& ui, const app::Model& model, app::Commands& commands);
void one_step(ui::Ui& ui, const app::Model& model);
void origin(ui::Ui& ui, const app::Model& model, app::Commands& commands);
void sources(ui::Ui& ui, const app::Model& model, app::Commands& commands);
void keep(ui::Ui& ui, const app::Model& model, app::Commands& commands);

// What was answered, in the instrument's own words; empty when there is no answer.
std::string answer_text(const app::Model& model, instrument::Index index);

// Whole numbers for reading; the files hold every digit.
inline int rounded(double value) {
    return static_cast<int>(value < 0 ? value - 0.5 : value + 0.5);
}

}  // namespace vgap::pages
