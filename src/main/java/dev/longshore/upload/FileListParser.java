package dev.longshore.upload;

import dev.longshore.usertext.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of files: what a node has, by {@code find -printf '%s %p\n'} or {@code du}, and what has arrived, by
 * {@code aws s3 ls --recursive}, {@code gsutil ls -l -r} or {@code azcopy list}. A line {@code # node: NAME} names the node
 * of the lines below it. Not thread-safe; used once.
 */
public final class FileListParser {
    private static final String SNAPSHOTS = "/snapshots/";
    private static final String NODE = "# node: ";
    private static final Pattern AWS = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d +(?<size>[\\d.]+(?: (?:Bytes?|[KMGTP]iB))?) (?<path>\\S.*)");
    private static final Pattern GOOGLE = Pattern.compile(
            " *(?<size>[\\d.]+(?: (?:B|[KMGTP]iB))?)  \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z  (?<path>gs://.*)");
    /** Other properties may stand between the path and the size. */
    private static final Pattern AZCOPY = Pattern.compile(
            "(?:INFO: )?(?<path>.+?)(?:; [A-Z][A-Za-z]*(?: [A-Z][a-z]+)*: [^;]*)*?; Content Length: (?<size>[\\d.]+(?: [A-Za-z]+)?)(?:;.*)?");
    private static final Pattern NODE_LINE = Pattern.compile("(?<size>[\\d.,]+[A-Za-z]*)[ \\t]+(?<path>\\S.*)");
    /** Headings, sums and remarks of the tools, in which no file is named. */
    private static final Pattern REMARK = Pattern.compile(
            "\\s*|#.*|\\s*(?:Total |TOTAL:|PRE ).*|gs://.*/:|INFO: .*|(?:File count|Total file size): .*|Activated service account .*|.+: \\d+ directories of .*");
    private static final Pattern TABLE_ID = Pattern.compile("-[0-9a-f]{32}$");
    /** What a directory itself takes on the usual file systems, and a last block that is not full. */
    static final long BLOCK = 4_096;
    private static final long KIB_OF_BLOCK = BLOCK / 1024;
    /** How many blocks a sum of {@code du} may count for directories. */
    private static final long DIRECTORY_BLOCKS = 16;

    private final List<FileList.ListedFile> files = new ArrayList<>();
    private final List<Integer> unreadLines = new ArrayList<>();
    private final DiskUsageUnit unit;
    private final boolean found;
    private int unread;
    private String node;

    /** What a number without a unit is in a line of {@code du}. */
    public enum DiskUsageUnit {
        /** As {@code du -b} and {@code find} write it. */
        BYTES,
        /** As {@code du} writes it where nothing else is said. */
        KIBIBYTES
    }

    private FileListParser(String node, DiskUsageUnit unit, boolean found) {
        this.node = node;
        this.unit = unit;
        this.found = found;
    }

    /**
     * Reads what nodes have.
     *
     * @param node the node of the lines above the first heading
     * @param unit what numbers without a unit are
     */
    public static FileList expected(String text, String node, DiskUsageUnit unit) {
        return new FileListParser(node, unit, false).read(text);
    }

    /** Reads what nodes have; numbers of {@code du} without a unit are what they most likely are. */
    public static FileList expected(String text, String node) {
        var unit = new FileListParser(node, DiskUsageUnit.BYTES, false).likelyUnit(text);
        var list = expected(text, node, unit.orElse(DiskUsageUnit.BYTES));
        return new FileList(list.files(), list.unreadLines(), list.unread(), unit);
    }

    /**
     * Reads what has arrived.
     *
     * @param node the node of files in whose path there is none
     */
    public static FileList found(String text, String node) {
        return new FileListParser(node, DiskUsageUnit.BYTES, true).read(text);
    }

    private FileList read(String text) {
        var number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.startsWith(NODE)) {
                node = line.substring(NODE.length()).strip();
            } else if (!line.isBlank() && !(found ? readFound(line) : readExpected(line))
                    && !REMARK.matcher(line).matches()) {
                unread++;
                if (unreadLines.size() < FileList.MOST_UNREAD) {
                    unreadLines.add(number);
                }
            }
        }
        return new FileList(files, unreadLines, unread, Optional.empty());
    }

    /**
     * What numbers without a unit most likely are in lines of {@code du}: it fills whole blocks of 4 KiB unless it is asked
     * for bytes. Too large a size only makes an upload look longer, so what could be both counts as the larger one. Empty
     * where no such line is there: {@code find} writes bytes, and a blank before the path.
     */
    private Optional<DiskUsageUnit> likelyUnit(String text) {
        var isOfDu = false;
        var isOfBlocks = true;
        var isBelowOneBlock = false;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var matcher = NODE_LINE.matcher(line);
            var place = line.startsWith("#") || !matcher.matches() ? null : place(matcher.group("path"));
            if (place != null && isPlain(matcher.group("size"))) {
                var number = Long.parseLong(matcher.group("size"));
                isOfDu |= place.isSnapshot() || line.charAt(matcher.end("size")) == '\t';
                isOfBlocks &= number % KIB_OF_BLOCK == 0;
                isBelowOneBlock |= place.isSnapshot() && number < BLOCK;
            }
        }
        return !isOfDu ? Optional.empty()
                : Optional.of(isOfBlocks || isBelowOneBlock ? DiskUsageUnit.KIBIBYTES : DiskUsageUnit.BYTES);
    }

    private boolean readFound(String line) {
        return add(AWS.matcher(line)) || add(GOOGLE.matcher(line))
                || (line.contains("; Content Length: ") && add(AZCOPY.matcher(line)));
    }

    private boolean readExpected(String line) {
        return add(NODE_LINE.matcher(line));
    }

    private boolean add(Matcher line) {
        return line.matches() && add(line.group("size"), line.group("path"));
    }

    private boolean add(String size, String path) {
        var bytes = bytes(size);
        var place = bytes.isEmpty() ? null : place(path);
        if (place == null) {
            return false;
        }
        var isSum = !found && place.isSnapshot();
        if (isSum || place.isFile()) {
            files.add(
                    new FileList.ListedFile(place.node, place.table, place.file, size(size, bytes.getAsLong(), isSum)));
        }
        return true;
    }

    private OptionalLong bytes(String size) {
        if (!isPlain(size)) {
            return ByteSize.of(size, Locale.ROOT);
        }
        var number = Long.parseLong(size);
        return unit == DiskUsageUnit.BYTES ? OptionalLong.of(number)
                : number > Long.MAX_VALUE / 1024 ? OptionalLong.empty() : OptionalLong.of(number * 1024);
    }

    private static boolean isPlain(String size) {
        return !size.isEmpty() && size.length() <= 18 && size.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    /** A sum also counts directories. */
    private FileList.ListedSize size(String written, long bytes, boolean isSum) {
        var isExact = unit == DiskUsageUnit.BYTES && written.chars().allMatch(Character::isDigit);
        if (!isSum) {
            return new FileList.ListedSize(bytes, isExact ? 0 : rounding(written, bytes), FileList.SizeKind.FILE);
        }
        return new FileList.ListedSize(
                bytes, BLOCK * DIRECTORY_BLOCKS + (isExact ? 0 : rounding(written, bytes)),
                isExact ? FileList.SizeKind.SUM : FileList.SizeKind.BLOCKS);
    }

    /** A rounded size is off by up to one of its last digit. */
    private static long rounding(String written, long bytes) {
        var unit = written.replaceAll("^[\\d.,\\s]+", "");
        var number = written.substring(0, written.length() - unit.length()).strip();
        var point = Math.max(number.indexOf('.'), number.indexOf(','));
        var digits = point < 0 ? 0 : number.length() - point - 1;
        return unit.isEmpty() ? BLOCK
                : Math.ceilDiv(ByteSize.of("1" + unit, Locale.ROOT).orElse(bytes),
                        (long) Math.pow(10, Math.clamp(digits, 0, 9)));
    }

    /**
     * Where a path is in the layout of a node's data: {@code node/keyspace/table/snapshots/snapshot/file}, whatever stands
     * before it.
     */
    private @Nullable Place place(String path) {
        var end = path.lastIndexOf(SNAPSHOTS);
        if (end < 0) {
            return null;
        }
        var tableBegin = path.lastIndexOf('/', end - 1);
        var keyspaceBegin = tableBegin < 0 ? -1 : path.lastIndexOf('/', tableBegin - 1);
        if (tableBegin <= 0 || tableBegin + 1 == end || keyspaceBegin + 1 == tableBegin) {
            return null;
        }
        var table = TABLE_ID.matcher(path.substring(tableBegin + 1, end)).replaceFirst("");
        return new Place(
                nodeOf(path, keyspaceBegin), path.substring(keyspaceBegin + 1, tableBegin) + "." + table,
                path.substring(tableBegin + 1), path.substring(end + SNAPSHOTS.length()));
    }

    /** In an upload directory the node is a directory; on a node it is not. */
    private String nodeOf(String path, int keyspaceBegin) {
        if (!found || keyspaceBegin <= 0) {
            return node;
        }
        return path.substring(path.lastIndexOf('/', keyspaceBegin - 1) + 1, keyspaceBegin);
    }

    private record Place(String node, String table, String file, String below) {
        boolean isSnapshot() {
            var slash = below.indexOf('/');
            return !below.isEmpty() && (slash < 0 || slash == below.length() - 1);
        }

        /** Directories of secondary indexes begin with a dot and have no other. */
        boolean isFile() {
            var slash = below.lastIndexOf('/');
            var name = below.substring(slash + 1);
            return slash > 0 && !name.isEmpty() && !(name.startsWith(".") && name.lastIndexOf('.') == 0);
        }
    }
}
