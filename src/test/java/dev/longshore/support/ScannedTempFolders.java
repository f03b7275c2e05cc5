package dev.longshore.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Makes the temporary folders of all tests, and looks for secrets in each before it is taken away. */
public final class ScannedTempFolders implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        var folder = Files.createTempDirectory("longshore");
        if (context.getRequiredTestClass().getAnnotation(WritesSecrets.class) == null) {
            // Closed before the folder is removed, as what is put into the store last is closed first.
            context.getStore(ExtensionContext.Namespace.create(ScannedTempFolders.class))
                    .put(folder, (AutoCloseable) () -> scan(folder));
        }
        return folder;
    }

    /** @throws AssertionError when there is a secret in it */
    static void scan(Path folder) {
        var found = SecretScan.scan(folder);
        if (!found.isEmpty()) {
            throw new AssertionError("A test has left secrets in files: " + String.join("; ", found));
        }
    }
}
