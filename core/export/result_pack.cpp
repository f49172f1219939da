#include "core/export/result_pack.hpp"

#include "core/answers/write.hpp"
#include "core/base/version.hpp"
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

}  // namespace vgap::export_
