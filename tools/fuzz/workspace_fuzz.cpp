// fuzz/workspace — any bytes as a workspace, or as what one is made of: refused with errors that have a place, or read; what is
// read is written and read again as the same bytes, with every field nobody knows; its releases are put on record, and it is told
// as a document and as JSON.
//
// In      bytes
// Out     nothing; a broken promise aborts
// Tested  seeds in tests/fuzz_seeds/workspace

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/utf8.hpp"
#include "core/export/html.hpp"
#include "core/export/tables_csv.hpp"
#include "core/export/workspace_json.hpp"
#include "core/instrument/read.hpp"
#include "core/json/parse.hpp"
#include "core/report/workspace.hpp"
#include "core/workspace/change.hpp"
#include "core/workspace/check.hpp"
#include "core/workspace/migrate.hpp"
#include "core/workspace/read.hpp"
#include "core/workspace/results.hpp"
#include "core/workspace/write.hpp"
#include "tools/fuzz/rated.hpp"

namespace {

using namespace vgap;
using vgap::fuzz::kInstrument;
using vgap::fuzz::kRules;

const std::vector<workspace::Known>& library() {
    static const std::vector<workspace::Known> known = [] {
        instrument::Instrument instrument = *instrument::read(kInstrument);
        readiness::Rules rules = *readiness::read_rules(instrument, kRules);
        return std::vector<workspace::Known>{{std::move(instrument), std::move(rules)}};
    }();
    return known;
}

void require(bool holds) {
    if (!holds) std::abort();
}

void require_good(const base::Errors& problems) {
    require(!problems.empty());
    for (const base::Error& problem : problems) {
        require(problem.code.starts_with("error."));
        for (const base::Argument& argument : problem.arguments) {
            require(base::find_invalid_utf8(argument.value) == std::string_view::npos);
        }
    }
}

std::string written(const json::Value& document) {
    std::string out;
    workspace::append_document(out, document);
    return out;
}

void tell(const workspace::Workspace& it) {
    const text::Catalogue texts;
    const std::vector<text::Catalogue> by_instrument(it.instruments.size());
    const workspace::Results results = workspace::results_of(it);
    const report::WorkspaceTold told = {it, results, texts, by_instrument, {2026, 11, 22}};
    const auto sections =
        report::sections_named("summary,responses,readiness,pipeline,calibration,projects,plan");
    const report::Report document = report::write_workspace(told, *sections);
    std::string html, csv, json;
    export_::append_html(html, document, "en");
    export_::append_tables_csv(csv, document);
    export_::append_workspace_report(json, told, *sections);
    require(json::parse(json, {64u << 20, 64, 1u << 22}).has_value());
}

void use(workspace::Workspace it) {
    const std::string once = written(it.document);
    base::Result<json::Value> again = workspace::parse(once);
    require(again.has_value() && written(*again) == once);
    base::Result<workspace::Workspace> same = workspace::read(std::move(*again), library());
    require(same.has_value());
    require(workspace::check(it) == workspace::check(*same));
    workspace::renew_releases(it, {2026, 11, 22});
    for (const base::Error& finding : workspace::check(it)) {
        require(finding.code != "error.workspace.not_on_record");
    }
    same = workspace::read(it.document, library());
    require(same.has_value());
    tell(*same);
}

void take(json::Value document) {
    base::Result<workspace::Workspace> read = workspace::read(document, library());
    if (read) return use(std::move(*read));
    require_good(read.error());
    const workspace::Head head = {"Fuzzed", "", {2026, 11, 22}, "role", 2, true};
    base::Result<workspace::Migrated> migrated =
        workspace::migrate(std::move(document), library(), head);
    if (!migrated) return require_good(migrated.error());
    read = workspace::read(std::move(migrated->document), library());
    if (read) {
        use(std::move(*read));
    } else {
        require_good(read.error());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    base::Result<workspace::Gathered> found = workspace::gathered(text);
    if (found) {
        take(std::move(found->document));
    } else {
        require_good(found.error());
    }
    return 0;
}
