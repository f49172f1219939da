#include "core/workspace/check.hpp"

#include "core/calibration/keep.hpp"
#include "core/json/write.hpp"
#include "core/workspace/change.hpp"

namespace vgap::workspace {

base::Errors check_session(const Workspace& workspace, std::size_t session) {
    base::Errors faults = calibration::verify(workspace.calibrations[session]);
    for (base::Error& fault : faults) {
        fault.where = "/calibrations/" + std::to_string(session) + fault.where;
    }
    return faults;
}

base::Errors check(const Workspace& workspace) {
    base::Errors findings;
    for (std::size_t at = 0; at < workspace.calibrations.size(); ++at) {
        for (base::Error& fault : check_session(workspace, at)) {
            base::note(findings, std::move(fault));
        }
    }
    if (!workspace.ratings.empty()) {
        Workspace renewed = workspace;
        renew_releases(renewed, workspace.created);
        std::string before, after;
        json::append_canonical(before, workspace.document);
        json::append_canonical(after, renewed.document);
        if (before != after) {
            base::note(findings, {"error.workspace.not_on_record", "/publications", {}});
        }
    }
    return findings;
}

}  // namespace vgap::workspace
