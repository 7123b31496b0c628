package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Names as kept sort alike by code units, by code points and by bytes of UTF-8. */
final class SortedTextStoreTest {
    private static final String EDGES = "\u0000\u0001\u0002aZ~é\uD7FE\uD7FF\uD800\uDBFF\uDC00\uDFFF\uE000\uFFFE\uFFFF";

    private static String random(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append(EDGES.charAt(random.nextInt(EDGES.length())));
        }
        return text.toString();
    }

    @Test
    void any_text_comes_back_and_keeps_its_place() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            String one = random(random);
            String other = random(random);
            String keptOne = SortedText.encode(one);
            String keptOther = SortedText.encode(other);
            int order = Integer.signum(one.compareTo(other));
            assertThat(SortedText.decode(keptOne)).isEqualTo(one);
            assertThat(Integer.signum(keptOne.compareTo(keptOther))).isEqualTo(order);
            assertThat(Integer.signum(Arrays.compareUnsigned(utf8(keptOne), utf8(keptOther))))
                    .isEqualTo(order);
            assertThat(new String(utf8(keptOne), StandardCharsets.UTF_8)).isEqualTo(keptOne);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void plain_names_stay_as_they_are() {
        assertThat(SortedText.encode("shopify:acme/SalesOrder/Größe 1 出"))
                .isEqualTo("shopify:acme/SalesOrder/Größe 1 出");
    }
}
