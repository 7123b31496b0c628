package dev.drayage.netsuite.internal.sale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.Address;
import dev.drayage.netsuite.internal.record.RecordClient;
import java.util.List;
import java.util.Optional;

/** An address as NetSuite's address subrecord: three street lines at most. Stateless. */
public final class SaleAddress {
    private SaleAddress() {}

    /** The subrecord, to be put into a body made like {@code any}. */
    public static ObjectNode of(Address address, ObjectNode any) {
        ObjectNode block = any.objectNode();
        Optional<String> addressee = address.company().or(address::name);
        addressee.ifPresent(name -> block.put("addressee", name));
        if (address.company().isPresent()) {
            address.name().ifPresent(name -> block.put("attention", name));
        }
        List<String> lines = address.lines();
        for (int i = 0; i < Math.min(2, lines.size()); i++) {
            block.put("addr" + (i + 1), lines.get(i));
        }
        if (lines.size() > 2) {
            block.put("addr3", String.join(", ", lines.subList(2, lines.size())));
        }
        address.city().ifPresent(city -> block.put("city", city));
        address.region().ifPresent(region -> block.put("state", region));
        address.postalCode().ifPresent(code -> block.put("zip", code));
        block.set("country", RecordClient.reference(block, address.countryCode()));
        address.phone().ifPresent(phone -> block.put("addrPhone", phone));
        return block;
    }
}
