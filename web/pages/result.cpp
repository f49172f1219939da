#include "web/pages/result_parts.hpp"

namespace vgap::pages {

void result(ui::Ui& ui, const app::Model& model, app::Commands& commands) {
    headline(ui, model, commands);
    gap_chart(ui, model, commands);
    patterns(ui, model);
    if (model.profile.index) {
        plan(ui, model, commands);
        one_step(ui, model);
        spread(ui, model, commands);
        origin(ui, model, commands);
    }
    sources(ui, model, commands);
    keep(ui, model, commands);
}

}  // namespace vgap::pages
