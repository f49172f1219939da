#include "core/flow/walk.hpp"

#include <algorithm>

namespace vgap::flow {

namespace {

// Streams: paths from 0, stages from here, and the leavers of the whole house.
constexpr std::uint32_t kStages = 0x4000;
constexpr std::uint32_t kLeavers = 0x8000;
constexpr int kMonthShift = 16;

// Draws of a path: whether submissions succeed, the phases from the last one down, waits. Of a stage: hires, each path's share.
constexpr std::uint32_t kSuccess = 0;
constexpr std::uint32_t kFirstShare = 1;
constexpr std::uint32_t kWords = 4;           // in a block
constexpr std::uint32_t kFurther = 1u << 20;  // where a draw's further numbers begin
constexpr std::uint32_t kFurtherShift = 12;

}  // namespace

Walk::Walk(const Plan& plan, std::uint64_t seed)
    : plan_(plan),
      key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
      gap_(plan.leave_cap),
      vacancies_(plan.stages.size()),
      bench_(plan.stages.size()),
      people_(plan.stages.size()),
      happened_(plan.stages.size()) {
    for (const PathPlan& path : plan.paths) {
        of_path_.push_back(
            {chance_of(path.develop), chance_of(path.succeed), chance_of(path.retry)});
        bench_[path.to] += plan.start[path.ready];
    }
    std::size_t cell = 0;
    for (const std::size_t s : plan.order) {
        for (; cell < plan.stages[s].end; ++cell) people_[s] += plan.start[cell];
        vacancies_[s] = std::max(0, plan.seats_at(0, s) - people_[s]);
    }
    for (const StagePlan& stage : plan.stages) {
        StageChances& made = of_stage_.emplace_back();
        made.hire = chance_of(stage.hire);
        made.leave = plan.crowded ? chance_of(stage.leave) : 0;
        made.accept = stage.leave < plan.leave_cap ? (stage.leave << 32) / plan.leave_cap : kSure;
        for (const std::uint64_t each : stage.enter) made.enter.push_back(chance_of(each));
        anybody_leaves_ = anybody_leaves_ || stage.leave > 0;
    }
    if (anybody_leaves_ && !plan.crowded) {
        // As many as the people of the start mostly need; further ones are drawn when they are needed.
        std::uint64_t people = 0;
        for (const std::int32_t each : people_) people += static_cast<std::uint64_t>(each);
        leaver_blocks_ = 1 + static_cast<std::size_t>(people * plan.leave_cap / kSure * 2 / kWords);
    }
    blocks_.resize(plan.paths.size() + plan.stages.size() + leaver_blocks_);
    start(0);
}

std::size_t Walk::chance_of(std::uint64_t probability) {
    for (std::size_t at = 0; at < chances_.size(); ++at) {
        if (chances_[at].probability() == probability) return at;
    }
    chances_.emplace_back(probability);
    return chances_.size() - 1;
}

void Walk::start(std::uint64_t future) {
    future_ = future;
    month_ = 0;
    cells_ = plan_.start;
    for (std::size_t s = 0; s < happened_.size(); ++s) {
        happened_[s] = {};
        happened_[s].people = people_[s];
        happened_[s].bench = bench_[s];
        happened_[s].vacancies = happened_[s].unfilled = vacancies_[s];
    }
}

base::PhiloxBlock Walk::block(std::uint32_t stream, std::uint32_t number) const {
    return base::philox(
        {number, static_cast<std::uint32_t>(month_) << kMonthShift | stream,
         static_cast<std::uint32_t>(future_), static_cast<std::uint32_t>(future_ >> 32)},
        key_);
}

std::uint32_t Walk::word(std::uint32_t stream, std::uint32_t slot) const {
    return block(stream, slot / kWords)[slot % kWords];
}

// One after the other, so that the processor works on several at once.
void Walk::draw_blocks() {
    const std::size_t paths = plan_.paths.size();
    const std::size_t stages = plan_.stages.size();
    for (std::size_t p = 0; p < paths; ++p) {
        blocks_[p] = block(static_cast<std::uint32_t>(p), 0);
    }
    for (std::size_t s = 0; s < stages; ++s) {
        blocks_[paths + s] = block(kStages + static_cast<std::uint32_t>(s), 0);
    }
    for (std::size_t at = 0; at < leaver_blocks_; ++at) {
        blocks_[paths + stages + at] = block(kLeavers, static_cast<std::uint32_t>(at));
    }
}

std::uint32_t Walk::word_of_stage(std::size_t stage, std::uint32_t slot) const {
    if (slot < kWords) return blocks_[plan_.paths.size() + stage][slot];
    return word(kStages + static_cast<std::uint32_t>(stage), slot);
}

std::int32_t Walk::draw(std::size_t chance, std::int32_t n, std::uint32_t stream,
                        std::uint32_t slot, std::uint32_t u) {
    const auto people = static_cast<std::uint32_t>(n);
    if (people <= Chance::kBlock) {
        return static_cast<std::int32_t>(chances_[chance].draw(people, u));
    }
    std::uint32_t further = (kFurther + (slot << kFurtherShift)) * kWords;
    return static_cast<std::int32_t>(
        chances_[chance].draw(people, u, [&] { return word(stream, further++); }));
}

// 1. By rank, from the top of the house down.
void Walk::leave() {
    if (!anybody_leaves_) return;
    if (plan_.crowded) return leave_by_cells();
    const base::PhiloxBlock* const ready = blocks_.data() + blocks_.size() - leaver_blocks_;
    base::PhiloxBlock words = ready[0];
    std::uint32_t used = 0;
    std::uint64_t rank = gap_.draw(words[used++]);
    std::uint64_t before = 0;
    std::size_t cell = 0;
    for (const std::size_t s : plan_.order) {
        const std::uint64_t accept = of_stage_[s].accept;
        const std::uint64_t behind = before + static_cast<std::uint64_t>(happened_[s].people);
        if (rank > behind) {
            before = behind;
            cell = plan_.stages[s].end;
            continue;
        }
        for (; cell < plan_.stages[s].end; ++cell) {
            before += static_cast<std::uint64_t>(cells_[cell]);
            std::int32_t left = 0;
            while (rank <= before) {
                left += words[used++ % kWords] < accept ? 1 : 0;
                if (used % kWords == 0) {
                    const std::uint32_t number = used / kWords;
                    words = number < leaver_blocks_ ? ready[number] : block(kLeavers, number);
                }
                rank += gap_.draw(words[used++ % kWords]);
            }
            cells_[cell] -= left;
            happened_[s].left += left;
        }
    }
}

void Walk::leave_by_cells() {
    std::size_t cell = 0;
    for (const std::size_t s : plan_.order) {
        for (; cell < plan_.stages[s].end; ++cell) {
            if (cells_[cell] == 0) continue;
            const auto slot = static_cast<std::uint32_t>(cell);
            const std::int32_t left =
                draw(of_stage_[s].leave, cells_[cell], kLeavers, slot, word(kLeavers, slot));
            cells_[cell] -= left;
            happened_[s].left += left;
        }
    }
}

// 2. From the last phase down, so that nobody does two.
void Walk::develop(std::size_t path) {
    const PathPlan& plan = plan_.paths[path];
    const PathChances& chances = of_path_[path];
    std::int32_t* const cells = cells_.data();
    const auto stream = static_cast<std::uint32_t>(path);
    const std::size_t end = plan.last + static_cast<std::size_t>(plan.phases);
    std::int32_t on_path = 0;
    for (std::size_t cell = plan.ready; cell < end; ++cell) on_path += cells[cell];
    if (on_path == 0) return;
    base::PhiloxBlock words = first_of_path(path);
    std::int32_t made_ready = 0;
    std::int32_t again = 0;
    std::uint32_t slot = kSuccess + 1;
    const auto next_word = [&] {
        if (slot % kWords == 0) words = block(stream, slot / kWords);
        return words[slot % kWords];
    };
    std::size_t to = plan.ready;
    for (std::size_t cell = plan.last; cell < end; ++cell, ++slot) {
        const std::uint32_t u = next_word();
        if (cells[cell] > 0) {
            const std::int32_t done = draw(chances.develop, cells[cell], stream, slot, u);
            cells[cell] -= done;
            if (cell == plan.last) {
                made_ready = done;
            } else {
                cells[to] += done;
            }
        }
        to = cell;
    }
    if (plan.retry > 0) {
        again = draw(chances.retry, cells[plan.waiting], stream, slot, next_word());
        cells[plan.waiting] -= again;
    }
    cells[plan.ready] += made_ready + again;
    happened_[plan.to].made_ready += made_ready + again;
}

void Walk::let_submit(std::size_t path, std::int32_t people) {
    if (people == 0) return;
    const PathPlan& plan = plan_.paths[path];
    const std::int32_t good = draw(of_path_[path].succeed, people, static_cast<std::uint32_t>(path),
                                   kSuccess, first_of_path(path)[kSuccess]);
    cells_[plan.ready] -= people;
    cells_[plan.retry > 0 ? plan.waiting : plan.last] += people - good;
    happened_[plan.to].submitted += people;
    happened_[plan.to].made_ready -= people - good;
    happened_[plan.to].promoted += good;
    happened_[plan.from].promoted_out += good;
    happened_[plan.from].people -= good;
}

// 4. Of several paths in proportion, what is over to the earlier ones.
void Walk::submit(std::size_t stage, std::int32_t places) {
    const std::vector<std::size_t>& in = plan_.stages[stage].in;
    std::int64_t ready = 0;
    for (const std::size_t p : in) ready += cells_[plan_.paths[p].ready];
    if (ready <= places) {
        for (const std::size_t p : in) let_submit(p, cells_[plan_.paths[p].ready]);
        return;
    }
    std::int64_t so_far = 0;
    std::int64_t given = 0;
    for (const std::size_t p : in) {
        so_far += cells_[plan_.paths[p].ready];
        const std::int64_t up_to = (so_far * places + ready - 1) / ready;
        let_submit(p, static_cast<std::int32_t>(up_to - given));
        given = up_to;
    }
}

void Walk::enter(std::size_t stage) {
    const StagePlan& plan = plan_.stages[stage];
    std::int32_t rest = happened_[stage].promoted + happened_[stage].hired;
    happened_[stage].people += rest;
    const auto stream = kStages + static_cast<std::uint32_t>(stage);
    for (std::size_t at = 0; at < plan.out.size() && rest > 0; ++at) {
        const PathPlan& path = plan_.paths[plan.out[at]];
        std::int32_t joined = rest;
        if (plan.enter[at] < kSure) {
            const std::uint32_t slot = kFirstShare + static_cast<std::uint32_t>(at);
            joined =
                draw(of_stage_[stage].enter[at], rest, stream, slot, word_of_stage(stage, slot));
        }
        cells_[path.last + static_cast<std::size_t>(path.phases) - 1] += joined;
        rest -= joined;
    }
    cells_[plan.end - 1] += rest;
}

void Walk::step() {
    ++month_;
    const bool pull = plan_.mode == Mode::kPull;
    for (Happened& each : happened_) {
        const std::int32_t people = each.people;
        const std::int32_t unfilled = each.unfilled;
        each = {};
        each.people = people;
        each.unfilled = unfilled;
    }
    draw_blocks();
    leave();
    for (std::size_t s = 0; s < happened_.size(); ++s) happened_[s].people -= happened_[s].left;
    for (std::size_t p = 0; p < plan_.paths.size(); ++p) develop(p);
    for (const std::size_t s : plan_.order) {
        Happened& now = happened_[s];
        if (pull) {
            now.vacancies = std::max(0, plan_.seats_at(month_, s) - now.people);  // 3
            now.opened = std::max(0, now.vacancies - now.unfilled);
            if (now.vacancies > 0) submit(s, now.vacancies);
            const std::int32_t open = now.vacancies - now.promoted;
            if (open > 0 && plan_.stages[s].hire > 0) {  // 5
                const auto stream = kStages + static_cast<std::uint32_t>(s);
                now.hired = draw(of_stage_[s].hire, open, stream, 0, word_of_stage(s, 0));
            }
            now.unfilled = open - now.hired;  // 6
        } else {
            submit(s, INT32_MAX);
            now.hired = plan_.recruits[s];
        }
        if (now.promoted + now.hired > 0) enter(s);
    }
    for (const PathPlan& path : plan_.paths) happened_[path.to].bench += cells_[path.ready];
}

}  // namespace vgap::flow
