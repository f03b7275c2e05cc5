package dev.longshore.simulator.service;

import java.util.Random;

/** Made-up secrets: text that looks random and is the same for the same seed. */
final class RandomText {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final String HEX = DIGITS + "abcdef";

    private final Random random;

    RandomText(long seed) {
        this.random = new Random(seed);
    }

    String letters(int length) {
        return text(LETTERS, length);
    }

    String capitals(int length) {
        return text(LETTERS.substring(0, 26) + DIGITS, length);
    }

    String lowerCase(int length) {
        return text(LETTERS.substring(26) + DIGITS, length);
    }

    String hex(int length) {
        return text(HEX, length);
    }

    String base64(int length) {
        return text(LETTERS + DIGITS + "+/", length);
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
