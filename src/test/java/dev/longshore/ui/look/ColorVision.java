package dev.longshore.ui.look;

import javafx.scene.paint.Color;

/**
 * How a colour looks to an eye that lacks one kind of cone: the matrices of Machado, Oliveira and Fernandes (2009) for
 * the whole loss, applied to linear RGB.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum ColorVision {
    /** All three kinds of cones. */
    TRICHROMACY(new Mix(1, 0, 0), new Mix(0, 1, 0), new Mix(0, 0, 1)),
    /** No long-wave cones: red is dark. */
    PROTANOPIA(new Mix(0.152286, 1.052583, -0.204868), new Mix(0.114503, 0.786281, 0.099216),
            new Mix(-0.003882, -0.048116, 1.051998)),
    /** No middle-wave cones: red and green are alike. */
    DEUTERANOPIA(new Mix(0.367322, 0.860646, -0.227968), new Mix(0.280085, 0.672501, 0.047413),
            new Mix(-0.011820, 0.042940, 0.968881)),
    /** No short-wave cones: blue and green are alike. */
    TRITANOPIA(new Mix(1.255528, -0.076749, -0.178779), new Mix(-0.078411, 0.930809, 0.147602),
            new Mix(0.004733, 0.691367, 0.303900));

    private final Mix red;
    private final Mix green;
    private final Mix blue;

    /** How much of each channel is in one that is seen. */
    private record Mix(double red, double green, double blue) {
        double of(Color colour) {
            return Math.clamp(red * linear(colour.getRed()) + green * linear(colour.getGreen())
                    + blue * linear(colour.getBlue()), 0, 1);
        }
    }

    ColorVision(Mix red, Mix green, Mix blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** How far apart two colours are to this eye: the distance in OKLab, where black and white are 1 apart. */
    double distance(Color one, Color other) {
        var first = oklab(seen(one));
        var second = oklab(seen(other));
        return Math.sqrt(square(first[0] - second[0]) + square(first[1] - second[1]) + square(first[2] - second[2]));
    }

    private double[] seen(Color colour) {
        return new double[]{red.of(colour), green.of(colour), blue.of(colour)};
    }

    private static double[] oklab(double[] rgb) {
        var l = Math.cbrt(0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
        var m = Math.cbrt(0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
        var s = Math.cbrt(0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
        return new double[]{
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double square(double value) {
        return value * value;
    }
}
