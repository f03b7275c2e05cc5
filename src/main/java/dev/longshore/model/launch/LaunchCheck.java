package dev.longshore.model.launch;

import dev.longshore.model.fact.Fact;

/**
 * Something that was checked before a migration is initialized or launched.
 *
 * @param subject what was checked
 * @param result what came of it
 */
public record LaunchCheck(CheckSubject subject, CheckResult result) {
    /** What is checked, in the order in which it is shown. */
    public enum CheckSubject {
        /** Whether the database can be used. */
        DATABASE,
        /** Whether its PCU group is there and not parked. */
        PCU_GROUP,
        /** What the token may do. */
        PERMISSIONS,
        /** Whether our clock is the service's. */
        CLOCK,
        /** Whether the keyspaces of the upload are in the database. */
        KEYSPACES
    }

    /** What came of a check. */
    public sealed interface CheckResult {
        /** What was found. */
        Fact found();

        /** It is as it should be. */
        record CheckPassed(Fact found) implements CheckResult {}

        /**
         * It is not as it should be.
         *
         * @param remedy what helps
         */
        record CheckFailed(Fact found, Fact remedy) implements CheckResult {}

        /**
         * Nobody can tell.
         *
         * @param found why
         */
        record CheckNotKnown(Fact found) implements CheckResult {}
    }
}
