package dev.drayage.engine.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WiringTest {
    @Test
    void a_name_cannot_break_out_of_its_label() {
        assertThat(Wiring.escape("amazon:A1EX-na")).isEqualTo("amazon:A1EX-na");
        assertThat(Wiring.escape("a\"]; click b #quot; <b>|"))
                .isEqualTo("a#34;#93;#59; click b #35;quot#59; #60;b#62;#124;");
    }
}
