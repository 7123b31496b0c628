package dev.drayage.threepl.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an outbox promises to who delivers. */
class OutboxTest {
    @TempDir
    Path temp;

    private ExchangeWorld world;

    @BeforeEach
    void open() {
        world = new ExchangeWorld(temp, Map.of());
    }

    @Test
    void a_delivery_can_be_asked_for_and_is_archived_for_its_owner_only() throws IOException {
        assertThat(world.outbox().status("order/SO1")).isEmpty();

        Delivery sent = world.outbox().deliver(file("order/SO1", "order-1.csv", "abc"), world.call);

        assertThat(sent.isSent()).isTrue();
        assertThat(sent.size()).isEqualTo(3);
        assertThat(sent.at()).isEqualTo(ExchangeWorld.NOW);
        assertThat(world.outbox().status("order/SO1")).contains(sent);
        assertThat(world.at("out")).containsExactly(Map.entry("order-1.csv", "abc"));
        Path archive = world.root.resolve("spool/sent");
        assertThat(ExchangeWorld.filesOf(archive)).containsValue("abc");
        assertThat(Files.getPosixFilePermissions(archive.resolve(
                        ExchangeWorld.filesOf(archive).keySet().iterator().next())))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void a_repeat_sends_nothing_even_when_the_partner_has_taken_the_file() throws IOException {
        world.outbox().deliver(file("order/SO1", "order-1.csv", "abc"), world.call);
        Files.delete(world.folder("out").resolve("order-1.csv"));
        world.time.advance(Duration.ofDays(1));

        Delivery again = world.outbox().deliver(file("order/SO1", "order-1.csv", "abc"), world.call);

        assertThat(again.at()).isEqualTo(ExchangeWorld.NOW);
        assertThat(world.at("out")).isEmpty();
    }

    @Test
    void other_bytes_under_a_key_are_refused_once_anything_was_sent() {
        world.outbox().deliver(file("order/SO1", "order-1.csv", "abc"), world.call);

        ExchangeContract.assertCode(
                ErrorCode.REFUSED_BY_TARGET,
                () -> world.outbox().deliver(file("order/SO1", "order-1.csv", "other"), world.call));
        assertThat(world.at("out")).containsValue("abc");
    }

    @Test
    void other_bytes_take_the_place_of_those_that_were_never_sent() {
        // the row is written by the first call, and the mark that bytes are being sent by the second
        Death death = new Death(Death.When.BEFORE, 1);
        assertThatThrownBy(() -> world.outbox(world.exchange(), death, () -> {})
                        .deliver(file("order/SO1", "order-1.csv", "abc"), world.call))
                .isInstanceOf(Death.Died.class);

        world.outbox().deliver(file("order/SO1", "order-2.csv", "other"), world.call);

        assertThat(world.at("out")).containsExactly(Map.entry("order-2.csv", "other"));
        assertThat(ExchangeWorld.filesOf(world.root.resolve("spool/outbox"))).isEmpty();
    }

    @Test
    void what_was_begun_is_told_and_resumed_from_the_spool() {
        Death death = new Death(Death.When.MIDWAY, 2);
        assertThatThrownBy(() -> world.outbox(world.exchange(), death, () -> {})
                        .deliver(file("order/SO1", "order-1.csv", "abcdef"), world.call))
                .isInstanceOf(Death.Died.class);
        assertThat(world.outbox().status("order/SO1"))
                .hasValueSatisfying(begun -> assertThat(begun.isSent()).isFalse());

        world.outbox().resume("order/SO1", world.call);

        assertThat(world.outbox().status("order/SO1"))
                .hasValueSatisfying(begun -> assertThat(begun.isSent()).isTrue());
        assertThat(world.at("out")).containsExactly(Map.entry("order-1.csv", "abcdef"));
    }

    @Test
    void a_file_of_another_content_under_the_final_name_is_never_replaced() throws IOException {
        Files.createDirectory(world.folder("out"));
        Files.writeString(world.folder("out").resolve("order-1.csv"), "xyz");

        ExchangeContract.assertCode(
                ErrorCode.REFUSED_BY_TARGET,
                () -> world.outbox().deliver(file("order/SO1", "order-1.csv", "abc"), world.call));
        assertThat(world.at("out")).containsEntry("order-1.csv", "xyz");

        Files.delete(world.folder("out").resolve("order-1.csv"));
        world.outbox().resume("order/SO1", world.call);
        assertThat(world.at("out")).containsExactly(Map.entry("order-1.csv", "abc"));
    }

    @Test
    void a_file_of_the_same_content_under_the_final_name_is_the_delivery() throws IOException {
        Files.createDirectory(world.folder("out"));
        Files.writeString(world.folder("out").resolve("order-1.csv"), "abc");

        assertThat(world.outbox()
                        .deliver(file("order/SO1", "order-1.csv", "abc"), world.call)
                        .isSent())
                .isTrue();
    }

    @Test
    void where_nothing_can_be_renamed_a_marker_follows_and_nothing_is_replaced() throws IOException {
        ExchangeWorld plain = new ExchangeWorld(
                temp.resolve("plain"), Map.of("exchange.canRename", "false", "outgoing.doneEnding", ".ok"));
        plain.outbox().deliver(file("order/SO1", "order-1.csv", "abc"), plain.call);
        assertThat(plain.at("out")).containsExactly(Map.entry("order-1.csv", "abc"), Map.entry("order-1.csv.ok", ""));

        ExchangeContract.assertCode(
                ErrorCode.REFUSED_BY_TARGET,
                () -> plain.outbox().deliver(file("order/SO2", "order-1.csv", "other"), plain.call));
        assertThat(plain.at("out")).containsEntry("order-1.csv", "abc");
    }

    @Test
    void deliveries_with_one_name_do_not_take_each_others_unfinished_file() {
        Death death = new Death(Death.When.BEFORE, 4);
        assertThatThrownBy(() -> world.outbox(world.exchange(), death, () -> {})
                        .deliver(file("order/SO1", "order.csv", "first"), world.call))
                .isInstanceOf(Death.Died.class);
        world.outbox().deliver(file("order/SO2", "order.csv", "second"), world.call);

        ExchangeContract.assertCode(
                ErrorCode.REFUSED_BY_TARGET, () -> world.outbox().resume("order/SO1", world.call));
        assertThat(world.at("out")).containsEntry("order.csv", "second");
    }

    private static OutgoingFile file(String key, String name, String content) {
        return OutgoingFile.of(key, "out", name, content.getBytes(UTF_8));
    }
}
