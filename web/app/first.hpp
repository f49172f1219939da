// app/first — the first screens as data, so that a page can show them, and take answers, before the engine has come.
//
// In      the three files that App::create reads; languages as the shell tells them (fact "languages")
// Out     JSON first_screens/1: the screens from the intro to the first page of items, each as a frame of the document
//         skin describes it, with what each button of theirs leads to; what each answered question changes in the bar of
//         progress. All of it is found by using an App, so that whoever shows it knows no label and no rule
// Errors  as App::create; then nothing is written
// Source  assets/schemas/first_screens.schema.json. A screen is left out when what stands on it, or whether it comes,
//         hangs on an answer given on it or before it, and when it takes typing; the bar, when the number of questions
//         hangs on such an answer
// Cost    an App for each button, a frame for each answer
// Tested  tests/web/app/first_test.cpp, tests/cli/prerender.test.mjs
#pragma once

#include <string>
#include <string_view>

#include "web/ui/glyphs.hpp"

namespace vgap::app {

struct FirstFiles {
    std::string_view instrument, texts, interface_texts;
    std::string_view languages;
};

bool append_first_screens(std::string& out, ui::GlyphSource& glyphs, const FirstFiles& files,
                          std::string& problems);

}  // namespace vgap::app
