#include "core/stats/answer.hpp"

#include <utility>

namespace vgap::stats {

namespace {

json::Value of(double x) {
    json::Value value;
    if (!is_defined(x)) return value;
    value.kind = json::Kind::kNumber;
    value.number = x + 0.0;  // without a sign on 0
    return value;
}

json::Value of(std::string text) {
    json::Value value;
    value.kind = json::Kind::kString;
    value.string = std::move(text);
    return value;
}

json::Value object(std::vector<json::Member> members) {
    json::Value value;
    value.kind = json::Kind::kObject;
    value.members = std::move(members);
    return value;
}

json::Value list() {
    json::Value value;
    value.kind = json::Kind::kArray;
    return value;
}

json::Value of(const Numbers& numbers) {
    json::Value value = list();
    for (const double x : numbers) value.elements.push_back(of(x));
    return value;
}

}  // namespace

void Answer::add(std::string name, json::Value value) {
    values_.push_back({std::move(name), std::move(value)});
}

void Answer::number(std::string name, double x) {
    add(std::move(name), of(x));
}

void Answer::truth(std::string name, bool holds) {
    json::Value value;
    value.kind = json::Kind::kBoolean;
    value.boolean = holds;
    add(std::move(name), std::move(value));
}

void Answer::numbers(std::string name, const Numbers& numbers) {
    add(std::move(name), of(numbers));
}

void Answer::counts(std::string name, const std::vector<std::size_t>& counts) {
    json::Value value = list();
    for (const std::size_t n : counts) value.elements.push_back(of(real(n)));
    add(std::move(name), std::move(value));
}

void Answer::interval(std::string name, const Interval& interval) {
    json::Value value = list();
    value.elements.push_back(of(interval.low));
    value.elements.push_back(of(interval.high));
    add(std::move(name), std::move(value));
}

void Answer::rows(std::string name, const Columns& rows) {
    json::Value value = list();
    for (const Numbers& row : rows) value.elements.push_back(of(row));
    add(std::move(name), std::move(value));
}

void Answer::matrix(std::string name, const Matrix& matrix) {
    Columns lines(matrix.rows());
    for (std::size_t i = 0; i < matrix.rows(); ++i) {
        for (std::size_t j = 0; j < matrix.columns(); ++j) lines[i].push_back(matrix(i, j));
    }
    rows(std::move(name), lines);
}

void Answer::text(std::string name, std::string text) {
    add(std::move(name), of(std::move(text)));
}

void Answer::texts(std::string name, const std::vector<std::string>& texts) {
    json::Value value = list();
    for (const std::string& text : texts) value.elements.push_back(of(text));
    add(std::move(name), std::move(value));
}

void Answer::reason(std::string name, std::string_view code) {
    reasons_.push_back({std::move(name), of(std::string(code))});
}

json::Value Answer::taken() && {
    if (!reasons_.empty()) add("reasons", object(std::move(reasons_)));
    return object(std::move(values_));
}

}  // namespace vgap::stats
