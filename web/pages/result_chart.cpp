#include "web/pages/result_parts.hpp"
namespace vgap::pages {
void gap_chart(ui::Ui&, const app::Model&, app::Commands&) {}
}  // namespace vgap::pages
