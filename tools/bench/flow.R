# bench/flow: the month of core/flow/walk for all futures at once, as somebody careful writes it with R.
#
# In      a scenario (flow/1); 2,000 futures at a time, which keeps the vectors in the cache
# Out     futures a second, R's own start apart, with everything counted that core/flow/futures counts, since the picture is made of it;
#         of a future's unfilled seat-months, and of its overdue ones, the average and the Monte Carlo error of that
# Errors  3: jsonlite is not installed
# Source  MODEL.md section 6
# Tested  tests/bench/run.test.mjs

if (!requireNamespace("jsonlite", quietly = TRUE)) quit(status = 3)
scenario <- jsonlite::read_json(commandArgs(trailingOnly = TRUE)[1])
stages <- scenario$stages
paths <- scenario$paths
months <- scenario$months
names <- vapply(stages, function(stage) stage$id, "")
from <- match(vapply(paths, function(path) path$from, ""), names)
to <- match(vapply(paths, function(path) path$to, ""), names)
leave <- vapply(stages, function(s) 1 - (1 - s$attrition_pct_per_year$value / 100)^(1 / 12), 0)
hire <- vapply(stages, function(s) s$external_share_pct$value / 100 / s$external_lead_months$value, 0)
seats <- sapply(stages, function(s) {
  at <- vapply(s$seats, function(each) c(each$month, each$seats), c(0, 0))
  planned <- if (ncol(at) > 1) approx(at[1, ], at[2, ], 0:months, rule = 2)$y else rep(at[2], months + 1)
  floor(0.5 + planned)
})
for (each in scenario$capabilities) {
  then <- (each$by_month:months) + 1
  s <- match(each$stage, names)
  seats[then, s] <- seats[then, s] + each$seats
}
out <- lapply(seq_along(stages), function(s) which(from == s))
into <- lapply(seq_along(stages), function(s) which(to == s))
order <- c()
while (length(order) < length(stages)) {
  free <- Filter(function(s) !(s %in% order) && all(to[out[[s]]] %in% order), seq_along(stages))
  order <- c(order, free[1])
}
phases <- vapply(paths, function(path) as.integer(path$phases), 0L)
chance <- phases / vapply(paths, function(path) path$months_to_ready$value, 0)
success <- vapply(paths, function(path) path$submission_success_pct$value / 100, 0)
retry <- vapply(paths, function(path) if (is.null(path$retry_months)) 0 else 1 / path$retry_months$value, 0)
share <- vapply(paths, function(path) path$people_share_pct$value / 100, 0)

patience <- scenario$patience_months
head <- vapply(stages, function(stage) stage$people, 0)
everybody <- as.integer(4 * max(sum(head), seats)) # more than are ever at one stage

# How often each number was there, at each stage in each month or quarter; the least one comes first.
counts <- new.env()
count <- function(series, s, time, numbers, least = 0L) {
  key <- paste(series, s, time)
  so_far <- counts[[key]]
  now <- tabulate(numbers - least + 1L, everybody - least)
  counts[[key]] <- if (is.null(so_far)) now else so_far + now
}

# Unfilled seat-months of each future, and overdue ones.
walk <- function(futures) {
  rest <- vapply(stages, function(stage) as.integer(stage$people), 0L)
  ready <- waiting <- growing <- vector("list", length(paths)) # growing: phases from the last one down, side by side
  for (p in seq_along(paths)) {
    people <- as.integer(stages[[from[p]]]$people * share[p] + 0.5)
    begun <- people - paths[[p]]$ready_people
    k <- rev(seq_len(phases[p]) - 1L)
    ready[[p]] <- rep(as.integer(paths[[p]]$ready_people), futures)
    waiting[[p]] <- integer(futures)
    growing[[p]] <- rep(begun %/% phases[p] + (k < begun %% phases[p]), each = futures)
    rest[from[p]] <- rest[from[p]] - people
  }
  elsewhere <- lapply(rest, rep, times = futures)
  people <- lapply(as.integer(head), rep, times = futures)
  nobody <- lapply(stages, function(stage) integer(futures))
  count_month <- function(month) {
    all <- integer(futures)
    for (s in seq_along(stages)) {
      bench <- integer(futures)
      for (p in into[[s]]) bench <- bench + ready[[p]]
      count("people", s, month, people[[s]])
      count("bench", s, month, bench)
      count("unfilled", s, month, unfilled[[s]])
      all <- all + unfilled[[s]]
    }
    count("unfilled", "all", month, all)
  }
  unfilled <- lapply(seq_along(stages), function(s) pmax.int(as.integer(seats[1, s]) - people[[s]], 0L))
  count_month(0)
  opened <- lapply(unfilled, function(each) list(each)) # of each stage, month by month, cumulative, as supply is
  supply <- nobody
  for (p in seq_along(paths)) supply[[to[p]]] <- supply[[to[p]]] + ready[[p]]
  demand_before <- unfilled
  supply_before <- supply
  seat_months <- overdue <- nobody
  for (month in seq_len(months)) {
    for (s in seq_along(stages)) elsewhere[[s]] <- elsewhere[[s]] - rbinom(futures, elsewhere[[s]], leave[s])
    people <- elsewhere
    for (p in seq_along(paths)) {
      s <- from[p]
      k <- phases[p]
      ready[[p]] <- ready[[p]] - rbinom(futures, ready[[p]], leave[s])
      growing[[p]] <- growing[[p]] - rbinom(futures * k, growing[[p]], leave[s])
      if (retry[p] > 0) waiting[[p]] <- waiting[[p]] - rbinom(futures, waiting[[p]], leave[s])
      done <- rbinom(futures * k, growing[[p]], chance[p])
      growing[[p]] <- growing[[p]] - done + c(done[-seq_len(futures)], integer(futures))
      made_ready <- done[seq_len(futures)]
      if (retry[p] > 0) {
        again <- rbinom(futures, waiting[[p]], retry[p])
        waiting[[p]] <- waiting[[p]] - again
        made_ready <- made_ready + again
      }
      ready[[p]] <- ready[[p]] + made_ready
      supply[[to[p]]] <- supply[[to[p]]] + made_ready
      people[[s]] <- people[[s]] + ready[[p]] + waiting[[p]] + as.integer(.rowSums(growing[[p]], futures, k))
    }
    for (s in order) {
      vacant <- pmax.int(as.integer(seats[month + 1, s]) - people[[s]], 0L)
      opened[[s]][[month + 1]] <- opened[[s]][[month]] + pmax.int(vacant - unfilled[[s]], 0L)
      new <- integer(futures)
      for (p in into[[s]]) {
        submitted <- pmin.int(vacant, ready[[p]])
        good <- rbinom(futures, submitted, success[p])
        ready[[p]] <- ready[[p]] - submitted
        failed <- submitted - good
        if (retry[p] > 0) {
          waiting[[p]] <- waiting[[p]] + failed
        } else {
          last <- seq_len(futures)
          growing[[p]][last] <- growing[[p]][last] + failed
        }
        supply[[s]] <- supply[[s]] - failed
        people[[from[p]]] <- people[[from[p]]] - good
        new <- new + good
        vacant <- vacant - good
      }
      hired <- rbinom(futures, vacant, hire[s])
      unfilled[[s]] <- vacant - hired
      new <- new + hired
      people[[s]] <- people[[s]] + new
      left <- 1
      for (p in out[[s]]) {
        joined <- rbinom(futures, new, min(1, share[p] / left))
        first <- (phases[p] - 1L) * futures + seq_len(futures)
        growing[[p]][first] <- growing[[p]][first] + joined
        new <- new - joined
        left <- left - share[p]
      }
      elsewhere[[s]] <- elsewhere[[s]] + new
    }
    count_month(month)
    then <- month - patience
    quarter_ends <- month %% 3 == 0 || month == months
    for (s in seq_along(stages)) {
      seat_months[[s]] <- seat_months[[s]] + unfilled[[s]]
      if (then >= 0) {
        filled <- opened[[s]][[month + 1]] - unfilled[[s]]
        if (then > 0) filled <- pmax.int(filled, opened[[s]][[then]])
        overdue[[s]] <- overdue[[s]] + pmax.int(opened[[s]][[then + 1]] - filled, 0L)
      }
      if (!quarter_ends) next
      demanded <- opened[[s]][[month + 1]] - demand_before[[s]]
      supplied <- supply[[s]] - supply_before[[s]]
      count("demand", s, month, demanded)
      count("supply", s, month, supplied, -everybody)
      count("gap", s, month, demanded - supplied, -everybody)
      demand_before[[s]] <- opened[[s]][[month + 1]]
      supply_before[[s]] <- supply[[s]]
    }
  }
  for (s in seq_along(stages)) {
    behind <- integer(futures)
    for (month in 0:months) behind <- behind + (opened[[s]][[month + 1]] > supply[[s]])
    count("lag", s, "", pmin.int(behind, as.integer(months)))
    count("seat_months", s, "", seat_months[[s]])
    count("overdue", s, "", overdue[[s]])
  }
  cbind(Reduce(`+`, seat_months), Reduce(`+`, overdue))
}

set.seed(1)
invisible(walk(200))
costs <- NULL
seconds <- 0
while (seconds < 0.5) {
  seconds <- seconds + system.time(some <- walk(2000))[["elapsed"]]
  costs <- rbind(costs, some)
}
errors <- apply(costs, 2, sd) / sqrt(nrow(costs))
cat(nrow(costs) / seconds, colMeans(costs), errors, "\n")
