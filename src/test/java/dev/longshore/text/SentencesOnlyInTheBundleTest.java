package dev.longshore.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.longshore.support.SourceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Below the texts there are facts: what a user reads stands in the bundle. What is left is for programmers (exceptions,
 * the log), for a database, or for a shell.
 */
class SentencesOnlyInTheBundleTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/longshore");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,},? [a-z]{2,} [a-z]+");
    private static final Pattern OF_A_DATABASE = Pattern
            .compile("\\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|FROM|WHERE|ORDER BY|VALUES)\\s");
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(
            ".*(?:Exception|Error)|super|LOG\\.\\w+|Pattern\\.compile|.*\\.(?:replaceFirst|matches|contains|startsWith)");
    /** The simulator plays the service, and metrics are read by programs: both speak English. */
    private static final List<String> NOT_BELOW = List.of("ui", "text", "simulator", "serve");
    /**
     * Scripts that a user runs; what a support bundle says, which its readers need in English; the file that marks the
     * folder of a demonstration; and what one program says to another.
     */
    private static final List<String> NOT_FOR_THE_WINDOW = List.of(
            "CloudCli.java", "UploadCommands.java", "SupportBundle.java", "Folders.java: MARK_TEXT",
            "SingleInstance.java: There is no window.", "AppContext.java: Nothing is watched since ");

    private final List<String> found = new ArrayList<>();

    @Test
    void noSentenceStandsBelowTheTexts() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var below = SourceFiles.below(SOURCES, ".java").stream()
                    .filter(file -> !NOT_BELOW.contains(SOURCES.relativize(file).getName(0).toString())).toList();
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(below));
            for (var unit : task.parse()) {
                new Literals(unit).scan(unit, null);
            }
        }

        assertThat(found).isEmpty();
    }

    /** Gathers the sentences of one file. */
    private final class Literals extends TreePathScanner<Void, Void> {
        private final String file;

        Literals(CompilationUnitTree unit) {
            file = String.valueOf(Path.of(unit.getSourceFile().getName()).getFileName());
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text && WORDS.matcher(text).find()
                    && !OF_A_DATABASE.matcher(text).find()) {
                var place = place(getCurrentPath());
                if (!FOR_PROGRAMMERS.matcher(place).matches() && NOT_FOR_THE_WINDOW.stream()
                        .noneMatch(each -> List.of(file, file + ": " + place, file + ": " + text).contains(each))) {
                    found.add(file + ": " + place + ": " + text);
                }
            }
            return null;
        }

        /** What the literal is an argument, an initial value or a part of. */
        private static String place(TreePath path) {
            return Stream.iterate(path.getParentPath(), each -> each != null, TreePath::getParentPath)
                    .map(TreePath::getLeaf).map(Literals::name).filter(each -> !each.isEmpty()).findFirst().orElse("");
        }

        private static String name(Tree tree) {
            return switch (tree) {
                case NewClassTree made -> made.getIdentifier().toString();
                case MethodInvocationTree call -> call.getMethodSelect().toString();
                case AnnotationTree _ -> "super";
                case VariableTree variable -> variable.getName().toString();
                case MethodTree method -> method.getName().toString();
                default -> "";
            };
        }
    }
}
