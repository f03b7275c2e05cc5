package dev.longshore.model.fact;

/** What is wrong with the routes of notifications, and what became of a message. */
public enum NotifyFact implements FactKind {
    /** The file cannot be read. Figures: the file, what the system says. */
    FILE_UNREADABLE,
    /** The file is too large. Figures: the file, the largest size in KB. */
    FILE_TOO_LARGE,
    /** The file is no TOML. Figures: the file, the number of the line. */
    FILE_NOT_TOML,
    /** The file is read, but is not UTF-8 and not written over. Figures: the file, the number of the line. */
    FILE_NOT_UTF8,
    /** Figures: the file, the number of routes that are read. */
    TOO_MANY_ROUTES,
    /** Something is wrong with a route. Figures: the number of the line, the name of the route or its number, what, a fact. */
    IN_ROUTE,
    /** Something is wrong outside the routes. Figures: the number of the line, what, a fact. */
    IN_LINE,
    /** Stands behind the place. Figure: the key. */
    KEY_MISSING,
    /** Stands behind the place; the key is ignored. Figure: the key. */
    KEY_UNKNOWN,
    /** Stands behind the place. Figure: the key. */
    KEY_OF_OTHER_TYPE,
    /** Stands behind the place. Figure: the largest number of characters. */
    NAME_TOO_LONG,
    /** Stands behind the place. */
    NAME_USED_TWICE,
    /** Stands behind the place. Figure: the kind as it stands there. */
    KIND_UNKNOWN,
    /** Stands behind the place. Figure: the class as it stands there. */
    CLASS_UNKNOWN,
    /** A secret stands where a reference belongs. Figure: the key. */
    SECRET_WRITTEN_OUT,
    /** Stands behind the place. Figure: the key. */
    ADDRESS_INVALID,
    /** Stands behind the place. Figure: the key. */
    ADDRESS_NOT_HTTPS,
    /** Stands behind the place. Figure: what stands there. */
    QUIET_HOURS_INVALID,
    /** Stands behind the place. Figures: the key, what stands there. */
    LENGTH_INVALID,
    /** Stands behind the place. Figures: the key, what stands there. */
    MAIL_ADDRESS_INVALID,
    /** Stands behind the place. Figure: what stands there. */
    PORT_INVALID,
    /** Mail without encryption leaves this computer. */
    MAIL_NOT_ENCRYPTED,
    /** The routes could not be saved. Figures: the file, what the system says. */
    NOT_SAVED,
    /** The file has a fault, so that it is not written over. Figure: the file. */
    NOT_SAVED_OVER_FAULT,
    /** Figure: the name of the environment variable. */
    VARIABLE_NOT_SET,
    /** Figure: the file. */
    SECRET_FILE_UNREADABLE,
    /** The address that a variable or a file holds is none. */
    RESOLVED_ADDRESS_INVALID,
    /** The receiver took it. Figures: the host, the number of its reply. */
    HTTP_ACCEPTED,
    /** Figures: the host, the number of its reply, what it says. */
    HTTP_REJECTED,
    /** Figure: the host. */
    HTTP_TOO_MANY,
    /** Figures: the host, the number of its reply. */
    HTTP_FAILED,
    /** Figure: the host. */
    UNREACHABLE,
    /** Figure: the host. */
    TOO_LATE,
    /** Figure: the host. */
    NOT_TRUSTED,
    /** Figure: the host. */
    MAIL_ACCEPTED,
    /** Figures: the host, what it says. */
    MAIL_REJECTED,
    /** Figures: the host, what it says. */
    MAIL_FAILED,
    /** Figure: the host. */
    MAIL_LOGIN_REJECTED,
    /** The command ended well. */
    COMMAND_ENDED,
    /** Figures: its exit code, what it printed. */
    COMMAND_FAILED,
    /** Figure: how long it may run. */
    COMMAND_TOO_LONG,
    /** Figure: what the system says. */
    COMMAND_NOT_STARTED,
    /** The desktop shows it. */
    DESKTOP_SHOWN,
    /** There is no session bus. */
    DESKTOP_NO_BUS,
    /** No program on the session bus shows notifications. */
    DESKTOP_NO_SERVICE,
    /** The session bus did not answer. */
    DESKTOP_FAILED,
    /** This system has no session bus. */
    DESKTOP_OTHER_SYSTEM,
    /** A route has not delivered for a while. Figures: its name, since when, why, a fact. */
    ROUTE_FAILING,
    /** Nothing is watched any more. Figure: since when. */
    STANDS_STILL,
    /** Longshore's own code failed. Figure: the name of the exception. */
    UNEXPECTED
}
