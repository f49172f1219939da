// cli/workspace_pieces — files on their way into a workspace, each piece with the place that it came from.
//
// In      what kind of piece the person says it is; a file: one document, a list of them, one a line; for ratings also a table;
//         for people and promotions a table or lines (cli/sheets)
// Out     put into the workspace's document (workspace/change). report: a problem of the whole, told where the piece came from
// Errors  reported on the console; error.cli.other_piece for a document of another kind
// Source  MODEL.md §0 (workspace)
// Cost    O(bytes)
// Tested  tests/cli/workspace.test.mjs
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/workspace/change.hpp"
#include "tools/cli/console.hpp"
#include "tools/cli/options.hpp"
#include "tools/cli/sheets.hpp"

namespace vgap::cli {

enum class PieceKind : std::uint8_t {
    kResponses,
    kRatings,
    kPeople,
    kPromotions,
    kTargets,
    kSession,
    kInstrument,
    kProject,
    kPlan,
    kRelease
};

std::optional<PieceKind> piece_kind(std::string_view name);
std::string piece_kinds();  // "responses, ratings, ..."

class Pieces {
  public:
    Pieces(workspace::Workspace& workspace, workspace::Library library, base::Date today,
           const Options& options, Console& console);

    bool add(PieceKind kind, const std::string& path);
    std::size_t count(workspace::Taken taken) const {
        return counts_[static_cast<std::size_t>(taken)];
    }
    bool has_findings() const { return has_findings_; }  // rows of a table that were left out
    void report(const base::Error& error, const std::string& source);

  private:
    bool add_documents(PieceKind kind, const std::string& path);
    bool add_rating_table(const std::string& path, std::string_view text);
    bool add_records(PieceKind kind, const std::string& path);
    bool add_instrument(const std::string& path);
    bool put(PieceKind kind, json::Value piece, const Place& place, const std::string& where);
    void remember(PieceKind kind, const Place& place, const std::string& where);
    bool told(const Place& place, base::Errors errors, const std::string& where = "");

    struct Origin {
        Place place;
        std::string where;
    };

    workspace::Workspace& workspace_;
    workspace::Library library_;
    workspace::Changes changes_;
    const Options& options_;
    Console& console_;
    std::map<std::string, Origin, std::less<>> origins_;  // by the pointer that it has now
    std::array<std::size_t, 3> counts_{};
    bool has_findings_ = false;
};

}  // namespace vgap::cli
