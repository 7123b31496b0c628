package dev.drayage.netsuite.internal.money;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.Money;
import dev.drayage.model.SalesChannel;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.record.ChannelText;
import dev.drayage.netsuite.internal.record.RecordClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What bodies of transactions about money have in common. Stateless. */
public final class MoneyBody {
    private MoneyBody() {}

    /** The day of an instant, cut in the account's zone. */
    public static void date(ObjectNode body, Instant at, ZoneId zone) {
        body.put("tranDate", at.atZone(zone).toLocalDate().toString());
    }

    /** The channel and its order. */
    public static void channel(ObjectNode body, FieldNames fields, SalesChannel channel, Optional<String> orderId) {
        body.put(fields.channel(), ChannelText.of(channel));
        orderId.ifPresent(id -> body.put(fields.orderId(), id));
    }

    /** Where the money goes: an account, or undeposited funds. */
    public static void destination(ObjectNode body, Optional<String> account) {
        if (account.isPresent()) {
            body.set("account", RecordClient.reference(body, account.get()));
        } else {
            body.set("undepFunds", RecordClient.reference(body, "T"));
        }
    }

    /** A sum, without trailing zeros and never with an exponent. */
    public static BigDecimal plain(Money money) {
        BigDecimal stripped = money.amount().stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
