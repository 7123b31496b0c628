package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What people and targets say comes back as it was, whatever it holds, and is text that every database takes. */
final class KeptTextStoreTest {
    private static final String EDGES = "\u0000\u0001aZ~é\uD7FF\uD800\uDBFF\uDC00\uDFFF\uE000\uFFFE\uFFFF09f";

    @Test
    void any_text_comes_back_from_text_that_every_database_takes() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                text.append(EDGES.charAt(random.nextInt(EDGES.length())));
            }
            String kept = KeptText.encode(text.toString());
            assertThat(kept).doesNotContain("\u0000");
            assertThat(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(kept);
            assertThat(KeptText.decode(kept)).isEqualTo(text.toString());
        }
    }

    @Test
    void names_made_sortable_and_plain_text_stay_as_they_are() {
        String sortable = SortedText.encode("\u0000a\uD83D\uDE9A\uFFFF");
        assertThat(KeptText.encode(sortable)).isEqualTo(sortable);
        assertThat(KeptText.decode(sortable)).isEqualTo(sortable);
        assertThat(KeptText.encode("Größe 1 出 \uD83D\uDE9A")).isEqualTo("Größe 1 出 \uD83D\uDE9A");
    }

    @Test
    void what_an_earlier_version_wrote_is_read_as_it_stands() {
        assertThat(KeptText.decode("a\uFFFF")).isEqualTo("a\uFFFF");
        assertThat(KeptText.decode("a\uFFFFplain")).isEqualTo("a\uFFFFplain");
    }
}
