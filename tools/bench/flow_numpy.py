# bench/flow_numpy: the month of core/flow/walk for all futures at once, as somebody careful writes it with NumPy.
#
# In      a scenario (flow/1); 2,000 futures at a time, which keeps the arrays in the cache
# Out     futures a second; unfilled seat-months of a future, on average, and the Monte Carlo error of that
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


# Unfilled seat-months of each future.
def walk(futures):
    elsewhere = np.array([[stage["people"]] * futures for stage in stages])
    cells = []  # of each path: ready, waiting, phases from the last one down
    for p, path in enumerate(paths):
        s = number[path["from"]]
        people = int(stages[s]["people"] * share[p] + 0.5)
        rest = people - path["ready_people"]
        start = [path["ready_people"], 0] + [rest // phases[p] + (k < rest % phases[p]) for k in reversed(range(phases[p]))]
        cells.append(np.repeat(np.array(start)[:, None], futures, axis=1))
        elsewhere[s] -= people
    cost = np.zeros(futures)
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
            cells[p][0] += done[0]
            if retry[p]:
                again = generator.binomial(cells[p][1] , retry[p])
                cells[p][1] -= again
                cells[p][0] += again
            people[number[path["from"]]] += cells[p].sum(axis=0)
        for s in order:
            vacant = np.maximum(0, seats[s, month] - people[s]).astype(np.int64)
            new = np.zeros(futures, dtype=np.int64)
            for p in into[s]:
                submitted = np.minimum(vacant, cells[p][0])
                good = generator.binomial(submitted, success[p])
                cells[p][0] -= submitted
                cells[p][1 if retry[p] else 2] += submitted - good
                people[number[paths[p]["from"]]] -= good
                new += good
                vacant -= good
            new += generator.binomial(vacant, hire[s])
            people[s] += new
            left = 1.0
            for p in out[s]:
                joined = generator.binomial(new, min(1.0, share[p] / left))
                cells[p][-1] += joined
                new -= joined
                left -= share[p]
            elsewhere[s] += new
            cost += np.maximum(0, seats[s, month] - people[s])
    return cost


walk(200)
started = time.perf_counter()
costs = []
while time.perf_counter() - started < 0.5:
    costs.append(walk(2000))
seconds = time.perf_counter() - started
costs = np.concatenate(costs)
print(len(costs) / seconds, costs.mean(), costs.std() / len(costs) ** 0.5)
