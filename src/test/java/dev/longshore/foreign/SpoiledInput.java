package dev.longshore.foreign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Samples spoiled by lot: cut, turned over, repeated, nested, with what trips readers put in. */
final class SpoiledInput {
    private static final int MOST = 1_000_000;
    private static final List<String> STUMBLES = List.of(
            "\0", "\uFEFF", "\u202E", "\u200B", "\u001b[31m", "\r", "\n\n", "\"", "\\", "\\u0000", "{", "}", "[", "]",
            ",", ":", "=", "#", "'", "|", "\t", "%00", "%s", "null", "-1", "1e999", "99999999999999999999", "NaN",
            "0000-00-00", "+1000000000-12-31T23:59:59Z", "9999-12-31T23:59:60Z", "\uD800", "😀", "../../x",
            "<script>", "=1+1", "AstraCS:", "https://", "ASTRA_ENV=", "[default]", "é", "İ");

    private SpoiledInput() {}

    static byte[] of(ForeignReader reader, long seed) {
        var random = new Random(seed);
        var samples = reader.samples();
        var bytes = samples.get(random.nextInt(samples.size())).getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(6); change >= 0; change--) {
            bytes = changed(bytes, random);
        }
        return bytes.length > MOST ? Arrays.copyOf(bytes, MOST) : bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length + 1);
        var to = from + random.nextInt(bytes.length - from + 1);
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> put(bytes, from, to, new byte[0]);
            case 2, 3, 4 -> put(bytes, from, from,
                    STUMBLES.get(random.nextInt(STUMBLES.size())).getBytes(StandardCharsets.UTF_8));
            case 5 -> put(bytes, to, to, repeated(Arrays.copyOfRange(bytes, from, to), 1 + random.nextInt(200)));
            case 6 -> put(bytes, from, from, repeated(
                    STUMBLES.get(random.nextInt(STUMBLES.size())).getBytes(StandardCharsets.UTF_8),
                    1 + random.nextInt(20_000)));
            case 7 -> random.nextBoolean() ? new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16)
                    : new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
            default -> turnedOver(bytes, random);
        };
    }

    private static byte[] turnedOver(byte[] bytes, Random random) {
        var changed = bytes.clone();
        for (int count = random.nextInt(8); count >= 0 && changed.length > 0; count--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static byte[] put(byte[] bytes, int from, int to, byte[] between) {
        var all = new ByteArrayOutputStream();
        all.write(bytes, 0, from);
        all.writeBytes(between);
        all.write(bytes, to, bytes.length - to);
        return all.toByteArray();
    }

    private static byte[] repeated(byte[] part, int times) {
        var all = new ByteArrayOutputStream();
        for (int time = 0; time < times && all.size() < MOST; time++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
