package dev.drayage.netsuite.internal.itemfulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageDescriptionTest {
    @Test
    void contents_are_read_back_as_they_were_written() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("1", new BigDecimal("2"));
        units.put("4", new BigDecimal("0.5"));
        assertThat(PackageDescription.of("CARTON-7", units)).isEqualTo("CARTON-7: Lines 1x2, 4x0.5");
        assertThat(PackageDescription.read("CARTON-7: Lines 1x2, 4x0.5")).hasValue(units);
        assertThat(PackageDescription.read(PackageDescription.of("", units))).hasValue(units);
    }

    @Test
    void what_people_type_is_no_contents() {
        for (String typed : List.of("", "Carton 1", "Lines", "Lines 1 x 2", "Lines 1x2 or so", "MyLines 1x2")) {
            assertThat(PackageDescription.read(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void numbers_typed_into_one_field_are_told_apart() {
        assertThat(PackageRow.numbers("1Z1, 1Z2<BR>1Z3 1Z1")).containsExactly("1Z1", "1Z2", "1Z3");
        assertThat(PackageRow.numbers("  ")).isEmpty();
    }
}
