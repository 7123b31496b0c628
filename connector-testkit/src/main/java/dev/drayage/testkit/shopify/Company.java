package dev.drayage.testkit.shopify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A business buyer. Changed under the shop's lock. */
public final class Company extends Entity {
    final List<CompanyLocation> locations = new ArrayList<>();
    final List<CompanyContact> contacts = new ArrayList<>();
    final long orderingRole;
    final long adminRole;
    String name;
    String note = "";
    Instant customerSince;

    @Nullable String externalId;

    Company(long number, Instant at, String name, @Nullable String externalId, long orderingRole, long adminRole) {
        super("Company", number, at);
        this.name = name;
        this.externalId = externalId;
        this.customerSince = at;
        this.orderingRole = orderingRole;
        this.adminRole = adminRole;
    }

    /** Name. */
    public String name() {
        return name;
    }

    /** External id, unique in the shop. */
    public Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }

    /** Note, empty for none. */
    public String note() {
        return note;
    }

    /** Its locations. */
    public List<CompanyLocation> locations() {
        return List.copyOf(locations);
    }

    /** Its people; the first is the main contact. */
    public List<CompanyContact> contacts() {
        return List.copyOf(contacts);
    }
}
