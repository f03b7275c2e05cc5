package dev.longshore.model.fact;

/** What keeps the program from starting, what is wrong with its arguments, and what a second start is told. */
public enum StartFact implements FactKind {
    /** A library for windows is missing. Figure: its file. */
    LIBRARY_MISSING,
    /** There is no display. */
    NO_DISPLAY,
    /** There is no Xwayland under Wayland. */
    NO_XWAYLAND,
    /** The display takes no connection. Figure: the display. */
    DISPLAY_REFUSES,
    /** The data folder cannot be created. Figures: the folder, the reason that the system gives. */
    FOLDER_NOT_CREATED,
    /** The data folder cannot be created, because there is a file. Figures: the folder, the file. */
    FOLDER_BEHIND_FILE,
    /** The data folder cannot be created, because the user may not. Figures: the folder, the file or folder that refuses. */
    FOLDER_DENIED,
    /** The data folder is read-only. Figure: the folder. */
    FOLDER_NOT_WRITABLE,
    /** Another user could change what is in the data folder. Figures: it, and the folder that is open to others. */
    FOLDER_NOT_PRIVATE,
    /** The data folder belongs to the demonstration, which deletes its journal. Figure: the folder. */
    FOLDER_OF_DEMONSTRATION,
    /** A demonstration would delete the journal of a folder that no demonstration made. Figure: the folder. */
    FOLDER_NOT_OF_DEMONSTRATION,
    /** The path of the home folder cannot be used in the locale of this process. Figure: the path, as far as it can be read. */
    HOME_NOT_READABLE,
    /** No font is installed. */
    NO_FONT,
    /** Another program works in the data folder and does not answer. Figure: the folder. */
    FOLDER_IN_USE,
    /** The settings cannot be read. Figure: the file. */
    SETTINGS_UNREADABLE,
    /** The settings could not be read and were set aside. Figure: the new file. */
    SETTINGS_SET_ASIDE,
    /** The settings could not be written. Figures: the file, what the system says. */
    SETTINGS_NOT_WRITTEN,
    /** The program already runs. */
    ALREADY_RUNNING,
    /** What a second start asks for is not understood. */
    REQUEST_NOT_UNDERSTOOD,
    /** A second start asked for an endpoint for which there is no token. Figures: the endpoint, how many migrations. */
    TOKEN_NOT_PASSED_ON,
    /** A second start asked for an endpoint that is watched. Figures: the connection's name, the endpoint, how many migrations. */
    OWN_CONNECTION_USED,
    /** The support bundle could not be written. Figures: the file, what the system says. */
    BUNDLE_NOT_WRITTEN,
    /** A file or folder that the start needs cannot be used. Figures: the file, what the system says. */
    FILE_NOT_USABLE,
    /** What was asked for could not be printed. Figure: what the system says. */
    OUTPUT_NOT_WRITTEN,
    /** Something that is no fact ended the start. Figure: what the exception says. */
    CANNOT_START,
    /** These arguments open no window. */
    NO_WINDOW_ARGUMENTS,
    /** There is no such option. Figure: the option. */
    UNKNOWN_OPTION,
    /** There is an argument too many. */
    TOO_MANY_ARGUMENTS,
    /** An option lacks its value. Figure: the option. */
    VALUE_MISSING,
    /** An option is given twice. Figure: the option. */
    GIVEN_TWICE,
    /** The arguments cannot be read. */
    ARGUMENTS_UNREADABLE,
    /** Options do not go with the simulator. Figure: their names. */
    SIMULATOR_ALONE,
    /** A migration is given without a connection. */
    WATCH_NEEDS_CONNECT,
    /** A migration cannot be read. Figure: what was typed. */
    WATCH_MALFORMED,
    /** A speed is given without the simulator. */
    SPEED_NEEDS_SIMULATOR,
    /** The data folder is empty. */
    DATA_DIR_EMPTY,
    /** The data folder is no path. Figures: what was typed, the reason. */
    DATA_DIR_MALFORMED,
    /** The endpoint cannot be used. Figure: why. */
    CONNECT_UNUSABLE,
    /** There is no token in the environment. */
    TOKEN_NOT_SET,
    /** The token in the environment cannot be used. Figure: why. */
    TOKEN_MALFORMED,
    /** The port is no number, or too high. Figure: what was typed. */
    PORT_MALFORMED,
    /** The speed is no number above 0. Figure: what was typed. */
    SPEED_MALFORMED,
    /** A link does not name a migration. */
    LINK_MALFORMED,
    /** A link named a migration, which is shown. Figure: its name. */
    LINK_SHOWN,
    /** A link named a migration that is not on the list. Figure: its IDs. */
    LINK_NOT_LISTED,
    /** A file is no path. Figures: what was typed, the option, the reason. */
    FILE_MALFORMED,
    /** The address of a team's journal is none of PostgreSQL. */
    JOURNAL_MALFORMED,
    /** The address of a team's journal has a login in it. */
    JOURNAL_WITH_PASSWORD,
    /** A demonstration keeps its own journal. */
    JOURNAL_OF_DEMONSTRATION,
    /** A list is printed in other forms. Figure: what was typed. */
    FORMAT_MALFORMED,
    /** An address to listen on cannot be read. Figure: what was typed. */
    LISTEN_MALFORMED,
    /** An address that others reach needs a token. Figure: what was typed. */
    LISTEN_NEEDS_TOKEN,
    /** A token for callers is given, and nobody listens. */
    LISTEN_TOKEN_ALONE,
    /** The token for callers is too short. Figures: the file, how many characters it needs. */
    LISTEN_TOKEN_SHORT,
    /** The address to listen on cannot be had. Figures: the address, what the system says. */
    LISTEN_FAILED,
    /** A file of a token cannot be read. Figures: the file, what the system says. */
    TOKEN_FILE_UNREADABLE,
    /** There is no such file of a token. Figure: the file. */
    TOKEN_FILE_MISSING,
    /** The user may not read the file of a token. Figure: the file. */
    TOKEN_FILE_DENIED,
    /** There is nothing in the file of the token. Figure: the file. */
    TOKEN_FILE_EMPTY,
    /** What is in the file of the token is none. Figures: the file, why. */
    TOKEN_FILE_MALFORMED,
    /** Others of this computer can read the file of a token. Figure: the file. */
    TOKEN_FILE_OPEN,
    /** There is no token for an endpoint. Figure: the endpoint. */
    NO_TOKEN_FOR_ENDPOINT,
    /** The token that was given belongs to no connection on the list. */
    TOKEN_UNUSED,
    /** Another watch without a window works in the data folder. Figure: the folder. */
    FOLDER_WATCHED
}
