package dev.longshore.model.fact;

/** What the user should know or do next about a migration. */
public enum AdviceFact implements FactKind {
    /** The status word is undocumented. Figure: the status. */
    UNKNOWN_STATUS,
    /** The import failed. */
    IMPORT_FAILED,
    /** The import failed with a message. Figure: the message of the service. */
    IMPORT_FAILED_SAYING,
    /** The import ended well. */
    IMPORT_FINISHED,
    /** Someone else changed the status. Figures: the status before, the status now, when it was seen. */
    CHANGED_BY_OTHERS,
    /** Someone else moved the cleanup. Figures: when it was due, when it is due now. */
    CLEANUP_MOVED_BY_OTHERS,
    /** The policy of the user moved the cleanup. Figure: when it is due now. */
    CLEANUP_MOVED_BY_POLICY,
    /** When the cleanup was due before it was moved. Figure: the time. */
    CLEANUP_WAS_DUE,
    /** The cleanup is not due when it was requested. Figures: when it is due, the time that was requested. */
    CLEANUP_NOT_AS_REQUESTED,
    /** Nothing moves. Figures: the distance to the last progress, how long progress usually takes at most. */
    STALLED,
    /** The cleanup is or was due. Figure: the distance to it. */
    CLEANUP_DUE,
    /** The same where someone else moved it. Figures: the distance to it, when it was due, when it is due now. */
    CLEANUP_DUE_MOVED,
    /** The cleanup comes before the import ends. Figures: the distance to it, by how much it is too early. */
    CLEANUP_BEFORE_END,
    /** The cleanup comes soon after the import ends. Figures: the distance to it, how long after. */
    CLEANUP_AFTER_END,
    /** The upload credentials expire soon. Figure: the distance to that. */
    CREDENTIALS_EXPIRE,
    /** The upload credentials have expired. */
    CREDENTIALS_EXPIRED,
    /** The service refused a command. Figures: the action, why. */
    COMMAND_REFUSED,
    /** A command never reached the service. Figures: the action, why. */
    COMMAND_NOT_SENT,
    /** A command had no effect. Figures: the action, why. */
    COMMAND_WITHOUT_EFFECT,
    /** A command was not answered. Figures: the action, why. */
    COMMAND_UNANSWERED,
    /** An initialize was never answered. Figures: the name of the database, when it was asked for. */
    INITIALIZE_UNANSWERED,
    /** The import that was in the way has ended. Figure: the name of its migration. */
    NEXT_CAN_LAUNCH,
    /** Wait for the first answer. */
    WAIT_FOR_ANSWER,
    /** There was no answer but errors. */
    NO_STATUS_YET,
    /** In an undocumented status only the cleanup can be put off. Figure: the status. */
    CLARIFY_STATUS,
    /** Everything is done. */
    NOTHING_LEFT,
    /** The cleanup runs. */
    CLEANUP_RUNS,
    /** Schedule a later cleanup. */
    SCHEDULE_LATER_CLEANUP,
    /** How much time there should be between expected end and cleanup. Figure: that time. */
    MARGIN_RECOMMENDED,
    /** The service has not answered for too long. Figure: for how long. */
    NO_ANSWER,
    /** The same, but a later cleanup should be set nevertheless. Figure: for how long. */
    NO_ANSWER_EXTEND,
    /** The service is asked again. Figure: the distance to that. */
    NEXT_CHECK,
    /** A pause was accepted and waits for jobs that run. Figure: when it was accepted. */
    PAUSING,
    /** A command did not take effect and can be tried again. Figure: the action. */
    TRY_AGAIN,
    /** A command was refused and can be tried again. Figure: the action. */
    TRY_AGAIN_REFUSED,
    /** A command never reached the service and can be tried again. Figure: the action. */
    TRY_AGAIN_NOT_SENT,
    /** Resume the import. */
    RESUME,
    /** Resume the import before the cleanup. Figure: the distance to the cleanup. */
    RESUME_BEFORE_CLEANUP,
    /** Wait for the upload directory. */
    WAIT_FOR_DIRECTORY,
    /** Wait for the import to run. */
    WAIT_FOR_IMPORT,
    /** The import runs. */
    IMPORT_RUNS,
    /** Check the data, then clean up. */
    CHECK_DATA,
    /** Clean up what was aborted. */
    CLEAN_UP_ABORTED,
    /** Launch once the uploads are complete. */
    LAUNCH,
    /** Upload, and launch later. */
    KEEP_UPLOADING,
    /** Fix what lies outside the files and launch again. */
    RELAUNCH,
    /** A launch needs no upload. */
    NO_NEW_UPLOAD,
    /** The same, but a launch is not allowed yet. */
    RELAUNCH_LATER,
    /** Only a new migration with a new upload helps. */
    UPLOAD_AGAIN,
    /** What is wrong with the files. Figure: the cause of the failure. */
    FILES_AT_FAULT,
    /** Find out why the import failed. */
    FIND_CAUSE,
    /** What helps depends on whether the files are at fault. */
    RELAUNCH_OR_ANEW
}
