package dev.drayage.threepl.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenSSH's own server as a child process, with keys that were made for it and that nobody else knows. */
final class OpenSshServer implements AutoCloseable {
    static final Path BINARY = Path.of("/usr/sbin/sshd");
    static final String PASSPHRASE = "open sesame";

    private final Path home;
    private final int port;
    private final Process process;

    private OpenSshServer(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    static OpenSshServer start(Path home) throws IOException, InterruptedException {
        run(
                "ssh-keygen",
                "-q",
                "-t",
                "ecdsa",
                "-N",
                "",
                "-f",
                home.resolve("host").toString());
        run(
                "ssh-keygen",
                "-q",
                "-t",
                "ecdsa",
                "-N",
                PASSPHRASE,
                "-f",
                home.resolve("user").toString());
        if (System.getProperty("user.name").equals("root")) {
            // the server insists on it where it may change users, although it will not do so here
            Files.createDirectories(Path.of("/run/sshd"));
        }
        int port = freePort();
        Path config = Files.write(
                home.resolve("sshd_config"),
                List.of(
                        "ListenAddress 127.0.0.1:" + port,
                        "HostKey " + home.resolve("host"),
                        "AuthorizedKeysFile " + home.resolve("user.pub"),
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "PermitRootLogin prohibit-password",
                        "MaxStartups 100",
                        "Subsystem sftp internal-sftp"));
        Process process = new ProcessBuilder(BINARY.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader log = process.inputReader(UTF_8);
        String line = log.readLine();
        StringBuilder said = new StringBuilder();
        while (line != null && !line.contains("Server listening")) {
            said.append(line).append('\n');
            line = log.readLine();
        }
        if (line == null) {
            throw new IOException("sshd did not start: " + said);
        }
        drain(log);
        return new OpenSshServer(home, port, process);
    }

    int port() {
        return port;
    }

    String fingerprint() throws IOException, InterruptedException {
        return run(
                        "ssh-keygen",
                        "-l",
                        "-E",
                        "sha256",
                        "-f",
                        home.resolve("host.pub").toString())
                .split(" ", -1)[1];
    }

    String userKey() throws IOException {
        return Files.readString(home.resolve("user"));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** A log that nobody reads would stop the server once the pipe is full. */
    private static void drain(BufferedReader log) {
        Thread reader = new Thread(
                () -> {
                    try {
                        log.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        // the server was ended
                    }
                },
                "sshd log");
        reader.setDaemon(true);
        reader.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said;
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            said = String.join("\n", out.lines().toList());
        }
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
