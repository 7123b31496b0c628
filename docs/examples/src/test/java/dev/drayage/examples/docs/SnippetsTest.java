package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every Java block of the manual stands below {@code <!-- snippet: name -->} and equals the tagged region of that name;
 * every region is shown somewhere. With {@code -Ddocs.write=true} the blocks are rewritten.
 */
class SnippetsTest {
    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern MARKED =
            Pattern.compile("<!-- snippet: ([a-z0-9-]+) -->\\R```java\\R(.*?)```", Pattern.DOTALL);

    @Test
    void every_java_block_is_compiled_code() throws IOException {
        Map<String, Manual.Snippet> snippets = Manual.snippets();
        TreeSet<String> shown = new TreeSet<>();
        for (Path page : Manual.pages()) {
            String text = Manual.read(page);
            String rewritten = MARKED.matcher(text).replaceAll(block -> {
                String name = block.group(1);
                assertThat(snippets).as("regions, named in %s", page).containsKey(name);
                shown.add(name);
                return Matcher.quoteReplacement(
                        "<!-- snippet: " + name + " -->\n```java\n" + text(snippets, name) + "```");
            });
            assertThat(JAVA.matcher(text).results().count())
                    .as("Java blocks of %s that stand below a snippet's name", page)
                    .isEqualTo(MARKED.matcher(text).results().count());
            if (Manual.write()) {
                Files.writeString(page, rewritten);
            } else {
                assertThat(text)
                        .as("%s; -Ddocs.write=true brings it up to date", page)
                        .isEqualTo(rewritten);
            }
        }
        assertThat(shown)
                .as("regions that some page shows")
                .containsExactlyElementsOf(new TreeSet<>(snippets.keySet()));
    }

    @Test
    void every_page_links_to_the_files_that_hold_its_snippets_with_their_imports() throws IOException {
        Map<String, Manual.Snippet> snippets = Manual.snippets();
        for (Path page : Manual.pages()) {
            String text = Manual.read(page);
            for (MatchResult block : MARKED.matcher(text).results().toList()) {
                Path source = Optional.ofNullable(snippets.get(block.group(1)))
                        .map(Manual.Snippet::source)
                        .orElseThrow();
                Path folder = Optional.ofNullable(page.getParent()).orElseThrow();
                String link = folder.relativize(source).toString().replace('\\', '/');
                assertThat(text).as("links of %s", page).contains("](" + link + ")");
            }
        }
    }

    private static String text(Map<String, Manual.Snippet> snippets, String name) {
        return Optional.ofNullable(snippets.get(name)).map(Manual.Snippet::text).orElse("");
    }
}
