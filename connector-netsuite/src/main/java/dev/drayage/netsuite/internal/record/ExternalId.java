package dev.drayage.netsuite.internal.record;

import dev.drayage.model.ContentDigest;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The external id of what an effect writes: channel, kind and the source's id, such as {@code AMAZON-A1EX-na-SO-111-222}.
 * NetSuite takes letters, digits, underscore and hyphen, and refuses an id that another record of the same group has, which
 * is what keeps a repeated write from doubling (guarantee G2). Where the readable form could not tell two effects apart, a
 * digest follows behind a double underscore. Stateless.
 */
public final class ExternalId {
    private static final int LONGEST = 90;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]");

    private ExternalId() {}

    /** The external id of an effect whose usual purpose is {@code usual}. */
    public static String of(EffectKey key, RecordKind kind, String usual) {
        RecordRef source = key.source();
        String system = source.account().system();
        String mark = "-" + kind.code() + "-";
        String plain = system.toUpperCase(Locale.ROOT) + "-" + source.account().id() + mark + source.id();
        boolean readable = key.purpose().equals(usual)
                && !UNSAFE.matcher(plain).find()
                && plain.length() <= LONGEST
                && system.indexOf('-') < 0
                && plain.indexOf(mark) == plain.lastIndexOf(mark)
                && !plain.contains("__");
        if (readable) {
            return plain;
        }
        String safe = UNSAFE.matcher(plain).replaceAll("_");
        String head = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
        return head + "__" + ContentDigest.of(key.toString(), kind.code()).substring(0, 16);
    }
}
