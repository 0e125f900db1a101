# How often an interval holds the truth in runs that end because their intervals are narrow.
#
#   Rscript docs/stopping-rule.R
#
# A round adds a normal value of standard deviation `spread` to the logarithm of each ratio. After three
# rounds, and then after each, the run ends where every t-interval is within 5 % of its ratio.
set.seed(2)
runs <- 3000
most <- 150
for (spread in c(0.02, 0.03, 0.05, 0.08, 0.12)) {
  for (ratios in c(1, 8)) {
    held <- 0
    rounds <- 0
    for (run in 1:runs) {
      x <- matrix(rnorm(most * ratios, 0, spread), ncol = ratios)
      n <- 3
      repeat {
        so.far <- x[1:n, , drop = FALSE]
        half <- qt(0.975, n - 1) * apply(so.far, 2, sd) / sqrt(n)
        if (all(half <= 0.05) || n == most) break
        n <- n + 1
      }
      held <- held + mean(abs(colMeans(so.far)) <= half)
      rounds <- rounds + n
    }
    cat(sprintf("spread %2.0f %%, ratios %d: held in %.1f %%, rounds %.1f\n",
                100 * spread, ratios, 100 * held / runs, rounds / runs))
  }
}
