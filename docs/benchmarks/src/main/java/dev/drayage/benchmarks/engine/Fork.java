package dev.drayage.benchmarks.engine;

import dev.drayage.benchmarks.server.OrderServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Starts Java processes with this process's class path. */
final class Fork {
    private Fork() {}

    /** The server: ends when it is closed. */
    static final class Server implements AutoCloseable {
        private final Process process;
        private final URI address;

        Server() throws IOException {
            process = start("256m", OrderServer.class, List.of());
            String port = lines(process).readLine();
            if (port == null) {
                throw new IOException("the server did not start");
            }
            address = URI.create("http://127.0.0.1:" + port);
        }

        ServerControl control() {
            return new ServerControl(address);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** Runs a contender to its end; what it used, by task. */
    static Usage contender(
            String heap, Contender.Task task, String store, URI server, long millis, int warm, int orders)
            throws IOException, InterruptedException {
        List<String> arguments = List.of(
                task.name(),
                store,
                server.toString(),
                Long.toString(millis),
                Integer.toString(warm),
                Integer.toString(orders));
        Process process = start(heap, Contender.class, arguments);
        Map<Contender.Task, Meter> used = new EnumMap<>(Contender.Task.class);
        BufferedReader lines = lines(process);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher figures = Contender.USED.matcher(line);
            if (figures.matches()) {
                used.put(Contender.Task.valueOf(figures.group(1)), Meter.parse(figures.group(2)));
            } else {
                System.out.println(line);
            }
        }
        if (process.waitFor() != 0 || !used.containsKey(task)) {
            throw new IOException("contender " + arguments + " failed");
        }
        return new Usage(used);
    }

    private static Process start(String heap, Class<?> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heap,
                "-Dsun.net.httpserver.nodelay=true",
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
