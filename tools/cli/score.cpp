// cli/score — responses in, results out: one document, or one a line, however many there are.

#include "core/scoring/score.hpp"

#include <algorithm>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "core/answers/read.hpp"
#include "core/export/profile_json.hpp"
#include "core/instrument/read.hpp"
#include "core/json/parse.hpp"
#include "core/plan/rank.hpp"
#include "tools/cli/carried.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/progress.hpp"
#include "tools/cli/score_text.hpp"
#include "tools/cli/source.hpp"

namespace vgap::cli {

namespace {

using instrument::Instrument;

constexpr OptionRow kOptions[] = {
    {"--instrument", Takes::kValue, "FILE", "cli.score.instrument"},
    {"--pairs", Takes::kNothing, "", "cli.score.pairs"},
    {"--levels", Takes::kNothing, "", "cli.score.levels"},
    {"--text", Takes::kNothing, "", "cli.score.text"},
    {"--texts", Takes::kValues, "FILE", "cli.score.texts"},
    {"--json", Takes::kNothing, "", "cli.score.json"},
};

constexpr std::size_t kFlush = 1u << 16;  // bytes of results written at once

// The instruments of pairs come one after the other, mostly the same few again.
class InstrumentCache {
  public:
    base::Result<std::shared_ptr<const Instrument>> read(const json::Value& value) {
        std::string canonical;
        json::append_canonical(canonical, value);
        for (auto entry = entries_.begin(); entry != entries_.end(); ++entry) {
            if (entry->canonical != canonical) continue;
            entries_.splice(entries_.begin(), entries_, entry);
            return entry->instrument;
        }
        base::Result<Instrument> read = instrument::read(value, "/instrument");
        if (!read) return base::fail(std::move(read.error()));
        if (entries_.size() == kMost) entries_.pop_back();
        entries_.push_front({std::move(canonical), std::make_shared<Instrument>(std::move(*read))});
        return entries_.front().instrument;
    }

  private:
    static constexpr std::size_t kMost = 8;
    struct Entry {
        std::string canonical;
        std::shared_ptr<const Instrument> instrument;
    };
    std::list<Entry> entries_;  // last used first
};

class Scoring {
  public:
    Scoring(const Options& options, Console& console)
        : levels_(options.has("--levels") ? export_::Levels::kInclude : export_::Levels::kLeaveOut),
          as_text_(options.has("--text")),
          console_(console),
          progress_(console) {}

    void use(const Instrument& instrument, const text::Catalogue& texts) {
        instrument_ = &instrument;
        texts_ = texts;
    }

    int run(const std::string& path) {
        file_ = path;
        Lines lines;
        if (const base::Result<bool> opened = lines.open(path); !opened) {
            console_.report({path}, opened.error());
            return kBad;
        }
        read_all(lines);
        if (lines.failed()) refuse(0, {{"error.cli.cannot_read", "", {{"reason", ""}}}});
        return finish();
    }

  private:
    void read_all(Lines& lines) {
        while (lines.next()) {
            if (lines.too_long()) {
                refuse(
                    lines.number(),
                    {{"error.cli.line_too_long", "", {{"most", std::to_string(kMostLine >> 10)}}}});
                continue;
            }
            if (lines.line().find_first_not_of(" \t\r") == std::string_view::npos) continue;
            const base::Result<json::Value> document = json::parse(lines.line());
            if (document) {
                take(*document, lines.number());
            } else if (responses_ == 0 && take_as_one(lines)) {
                return;
            } else {
                refuse(lines.number(), document.error());
            }
        }
    }

    // A first line that is no document may begin one that is written over several lines.
    bool take_as_one(Lines& lines) {
        const std::string_view rest = lines.rest(kMostFile);
        if (rest.empty()) return false;
        const base::Result<json::Value> document = json::parse(rest);
        if (document) {
            take(*document, 0);
        } else {
            // Another line that opens an object: a file of lines, of which the first is broken.
            if (rest.find("\n{") != std::string_view::npos) return false;
            refuse(0, document.error(), lines.number());
        }
        lines.skip_rest();
        return true;
    }

    void take(const json::Value& document, std::size_t line) {
        if (instrument_ != nullptr) {
            score(*instrument_, document, "", line);
            return;
        }
        base::Errors problems;
        const json::Reader pair(document, problems);
        const json::Value* response = document.find("response");
        if (pair.object({"instrument", "response"})) {
            const base::Result<std::shared_ptr<const Instrument>> instrument =
                cache_.read(pair.at("instrument").value());
            if (!instrument) {
                for (const base::Error& error : instrument.error()) base::note(problems, error);
            } else if (response != nullptr && problems.empty()) {
                score(**instrument, *response, "/response", line);
                return;
            }
            if (response == nullptr) pair.at("response").report("error.cli.pair_incomplete");
        }
        refuse(line, problems);
    }

    void score(const Instrument& instrument, const json::Value& document, std::string pointer,
               std::size_t line) {
        const base::Result<answers::Response> response =
            answers::read(instrument, document, std::move(pointer));
        if (!response) {
            refuse(line, response.error());
            return;
        }
        ++responses_;
        if (!response->carried.from.empty()) {
            progress_.clear();
            flush();
            say_carried(console_, {file_, line}, instrument, response->carried);
        }
        scoring::score(instrument, response->answers, profile_);
        plan::rank(instrument, response->answers, profile_, plan_);
        if (as_text_) {
            out_ += result_as_text(texts_, instrument, response->id, profile_, plan_);
        } else {
            export_::append_profile(out_, instrument, response->id, profile_, plan_, levels_);
            out_ += '\n';
        }
        if (out_.size() >= kFlush) flush();
        progress_.tick();
    }

    // first_line: where the document begins in the file, for places that are line:column.
    void refuse(std::size_t line, const base::Errors& errors, std::size_t first_line = 0) {
        ++responses_;
        ++refused_;
        progress_.clear();
        flush();  // so that results and problems stand in the order of the lines
        for (base::Error error : errors) {
            move_to_line(error, std::max<std::size_t>({line, first_line, 1}));
            console_.report({file_, line}, error);
        }
    }

    static void move_to_line(base::Error& error, std::size_t first_line) {
        for (base::Argument& argument : error.arguments) {
            if (argument.name != "line") continue;
            const std::size_t colon = error.where.find(':');
            if (colon == std::string::npos) return;
            argument.value = std::to_string(std::stoul(argument.value) + first_line - 1);
            error.where = argument.value + error.where.substr(colon);
        }
    }

    void flush() {
        console_.out(out_);
        out_.clear();
    }

    int finish() {
        progress_.clear();
        if (responses_ == 0) refuse(0, {{"error.cli.no_responses", "", {}}});
        flush();
        if (console_.form == Form::kJson) {
            std::string line;
            json::Writer write(line);
            write.begin_object().key("responses").number(static_cast<double>(responses_));
            write.key("scored").number(static_cast<double>(responses_ - refused_));
            write.key("refused").number(static_cast<double>(refused_)).end_object();
            console_.err(line + "\n");
        } else if (refused_ > 0 && responses_ > 1) {
            console_.err(console_.texts().say("cli.score.refused",
                                              {{"n", refused_}, {"total", responses_}}) +
                         "\n");
        }
        return refused_ > 0 ? kBad : kFine;
    }

    const Instrument* instrument_ = nullptr;  // none: each line brings its own
    text::Catalogue texts_;
    InstrumentCache cache_;
    export_::Levels levels_;
    bool as_text_;
    Console& console_;
    Progress progress_;
    std::string file_;
    scoring::Profile profile_;
    plan::Plan plan_;
    std::string out_;
    std::size_t responses_ = 0;
    std::size_t refused_ = 0;
};

int score(const Options& options, Console& console) {
    const std::string path(options.operands.empty() ? "-" : options.operands[0]);
    const std::string_view name = options.value("--instrument");
    const auto refuse = [&](const char* code) {
        console.report({}, base::Error{code, "", {}});
        return kBad;
    };
    Scoring scoring(options, console);
    if (options.has("--pairs")) {
        if (!name.empty() || options.has("--text")) return refuse("error.cli.pairs_alone");
        return scoring.run(path);
    }
    if (name.empty()) return refuse("error.cli.no_instrument");
    if (name == "-" && path == "-") return refuse("error.cli.stdin_twice");
    const std::optional<Source> source = open_source(name, console);
    if (!source) return kBad;
    const std::optional<Instrument> instrument = read_instrument(*source, console);
    if (!instrument) return kBad;
    std::optional<text::Catalogue> texts = console.texts();
    if (options.has("--text")) {
        texts = texts_over(*source, *instrument, options.values("--texts"), console);
    }
    if (!texts) return kBad;
    scoring.use(*instrument, *texts);
    return scoring.run(path);
}

}  // namespace

const Command kScore = {"score", "cli.score.summary", "[FILE]", "cli.score.details", 1, kOptions,
                        score};

}  // namespace vgap::cli
