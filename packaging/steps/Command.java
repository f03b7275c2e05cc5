import java.util.List;

/** Runs other programs. */
final class Command {
    private Command() {}

    /** @throws IllegalStateException when the program ends with another code than 0 */
    static void run(List<String> command) throws Exception {
        var code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(command.getFirst() + " ended with code " + code + ".");
        }
    }
}
