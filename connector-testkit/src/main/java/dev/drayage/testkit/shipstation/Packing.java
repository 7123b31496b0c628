package dev.drayage.testkit.shipstation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What leaves of a shipment, in how many cartons, and with whom. A label always covers its whole shipment, so what is
 * not taken is split off first and waits as a shipment of its own. Immutable.
 */
public final class Packing {
    private final Map<String, Integer> taken;
    private final int cartons;
    private final String carrierCode;
    private final String serviceCode;

    private Packing(Map<String, Integer> taken, int cartons, String carrierCode, String serviceCode) {
        this.taken = taken;
        this.cartons = cartons;
        this.carrierCode = carrierCode;
        this.serviceCode = serviceCode;
    }

    /** Everything in one carton, by UPS Ground. */
    public static Packing everything() {
        return new Packing(Map.of(), 1, "ups", "ups_ground");
    }

    /** Only so many pieces of a line, known by {@code external_order_item_id}, and of others that are taken too. */
    public Packing take(String line, int pieces) {
        if (pieces < 1) {
            throw new IllegalArgumentException("take at least one piece of " + line + ", not " + pieces);
        }
        Map<String, Integer> more = new LinkedHashMap<>(taken);
        more.put(line, pieces);
        return new Packing(more, cartons, carrierCode, serviceCode);
    }

    /** Into so many cartons, as far as there are pieces; one label with a tracking number for each carton. */
    public Packing cartons(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("goods need at least one carton, not " + number);
        }
        return new Packing(taken, number, carrierCode, serviceCode);
    }

    /** With another carrier. */
    public Packing by(String carrier, String service) {
        return new Packing(taken, cartons, carrier, service);
    }

    Map<String, Integer> taken() {
        return taken;
    }

    String carrierCode() {
        return carrierCode;
    }

    String serviceCode() {
        return serviceCode;
    }

    /** Deals the pieces out, one carton after the other. */
    List<List<ShipmentItem>> deal(List<ShipmentItem> items) {
        int pieces = items.stream().mapToInt(ShipmentItem::quantity).sum();
        int filled = Math.max(1, Math.min(cartons, pieces));
        List<List<ShipmentItem>> contents = new ArrayList<>();
        for (int carton = 0; carton < filled; carton++) {
            contents.add(new ArrayList<>());
        }
        int next = 0;
        for (ShipmentItem item : items) {
            int[] dealt = new int[filled];
            for (int piece = 0; piece < item.quantity(); piece++) {
                dealt[next++ % filled]++;
            }
            for (int carton = 0; carton < filled; carton++) {
                if (dealt[carton] > 0) {
                    contents.get(carton).add(item.withQuantity(dealt[carton]));
                }
            }
        }
        return contents;
    }
}
