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

#include "core/report/words.hpp"
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

using report::rounded;

inline report::Subject subject(const app::Model& model) {
    return model.subject(model.facts.earlier_date);
}

}  // namespace vgap::pages
