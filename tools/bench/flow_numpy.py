# bench/flow_numpy: the month of core/flow/walk for all futures at once, as somebody careful writes it with NumPy.
#
# In      a scenario (flow/1); 2,000 futures at a time, which keeps the arrays in the cache
# Out     futures a second, with everything counted that core/flow/futures counts, since the picture is made of it; of a future's unfilled
#         seat-months, and of its overdue ones, the average and the Monte Carlo error of that
# Errors  exit code 1 without NumPy
# Source  MODEL.md section 6
# Tested  tests/bench/run.test.mjs
import json
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit(1)

scenario = json.load(open(sys.argv[1]))
stages = scenario["stages"]
number = {stage["id"]: s for s, stage in enumerate(stages)}
paths = scenario["paths"]
months = scenario["months"]
leave = [1 - (1 - s["attrition_pct_per_year"]["value"] / 100) ** (1 / 12) for s in stages]
hire = [s["external_share_pct"]["value"] / 100 / s["external_lead_months"]["value"] for s in stages]
seats = np.floor(0.5 + np.array([np.interp(np.arange(months + 1), [p["month"] for p in s["seats"]], [p["seats"] for p in s["seats"]]) for s in stages]))
for each in scenario["capabilities"]:
    seats[number[each["stage"]], each["by_month"]:] += each["seats"]
out = [[p for p, path in enumerate(paths) if number[path["from"]] == s] for s in range(len(stages))]
into = [[p for p, path in enumerate(paths) if number[path["to"]] == s] for s in range(len(stages))]
order = []
while len(order) < len(stages):
    order += [s for s in range(len(stages)) if s not in order and all(number[paths[p]["to"]] in order for p in out[s])][:1]
phases = [path["phases"] for path in paths]
chance = [k / path["months_to_ready"]["value"] for k, path in zip(phases, paths)]
success = [path["submission_success_pct"]["value"] / 100 for path in paths]
retry = [1 / path["retry_months"]["value"] if "retry_months" in path else 0 for path in paths]
share = [path["people_share_pct"]["value"] / 100 for path in paths]
generator = np.random.Generator(np.random.Philox(1))


patience = scenario["patience_months"]
everybody = 4 * int(max(sum(stage["people"] for stage in stages), seats.max()))  # more than are ever at one stage


# How often each number was there, at each stage in each month or quarter.
class Counts:
    def __init__(self, times, least=0):
        self.least = least
        self.width = everybody - least
        self.begin = (np.arange(len(stages)) * self.width - least)[:, None]
        self.counts = np.zeros((times, len(stages) * self.width), dtype=np.int64)

    def add(self, time, numbers):
        self.counts[time] += np.bincount((numbers + self.begin).ravel(), minlength=self.counts.shape[1])


of_months = {name: Counts(months + 1) for name in ["people", "bench", "unfilled"]}
all_unfilled = np.zeros((months + 1, len(stages) * everybody), dtype=np.int64)
quarters = (months + 2) // 3
of_quarters = {name: Counts(quarters, -everybody) for name in ["demand", "supply", "gap"]}
of_futures = {name: np.zeros((len(stages), months * everybody), dtype=np.int64) for name in ["lag", "seat_months", "overdue"]}


# Unfilled seat-months of each future, and overdue ones.
def walk(futures):
    elsewhere = np.array([[stage["people"]] * futures for stage in stages])
    people = elsewhere.copy()
    cells = []  # of each path: ready, waiting, phases from the last one down
    for p, path in enumerate(paths):
        s = number[path["from"]]
        with_path = int(stages[s]["people"] * share[p] + 0.5)
        rest = with_path - path["ready_people"]
        start = [path["ready_people"], 0] + [rest // phases[p] + (k < rest % phases[p]) for k in reversed(range(phases[p]))]
        cells.append(np.repeat(np.array(start)[:, None], futures, axis=1))
        elsewhere[s] -= with_path
    none = np.zeros((len(stages), futures), dtype=np.int64)
    bench = none.copy()

    def count(month, unfilled):
        bench[:] = 0
        for p, path in enumerate(paths):
            bench[number[path["to"]]] += cells[p][0]
        of_months["people"].add(month, people)
        of_months["bench"].add(month, bench)
        of_months["unfilled"].add(month, unfilled)
        all_unfilled[month] += np.bincount(unfilled.sum(axis=0), minlength=all_unfilled.shape[1])

    unfilled = np.maximum(0, seats[:, 0, None].astype(np.int64) - people)
    count(0, unfilled)
    opened = np.empty((months + 1, len(stages), futures), dtype=np.int64)  # cumulative, as supply is
    opened[0] = unfilled
    supply = bench.copy()
    demand_before, supply_before = unfilled.copy(), bench.copy()
    seat_months, overdue = none.copy(), none.copy()
    for month in range(1, months + 1):
        for p, path in enumerate(paths):
            cells[p] -= generator.binomial(cells[p], leave[number[path["from"]]])
        for s in range(len(stages)):
            elsewhere[s] -= generator.binomial(elsewhere[s], leave[s])
        people = elsewhere.copy()
        for p, path in enumerate(paths):
            done = generator.binomial(cells[p][2:], chance[p])
            cells[p][2:] -= done
            cells[p][2:-1] += done[1:]
            made_ready = done[0]
            if retry[p]:
                again = generator.binomial(cells[p][1], retry[p])
                cells[p][1] -= again
                made_ready = made_ready + again
            cells[p][0] += made_ready
            supply[number[path["to"]]] += made_ready
            people[number[path["from"]]] += cells[p].sum(axis=0)
        for s in order:
            vacant = np.maximum(0, seats[s, month] - people[s]).astype(np.int64)
            opened[month, s] = opened[month - 1, s] + np.maximum(0, vacant - unfilled[s])
            new = np.zeros(futures, dtype=np.int64)
            for p in into[s]:
                submitted = np.minimum(vacant, cells[p][0])
                good = generator.binomial(submitted, success[p])
                cells[p][0] -= submitted
                cells[p][1 if retry[p] else 2] += submitted - good
                supply[s] -= submitted - good
                people[number[paths[p]["from"]]] -= good
                new += good
                vacant -= good
            hired = generator.binomial(vacant, hire[s])
            unfilled[s] = vacant - hired
            new += hired
            people[s] += new
            left = 1.0
            for p in out[s]:
                joined = generator.binomial(new, min(1.0, share[p] / left))
                cells[p][-1] += joined
                new -= joined
                left -= share[p]
            elsewhere[s] += new
        count(month, unfilled)
        seat_months += unfilled
        if month >= patience:
            then = month - patience
            filled = np.maximum(opened[month] - unfilled, opened[then - 1] if then > 0 else 0)
            overdue += np.maximum(0, opened[then] - filled)
        if month % 3 == 0 or month == months:
            quarter = (month - 1) // 3
            demanded, supplied = opened[month] - demand_before, supply - supply_before
            of_quarters["demand"].add(quarter, demanded)
            of_quarters["supply"].add(quarter, supplied)
            of_quarters["gap"].add(quarter, demanded - supplied)
            demand_before, supply_before = opened[month].copy(), supply.copy()
    lag = np.minimum(months, (opened > supply).sum(axis=0))
    for s in range(len(stages)):
        for name, numbers in [("lag", lag), ("seat_months", seat_months), ("overdue", overdue)]:
            of_futures[name][s] += np.bincount(numbers[s], minlength=of_futures[name].shape[1])
    return seat_months.sum(axis=0), overdue.sum(axis=0)


walk(200)
started = time.perf_counter()
walked = []
while time.perf_counter() - started < 0.5:
    walked.append(walk(2000))
seconds = time.perf_counter() - started
costs = np.concatenate(walked, axis=1)
errors = costs.std(axis=1) / costs.shape[1] ** 0.5
print(costs.shape[1] / seconds, *costs.mean(axis=1), *errors)
