#include "core/workspace/change.hpp"

#include <algorithm>
#include <cassert>

#include "core/base/hash.hpp"
#include "core/instrument/read.hpp"
#include "core/json/parse.hpp"
#include "core/json/pointer.hpp"
#include "core/json/write.hpp"
#include "core/readiness/release_write.hpp"
#include "core/workspace/read.hpp"

namespace vgap::workspace {

namespace {

using json::Kind;
using json::Value;

std::size_t order_of(std::string_view name) {
    return static_cast<std::size_t>(std::find(std::begin(kMembers), std::end(kMembers), name) -
                                    std::begin(kMembers));
}

// The text of a member, or nothing where there is no such text.
std::string text_at(const Value& value, std::string_view name) {
    const Value* const found = value.find(name);
    return found != nullptr && found->kind == Kind::kString ? found->string : std::string();
}

std::string hash_of(const Value& value) {
    std::string canonical;
    json::append_canonical(canonical, value);
    return base::sha256_hex(canonical);
}

void set(Value& object, std::string_view name, Value value) {
    if (Value* const found = object.find(name); found != nullptr) {
        *found = std::move(value);
    } else {
        object.members.push_back({std::string(name), std::move(value)});
    }
}

Value named(const instrument::Instrument& instrument) {
    Value value = json::empty(Kind::kObject);
    set(value, "id", json::text_of(instrument.id));
    set(value, "version", json::text_of(instrument.version));
    set(value, "hash", json::text_of(instrument.hash));
    return value;
}

std::string key_of_rating(const Value& rating) {
    const Value* const instrument = rating.find("instrument");
    return (instrument == nullptr ? "" : text_at(*instrument, "id")) + '\n' +
           text_at(rating, "candidate") + '\n' + text_at(rating, "rater");
}

std::string key_of_response(const Value& response, const std::string& hash) {
    const std::string id = text_at(response, "id");
    return id.empty() ? '#' + hash : '=' + id;
}

// Does the log of one session go on where that of the other ends?
bool continues(const Value& shorter, const Value& longer) {
    const Value* const first = shorter.find("log");
    const Value* const second = longer.find("log");
    if (first == nullptr || second == nullptr) return false;
    if (first->elements.size() > second->elements.size()) return false;
    for (std::size_t at = 0; at < first->elements.size(); ++at) {
        const std::string hash = text_at(first->elements[at], "hash");
        if (hash.empty() || hash != text_at(second->elements[at], "hash")) return false;
    }
    return true;
}

bool is_of(std::string_view schema, std::string_view family) {
    return schema.starts_with(family);
}

constexpr std::string_view kPieces =
    "response/1, result_pack/1, draft/1, rating/1, calibration/1, targets/1, readiness/1, "
    "instrument/1";

}  // namespace

std::string_view kinds_of_pieces() {
    return kPieces;
}

Value begun(const Head& head) {
    Value document = json::empty(Kind::kObject);
    set(document, "schema", json::text_of(std::string(kSchema)));
    set(document, "title", json::text_of(head.title));
    if (!head.client.empty()) set(document, "client", json::text_of(head.client));
    set(document, "created", json::text_of(base::extended(head.created)));
    if (head.synthetic) set(document, "synthetic", json::boolean_of(true));
    if (!head.segment_by.empty()) {
        Value settings = json::empty(Kind::kObject);
        set(settings, "segment_by", json::text_of(head.segment_by));
        set(document, "settings", std::move(settings));
    }
    Value threshold = json::empty(Kind::kObject);
    set(threshold, "now", json::number_of(head.threshold));
    set(document, "threshold", std::move(threshold));
    return document;
}

Value& member(Value& document, std::string_view name, Kind kind) {
    if (Value* const found = document.find(name); found != nullptr) {
        if (found->kind == Kind::kNull) *found = json::empty(kind);
        return *found;
    }
    // Behind the last of those that stand before it; what nobody here knows stays where it is.
    auto place = document.members.begin();
    for (auto each = document.members.begin(); each != document.members.end(); ++each) {
        if (order_of(each->name) < order_of(name)) place = each + 1;
    }
    return document.members.insert(place, {std::string(name), json::empty(kind)})->value;
}

void Changes::freeze() {
    Value& threshold = member(document_, "threshold", Kind::kObject);
    const Value* const frozen = threshold.find("frozen_on");
    if (frozen != nullptr && frozen->kind != Kind::kNull) return;
    set(threshold, "frozen_on", json::text_of(base::extended(today_)));
}

base::Result<bool> Changes::ensure_listed(const Value* named_as) {
    const std::string id = named_as == nullptr ? std::string() : text_at(*named_as, "id");
    Value& list = member(document_, "instruments", Kind::kArray);
    for (const Value& each : list.elements) {
        if (text_at(each, "id") == id) return true;
    }
    for (const Known& known : library_) {
        if (known.instrument.id != id) continue;
        list.elements.push_back(named(known.instrument));
        return true;
    }
    return base::fail(base::Error{
        "error.workspace.no_instrument", "/instrument/id", {{"found", json::excerpt(id)}}});
}

base::Result<Taken> Changes::put(Seen& seen, std::string_view list, std::string key, Value record,
                                 const char* differs) {
    const base::Result<bool> listed = ensure_listed(record.find("instrument"));
    if (!listed) return base::fail(listed.error());
    std::string hash = hash_of(record);
    const auto [known, is_new] = seen.try_emplace(std::move(key), hash);
    if (!is_new && known->second != hash) {
        return base::fail(base::Error{differs,
                                      "",
                                      {{"found", json::excerpt(text_at(record, "id"))},
                                       {"candidate", json::excerpt(text_at(record, "candidate"))},
                                       {"rater", json::excerpt(text_at(record, "rater"))}}});
    }
    if (!is_new) return Taken::kKnown;
    freeze();
    member(document_, list, Kind::kArray).elements.push_back(std::move(record));
    return Taken::kAdded;
}

base::Result<Taken> Changes::add_response(Value piece) {
    if (responses_.empty()) {
        for (const Value& each : member(document_, "responses", Kind::kArray).elements) {
            const std::string hash = hash_of(each);
            responses_.try_emplace(key_of_response(each, hash), hash);
        }
    }
    const std::string key = key_of_response(piece, hash_of(piece));
    return put(responses_, "responses", key, std::move(piece), "error.workspace.differs");
}

base::Result<Taken> Changes::add_rating(Value piece) {
    if (ratings_.empty()) {
        for (const Value& each : member(document_, "ratings", Kind::kArray).elements) {
            ratings_.try_emplace(key_of_rating(each), hash_of(each));
        }
    }
    const std::string key = key_of_rating(piece);
    return put(ratings_, "ratings", key, std::move(piece), "error.workspace.rating_differs");
}

base::Result<Taken> Changes::add_session(Value piece) {
    const std::string id = text_at(piece, "id");
    Value& list = member(document_, "calibrations", Kind::kArray);
    for (Value& each : list.elements) {
        if (text_at(each, "id") != id) continue;
        if (hash_of(each) == hash_of(piece)) return Taken::kKnown;
        if (!continues(each, piece)) {
            return base::fail(base::Error{
                "error.workspace.session_differs", "/log", {{"found", json::excerpt(id)}}});
        }
        each = std::move(piece);
        return Taken::kReplaced;
    }
    list.elements.push_back(std::move(piece));
    return Taken::kAdded;
}

base::Result<Taken> Changes::set_targets(Value piece) {
    return set_records("targets", std::move(piece));
}

// Of an earlier export only what the next one needs.
base::Result<Taken> Changes::add_release(Value piece) {
    const Value* const release = piece.find("release");
    const Value* const instrument = release == nullptr ? nullptr : release->find("instrument");
    const base::Result<bool> listed = ensure_listed(instrument);
    if (!listed) return base::fail(listed.error());
    Value publication = json::empty(Kind::kObject);
    set(publication, "schema", json::text_of(std::string(readiness::kResultSchema)));
    set(publication, "date", json::text_of(base::extended(today_)));
    set(publication, "release", *release);
    const std::string id = text_at(*instrument, "id");
    Value& list = member(document_, "publications", Kind::kArray);
    for (const Value& each : list.elements) {
        const Value* const own = each.find("release");
        const Value* const same = own == nullptr ? nullptr : own->find("instrument");
        if (same == nullptr || text_at(*same, "id") != id) continue;
        if (hash_of(*own) == hash_of(*release)) return Taken::kKnown;
        return base::fail(
            base::Error{"error.workspace.release_there", "/release", {{"found", id}}});
    }
    list.elements.push_back(std::move(publication));
    return Taken::kAdded;
}

base::Result<Taken> Changes::add(Value piece) {
    std::string schema = text_at(piece, "schema");
    if (is_of(schema, "draft/")) {
        const Value* const inner = piece.find("response");
        if (inner != nullptr && inner->kind == Kind::kObject) {
            Value response = *inner;
            piece = std::move(response);
            schema = text_at(piece, "schema");
        }
    }
    if (is_of(schema, "response/") || is_of(schema, "result_pack/")) {
        return add_response(std::move(piece));
    }
    if (is_of(schema, "rating/")) return add_rating(std::move(piece));
    if (is_of(schema, "calibration/")) return add_session(std::move(piece));
    if (is_of(schema, "targets/")) return set_targets(std::move(piece));
    if (is_of(schema, "readiness/")) return add_release(std::move(piece));
    if (is_of(schema, "instrument/")) return list_instrument(piece, std::nullopt, {});
    return base::fail(
        base::Error{"error.workspace.not_a_piece",
                    "/schema",
                    {{"found", json::excerpt(schema)}, {"expected", std::string(kPieces)}}});
}

base::Result<Taken> Changes::add_listed(std::string_view list, Value record) {
    const std::string id = text_at(record, "id");
    Value& records = member(document_, list, Kind::kArray);
    for (Value& each : records.elements) {
        if (id.empty() || text_at(each, "id") != id) continue;
        if (hash_of(each) == hash_of(record)) return Taken::kKnown;
        each = std::move(record);
        return Taken::kReplaced;
    }
    records.elements.push_back(std::move(record));
    return Taken::kAdded;
}

Taken Changes::set_records(std::string_view name, Value records) {
    Value& place = member(document_, name, Kind::kObject);
    const bool was_there = !place.members.empty();
    if (was_there && hash_of(place) == hash_of(records)) return Taken::kKnown;
    place = std::move(records);
    if (name != "targets") freeze();
    return was_there ? Taken::kReplaced : Taken::kAdded;
}

base::Result<Taken> Changes::list_instrument(const Value& document, std::optional<Value> rules,
                                             std::vector<Value> texts) {
    const base::Result<instrument::Instrument> read = instrument::read(document);
    if (!read) return base::fail(read.error());
    Value record = named(*read);
    const bool ships = std::any_of(library_.begin(), library_.end(), [&](const Known& known) {
        return known.instrument.id == read->id && known.instrument.hash == read->hash;
    });
    if (!ships) {
        set(record, "document", document);
        if (rules) set(record, "rules", std::move(*rules));
        if (!texts.empty()) {
            Value list = json::empty(Kind::kArray);
            list.elements = std::move(texts);
            set(record, "texts", std::move(list));
        }
    }
    return add_listed("instruments", std::move(record));
}

base::Result<bool> Changes::change_threshold(int to, std::string_view reason) {
    Value& threshold = member(document_, "threshold", Kind::kObject);
    const Value* const now = threshold.find("now");
    const double from = now == nullptr ? 0 : now->number;
    if (from == to) {
        return base::fail(base::Error{
            "error.workspace.same_threshold", "/threshold/now", {{"found", std::to_string(to)}}});
    }
    const Value* const frozen = threshold.find("frozen_on");
    if (frozen != nullptr && frozen->kind != Kind::kNull) {
        if (reason.empty()) return base::fail(base::Error{"error.workspace.no_reason", "", {}});
        Value change = json::empty(Kind::kObject);
        set(change, "from", json::number_of(from));
        set(change, "to", json::number_of(to));
        set(change, "date", json::text_of(base::extended(today_)));
        set(change, "reason", json::text_of(std::string(reason)));
        if (threshold.find("changes") == nullptr) {
            set(threshold, "changes", json::empty(Kind::kArray));
        }
        threshold.find("changes")->elements.push_back(std::move(change));
    }
    set(threshold, "now", json::number_of(to));
    return true;
}

void renew_releases(Workspace& workspace, base::Date today) {
    for (std::size_t at = 0; at < workspace.instruments.size(); ++at) {
        const Known& known = workspace.instruments[at].known;
        if (!known.rules) continue;
        std::map<std::string, std::vector<const readiness::Rating*>, std::less<>> candidates;
        for (const GivenRating& given : workspace.ratings) {
            if (given.instrument == at) candidates[given.rating.candidate].push_back(&given.rating);
        }
        if (candidates.empty()) continue;
        const auto earlier = std::find_if(
            workspace.publications.begin(), workspace.publications.end(),
            [&](const Publication& publication) { return publication.instrument == at; });
        const bool is_first = earlier == workspace.publications.end();
        std::map<std::string, readiness::CandidateRelease, std::less<>> told;
        if (!is_first) {
            for (const auto& each : earlier->release.candidates) told[each.id] = each;
        }
        for (const auto& [id, own] : candidates) {
            told[id] = readiness::renew(known.instrument, *known.rules, own,
                                        is_first ? nullptr : earlier->release.find(id));
        }
        readiness::Release release;
        for (auto& each : told) release.candidates.push_back(std::move(each.second));

        std::string text;
        json::Writer write(text);
        readiness::write_release(write, known.instrument, *known.rules, release.candidates);
        base::Result<Value> written = json::parse(text, kLimits);
        assert(written.has_value());
        Value& list = member(workspace.document, "publications", Kind::kArray);
        if (is_first) {
            Value publication = json::empty(Kind::kObject);
            set(publication, "schema", json::text_of(std::string(readiness::kResultSchema)));
            set(publication, "date", json::text_of(base::extended(today)));
            set(publication, "release", std::move(*written));
            list.elements.push_back(std::move(publication));
            workspace.publications.push_back({at, today, std::move(release)});
            continue;
        }
        const auto place = static_cast<std::size_t>(earlier - workspace.publications.begin());
        Value& publication = list.elements[place];
        Value& recorded = *publication.find("release");
        if (hash_of(recorded) == hash_of(*written)) continue;
        recorded = std::move(*written);
        set(publication, "date", json::text_of(base::extended(today)));
        earlier->date = today;
        earlier->release = std::move(release);
    }
}

}  // namespace vgap::workspace
