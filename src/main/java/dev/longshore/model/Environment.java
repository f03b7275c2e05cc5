package dev.longshore.model;

/** What a connection is used for; shown as a colour and a word wherever the connection is named. */
public enum Environment {
    DEVELOPMENT,
    TEST,
    PRODUCTION
}
