// workspace/change — what is put into a workspace's document, in its place; everything else there stays as it is.
//
// In      document of a workspace; pieces: documents as other commands take them, each saying by its schema what it is
// Out     begun: a new document. member: the member of that name, put in its place in kMembers where there was none
//         Changes::add: a response/1, result_pack/1 or draft/1 (its answers), a rating/1, a calibration/1, targets/1, an
//         instrument/1, or the release of a readiness/1. What was there already is known again: a response by its id, or
//         without one by its content; a rating by candidate and rater; a session by its id. A session's longer log takes the
//         shorter one's place. The instrument that it names is listed, and the first import freezes the threshold
//         freeze, change_threshold: MODEL.md §2. add_listed: a project or a step of the plan, known by its id
//         set_records: people or promotions, in the place of earlier ones
//         renew_releases: what may be told of raters from now on is put on record as soon as their ratings are there, so that no
//         later report tells more of anybody
// Errors  error.workspace.{not_a_piece, differs, rating_differs, session_differs, no_instrument, no_reason,
//         same_threshold}, those of instrument/read. Whether the document still makes sense is asked by workspace/read
// Source  MODEL.md §0, §2, §3
// Cost    O(bytes of the piece), the first of a kind O(those that are there)
// Tested  tests/core/workspace/read_test.cpp, tests/cli/workspace.test.mjs
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "core/json/value.hpp"
#include "core/workspace/workspace.hpp"

namespace vgap::workspace {

struct Head {
    std::string title;
    std::string client;
    base::Date created;
    std::string segment_by;
    int threshold = 5;
    bool synthetic = false;
};

json::Value begun(const Head& head);
json::Value& member(json::Value& document, std::string_view name, json::Kind kind);

enum class Taken : std::uint8_t { kAdded, kKnown, kReplaced };

class Changes {
  public:
    Changes(json::Value& document, Library library, base::Date today)
        : document_(document), library_(library), today_(today) {}

    base::Result<Taken> add(json::Value piece);
    base::Result<Taken> add_listed(std::string_view list, json::Value record);
    Taken set_records(std::string_view name, json::Value records);
    base::Result<Taken> list_instrument(const json::Value& document,
                                        std::optional<json::Value> rules,
                                        std::vector<json::Value> texts);
    base::Result<bool> change_threshold(int to, std::string_view reason);

  private:
    using Seen = std::map<std::string, std::string, std::less<>>;  // what it is known by: its hash

    base::Result<Taken> add_response(json::Value piece);
    base::Result<Taken> add_rating(json::Value piece);
    base::Result<Taken> add_session(json::Value piece);
    base::Result<Taken> set_targets(json::Value piece);
    base::Result<Taken> add_release(json::Value piece);
    base::Result<Taken> put(Seen& seen, std::string_view list, std::string key, json::Value record,
                            const char* differs);
    base::Result<bool> ensure_listed(const json::Value* named);
    void freeze();

    json::Value& document_;
    Library library_;
    base::Date today_;
    Seen responses_, ratings_;
};

std::string_view kinds_of_pieces();  // "response/1, ...", for a sentence

// Puts what may be told of the raters on record; the document is one that was just read.
void renew_releases(Workspace& workspace, base::Date today);

}  // namespace vgap::workspace
