package dev.longshore.simulator;

import dev.longshore.simulator.http.SimulatorJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Where documented commands are run, with shell variables set. */
interface CommandRunner {

    /** What the command prints. */
    String run(DocumentedCommand command, Map<String, String> variables) throws Exception;

    /** What the command prints when its answer is not piped into jq. */
    String runWithoutJq(DocumentedCommand command, Map<String, String> variables) throws Exception;

    /** The JDK's HTTP client, and the real curl and jq where they are installed. */
    static Stream<CommandRunner> all() {
        return installed("curl") && installed("jq") ? Stream.of(new JdkRunner(), new ShellRunner())
                : Stream.of(new JdkRunner());
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(":"), -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** A real shell with real programs. */
    record ShellRunner() implements CommandRunner {

        @Override
        public String run(DocumentedCommand command, Map<String, String> variables) throws Exception {
            return execute(command.shellText(), variables);
        }

        @Override
        public String runWithoutJq(DocumentedCommand command, Map<String, String> variables) throws Exception {
            return execute(command.curl(), variables);
        }

        private static String execute(String text, Map<String, String> variables)
                throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", text).redirectErrorStream(true);
            builder.environment().putAll(variables);
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return printed.strip();
        }
    }

    /** The same requests by the JDK's client, the same fields by JSON pointers. */
    record JdkRunner() implements CommandRunner {

        private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

        @Override
        public String run(DocumentedCommand command, Map<String, String> variables) throws Exception {
            JsonNode found = SimulatorJson.read(runWithoutJq(command, variables))
                    .at(command.filter().equals(".") ? "" : command.filter().replace('.', '/'));
            return found.isString() ? found.asString() : found.toString();
        }

        @Override
        public String runWithoutJq(DocumentedCommand command, Map<String, String> variables) throws Exception {
            String url = "${base}/v2/databases" + command.path();
            Matcher variable = VARIABLE.matcher(url);
            String filled = variable.replaceAll(found -> variables.getOrDefault(found.group(1), ""));
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(filled))
                        .header("Authorization", "Bearer " + variables.getOrDefault("token", ""))
                        .method(command.method(), HttpRequest.BodyPublishers.noBody())
                        .build();
                return client.send(request, HttpResponse.BodyHandlers.ofString()).body().strip();
            }
        }
    }
}
