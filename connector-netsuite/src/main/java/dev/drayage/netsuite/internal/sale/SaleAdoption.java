package dev.drayage.netsuite.internal.sale;

import dev.drayage.call.CallContext;
import dev.drayage.model.SaleTransaction;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Recognises sales that stand in the account already: by the external id that is ours, then by the channel's order id, then
 * by purchase order number where the settings say so. Stateless but for its options.
 */
final class SaleAdoption<T extends SaleTransaction> {
    private final SaleFinder shelf;
    private final List<String> by;

    SaleAdoption(SaleFinder shelf, List<String> by) {
        this.shelf = shelf;
        this.by = by;
    }

    /** What stands there for each effect; more than one is for a person to sort out. */
    Map<EffectKey, List<SaleFinder.Standing>> find(
            Collection<Effect<T>> effects, Function<Effect<T>, String> externalId, CallContext call) {
        Map<EffectKey, List<SaleFinder.Standing>> found = new LinkedHashMap<>();
        Map<String, SaleFinder.Standing> ours =
                shelf.byExternalId(effects.stream().map(externalId).toList(), call);
        for (Effect<T> effect : effects) {
            SaleFinder.Standing standing = ours.get(externalId.apply(effect));
            if (standing != null) {
                found.put(effect.key(), List.of(standing));
            }
        }
        if (by.contains("channelOrderId")) {
            List<Effect<T>> rest = rest(effects, found);
            if (!rest.isEmpty()) {
                add(
                        found,
                        rest,
                        shelf.byChannelOrder(records(rest), call),
                        sale -> sale.ref().id());
            }
        }
        if (by.contains("otherRefNum")) {
            List<Effect<T>> rest = rest(effects, found);
            if (!rest.isEmpty()) {
                List<String> numbers =
                        records(rest).stream().map(SaleBody::reference).toList();
                add(found, rest, shelf.byReference(numbers, call), SaleBody::reference);
            }
        }
        return found;
    }

    /** Which others carry the channel's order id of a sale that stands there: somebody copied or typed it once more. */
    Map<EffectKey, List<SaleFinder.Standing>> besides(
            Collection<Effect<T>> effects, Map<EffectKey, List<SaleFinder.Standing>> standing, CallContext call) {
        List<Effect<T>> known = effects.stream()
                .filter(effect -> standing.getOrDefault(effect.key(), List.of()).size() == 1)
                .toList();
        if (known.isEmpty() || !by.contains("channelOrderId")) {
            return Map.of();
        }
        Map<EffectKey, List<SaleFinder.Standing>> besides = new LinkedHashMap<>();
        add(
                besides,
                known,
                shelf.byChannelOrder(records(known), call),
                sale -> sale.ref().id());
        besides.replaceAll((key, all) -> all.stream()
                .filter(other -> standing.getOrDefault(key, List.of()).stream()
                        .noneMatch(ours -> ours.id().equals(other.id())))
                .toList());
        return besides;
    }

    private void add(
            Map<EffectKey, List<SaleFinder.Standing>> found,
            List<Effect<T>> effects,
            Map<String, List<SaleFinder.Standing>> matches,
            Function<T, String> name) {
        for (Effect<T> effect : effects) {
            List<SaleFinder.Standing> standing = matches.get(name.apply(effect.record()));
            if (standing != null) {
                found.put(effect.key(), standing);
            }
        }
    }

    private static <T extends SaleTransaction> List<Effect<T>> rest(
            Collection<Effect<T>> effects, Map<EffectKey, ?> found) {
        return effects.stream()
                .filter(effect -> !found.containsKey(effect.key()))
                .toList();
    }

    private static <T extends SaleTransaction> List<T> records(List<Effect<T>> effects) {
        List<T> records = new ArrayList<>();
        effects.forEach(effect -> records.add(effect.record()));
        return records;
    }
}
