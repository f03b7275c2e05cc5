package dev.longshore.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@link ImportingService} in a process of its own, so that what it costs is nobody else's. */
public final class ServiceProcess implements AutoCloseable {
    private final Process process;
    private final List<String> said = new ArrayList<>();

    private ServiceProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it; it answers when this returns.
     *
     * @param migrations how many there are
     * @param latency how many milliseconds an answer takes
     */
    public static ServiceProcess start(int migrations, int latency) throws IOException {
        var service = new ServiceProcess(
                new ProcessBuilder(java(), "-XX:+UseSerialGC", "-classpath", System.getProperty("java.class.path"),
                        ImportingService.class.getName(), Integer.toString(migrations), Integer.toString(latency))
                        .redirectError(ProcessBuilder.Redirect.INHERIT).start());
        service.read(service.process.inputReader());
        return service;
    }

    private void read(BufferedReader reader) throws IOException {
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            said.add(line);
        }
        if (said.size() < 3) {
            throw new IOException("The service did not start: " + said);
        }
    }

    /** The java of this process. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Its base address. */
    public String address() {
        return said.get(0);
    }

    /** The token that may do everything. */
    public String token() {
        return said.get(1);
    }

    /** Its migrations, each as {@code DATABASE/MIGRATION}. */
    public List<String> migrations() {
        return said.subList(2, said.size());
    }

    /** The arguments with which the program watches all of them. */
    List<String> arguments() {
        return arguments(migrations());
    }

    private List<String> arguments(List<String> some) {
        return Stream.concat(
                Stream.of("--connect", address()), some.stream().flatMap(each -> Stream.of("--watch", each)))
                .toList();
    }

    /** The arguments with which the program watches all of them without a window. */
    List<String> argumentsWithoutWindow() {
        return Stream.concat(Stream.of("watch"), arguments().stream()).toList();
    }

    /** The same for those from one to another, as the launcher of a package takes 64 kB of arguments at most. */
    List<String> argumentsWithoutWindow(int from, int to) {
        return Stream.concat(Stream.of("watch"), arguments(migrations().subList(from, to)).stream()).toList();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
