// chart/chart — a chart as data: rows of marks, one sentence that says what there is to see, and
// the same as a table. Whoever draws decides on colours and pixels; nothing here is text that is
// shown.
//
// In      built by one function a chart (chart/gap, chart/distribution, chart/waits, chart/stages, chart/growth,
//         chart/perception, chart/quadrants)
// Out     plain data. Words are message ids with arguments, or names out of somebody's own records;
//         positions are in the unit of the axis
// Errors  none: what is not known is a message in its cell, and has no mark
// Source  PRODUCT.md §2 (a chart people look at, with the table one tap away), HOUSE.md §1
// Cost    data only
// Tested  tests/core/chart/gap_test.cpp, tests/core/chart/distribution_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vgap::chart {

// A word or a number. Messages whose id begins with the instrument's own keys
// ("dimension.<id>.name") are in the instrument's catalogue, the others ("chart. ...") in the
// interface's.
struct Value {
    // kChange: with its sign; kName: `message` is a name as its owner wrote it
    enum class Kind : std::uint8_t { kMessage, kNumber, kChange, kName };
    Kind kind = Kind::kNumber;
    std::string message;
    double number = 0;
    friend bool operator==(const Value&, const Value&) = default;
};

inline Value message(std::string id) {
    return {Value::Kind::kMessage, std::move(id), 0};
}
inline Value number(double value) {
    return {Value::Kind::kNumber, {}, value};
}

inline Value change(double value) {
    return {Value::Kind::kChange, {}, value};
}

inline Value name(std::string text) {
    return {Value::Kind::kName, std::move(text), 0};
}

struct Argument {
    std::string name;
    Value value;
    friend bool operator==(const Argument&, const Argument&) = default;
};

struct Sentence {
    std::string message;
    std::vector<Argument> arguments;
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

enum class Shape : std::uint8_t { kBar, kRange, kTick };  // kTick: from == to

enum class Role : std::uint8_t {
    kBounds,  // where the level lies if the unanswered items are 0, or 100
    kCurrent,
    kGap,
    kSurplus,
    kRequired,
    kBefore,  // the level in an earlier attempt
    kCount,
    kNoAnswer,  // a count of questions without an answer
    kInterval,  // where the value lies with 95 % confidence
    kTarget,
    kLeaders,       // as executives see it
    kContributors,  // as individual contributors see it
    kBuilding,      // people who are not yet ready, by when they will be
    kWithinTwelveMonths,
    kReadyNow,
    kWaiting,   // of those who wait for a promotion
    kPromoted,  // of those who were promoted by then
    kLeft,
    kCumulative,
};

struct Mark {
    Shape shape = Shape::kBar;
    Role role = Role::kCurrent;
    std::uint32_t row = 0;
    double from = 0, to = 0;
    friend bool operator==(const Mark&, const Mark&) = default;
};

// A line over the second axis: y at each x, level until the next x where it goes in steps; limits around it, where it has any.
struct Series {
    Role role = Role::kCurrent;
    bool steps = false;
    std::vector<double> x, y;
    std::vector<double> low, high;
};

struct Table {
    std::vector<std::string> columns;      // message ids
    std::vector<std::vector<Value>> rows;  // as many cells as columns
};

struct Chart {
    std::string title;  // message id
    Sentence finding;
    double least = 0, most = 100;  // the axis
    std::vector<Value> labels;     // one a row, from the top
    std::vector<Mark> marks;       // row by row, in the order in which they are painted
    double last = 0;               // of the second axis, which begins at 0, where there are series
    std::vector<Series> series;
    Table table;
};

}  // namespace vgap::chart
