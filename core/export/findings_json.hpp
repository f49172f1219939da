// export/findings_json — what the linter found as JSON (findings/1), and a single problem as an object's members.
//
// In      Linted: the findings, with a name for each file that they point into; texts: the sentences
// Out     {"schema":"findings/1","file":..,"instrument":{id,version,hash},"findings":[{severity,file,where,code,sentence,
//         arguments}],"dimensions":[..],"errors":n,"warnings":n,"notes":n}
// Errors  none
// Source  instrument/check
// Cost    O(bytes)
// Tested  tests/cli/lint.test.mjs, tests/parity/headless.test.mjs
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/instrument/check.hpp"
#include "core/instrument/types.hpp"
#include "core/json/write.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::export_ {

struct Linted {
    const instrument::Instrument& instrument;
    instrument::Report report;
    std::string file;                     // the instrument's
    std::vector<std::string> text_files;  // by catalogue
    std::string rules_file = {};          // where there are rules of readiness

    const std::string& file_of(const instrument::Finding& finding) const;
    std::size_t count(instrument::Severity severity) const;
};

void append_findings(std::string& out, const Linted& linted, const text::Catalogue& texts);

// {"where", "code", "sentence", "arguments"} as members of an object that the caller opened.
void write_problem(json::Writer& write, const base::Error& error, const text::Catalogue& texts);

}  // namespace vgap::export_
