package dev.drayage.benchmarks.engine;

import dev.drayage.benchmarks.server.OrderServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    static Map<String, Meter> contender(String heap, List<String> arguments) throws IOException, InterruptedException {
        Process process = start(heap, Contender.class, arguments);
        Map<String, Meter> used = new HashMap<>();
        BufferedReader lines = lines(process);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("used ")) {
                String[] figures = line.split(" ", -1);
                used.put(
                        figures[1],
                        new Meter(Long.parseLong(figures[2]), Long.parseLong(figures[3]), Long.parseLong(figures[4])));
            } else {
                System.out.println(line);
            }
        }
        if (process.waitFor() != 0 || !used.containsKey(arguments.get(0))) {
            throw new IOException("contender " + arguments + " failed");
        }
        return used;
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
