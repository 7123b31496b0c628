package dev.drayage.threepl.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A folder of this machine, and links that lead out of it. */
class LocalFolderExchangeTest extends ExchangeContract {
    @Override
    FileExchange open() {
        return new LocalFolderExchange(partner(), time);
    }

    @Test
    void follows_no_link_out_of_the_root() throws IOException {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        write(outside.resolve("secret.csv"), "secret");
        Path in = Files.createDirectory(partner().resolve("in"));
        Files.createSymbolicLink(partner().resolve("link"), outside);
        Files.createSymbolicLink(in.resolve("a.csv"), outside.resolve("secret.csv"));
        RemoteFile link = new RemoteFile("in", "a.csv", 6, NOW);
        Path source = write(temp.resolve("source"), "other");

        assertCode(ErrorCode.FILE_REFUSED, () -> exchange().list("link", call));
        assertCode(ErrorCode.UNREACHABLE, () -> exchange().fetch(link, OutputStream.nullOutputStream(), 100, call));
        assertCode(ErrorCode.UNREACHABLE, () -> exchange().store("in", "a.csv", source, call));
        assertThat(exchange().move("in", "a.csv", "out", "a.csv", call)).isEqualTo(MoveOutcome.SOURCE_MISSING);
        assertThat(outside.resolve("secret.csv")).hasContent("secret");
    }
}
