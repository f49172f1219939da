#include "core/export/saved.hpp"

#include <utility>

#include "core/answers/draft.hpp"
#include "core/answers/read.hpp"
#include "core/json/parse.hpp"
#include "core/json/pointer.hpp"
#include "core/json/read.hpp"

namespace vgap::export_ {

namespace {

using answers::Response;
using instrument::Instrument;

base::Result<Response> from_response(const Instrument& instrument, std::string_view text) {
    return answers::read(instrument, text);
}

base::Result<Response> from_draft(const Instrument& instrument, std::string_view text) {
    base::Result<answers::Resume> draft = answers::read_draft(instrument, text);
    if (!draft) return base::fail(std::move(draft.error()));
    return std::move(draft->response);
}

base::Result<Response> from_profile(const Instrument&, std::string_view) {
    return base::fail(base::Error{"error.saved.only_result", "/schema", {}});
}

struct Row {
    std::string_view family;  // of its schema, whose version the reader checks
    base::Result<Response> (*read)(const Instrument& instrument, std::string_view text);
};
constexpr Row kKinds[] = {{"response/", from_response},
                          {"result_pack/", from_response},
                          {"draft/", from_draft},
                          {"profile/", from_profile}};
constexpr std::string_view kExpected = "response/1, result_pack/1, draft/1";

}  // namespace

base::Result<Response> read_saved(const Instrument& instrument, std::string_view text) {
    const base::Result<json::Value> document = json::parse(text);
    if (!document) return base::fail(document.error());
    const json::Value* const schema = document->find("schema");
    if (schema == nullptr || schema->kind != json::Kind::kString) {
        return base::fail(
            base::Error{"error.saved.no_schema", "", {{"expected", std::string(kExpected)}}});
    }
    for (const Row& row : kKinds) {
        if (schema->string.starts_with(row.family)) return row.read(instrument, text);
    }
    base::Errors problems;
    json::Reader(*document, problems)
        .at("schema")
        .report("error.saved.other_schema",
                {{"found", json::excerpt(schema->string)}, {"expected", std::string(kExpected)}});
    return base::fail(std::move(problems));
}

}  // namespace vgap::export_
