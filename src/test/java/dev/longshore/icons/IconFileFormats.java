package dev.longshore.icons;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The two file formats that hold one icon in several sizes; both take PNG files as they are. */
final class IconFileFormats {
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;

    private IconFileFormats() {}

    /** An {@code .ico} file of Windows; a side of 256 pixels is written as 0. */
    static byte[] ico(SequencedMap<Integer, byte[]> pictures) {
        var header = ICO_HEADER + ICO_ENTRY * pictures.size();
        var file = ByteBuffer.allocate(header + total(pictures.values().stream().toList()))
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        var offset = header;
        for (var each : pictures.entrySet()) {
            var side = each.getKey().byteValue();
            file.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(each.getValue().length).putInt(offset);
            offset += each.getValue().length;
        }
        pictures.values().forEach(file::put);
        return file.array();
    }

    /** An {@code .icns} file of macOS, whose pictures go by codes of four letters. */
    static byte[] icns(SequencedMap<String, byte[]> pictures) {
        var length = ICNS_HEADER * (1 + pictures.size()) + total(pictures.values().stream().toList());
        var file = ByteBuffer.allocate(length);
        file.put("icns".getBytes(US_ASCII)).putInt(length);
        for (Map.Entry<String, byte[]> each : pictures.entrySet()) {
            file.put(each.getKey().getBytes(US_ASCII)).putInt(ICNS_HEADER + each.getValue().length);
            file.put(each.getValue());
        }
        return file.array();
    }

    private static int total(List<byte[]> pictures) {
        return pictures.stream().mapToInt(each -> each.length).sum();
    }
}
