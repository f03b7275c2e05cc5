package dev.longshore.journal;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import dev.longshore.tabletext.TableFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what the journal holds into files for other programs. Times are ISO 8601 with the offset of a zone. Blocks,
 * without keeping anything else waiting; a file is there whole or not at all. Safe for use by several threads.
 */
public final class JournalExport {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Source source;
    private final CellFormat cellFormat;

    /**
     * What an export is made of.
     *
     * @param opener opens a connection that only reads
     * @param faults what its exceptions mean
     */
    record Source(SqlOpener opener, JournalFaults faults) {}

    /** Opens a connection to the journal. */
    interface SqlOpener {
        Sql open() throws SQLException;
    }

    JournalExport(Source source, ZoneId zone, Function<Fact, String> words) {
        this.source = source;
        this.cellFormat = new CellFormat(zone, words);
    }

    /**
     * One table as CSV (RFC 4180, UTF-8, a row of names first). A cell that a spreadsheet would take for a formula
     * begins with an apostrophe.
     *
     * @throws JournalException when it cannot be written; then there is no new file
     */
    public void csv(ExportedTable table, Path target) {
        write(target, (sql, file) -> csv(sql, table, file));
    }

    /**
     * Everything in that form.
     *
     * @throws JournalException when it cannot be written; then there is no new file
     */
    public void write(ExportFormat format, Path target) {
        switch (format) {
            case CSV -> archive("", target);
            case CSV_FOR_EXCEL -> archive(BYTE_ORDER_MARK, target);
            case JSON -> json(target);
        }
    }

    private void archive(String mark, Path target) {
        write(target, (sql, file) -> {
            var zip = new ZipOutputStream(file);
            for (var table : ExportedTable.values()) {
                zip.putNextEntry(new ZipEntry(table.title() + ".csv"));
                zip.write(mark.getBytes(StandardCharsets.UTF_8));
                csv(sql, table, zip);
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    private void csv(Sql sql, ExportedTable table, OutputStream file) throws SQLException, IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        var columns = table.columns();
        writer.write(TableFormat.CSV.header(columns));
        sql.each(table.query(), resultRow -> writeRow(writer, resultRow, columns));
        writer.flush();
    }

    private void writeRow(Writer writer, ResultRow resultRow, List<String> columns) throws SQLException {
        var values = new ArrayList<@Nullable String>();
        for (var column : columns) {
            values.add(cellFormat.format(resultRow, column));
        }
        try {
            writer.write(TableFormat.CSV.row(values));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * Everything as one JSON object with an array per table.
     *
     * @throws JournalException when it cannot be written; then there is no new file
     */
    public void json(Path target) {
        write(target, (sql, file) -> {
            try (var json = JsonMapper.shared().writerWithDefaultPrettyPrinter().createGenerator(file)) {
                new JsonExporter(json, cellFormat).write(sql);
            }
        });
    }

    /** What is written into a file. */
    private interface ExportWriter {
        void write(Sql sql, OutputStream file) throws SQLException, IOException;
    }

    private void write(Path target, ExportWriter exportWriter) {
        try (var sql = source.opener().open()) {
            sql.script("BEGIN");
            AtomicFile.write(target, file -> exportWriter.write(sql, file));
        } catch (SQLException fault) {
            throw source.faults().toJournalException(fault);
        } catch (IOException | UncheckedIOException | JacksonException fault) {
            throw new JournalException(
                    Fact.of(JournalFact.EXPORT_FAILED, target.toString(), String.valueOf(fault.getMessage())), fault);
        }
    }
}
