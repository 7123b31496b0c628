package dev.drayage.examples.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link Node} in a process of its own, which can be killed and started anew under its name. Used by one thread. */
final class NodeProcess {
    private final List<String> command;
    private final Path log;
    private Process process;

    NodeProcess(String name, String database, Path settings, FastTime time, Path logs) throws IOException {
        command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:TieredStopAtLevel=1",
                "-Dsun.net.httpserver.nodelay=true",
                "-classpath",
                classPath(),
                Node.class.getName(),
                database,
                name,
                settings.toString(),
                time.text(),
                time.start().toString());
        log = logs.resolve(name + ".log");
        process = begin();
    }

    private static String classPath() {
        return Stream.of("surefire.test.class.path", "java.class.path")
                .flatMap(name -> Stream.ofNullable(System.getProperty(name)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process begin() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** SIGKILL: no hook runs, nothing is given back. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The same, without waiting for it. */
    void end() {
        process.destroyForcibly();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void restart() throws IOException {
        process = begin();
    }
}
