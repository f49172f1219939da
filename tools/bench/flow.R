# bench/flow: the month of core/flow/walk for all futures at once, as somebody careful writes it with R.
#
# In      a scenario (flow/1); 2,000 futures at a time, which keeps the vectors in the cache
# Out     futures a second, R's own start apart; unfilled seat-months of a future, on average, and the Monte Carlo error of that
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

# Unfilled seat-months of each future.
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
  cost <- numeric(futures)
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
      ready[[p]] <- ready[[p]] + done[seq_len(futures)]
      if (retry[p] > 0) {
        again <- rbinom(futures, waiting[[p]], retry[p])
        waiting[[p]] <- waiting[[p]] - again
        ready[[p]] <- ready[[p]] + again
      }
      people[[s]] <- people[[s]] + ready[[p]] + waiting[[p]] + .rowSums(growing[[p]], futures, k)
    }
    for (s in order) {
      vacant <- pmax.int(seats[month + 1, s] - people[[s]], 0)
      new <- integer(futures)
      for (p in into[[s]]) {
        submitted <- pmin.int(vacant, ready[[p]])
        good <- rbinom(futures, submitted, success[p])
        ready[[p]] <- ready[[p]] - submitted
        if (retry[p] > 0) {
          waiting[[p]] <- waiting[[p]] + submitted - good
        } else {
          last <- seq_len(futures)
          growing[[p]][last] <- growing[[p]][last] + submitted - good
        }
        people[[from[p]]] <- people[[from[p]]] - good
        new <- new + good
        vacant <- vacant - good
      }
      hired <- rbinom(futures, vacant, hire[s])
      cost <- cost + vacant - hired
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
  }
  cost
}

set.seed(1)
invisible(walk(200))
costs <- c()
seconds <- 0
while (seconds < 0.5) {
  seconds <- seconds + system.time(some <- walk(2000))[["elapsed"]]
  costs <- c(costs, some)
}
cat(length(costs) / seconds, mean(costs), sd(costs) / sqrt(length(costs)), "\n")
