// fuzz/calibration — any bytes as a session's file or as a change: refused with errors that have a place, or read, written
// and read again as the same; a log that holds still holds after one more entry.
//
// In      bytes
// Out     nothing; a broken promise aborts
// Tested  seeds in tests/fuzz_seeds/calibration

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/utf8.hpp"
#include "core/calibration/growth.hpp"
#include "core/calibration/keep.hpp"
#include "core/calibration/read.hpp"
#include "core/export/calibration_json.hpp"
#include "core/json/parse.hpp"
#include "tools/fuzz/promise.hpp"

namespace {

using namespace vgap;
using vgap::fuzz::require;
using vgap::fuzz::require_good;

std::string written(const calibration::Session& session) {
    std::string out;
    calibration::append_session(out, session);
    return out;
}

void use(calibration::Session session) {
    const std::string once = written(session);
    const base::Result<calibration::Session> again = calibration::read_session(once);
    require(again.has_value() && written(*again) == once);
    const base::Errors faults = calibration::verify(session);
    require(faults == calibration::verify(*again));
    if (!faults.empty()) return;
    std::string report;
    export_::append_calibration(report, session);
    require(json::parse(report, {64u << 20, 64, 1u << 22}).has_value());

    calibration::Change change;
    change.at = session.log.empty() ? "2026-11-22T10:00:00Z" : session.log.back().change.at;
    change.by = "somebody";
    change.why = "a reason";
    change.subject = calibration::Subject::kDecision;
    change.candidate = session.candidates[0].id;
    change.opinion.emplace();
    const bool kept = calibration::keep(session, change).has_value();
    require(kept != again->locked());
    require(calibration::verify(session).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const base::Result<calibration::Change> change = calibration::read_change(text);
    if (!change) require_good(change.error());
    const base::Result<calibration::Session> session = calibration::read_session(text);
    if (session) {
        use(*session);
    } else {
        require_good(session.error());
    }
    return 0;
}
