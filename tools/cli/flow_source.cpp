#include "tools/cli/flow_source.hpp"

#include <string>
#include <utility>

#include "core/answers/pipeline.hpp"
#include "core/flow/read.hpp"
#include "core/flow/turned.hpp"
#include "core/json/parse.hpp"
#include "core/json/write.hpp"
#include "tools/cli/embedded.hpp"
#include "tools/cli/input.hpp"

namespace vgap::cli {

namespace {

constexpr std::string_view kScenarioInPack = "/pipeline/scenario";

std::optional<std::string> shipped(const std::string& name) {
    const EmbeddedFile* const file = find_embedded("scenarios/" + name + ".json");
    if (file == nullptr) return std::nullopt;
    return std::string(file->bytes);
}

base::Result<FlowSource> from_pack(const json::Value& pack) {
    const json::Value* const pipeline = pack.find("pipeline");
    if (pipeline == nullptr) return base::fail(base::Error{"error.cli.flow_no_pipeline", "", {}});
    base::Errors problems;
    answers::read_pipeline(json::Reader(*pipeline, problems, "/pipeline"));
    if (!problems.empty()) return base::fail(std::move(problems));
    const json::Value& began = *pipeline->find("scenario");
    std::string text;
    if (began.kind == json::Kind::kString) {
        text = shipped(began.string).value_or("");
    } else {
        json::append_canonical(text, began);
    }
    base::Result<flow::Scenario> read = flow::read_scenario(text);
    if (!read) {
        for (base::Error& error : read.error()) error.where.insert(0, kScenarioInPack);
        return base::fail(std::move(read.error()));
    }
    FlowSource source = {*read, *read, true};
    problems =
        flow::turn(source.now, flow::turned_in(*pipeline->find("turned")), "/pipeline/turned");
    if (!problems.empty()) return base::fail(std::move(problems));
    return source;
}

base::Result<FlowSource> read_source(std::string_view bytes) {
    if (const auto document = json::parse(bytes)) {
        const json::Value* const schema = document->find("schema");
        if (schema != nullptr && schema->string.starts_with("result_pack/")) {
            return from_pack(*document);
        }
    }
    base::Result<flow::Scenario> read = flow::read_scenario(bytes);
    if (!read) return base::fail(std::move(read.error()));
    return FlowSource{*read, *read};
}

base::Errors last(flow::Scenario& scenario, int months) {
    scenario.months = months;
    base::Errors late;
    for (std::size_t at = 0; at < scenario.capabilities.size(); ++at) {
        const int month = scenario.capabilities[at].by_month;
        if (month <= months) continue;
        late.push_back({"error.flow.after_the_end",
                        "/capabilities/" + std::to_string(at) + "/by_month",
                        {{"found", std::to_string(month)}, {"months", std::to_string(months)}}});
    }
    return late;
}

}  // namespace

std::optional<std::string> text_of_flow(std::string_view name, Console& console) {
    const std::string path(name);
    std::optional<std::string> text = shipped(path);
    if (text) return text;
    base::Result<std::string> read = read_file(path);
    if (read) return std::move(*read);
    console.report({path}, read.error());
    return std::nullopt;
}

std::optional<FlowSource> open_flow(std::string_view name, int months, Console& console) {
    const std::string path(name);
    const auto told = [&](const base::Errors& errors) {
        console.report({path}, errors);
        return std::nullopt;
    };
    const std::optional<std::string> bytes = text_of_flow(name, console);
    if (!bytes) return std::nullopt;
    base::Result<FlowSource> source = read_source(*bytes);
    if (!source) return told(source.error());
    if (months == 0) return std::move(*source);
    last(source->began, months);
    const base::Errors late = last(source->now, months);
    if (!late.empty()) return told(late);
    return std::move(*source);
}

}  // namespace vgap::cli
