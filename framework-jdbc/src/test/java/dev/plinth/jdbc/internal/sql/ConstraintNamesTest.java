package dev.plinth.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ConstraintNamesTest {
    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void aShortNameIsItsParts() {
        assertThat(ConstraintNames.of("fk", "order_lines", "owner")).isEqualTo("fk_order_lines_owner");
    }

    @Test
    void aLongNameKeepsItsStartAndIsToldApart() {
        String one = ConstraintNames.of("fk", "t".repeat(63), "owner");
        String other = ConstraintNames.of("fk", "t".repeat(62) + "u", "owner");
        assertThat(one).hasSize(63).startsWith("fk_ttt").isNotEqualTo(other);
        assertThat(ConstraintNames.of("fk", "t".repeat(63), "owner")).isEqualTo(one);
    }

    @Test
    void bytesAreCountedAndCharactersAreKeptWhole() {
        assertThat(bytes(ConstraintNames.of("fk", "\u00fc".repeat(40), "owner")))
                .isBetween(60, 63);
        String emoji = ConstraintNames.of("fk", "\ud83d\ude00".repeat(20), "owner");
        assertThat(bytes(emoji)).isBetween(60, 63);
        assertThat(new String(emoji.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(emoji);
    }

    @Test
    void aCheckIsNamedByWhatItDemands() {
        String one = ConstraintNames.check("light", "colour", "colour in ('RED')");
        assertThat(one)
                .startsWith(ConstraintNames.checkStart("light", "colour"))
                .matches("ck_light_colour_[0-9a-f]{8}")
                .isNotEqualTo(ConstraintNames.check("light", "colour", "colour in ('GREEN')"));
        String longer = ConstraintNames.check("l".repeat(60), "c".repeat(60), "x");
        assertThat(longer).hasSize(63).startsWith(ConstraintNames.checkStart("l".repeat(60), "c".repeat(60)));
    }
}
