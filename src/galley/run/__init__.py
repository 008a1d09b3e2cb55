"""Programs in, results out: kept ones from disk, the others from child processes."""
