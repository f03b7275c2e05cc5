package dev.longshore.platform;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The X Window System of this computer, asked the way JavaFX asks it. Needs native access, as JavaFX does.
 */
@SuppressWarnings("restricted")
final class X11 implements WindowSystem {
    private static final String LIBRARY = "libX11.so.6";
    private static final String FONTCONFIG = "libfontconfig.so.1";
    private static final int SYSTEM_FONTS = 0;

    @Override
    public boolean hasLibrary(String name) {
        try {
            // For good: GTK cannot be unloaded again, and JavaFX loads it next.
            SymbolLookup.libraryLookup(name, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean canOpen(String display) {
        try (var arena = Arena.ofConfined()) {
            var opened = (MemorySegment) function(LIBRARY, "XOpenDisplay", ValueLayout.ADDRESS, ValueLayout.ADDRESS)
                    .invokeExact(arena.allocateFrom(display));
            if (opened.equals(MemorySegment.NULL)) {
                return false;
            }
            int ignored = (int) function(LIBRARY, "XCloseDisplay", ValueLayout.JAVA_INT, ValueLayout.ADDRESS)
                    .invokeExact(opened);
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException("libX11 cannot be called", e);
        }
    }

    @Override
    public boolean hasFont() {
        if (!hasLibrary(FONTCONFIG)) {
            return true;
        }
        try {
            var configuration = (MemorySegment) function(FONTCONFIG, "FcInitLoadConfigAndFonts", ValueLayout.ADDRESS)
                    .invokeExact();
            if (configuration.equals(MemorySegment.NULL)) {
                return false;
            }
            var fonts = (MemorySegment) function(
                    FONTCONFIG, "FcConfigGetFonts", ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)
                    .invokeExact(configuration, SYSTEM_FONTS);
            // FcFontSet begins with the number of its fonts.
            return !fonts.equals(MemorySegment.NULL)
                    && fonts.reinterpret(ValueLayout.JAVA_INT.byteSize()).get(ValueLayout.JAVA_INT, 0) > 0;
        } catch (Throwable e) {
            throw new IllegalStateException("libfontconfig cannot be called", e);
        }
    }

    private static MethodHandle function(String library, String name, ValueLayout result, ValueLayout... arguments) {
        var address = SymbolLookup.libraryLookup(library, Arena.global()).findOrThrow(name);
        return Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(result, arguments));
    }
}
