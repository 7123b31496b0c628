package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.LineReference;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is agreed with a warehouse is set the same way whatever the format of its files. */
class FileWarehouseSettingsTest {
    private static <B extends FileWarehouseSettings.Builder<B>> B filled(B settings) {
        return settings.warehouse("W1").folder(Path.of("exchange")).zone(ZoneId.of("America/Chicago"));
    }

    static Stream<Named<FileWarehouseSettings.Builder<?>>> warehouses() {
        return Stream.of(
                Named.of("CSV", filled(WarehouseFilesSettings.builder())),
                Named.of("X12", filled(WarehouseX12Settings.builder()).parties(X12Envelope.US, X12Envelope.THEM)));
    }

    @ParameterizedTest
    @MethodSource("warehouses")
    void what_is_not_told_is_refused_or_kept_apart(FileWarehouseSettings.Builder<?> builder) {
        Settings settings = builder.build();
        assertThat(settings.get(FileWarehouseSettings.LINE_REFERENCE)).isEqualTo(LineReference.Kind.ERP_LINE);
        assertThat(settings.get(FileWarehouseSettings.LOTS)).isEqualTo(StockLots.APART);
        assertThat(settings.get(FileWarehouseSettings.TAKES_CHANGES)).isFalse();
        assertThat(settings.get(FileWarehouseSettings.TAKES_CANCELLATIONS)).isFalse();
        assertThat(settings.get(FileWarehouseSettings.SHIP_METHODS)).isEmpty();
        assertThat(settings.get(FileWarehouseSettings.UNIT)).isEqualTo("EA");
    }

    @ParameterizedTest
    @MethodSource("warehouses")
    void every_malformed_text_is_named_at_once_and_not_repeated(FileWarehouseSettings.Builder<?> builder) {
        Map<String, String> flat = new TreeMap<>(builder.toMap());
        flat.put(FileWarehouseSettings.SHIP_METHODS.name(), "Ground=a|b|c|d:e");
        flat.put(FileWarehouseSettings.LINE_STATUSES.name(), "XX=maybe");
        flat.put(FileWarehouseSettings.LOTS.name(), "heaped");
        assertThat(builder.schema().problems(flat))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).startsWith("shipMethods must "))
                .anySatisfy(problem -> assertThat(problem).startsWith("lineStatuses must "))
                .anySatisfy(problem -> assertThat(problem).startsWith("lots must "))
                .noneMatch(problem ->
                        problem.contains("a|b|c|d") || problem.contains("maybe") || problem.contains("heaped"));
    }

    @Test
    void settings_of_one_name_differ_in_their_help_at_most() {
        for (Setting<?> csv : WarehouseFilesSettings.SCHEMA.settings()) {
            WarehouseX12Settings.SCHEMA.settings().stream()
                    .filter(x12 -> x12.name().equals(csv.name()))
                    .forEach(x12 -> {
                        assertThat(x12.type()).as(csv.name()).isEqualTo(csv.type());
                        assertThat(x12.fallback()).as(csv.name()).isEqualTo(csv.fallback());
                        assertThat(x12.required()).as(csv.name()).isEqualTo(csv.required());
                    });
        }
    }
}
