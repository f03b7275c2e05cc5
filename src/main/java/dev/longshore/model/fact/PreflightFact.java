package dev.longshore.model.fact;

/** What was found out before a migration is initialized or launched, and what helps where something is wrong. */
public enum PreflightFact implements FactKind {
    /** The database can be used. Figure: its status word. */
    DATABASE_ACTIVE,
    /** The database cannot be used now. Figure: its status word. */
    DATABASE_NOT_ACTIVE,
    /** What helps where a database is parked or sleeps. */
    WAKE_DATABASE,
    /** What helps where a database is being changed. */
    WAIT_FOR_DATABASE,
    /** What helps where a database is being deleted. */
    DATABASE_GONE,
    /** The status word of the database is undocumented. Figure: the word. */
    DATABASE_UNKNOWN,
    /** The service tells no status word. */
    STATUS_MISSING,
    /** What helps where the service does not know the database. */
    USE_OTHER_TOKEN,
    /** The PCU group is not parked. Figure: its status word. */
    PCU_READY,
    /** The PCU group is parked, or being parked or unparked. Figure: its status word. */
    PCU_PARKED,
    /** What helps where a PCU group is parked. */
    UNPARK_PCU,
    /** The database is in no PCU group. */
    NO_PCU_GROUP,
    /** What helps where a database is in no PCU group. */
    ADD_TO_PCU_GROUP,
    /** The service names no datacenter of the database. */
    NO_DATACENTER,
    /** The connection is read-only. */
    CONNECTION_READ_ONLY,
    /** What helps where the connection is read-only. */
    ALLOW_CHANGES,
    /** The service has accepted a change by this token. */
    CHANGES_ACCEPTED,
    /** The service has made a migration that was asked for over this connection. Figure: when. */
    INITIALIZED,
    /** The service has refused a change for lack of rights. */
    CHANGES_REFUSED,
    /** Nothing was changed by this token yet. */
    CHANGES_NOT_TRIED,
    /** Both clocks agree. */
    CLOCK_RIGHT,
    /** The clocks differ. Figure: by how much. */
    CLOCK_WRONG,
    /** What helps where the clocks differ. */
    SET_CLOCK,
    /** The service's time is not known. */
    CLOCK_NOT_KNOWN,
    /** Every keyspace of the upload is in the database. Figure: their names. */
    KEYSPACES_THERE,
    /** Keyspaces of the upload are not in the database. Figure: their names. */
    KEYSPACES_MISSING,
    /** What helps where a keyspace is missing. */
    MAKE_KEYSPACES,
    /** Nobody said which keyspaces are uploaded. */
    KEYSPACES_NOT_SAID,
    /** The service tells only one keyspace. Figure: its name. */
    KEYSPACES_NOT_TOLD
}
