package dev.longshore.model.fact;

/** What is wrong with the journal, and what was done about it. */
public enum JournalFact implements FactKind {
    /** SQLite could not be loaded. */
    NOT_LOADED,
    /** The disk is full. Figure: the file. */
    DISK_FULL,
    /** The disk could not read or write. Figure: the file. */
    DISK_FAILED,
    /** The file may not be written. Figure: the file. */
    NOT_WRITABLE,
    /** The file cannot be opened. Figure: the file. */
    NOT_OPENED,
    /** Another program holds the file locked. Figure: the file. */
    LOCKED,
    /** The file is damaged, and nothing more is written. Figure: the file. */
    DAMAGED,
    /** SQLite or the program gave up. Figures: the file, what it says. */
    FAILED,
    /** The disk could not do something else. Figures: the file, what the system says. */
    NOT_READ_OR_WRITTEN,
    /** A file is where a folder should be. Figure: the file. */
    FILE_IN_THE_WAY,
    /** A folder is where the file should be. Figure: the folder. */
    FOLDER_IN_THE_WAY,
    /** A pipe, a device or the like is where the file should be. Figure: its path. */
    NO_FILE_IN_THE_WAY,
    /** The user may not read and write something. Figure: the file or folder. */
    ACCESS_DENIED,
    /** A file or folder could not be used. Figures: the file or folder, the reason that the system gives. */
    FILE_SYSTEM,
    /** The daily backup failed. Figure: why, a fact. */
    BACKUP_FAILED,
    /** There is too little space for a backup. Figures: the folder, how many MB are needed. */
    NO_SPACE_FOR_BACKUP,
    /** The file was damaged and set aside. Figures: the file, its new name. */
    SET_ASIDE,
    /** The file is gone. Figure: the file. */
    GONE,
    /** A backup took the place of the file. Figure: when the backup was made. */
    RESTORED,
    /** What was saved after the backup is in the file that was set aside. */
    REST_IS_SET_ASIDE,
    /** What was saved after the backup is lost. */
    REST_IS_LOST,
    /** There was no sound backup, so an empty journal was begun. */
    BEGUN_EMPTY,
    /** Another program works with the data folder. Figure: the folder. */
    ALREADY_OPEN,
    /** A newer version of the program wrote the file. Figures: the file, its schema, the newest schema known here. */
    NEWER_SCHEMA,
    /** An export could not be written. Figures: the file, what the system says. */
    EXPORT_FAILED,
    /** The server of a team's journal cannot be reached. Figures: its address, what the driver says. */
    SERVER_UNREACHABLE,
    /** The server does not let the user in. Figures: its address, what it says. */
    SERVER_LOGIN_REFUSED,
    /** The server has no such database. Figures: its address, what it says. */
    SERVER_WITHOUT_DATABASE,
    /** The user of the database may not do that. Figures: its address, what the server says. */
    SERVER_FORBIDS,
    /** The user of the database may read only, or the server is a standby. Figure: its address. */
    SERVER_FOR_READING,
    /** A colleague was first. Figures: who, the action, when. */
    COLLEAGUE_FIRST,
    /** What was to be written down looks like a secret. */
    HOLDS_SECRET
}
