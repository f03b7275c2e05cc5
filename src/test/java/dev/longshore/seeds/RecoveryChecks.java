package dev.longshore.seeds;

/** What has to be right again some time after the last fault. */
final class RecoveryChecks {
    private final SeedRun run;

    RecoveryChecks(SeedRun run) {
        this.run = run;
    }

    void check() {
        run.computer().endFaults();
    }
}
