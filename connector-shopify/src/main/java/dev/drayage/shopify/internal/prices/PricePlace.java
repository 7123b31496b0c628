package dev.drayage.shopify.internal.prices;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.api.Gid;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a fixed price stands: a variant in a list, both by number. Shopify gives the price no id of its own. Immutable.
 *
 * @param variant number of the variant
 * @param list number of the price list
 */
record PricePlace(String variant, String list) {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,20})@([0-9]{1,20})");

    /** The place that a record of the account names. */
    static Optional<PricePlace> of(RecordRef ref) {
        Matcher matcher = SHAPE.matcher(ref.id());
        return matcher.matches() ? Optional.of(new PricePlace(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    static PricePlace of(String variantGid, String listGid) {
        return new PricePlace(number(variantGid), number(listGid));
    }

    static String number(String gid) {
        return Gid.parse(gid).map(Gid::key).orElse(gid);
    }

    String variantGid() {
        return new Gid("ProductVariant", variant).toString();
    }

    String listGid() {
        return new Gid("PriceList", list).toString();
    }

    RecordRef ref(AccountId account) {
        return RecordRef.of(account, RecordType.LIST_PRICE, variant + "@" + list);
    }
}
