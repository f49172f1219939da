#include "core/flow/walk.hpp"

#include <algorithm>

#include "core/flow/walk_places.hpp"

namespace vgap::flow {

using base::Eight;
using base::Four;

namespace {

// What says whether somebody leaves: the lower half of a word, as a signed number.
template <class Words>
Words bits_of(Words words) {
    return (words & 0xFFFF) + INT16_MIN;
}

}  // namespace

base::PhiloxBlock Walks::block(std::size_t lane, std::uint32_t number) const {
    const std::uint64_t future = first_future_ + lane;
    return base::philox<kRounds>(
        {number, static_cast<std::uint32_t>(month_), static_cast<std::uint32_t>(future),
         static_cast<std::uint32_t>(future >> 32)},
        key_);
}

void Walks::draw_block(std::uint32_t number, std::int32_t* words, std::size_t apart) const {
    const base::PhiloxNumber shared =
        philox_.number(number, static_cast<std::uint32_t>(first_future_ >> 32));
    philox_.rows(shared, streams_, width_, reinterpret_cast<std::uint32_t*>(words), apart);
}

std::uint32_t Walks::further(std::size_t lane, std::uint32_t place) const {
    return block(lane, place)[0] >> 16;
}

void Walks::draw_numbers() {
    for (std::size_t at = 0; at < width_; at += 4) {
        const auto first = static_cast<std::uint32_t>(first_future_ + at);
        streams_[at / 4] = philox_.streams(first + base::FourWords{0, 1, 2, 3},
                                           static_cast<std::uint32_t>(month_));
    }
    for (std::size_t word = 0; word < numbers_.size(); word += kWords) {
        draw_block(static_cast<std::uint32_t>(word / kWords), numbers_[word].of, Row::kWidth);
    }
    leavers_drawn_ = 0;
}

void Walks::draw_halves(Chance& chance, const Row& n, std::uint32_t slot, Row& into) {
    const auto* const words = reinterpret_cast<const std::uint32_t*>(numbers_[slot / 2].of);
    chance.draw_row(n.of, words, slot % 2 == 0 ? 16 : 0, width_, into.of,
                    [&](std::size_t lane) { return further(lane, kFurtherOfSlots + slot); });
}

void Walks::draw(std::size_t chance, const Row& n, std::uint32_t slot, Row& into) {
    Chance& of = chances_[chance];
    if (of.probability() == 0 || of.probability() >= kSure) {
        for (std::size_t at = 0; at < width_; at += 4) {
            into.set(at, of.probability() == 0 ? base::four(0) : n.four(at));
        }
        return;
    }
    bool few = few_;
    if (!few) {
        constexpr auto kBlock = static_cast<std::int32_t>(Chance::kBlock);
        few = std::all_of(n.of, n.of + width_, [](std::int32_t each) { return each <= kBlock; });
    }
    if (!few) return draw_crowd(of, n, slot, into);
    draw_halves(of, n, slot, into);
}

// 1. By rank, from the top of the house down.
void Walks::leave() {
    if (!anybody_leaves_) return;
    if (plan_.crowded) return leave_by_cells();
    for (std::size_t at = 0; at < width_; at += kSideBySide) leave_by_rank(at);
}

// Whose ranks are looked at, up to the last of the people, and whether they leave; how many that are. Loops over a block that are not
// to be unrolled would be half a kilobyte for browsers.
std::size_t Walks::look(std::size_t at) {
    const Eight people = up_to_.back();
    Four rank[2] = {};
    for (std::uint32_t candidate = 0;; candidate += kWords) {
        if (leavers_drawn_ == candidate) {
            if (looked_at_.size() == candidate) looked_at_.resize(candidate + kWords);
            draw_block(kLeavers + candidate / kWords, looked_at_[candidate].words.of, kApart);
            leavers_drawn_ += kWords;
        }
        LookedAt* const block = &looked_at_[candidate];
        std::int32_t gaps[Gap::kAtOnce];
        gap_.draw_block(reinterpret_cast<const std::uint32_t*>(block->words.of + at), kApart, gaps,
                        [&](std::size_t i) {
                            return further(at + i % kSideBySide,
                                           kFurtherOfGaps + candidate +
                                               static_cast<std::uint32_t>(i / kSideBySide));
                        });
#pragma GCC unroll 1
        for (std::size_t i = 0; i < kWords; ++i) {
            const Row& words = block[i].words;
            rank[0] += base::load_four<Four>(gaps + kSideBySide * i);
            rank[1] += base::load_four<Four>(gaps + kSideBySide * i + 4);
            block[i].rank = base::narrow(rank[0], rank[1]);
            block[i].leaver = base::narrow(bits_of(words.four(at)), bits_of(words.four(at + 4)));
        }
        decide(at, candidate);
        if (!base::any(block[kWords - 1].rank <= people)) return candidate + kWords;
    }
}

// Who leaves keeps his rank, whoever stays gets one beyond all. The limit is that of the stage at which he is.
void Walks::decide(std::size_t at, std::uint32_t candidate) {
    LookedAt* const block = &looked_at_[candidate];
    Eight limit[kWords];
#pragma GCC unroll 1
    for (Eight& each : limit) each = leaving_[0].limit;
    for (std::size_t s = 1; s < leaving_.size(); ++s) {
        const Eight up_to = up_to_[leaving_[s - 1].end - 1];
        const Eight more = leaving_[s].more;
#pragma GCC unroll 4
        for (std::size_t i = 0; i < kWords; ++i) limit[i] += (block[i].rank > up_to) & more;
    }
    Eight unclear{};
#pragma GCC unroll 1
    for (std::size_t i = 0; i < kWords; ++i) {
        const Eight bits = block[i].leaver;
        unclear |= bits == limit[i];
        block[i].leaver = block[i].rank | ((bits >= limit[i]) & base::eight(INT16_MAX));
    }
    if (!base::any(unclear)) [[likely]]
        return;
#pragma GCC unroll 1
    for (std::size_t i = 0; i < kWords * kSideBySide; ++i) {
        const std::size_t lane = i % kSideBySide;
        const std::uint32_t who = candidate + static_cast<std::uint32_t>(i / kSideBySide);
        LookedAt& each = looked_at_[who];
        if (bits_of(each.words.of[at + lane]) != limit[i / kSideBySide][lane]) continue;
        const Leaving* here = leaving_.data();
        while (here != &leaving_.back() && each.rank[lane] > up_to_[here->end - 1][lane]) ++here;
        if (further(at + lane, kFurtherOfLeavers + who) < here->rest)
            each.leaver[lane] = each.rank[lane];
    }
}

void Walks::leave_by_rank(std::size_t at) {
    Four front{};
    Four back{};
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
        front += cells_[cell].four(at);
        back += cells_[cell].four(at + 4);
        up_to_[cell] = base::narrow(front, back);
    }
    const std::size_t count = look(at);
    const LookedAt* const looked_at = looked_at_.data();
    std::size_t end = 0;  // whose ranks may be at this stage, in whole blocks
    Eight left{};
    for (const Leaving& leaving : leaving_) {
        while (end < count && base::any(looked_at[end].rank <= up_to_[leaving.end - 1])) {
            end += kWords;
        }
        const Eight left_above = left;
        for (std::size_t cell = leaving.first_cell; cell < leaving.end; ++cell) {
            const Eight behind = up_to_[cell] + 1;
            const Eight so_far = left;
            left = Eight{};
            for (std::size_t i = 0; i < end; i += kWords) {
                const LookedAt* const block = looked_at + i;
                left -= (block[0].leaver < behind) + (block[1].leaver < behind) +
                        (block[2].leaver < behind) + (block[3].leaver < behind);
            }
            cells_[cell].take(at, base::front_of(left - so_far));
            cells_[cell].take(at + 4, base::back_of(left - so_far));
        }
        happened_[leaving.stage].left.set(at, base::front_of(left - left_above));
        happened_[leaving.stage].left.set(at + 4, base::back_of(left - left_above));
    }
}

// 2. From the last phase down, so that nobody does two.
void Walks::develop(std::size_t path) {
    const PathPlan& plan = plan_.paths[path];
    const PathChances& chances = of_path_[path];
    const auto phases = static_cast<std::size_t>(plan.phases);
    for (std::size_t phase = 0; phase < phases; ++phase) {
        const std::size_t cell = plan.last + phase;
        Row& to = phase == 0 ? made_ready_ : done_;
        draw(chances.develop, cells_[cell],
             chances.slot + kLastPhase + static_cast<std::uint32_t>(phase), to);
        for (std::size_t at = 0; at < width_; at += 4) {
            cells_[cell].take(at, to.four(at));
            if (phase > 0) cells_[cell - 1].add(at, to.four(at));
        }
    }
    if (plan.retry > 0) {
        draw(chances.retry, cells_[plan.waiting], chances.slot + kRetry, done_);
        for (std::size_t at = 0; at < width_; at += 4) {
            cells_[plan.waiting].take(at, done_.four(at));
            made_ready_.add(at, done_.four(at));
        }
    }
    for (std::size_t at = 0; at < width_; at += 4) {
        cells_[plan.ready].add(at, made_ready_.four(at));
        happened_[plan.to].made_ready.add(at, made_ready_.four(at));
    }
}

void Walks::let_submit(std::size_t path, const Row& people) {
    const PathPlan& plan = plan_.paths[path];
    const PathChances& chances = of_path_[path];
    draw(chances.succeed, people, chances.slot + kSuccess, good_);
    Row& failed = cells_[plan.retry > 0 ? plan.waiting : plan.last];
    HappenedRows& to = happened_[plan.to];
    HappenedRows& from = happened_[plan.from];
    for (std::size_t at = 0; at < width_; at += 4) {
        const Four all = people.four(at);
        const Four promoted = good_.four(at);
        cells_[plan.ready].take(at, all);
        failed.add(at, all - promoted);
        to.submitted.add(at, all);
        to.made_ready.take(at, all - promoted);
        to.promoted.add(at, promoted);
        from.promoted_out.add(at, promoted);
        from.people.take(at, promoted);
    }
}

// 4. Of several paths in proportion, what is over to the earlier ones.
void Walks::share_places(std::size_t stage, const Row& places) {
    const std::vector<std::size_t>& in = plan_.stages[stage].in;
    std::vector<Row> shares(in.size());
    for (std::size_t lane = 0; lane < width_; ++lane) {
        std::int64_t ready = 0;
        for (const std::size_t p : in) ready += cells_[plan_.paths[p].ready].of[lane];
        const std::int64_t all = std::min<std::int64_t>(ready, places.of[lane]);
        std::int64_t so_far = 0;
        std::int64_t given = 0;
        for (std::size_t at = 0; at < in.size(); ++at) {
            so_far += cells_[plan_.paths[in[at]].ready].of[lane];
            const std::int64_t up_to = ready > 0 ? (so_far * all + ready - 1) / ready : 0;
            shares[at].of[lane] = static_cast<std::int32_t>(up_to - given);
            given = up_to;
        }
    }
    for (std::size_t at = 0; at < in.size(); ++at) let_submit(in[at], shares[at]);
}

void Walks::submit(std::size_t stage) {
    const std::vector<std::size_t>& in = plan_.stages[stage].in;
    const bool pull = plan_.mode == Mode::kPull;
    if (pull && in.size() > 1) return share_places(stage, happened_[stage].vacancies);
    for (const std::size_t p : in) {
        const Row& ready = cells_[plan_.paths[p].ready];
        for (std::size_t at = 0; at < width_; at += 4) {
            const Four all = ready.four(at);
            people_.set(at, pull ? base::smaller(all, happened_[stage].vacancies.four(at)) : all);
        }
        let_submit(p, people_);
    }
}

void Walks::hire(std::size_t stage) {
    HappenedRows& now = happened_[stage];
    for (std::size_t at = 0; at < width_; at += 4) {
        open_.set(at, now.vacancies.four(at) - now.promoted.four(at));
    }
    draw(of_stage_[stage].hire, open_, of_stage_[stage].slot + kHire, now.hired);
    for (std::size_t at = 0; at < width_; at += 4) {
        now.unfilled.set(at, open_.four(at) - now.hired.four(at));  // 6
    }
}

void Walks::enter(std::size_t stage) {
    const StagePlan& plan = plan_.stages[stage];
    const StageChances& chances = of_stage_[stage];
    HappenedRows& now = happened_[stage];
    for (std::size_t at = 0; at < width_; at += 4) {
        rest_.set(at, now.promoted.four(at) + now.hired.four(at));
        now.people.add(at, rest_.four(at));
    }
    for (std::size_t out = 0; out < plan.out.size(); ++out) {
        const PathPlan& path = plan_.paths[plan.out[out]];
        draw(chances.enter[out], rest_,
             chances.slot + kFirstShare + static_cast<std::uint32_t>(out), joined_);
        for (std::size_t at = 0; at < width_; at += 4) {
            cells_[path.last + static_cast<std::size_t>(path.phases) - 1].add(at, joined_.four(at));
            rest_.take(at, joined_.four(at));
        }
    }
    for (std::size_t at = 0; at < width_; at += 4) cells_[plan.end - 1].add(at, rest_.four(at));
}

void Walks::step() {
    ++month_;
    const Four none = base::four(0);
    for (HappenedRows& each : happened_) {
        for (Row* const row : {&each.bench, &each.left, &each.submitted, &each.promoted,
                               &each.promoted_out, &each.hired, &each.made_ready}) {
            for (std::size_t at = 0; at < width_; at += 4) row->set(at, none);
        }
    }
    draw_numbers();
    leave();
    for (HappenedRows& each : happened_) {
        for (std::size_t at = 0; at < width_; at += 4) each.people.take(at, each.left.four(at));
    }
    for (std::size_t p = 0; p < plan_.paths.size(); ++p) develop(p);
    for (const std::size_t s : plan_.order) {
        HappenedRows& now = happened_[s];
        if (plan_.mode == Mode::kPull) {
            const Four seats = base::four(plan_.seats_at(month_, s));
            for (std::size_t at = 0; at < width_; at += 4) {  // 3
                const Four vacancies = base::larger(none, seats - now.people.four(at));
                now.vacancies.set(at, vacancies);
                now.opened.set(at, base::larger(none, vacancies - now.unfilled.four(at)));
            }
            submit(s);
            hire(s);  // 5
        } else {
            submit(s);
            std::fill(now.hired.of, now.hired.of + width_, plan_.recruits[s]);
        }
        enter(s);
    }
    for (const PathPlan& path : plan_.paths) {
        for (std::size_t at = 0; at < width_; at += 4) {
            happened_[path.to].bench.add(at, cells_[path.ready].four(at));
        }
    }
}

}  // namespace vgap::flow
