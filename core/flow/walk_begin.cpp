// What of a walk is done once, or seldom: for browsers it is made small where walk.cpp is made fast (CMakeLists.txt).
#include <algorithm>
#include <utility>

#include "core/flow/walk.hpp"
#include "core/flow/walk_places.hpp"

namespace vgap::flow {

Walks::Walks(const Plan& plan, std::uint64_t seed, std::vector<Chance> tables)
    : plan_(plan),
      key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
      philox_(key_),
      of_path_(plan.paths.size()),
      of_stage_(plan.stages.size()),
      gap_(plan.leave_cap),
      few_(plan.most_people <= static_cast<std::int64_t>(Chance::kBlock)),
      at_start_(plan.stages.size()),
      cells_(plan.start.size()),
      happened_(plan.stages.size()),
      leaving_(plan.stages.size()),
      up_to_(plan.start.size()) {
    std::uint32_t slots = 0;
    for (std::size_t s = 0; s < plan.stages.size(); ++s) {
        const StagePlan& stage = plan.stages[s];
        StageChances& made = of_stage_[s];
        made.hire = chance_of(stage.hire, tables);
        made.leave = plan.crowded ? chance_of(stage.leave, tables) : 0;
        made.slot = slots;
        slots += kFirstShare + static_cast<std::uint32_t>(stage.out.size());
        for (const std::uint64_t each : stage.enter) made.enter.push_back(chance_of(each, tables));
        anybody_leaves_ = anybody_leaves_ || stage.leave > 0;
    }
    for (std::size_t p = 0; p < plan.paths.size(); ++p) {
        const PathPlan& path = plan.paths[p];
        of_path_[p] = {chance_of(path.develop, tables), chance_of(path.succeed, tables),
                       chance_of(path.retry, tables), slots};
        slots += kLastPhase + static_cast<std::uint32_t>(path.most_phases);
        at_start_[path.to].bench += plan.start[path.ready];
    }
    std::size_t cell = 0;
    for (std::size_t at = 0; at < plan.order.size(); ++at) {
        const std::size_t s = plan.order[at];
        Happened& start = at_start_[s];
        of_stage_[s].first_cell = cell;
        for (; cell < plan.stages[s].end; ++cell) start.people += plan.start[cell];
        leaving_[at] = leaving(s);
        if (at > 0) leaving_[at].more = leaving_[at].limit - leaving_[at - 1].limit;
        start.vacancies = start.unfilled = std::max(0, plan.seats_at(0, s) - start.people);
    }
    numbers_ = std::vector<Row>(std::size_t{kWords} * ((slots + kSlots - 1) / kSlots));
    start(0, 1);
}

std::size_t Walks::chance_of(std::uint64_t probability, std::vector<Chance>& tables) {
    const auto is = [probability](const Chance& each) { return each.probability() == probability; };
    const auto known = std::find_if(chances_.begin(), chances_.end(), is);
    if (known != chances_.end()) return static_cast<std::size_t>(known - chances_.begin());
    const auto made = std::find_if(tables.begin(), tables.end(), is);
    chances_.push_back(made != tables.end() ? std::move(*made) : Chance(probability));
    return chances_.size() - 1;
}

void Walks::start(std::uint64_t first_future, std::size_t futures) {
    first_future_ = first_future;
    futures_ = futures;
    width_ = (futures + kSideBySide - 1) / kSideBySide * kSideBySide;
    month_ = 0;
    const auto fill = [](Row& row, std::int32_t with) {
        for (std::size_t at = 0; at < Row::kWidth; at += 4) row.set(at, base::four(with));
    };
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) fill(cells_[cell], plan_.start[cell]);
    for (std::size_t s = 0; s < happened_.size(); ++s) {
        happened_[s] = {};
        fill(happened_[s].people, at_start_[s].people);
        fill(happened_[s].bench, at_start_[s].bench);
        fill(happened_[s].vacancies, at_start_[s].vacancies);
        fill(happened_[s].unfilled, at_start_[s].unfilled);
    }
}

Walks::Leaving Walks::leaving(std::size_t stage) const {
    const std::uint64_t leave = plan_.stages[stage].leave;
    const std::uint64_t accept = leave < plan_.leave_cap ? (leave << 32) / plan_.leave_cap : kSure;
    const std::uint64_t limit = std::min<std::uint64_t>(accept >> 16, 0xFFFF);
    return {stage,
            of_stage_[stage].first_cell,
            plan_.stages[stage].end,
            base::eight(static_cast<std::int16_t>(static_cast<std::int32_t>(limit) + INT16_MIN)),
            base::Eight{},
            static_cast<std::uint32_t>(accept - (limit << 16))};
}

void Walks::draw_crowd(Chance& chance, const Row& n, std::uint32_t slot, Row& into) {
    for (std::size_t lane = 0; lane < width_; ++lane) {
        std::uint32_t number = kCrowds + (slot << kCrowdShift);
        const auto next = [&] { return block(lane, number++)[0]; };
        const std::uint32_t word = static_cast<std::uint32_t>(numbers_[slot / 2].of[lane])
                                   << (slot % 2 * 16);
        const std::uint32_t u = (word & 0xFFFF0000) | further(lane, kFurtherOfSlots + slot);
        into.of[lane] =
            static_cast<std::int32_t>(chance.draw(static_cast<std::uint32_t>(n.of[lane]), u, next));
    }
}

void Walks::leave_by_cells() {
    Row left{};
    const auto slots = static_cast<std::uint32_t>(2 * numbers_.size());
    for (std::size_t s = 0; s < happened_.size(); ++s) {
        for (std::size_t cell = of_stage_[s].first_cell; cell < plan_.stages[s].end; ++cell) {
            Chance& chance = chances_[of_stage_[s].leave];
            const auto place = static_cast<std::uint32_t>(cell);
            for (std::size_t lane = 0; lane < width_; ++lane) {
                std::uint32_t number = kCrowds + ((slots + place) << kCrowdShift);
                const auto next = [&] { return block(lane, number++)[0]; };
                const auto n = static_cast<std::uint32_t>(cells_[cell].of[lane]);
                left.of[lane] =
                    n == 0 ? 0 : static_cast<std::int32_t>(chance.draw(n, next(), next));
            }
            for (std::size_t at = 0; at < width_; at += 4) {
                cells_[cell].take(at, left.four(at));
                happened_[s].left.add(at, left.four(at));
            }
        }
    }
}

Walk::Walk(const Plan& plan, std::uint64_t seed) : walks_(plan, seed) {
    look();
    start_ = happened_;
}

void Walk::start(std::uint64_t future) {
    walks_.start(future, 1);
    look();
}

void Walk::step() {
    walks_.step();
    look();
}

void Walk::look() {
    happened_.clear();
    for (const HappenedRows& rows : walks_.stages()) {
        happened_.push_back({rows.people.of[0], rows.bench.of[0], rows.vacancies.of[0],
                             rows.unfilled.of[0], rows.opened.of[0], rows.left.of[0],
                             rows.submitted.of[0], rows.promoted.of[0], rows.promoted_out.of[0],
                             rows.hired.of[0], rows.made_ready.of[0]});
    }
    cells_.clear();
    for (const Row& row : walks_.cells()) cells_.push_back(row.of[0]);
}

}  // namespace vgap::flow
