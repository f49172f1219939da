# bench/psych — how long R's psych takes for a scale's alpha, omega and item statistics, without R's own start.
#
# In      FILE.csv, how many times
# Out     a line a time: seconds of one call to alpha() and one to omega() with one factor by maximum likelihood
# Errors  3: psych is not installed
# Source  MODEL.md §2; psych computes from correlations, which is what its users get
# Tested  tests/bench/run.test.mjs

given <- commandArgs(trailingOnly = TRUE)
if (!requireNamespace("psych", quietly = TRUE)) quit(status = 3)
suppressPackageStartupMessages(library(psych))
items <- read.csv(given[1])
once <- function() {
  invisible(suppressMessages(suppressWarnings(capture.output({
    scale <- alpha(items)
    total <- omega(items, nfactors = 1, fm = "ml", plot = FALSE)
  }))))
}
once() # what is loaded at first use is start too
for (time in seq_len(as.integer(given[2]))) cat(system.time(once())[["elapsed"]], "\n")
