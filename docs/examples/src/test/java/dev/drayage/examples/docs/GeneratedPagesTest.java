package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.amazon.AmazonSettings;
import dev.drayage.error.ErrorCode;
import dev.drayage.settings.Setting;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.threepl.ShipStationSettings;
import dev.drayage.threepl.WarehouseFilesSettings;
import dev.drayage.threepl.WarehouseX12Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Pages that are made from the code. With {@code -Ddocs.write=true} they are rewritten. */
class GeneratedPagesTest {
    private static final String MADE =
            "<!-- Made from the code by GeneratedPagesTest; -Ddocs.write=true rewrites it. -->\n";

    @Test
    void errors() throws IOException {
        StringBuilder page = new StringBuilder(MADE + """
                # Errors

                Every failure has one of these codes. The names are stable, so alarms may be built on them. A message names the
                record in the words of its own system; the code says what to do about it.

                The kind of a code says what it means for the run:

                """);
        for (ErrorCode.Kind kind : ErrorCode.Kind.values()) {
            page.append("- [")
                    .append(kind)
                    .append("](#")
                    .append(anchor(kind))
                    .append("): ")
                    .append(meaning(kind))
                    .append('\n');
        }
        for (ErrorCode.Kind kind : ErrorCode.Kind.values()) {
            page.append("\n## ")
                    .append(kind)
                    .append("\n\n")
                    .append(sentence(meaning(kind)))
                    .append("\n\n");
            page.append("| code | cause | remedy |\n|---|---|---|\n");
            Arrays.stream(ErrorCode.values())
                    .filter(code -> code.kind() == kind)
                    .forEach(code -> row(page, "`" + code + "`", code.cause(), code.remedy()));
        }
        compare("docs/errors.md", page.toString());
    }

    @Test
    void settings_of_amazon() throws IOException {
        compare("docs/settings-amazon.md", settings("amazon", AmazonSettings.schema(), "amazon.md"));
    }

    @Test
    void settings_of_warehouse_files() throws IOException {
        compare(
                "docs/settings-warehouse-files.md",
                settings("warehouse-files", WarehouseFilesSettings.SCHEMA, "3pl.md"));
    }

    @Test
    void settings_of_warehouse_x12() throws IOException {
        compare("docs/settings-warehouse-x12.md", settings("warehouse-x12", WarehouseX12Settings.SCHEMA, "3pl.md"));
    }

    @Test
    void settings_of_shipstation() throws IOException {
        compare("docs/settings-shipstation.md", settings("shipstation", ShipStationSettings.SCHEMA, "3pl.md"));
    }

    @Test
    void settings_of_shopify() throws IOException {
        compare("docs/settings-shopify.md", settings("shopify", ShopifySettings.schema(), "shopify.md"));
    }

    /** The reference page of a schema. */
    static String settings(String kind, SettingsSchema schema, String guide) {
        StringBuilder page = new StringBuilder(MADE + "# Settings: " + schema.title() + "\n\n"
                + "Kind `" + kind + "`; see the [guide](" + guide
                + "). Faults of all settings are told at once when the"
                + " account is opened,\nan unknown name with the nearest known one. A secret is the text itself, `env:NAME`"
                + " or `file:/path`; the latter two are\nread again each time the secret is needed.\n\n"
                + "| setting | type | default | meaning |\n|---|---|---|---|\n");
        for (Setting<?> setting : schema.settings()) {
            row(
                    page,
                    "`" + setting.name() + "`",
                    setting.type(),
                    setting.required()
                            ? "**must be given**"
                            : setting.fallback()
                                    .filter(text -> !text.isEmpty())
                                    .map(text -> "`" + text + "`")
                                    .orElse(""),
                    setting.help());
        }
        return page.toString();
    }

    /** Compares a page with what the code makes, or writes it. */
    static void compare(String name, String made) throws IOException {
        Path page = Manual.root().resolve(name);
        if (Manual.write()) {
            Files.writeString(page, made);
        }
        assertThat(Manual.read(page))
                .as("%s; -Ddocs.write=true brings it up to date", name)
                .isEqualTo(made);
    }

    private static void row(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        page.append("|\n");
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String anchor(ErrorCode.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String meaning(ErrorCode.Kind kind) {
        return switch (kind) {
            case AUTHORISATION ->
                "the run ends as `NEEDS_REAUTHORISATION` with an alarm, nothing is parked. The sync tries again after half an"
                        + " hour, or at once after `resume()`.";
            case STORE -> "the run ends as `FAILED`, nothing is parked, the next run goes on where it stopped";
            case OUTAGE ->
                "the run ends as `OUTAGE` (`CANCELLED` if the host asked), nothing is parked, the next run goes on where it"
                        + " stopped.";
            case IN_DOUBT ->
                "one write ended unclearly. The target is read before anything is sent again; until that is settled the"
                        + " record counts as open and its lane waits.";
            case CONFIGURATION ->
                "the set-up is wrong. The record is parked with an alarm, or, for `SETTINGS_INVALID`, the account is not"
                        + " opened.";
            case RECORD -> "one record is parked with an alarm, all others go on.";
            case WAITING -> "one record is deferred and looked at again by itself.";
            case NOTE -> "nothing is wrong. It is kept with the effect, for whoever asks for the record's journey.";
        };
    }
}
