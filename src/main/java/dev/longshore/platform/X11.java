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
            var opened = (MemorySegment) function("XOpenDisplay", ValueLayout.ADDRESS)
                    .invokeExact(arena.allocateFrom(display));
            if (opened.equals(MemorySegment.NULL)) {
                return false;
            }
            int ignored = (int) function("XCloseDisplay", ValueLayout.JAVA_INT).invokeExact(opened);
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException("libX11 cannot be called", e);
        }
    }

    private static MethodHandle function(String name, ValueLayout result) {
        var address = SymbolLookup.libraryLookup(LIBRARY, Arena.global()).findOrThrow(name);
        return Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(result, ValueLayout.ADDRESS));
    }
}
