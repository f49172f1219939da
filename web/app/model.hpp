// app/model — everything that a page may read, and what it may ask for. Pages change nothing
// themselves: they hand in commands, and app/app carries them out between two frames.
//
// In      owned by app/app
// Out     const to pages
// Errors  none
// Source  HOUSE.md §1 (state and update; no drawing)
// Cost    data only
// Tested  tests/web/app/app_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/answers/session.hpp"
#include "core/base/date.hpp"
#include "core/instrument/types.hpp"
#include "core/json/value.hpp"
#include "core/plan/rank.hpp"
#include "core/report/words.hpp"
#include "core/scoring/comparison.hpp"
#include "core/scoring/profile.hpp"
#include "core/text/catalogue.hpp"

namespace vgap::app {

enum class Saved : std::uint8_t { kUnknown, kYes, kNo };
// What was found in the store beside an assessment that can be gone on with.
enum class Stored : std::uint8_t { kWhole, kDamaged, kLost, kNewer };
// What became of the last thing that was to be shared.
enum class Shared : std::uint8_t {
    kNone,
    kLinkCopied,
    kLinkShown,
    kLinkNotCopied,
    kTextCopied,
    kTextNotCopied
};
// Whether a page that is fetched when it is opened is on its way.
enum class Coming : std::uint8_t { kNo, kYes, kFailed };
// Whether another tab has this assessment open, and what came of its answers.
enum class Elsewhere : std::uint8_t { kNo, kSame, kMerged, kDiffers };

struct Language {
    std::string tag;
    std::string name;  // in the language itself
};

// What the world outside says; the core has neither a clock nor a store.
struct Facts {
    std::string today;  // formatted in the page's language
    std::optional<base::Date> civil_today;
    std::string earlier_date;  // of the earlier attempt, formatted like today
    std::string draft_date;    // of the stored draft; empty when there is none
    Saved saved = Saved::kUnknown;
    Stored stored = Stored::kWhole;
    Shared shared = Shared::kNone;
    bool canvas_possible = true;  // the browser can paint with WebGL
    bool canvas_shown = true;
    std::vector<Language> languages;  // that the page can be read in
    std::string language_failed;      // name of one that could not be fetched
    Elsewhere elsewhere = Elsewhere::kNo;
    Coming flow = Coming::kNo;
    bool flow_alone = false;        // it is offered before anything is answered
    std::optional<Coming> reading;  // nothing: there are no articles on this instrument
    bool kept = false;  // answers as they were, which this version could not take over whole
};

// Answers from outside, before anyone opens them, and what is to be known of them: what of an earlier version is taken
// over, or why they are refused.
struct Offer {
    enum class State : std::uint8_t { kNone, kHeld, kRefused } state = State::kNone;
    std::vector<std::string> sentences;
};

// What is open on the screen and no part of the answers.
enum class Panel : std::uint8_t {
    kTable,
    kReasons,
    kSpreadTable,
    kOrigin,
    kSources,
    kHow,
    kErase,
    kAgain,
    kForget
};

struct Model {
    instrument::Instrument instrument;
    text::Catalogue texts;  // the interface's and the instrument's
    answers::State session;
    bool has_draft = false;            // a stored draft that the intro offers to resume
    std::vector<std::string> refused;  // why a stored draft cannot be opened, in sentences
    std::vector<std::string>
        carried;  // what of the stored draft is taken over from an earlier version
    Offer link;   // the answers at the end of the address, which the intro offers
    Offer file;   // those of a file, which any screen offers
    std::vector<instrument::Index> differing;  // questions that another tab answers differently
    Facts facts;
    std::optional<json::Value> given;    // another part's page (pages/given), over the session's
    std::optional<json::Value> read_on;  // what the articles' part says on the result itself
    std::set<Panel> open;
    scoring::Profile profile;  // valid on the result screen
    plan::Plan plan;
    bool can_link = false;  // the answers fit a link
    // Of the earlier attempt, when the session has one; valid on the result screen.
    scoring::Profile earlier_profile;
    scoring::Comparison comparison;
    std::vector<std::string> compare_refused;  // why a file cannot be compared with, in sentences

    // For the screen; a file says the earlier date as the command line tool does.
    report::Subject subject(const std::string& earlier_date = {}) const {
        if (!session.earlier) return {instrument, texts, session.answers, profile};
        return {instrument, texts, session.answers, profile,
                report::Earlier{session.earlier->date, session.earlier->response.answers,
                                earlier_profile, comparison, earlier_date}};
    }

    std::string say(std::string_view id, std::initializer_list<text::Arg> arguments = {}) const {
        return texts.say(id, arguments);
    }
};

struct Toggle {
    Panel panel;
};
// Things that only the shell can do; by the name that it knows.
struct Ask {
    std::string what;
};
enum class From : std::uint8_t { kLink, kFile };
struct OpenOffered {
    From from = From::kLink;
};
struct LeaveFile {};
// With its answers, where it was left or from the first page on.
struct ResumeDraft {
    enum class From : std::uint8_t { kWhereLeft, kFirstPage };
    From from = From::kWhereLeft;
};

using Command = std::variant<answers::Event, Toggle, Ask, OpenOffered, LeaveFile, ResumeDraft>;
using Commands = std::vector<Command>;

}  // namespace vgap::app
