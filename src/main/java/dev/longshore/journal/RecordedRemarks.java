package dev.longshore.journal;

import dev.longshore.model.Remark;
import java.util.List;

/**
 * Remarks, in the order they were recorded.
 *
 * @param position up to where these go; the next ones are asked for after it
 */
public record RecordedRemarks(long position, List<Remark> remarks) {
    public RecordedRemarks {
        remarks = List.copyOf(remarks);
    }
}
