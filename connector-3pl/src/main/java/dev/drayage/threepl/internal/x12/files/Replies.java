package dev.drayage.threepl.internal.x12.files;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.Delivery;
import dev.drayage.threepl.internal.exchange.InboundFile;
import dev.drayage.threepl.internal.exchange.Outbox;
import dev.drayage.threepl.internal.exchange.OutgoingFile;
import dev.drayage.threepl.internal.exchange.StateKeys;
import dev.drayage.threepl.internal.shiporder.Dispatch;
import dev.drayage.threepl.internal.shiporder.DocumentNumbers;
import dev.drayage.threepl.internal.shiporder.SentNames;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.read.GroupResult;
import dev.drayage.threepl.internal.x12.write.AcknowledgementWriter;
import dev.drayage.threepl.internal.x12.write.ControlNumbers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Acknowledges what the warehouse sent, one 997 per group and arrival. Number and time of a reply are written down before it
 * is made, so a repeat after a crash is the same text under the same number. Thread-safe.
 */
final class Replies {
    private static final String ROWS = StateKeys.REPLIES;

    private final PartnerProfile profile;
    private final AcknowledgementWriter writer;
    private final DocumentNumbers numbers;
    private final Outbox outbox;
    private final String folder;
    private final ConnectorState state;
    private final TimeSource time;

    Replies(PartnerProfile profile, Dispatch dispatch) {
        this.profile = profile;
        this.writer = new AcknowledgementWriter(profile);
        this.numbers = dispatch.numbers();
        this.outbox = dispatch.outbox();
        this.folder = dispatch.folder();
        this.state = dispatch.state();
        this.time = dispatch.time();
    }

    /** Acknowledges the groups of a file that want it. */
    void send(InboundFile file, List<GroupResult> groups, CallContext call) {
        if (!profile.acknowledgements().sent()) {
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).wantsAcknowledgement()) {
                send(ROWS + file.id() + "/" + i, groups.get(i), call);
            }
        }
    }

    private void send(String key, GroupResult group, CallContext call) {
        Optional<Delivery> before = outbox.status(key);
        if (before.filter(Delivery::isSent).isPresent()) {
            return;
        }
        if (before.filter(delivery -> delivery.stage() != Delivery.Stage.SPOOLED)
                .isPresent()) {
            outbox.resume(key, call);
            return;
        }
        String row = state.get(key).orElseGet(() -> {
            String drawn = numbers.next() + " " + time.instant();
            state.put(key, drawn);
            return drawn;
        });
        int number = Integer.parseInt(row.substring(0, row.indexOf(' ')));
        Instant at = Instant.parse(row.substring(row.indexOf(' ') + 1));
        byte[] text = writer.write(group.acknowledgement(), new ControlNumbers(number, number, 1), at)
                .getBytes(StandardCharsets.US_ASCII);
        String name = SentNames.digits(number) + "_ack_" + plain(group.functionalId()) + "_" + plain(group.control())
                + X12OrderFormat.ENDING;
        outbox.deliver(OutgoingFile.of(key, folder, name, text), call);
    }

    /** What a partner wrote, as a part of a file's name. */
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "-");
    }
}
