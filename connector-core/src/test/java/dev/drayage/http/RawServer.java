package dev.drayage.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server that may break every rule of HTTP: a script gets the socket after each request. Thread-safe. */
final class RawServer implements AutoCloseable {
    /** What happens after a request was read. */
    @FunctionalInterface
    interface Script {
        void answer(Connection connection, Received request) throws IOException;
    }

    /** A request as it came. */
    record Received(int number, String head, String body) {
        String line() {
            return head.lines().findFirst().orElse("");
        }

        /** Value of a header, or an empty text. */
        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket socket;
    private final Script script;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch clientGone = new CountDownLatch(1);

    RawServer(Script script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        threads.execute(this::accept);
    }

    /** A server that sends the same answer each time. */
    static RawServer answering(String answer) {
        return new RawServer((connection, request) -> connection.send(answer));
    }

    /** A complete answer. */
    static String response(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    List<Received> received() {
        return received;
    }

    /** Waits for the first request. */
    void awaitRequest() throws InterruptedException {
        if (!arrived.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("no request came");
        }
    }

    /** Whether the client closed a connection, within a generous time. */
    boolean clientClosed() throws InterruptedException {
        return clientGone.await(5, TimeUnit.SECONDS);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (Socket closing = client) {
            Connection connection = new Connection(closing);
            boolean open = true;
            while (open) {
                open = connection.readRequest();
            }
            clientGone.countDown();
        } catch (IOException e) {
            clientGone.countDown();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One connection. */
    final class Connection {
        private final Socket client;
        private final InputStream in;
        private final OutputStream out;

        Connection(Socket client) throws IOException {
            this.client = client;
            in = client.getInputStream();
            out = client.getOutputStream();
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void hangUp() throws IOException {
            client.close();
        }

        /** Closes with a reset. */
        void reset() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }

        private boolean readRequest() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int last = 0;
            while ((last & 0xffffffffL) != 0x0d0a0d0aL) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                head.write(next);
                last = last << 8 | next;
            }
            Received bare = new Received(0, head.toString(StandardCharsets.ISO_8859_1), "");
            String length = bare.header("Content-Length");
            byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            Received request = new Received(received.size() + 1, bare.head(), new String(body, StandardCharsets.UTF_8));
            received.add(request);
            arrived.countDown();
            script.answer(this, request);
            return !client.isClosed();
        }
    }
}
