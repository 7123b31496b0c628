package dev.drayage.shopify.internal.orders;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.OrderEdit;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.ShopifyApi;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The goods of an order as they stand, counted as the source of orders counts them, for who changes them. Immutable.
 *
 * @param gid the order
 * @param name what people call it
 * @param cancelled whether it was called off
 * @param lines lines of which units are sold
 */
public record OrderGoods(String gid, String name, boolean cancelled, List<Line> lines) {
    public OrderGoods {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param lineId the number by which every later step knows it
     * @param sku its SKU; empty text if it has none
     * @param units units that are sold
     * @param current units as Shopify counts them: units that were refunded after they left are no part of it
     * @param open units that did not leave yet
     */
    public record Line(String lineId, String sku, BigDecimal units, BigDecimal current, BigDecimal open) {}

    /** Units by line. */
    public Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        lines.forEach(line -> units.put(line.lineId(), line.units()));
        return units;
    }

    /** Digest of the units by line. */
    public String quantities() {
        return OrderEdit.quantities(units());
    }

    /** Reads by id, which shows every write at once. Thread-safe. */
    public static final class Reader {
        private final OrderReading reading;
        private final OrderOptions options;

        /** A reader of one shop. */
        public Reader(ShopifyApi api, Settings settings) {
            this.reading = new OrderReading(api);
            this.options = OrderOptions.of(settings);
        }

        /**
         * The goods of the order with this number; empty if the shop shows none.
         *
         * @throws RefusedException if the order cannot be understood
         */
        public Optional<OrderGoods> read(String number, CallContext call) {
            try {
                Optional<ReadOrder> read = reading.read(new Gid("Order", number).toString(), call);
                return read.isPresent() ? Optional.of(goods(read.get())) : Optional.empty();
            } catch (UnreadableOrder e) {
                throw new RefusedException(ErrorCode.RECORD_UNREADABLE, "order " + number + ": " + e.getMessage());
            }
        }

        private OrderGoods goods(ReadOrder read) throws UnreadableOrder {
            Basis basis = Basis.of(read.order(), options.basis());
            List<Line> lines = new ArrayList<>();
            for (JsonValue line : read.lines()) {
                BigDecimal units = read.units(line);
                if (units.signum() > 0 && !OrderCharges.isTip(line, read, basis)) {
                    lines.add(new Line(
                            LineTranslation.id(line),
                            line.text("sku").orElse(""),
                            units,
                            line.requiredDecimal("currentQuantity"),
                            line.requiredDecimal("unfulfilledQuantity")));
                }
            }
            return new OrderGoods(
                    read.order().requiredText("id"),
                    read.order().text("name").orElse(""),
                    read.order().at("cancelledAt").isPresent(),
                    lines);
        }
    }
}
