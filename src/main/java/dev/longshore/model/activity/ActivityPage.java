package dev.longshore.model.activity;

import java.util.List;
import java.util.Optional;

/**
 * A part of the activity log.
 *
 * @param records newest first
 * @param next where the next page begins; empty when nothing older is kept
 */
public record ActivityPage(List<ActivityRecord> records, Optional<ActivityPosition> next) {
    public ActivityPage {
        records = List.copyOf(records);
    }
}
