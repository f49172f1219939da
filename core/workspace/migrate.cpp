#include "core/workspace/migrate.hpp"

#include <algorithm>

#include "core/base/number.hpp"
#include "core/json/parse.hpp"
#include "core/json/pointer.hpp"
#include "core/workspace/read.hpp"

namespace vgap::workspace {

namespace {

using json::Kind;
using json::Value;

constexpr std::string_view kFamily = "workspace/";
constexpr std::string_view kMark = "\xEF\xBB\xBF";

base::Result<Migrated> from_pieces(Value document, Library library, const Head& head) {
    Migrated migrated;
    migrated.document = begun(head);
    Changes changes(migrated.document, library, head.created);
    base::Errors problems;
    std::size_t added = 0;
    std::size_t known = 0;
    std::vector<bool> is_instrument;
    for (const Value& piece : document.elements) {
        const Value* const schema = piece.find("schema");
        is_instrument.push_back(schema != nullptr && schema->string.starts_with("instrument/"));
    }
    const auto add = [&](Value piece, const std::string& where) {
        base::Result<Taken> taken = changes.add(std::move(piece));
        if (!taken) {
            for (base::Error& error : taken.error()) {
                error.where = where + error.where;
                base::note(problems, std::move(error));
            }
        } else if (*taken == Taken::kKnown) {
            ++known;
        } else {
            ++added;
        }
    };
    if (document.kind != Kind::kArray) {
        add(std::move(document), "");
    } else {
        // Instruments first: the others name them.
        for (const bool instruments : {true, false}) {
            for (std::size_t at = 0; at < document.elements.size(); ++at) {
                Value& piece = document.elements[at];
                if (is_instrument[at] != instruments) continue;
                std::string where;
                json::append_step(where, at);
                add(std::move(piece), where);
            }
        }
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    migrated.done.push_back({"workspace.migration.pieces",
                             "",
                             {{"n", std::to_string(added)}, {"again", std::to_string(known)}}});
    return migrated;
}

struct Migration {
    int from;
    base::Result<Migrated> (*step)(Value document, Library library, const Head& head);
};
constexpr Migration kMigrations[] = {{0, from_pieces}};

}  // namespace

base::Result<int> version_of(const Value& document) {
    if (document.kind == Kind::kArray) return 0;
    const Value* const schema = document.find("schema");
    const std::string_view name = schema == nullptr ? std::string_view() : schema->string;
    if (!name.starts_with(kFamily)) {
        const std::size_t slash = name.find('/');
        const std::string family(name.substr(0, slash == name.npos ? 0 : slash + 1));
        if (!family.empty() && kinds_of_pieces().find(family) != std::string_view::npos) return 0;
        return base::fail(
            base::Error{"error.workspace.other_schema",
                        document.kind == Kind::kObject ? "/schema" : "",
                        {{"found", json::excerpt(name)}, {"expected", std::string(kSchema)}}});
    }
    const std::optional<double> version = base::parse_number(name.substr(kFamily.size()));
    if (version && *version == kVersion && name == kSchema) return kVersion;
    return base::fail(
        base::Error{"error.workspace.newer",
                    "/schema",
                    {{"found", json::excerpt(name)}, {"expected", std::string(kSchema)}}});
}

base::Result<Gathered> gathered(std::string_view text) {
    base::Result<Value> whole = parse(text);
    if (whole) return Gathered{std::move(*whole), {}};
    if (text.size() > kLimits.bytes) return base::fail(whole.error());
    Gathered found;
    found.document = json::empty(Kind::kArray);
    std::vector<Value>& pieces = found.document.elements;
    base::Errors problems;
    std::size_t number = 0;
    for (std::string_view rest = text; !rest.empty();) {
        ++number;
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.starts_with(kMark)) line.remove_prefix(kMark.size());
        if (line.find_first_not_of(" \t\r") == line.npos) continue;
        base::Result<Value> one = parse(line);
        if (one) {
            pieces.push_back(std::move(*one));
            found.lines.push_back(number);
            continue;
        }
        // Where not even the first line is a document, it is one document that is wrong.
        if (pieces.empty() && problems.empty()) return base::fail(whole.error());
        for (base::Error& error : one.error()) {
            error.where = std::to_string(number) + ':' +
                          (error.where.starts_with("1:") ? error.where.substr(2) : error.where);
            base::note(problems, std::move(error));
        }
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    return found;
}

base::Result<Migrated> migrate(Value document, Library library, const Head& head) {
    const base::Result<int> version = version_of(document);
    if (!version) return base::fail(version.error());
    Migrated migrated;
    migrated.document = std::move(document);
    for (const Migration& migration : kMigrations) {
        if (migration.from < *version) continue;
        base::Result<Migrated> next = migration.step(std::move(migrated.document), library, head);
        if (!next) return next;
        migrated.document = std::move(next->document);
        for (base::Error& done : next->done) migrated.done.push_back(std::move(done));
    }
    return migrated;
}

}  // namespace vgap::workspace
