// ui/token_name — the name by which the document skin's drawings call a colour (its class is "c-" and this).
//
// In      a colour token that marks and lines are drawn in
// Out     its name; "line" for one that nothing is drawn in
// Errors  none
// Source  shell/style.css (.c-…)
// Cost    a table lookup
// Tested  tests/web/ui/ui_test.cpp
#pragma once

#include <string_view>

#include "web/ui/theme.hpp"

namespace vgap::ui {

inline std::string_view token_name(Token token) {
    switch (token) {
        case Token::kGap:
            return "gap";
        case Token::kAccent:
            return "accent";
        case Token::kNeed:
            return "need";
        case Token::kSoft:
            return "soft";
        case Token::kOk:
            return "ok";
        default:
            return "line";
    }
}

}  // namespace vgap::ui
