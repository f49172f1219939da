#include "core/export/result_pack.hpp"

#include <utility>

#include "core/answers/carry.hpp"
#include "core/answers/pipeline.hpp"
#include "core/answers/read.hpp"
#include "core/answers/write.hpp"
#include "core/base/version.hpp"
#include "core/json/parse.hpp"
#include "core/json/read.hpp"
#include "core/json/write.hpp"

namespace vgap::export_ {

namespace {

constexpr std::string_view kSchema = "result_pack/1";

}  // namespace

void append_result_pack(std::string& out, const instrument::Instrument& instrument,
                        const answers::Answers& answers, std::string_view id,
                        std::string_view pipeline) {
    json::Writer write(out);
    write.begin_object();
    write.key("schema").string(kSchema);
    if (!id.empty()) write.key("id").string(id);
    write.key("engine").string(base::kEngineVersion);
    write.key("instrument");
    answers::write_instrument(write, instrument);
    write.key("answers");
    answers::write_answers(write, instrument, answers);
    if (!pipeline.empty()) write.key("pipeline").document(pipeline);
    write.end_object();
}

base::Result<ResultPack> read_result_pack(const instrument::Instrument& instrument,
                                          std::string_view text) {
    base::Result<json::Value> document = json::parse(text);
    if (!document) return base::fail(std::move(document.error()));
    base::Errors problems;
    const json::Reader reader(*document, problems);
    ResultPack pack;
    if (reader.object({"schema", "id", "engine", "instrument", "answers", "pipeline"})) {
        answers::check_schema(reader, kSchema, "error.result_pack.other_schema");
        if (reader.has("id")) pack.id = reader.at("id").string(answers::kMostIdBytes);
        pack.engine = answers::read_engine(reader);
        if (reader.has("pipeline")) pack.pipeline = answers::read_pipeline(reader.at("pipeline"));
        const instrument::Instrument& version =
            answers::find_version(instrument, reader.at("instrument"));
        answers::Response response = answers::carry(
            instrument, version, answers::read_answers(version, reader.at("answers")));
        pack.answers = std::move(response.answers);
        pack.carried = std::move(response.carried);
    }
    if (!problems.empty()) return base::fail(std::move(problems));
    return pack;
}

}  // namespace vgap::export_
