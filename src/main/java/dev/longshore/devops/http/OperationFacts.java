package dev.longshore.devops.http;

import dev.longshore.model.Operation;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ServiceFact;

/** What an error of an operation means, and what the user can do about it. */
final class OperationFacts {
    private OperationFacts() {}

    /** It certainly did not happen. */
    static Fact untouched(Operation operation) {
        return Fact.of(operation.changes() ? ServiceFact.NOT_DONE : ServiceFact.NOT_READ, operation);
    }

    /** It may have happened all the same. */
    static Fact uncertain(Operation operation) {
        return operation.changes() ? maybeDone(operation) : untouched(operation);
    }

    private static Fact maybeDone(Operation operation) {
        return operation == Operation.INITIALIZE
                ? Fact.of(ServiceFact.MAYBE_CREATED)
                : Fact.of(ServiceFact.MAYBE_DONE, operation);
    }

    /** What to do when the service cannot be reached; no change is ever sent twice. */
    static Fact later(Operation operation) {
        return Fact.of(switch (operation) {
            case LIST_DATABASES, READ_DATABASE, READ_PCU_GROUP, READ_STATUS -> ServiceFact.TRY_LATER;
            case INITIALIZE -> ServiceFact.INITIALIZE_NOT_SENT_AGAIN;
            case LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP -> ServiceFact.NOT_SENT_AGAIN;
        });
    }

    /** What to do about a reply that cannot be read. */
    static Fact afterNonsense(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES, READ_DATABASE, READ_PCU_GROUP ->
                both(ServiceFact.TRY_LATER, ServiceFact.IF_IT_PERSISTS);
            case READ_STATUS -> both(ServiceFact.DIRECTORY_BEING_MADE, ServiceFact.IF_IT_PERSISTS);
            case INITIALIZE, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP -> later(operation);
        };
    }

    /** 400: what to check. */
    static Fact misunderstood(Operation operation) {
        return Fact.of(switch (operation) {
            case LIST_DATABASES -> ServiceFact.CHECK_ENDPOINT;
            case READ_DATABASE, READ_PCU_GROUP -> ServiceFact.CHECK_IDS;
            case INITIALIZE -> ServiceFact.CHECK_PARAMETERS;
            case SCHEDULE_CLEANUP -> ServiceFact.CHECK_CLEANUP_TIME;
            case READ_STATUS, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP -> ServiceFact.CHECK_IDS;
        });
    }

    /** 403: what the token needs. */
    static Fact permission(Operation operation) {
        return Fact.of(switch (operation) {
            case LIST_DATABASES, READ_DATABASE -> ServiceFact.ROLE_TO_VIEW;
            case READ_PCU_GROUP -> ServiceFact.ROLE_TO_SEE_PCU_GROUPS;
            case INITIALIZE, READ_STATUS, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP ->
                ServiceFact.ROLE_TO_MIGRATE;
        });
    }

    /** 404 in the documented form: what is not there. */
    static Fact absent(Operation operation) {
        return switch (operation) {
            case LIST_DATABASES -> Fact.of(ServiceFact.CHECK_ENDPOINT);
            case READ_DATABASE, READ_PCU_GROUP -> both(ServiceFact.CHECK_IDS, ServiceFact.CHECK_ORGANISATION);
            case INITIALIZE -> both(ServiceFact.CHECK_DATACENTER_ID, ServiceFact.CHECK_ORGANISATION);
            case READ_STATUS -> Fact.sentences(
                    Fact.of(ServiceFact.MIGRATION_UNKNOWN),
                    both(ServiceFact.CHECK_IDS, ServiceFact.CHECK_ORGANISATION));
            case LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP ->
                both(ServiceFact.CHECK_IDS, ServiceFact.CHECK_ORGANISATION);
        };
    }

    /** 409: which rule of the lifecycle it most likely was. */
    static Fact conflict(Operation operation) {
        return Fact.of(switch (operation) {
            case LIST_DATABASES, READ_DATABASE, READ_PCU_GROUP, READ_STATUS -> ServiceFact.TRY_LATER;
            case INITIALIZE -> ServiceFact.DATABASE_NOT_ACTIVE;
            case LAUNCH -> ServiceFact.LAUNCH_CONFLICT;
            case PAUSE -> ServiceFact.PAUSE_CONFLICT;
            case RESUME -> ServiceFact.RESUME_CONFLICT;
            case ABORT -> ServiceFact.ABORT_CONFLICT;
            case CLEAN_UP -> ServiceFact.CLEAN_UP_CONFLICT;
            case SCHEDULE_CLEANUP -> ServiceFact.SCHEDULE_CONFLICT;
        });
    }

    private static Fact both(ServiceFact first, ServiceFact second) {
        return Fact.sentences(Fact.of(first), Fact.of(second));
    }
}
