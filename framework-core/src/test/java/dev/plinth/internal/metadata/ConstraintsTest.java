package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.contract.domain.WordsConverter;
import dev.plinth.model.ColumnCheck;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What constraints of Jakarta Validation say of columns. */
class ConstraintsTest {
    interface Draft {}

    @Embeddable
    record Part(@NotNull @Size(max = 7) String text) {}

    @Entity
    record Wide(
            @Id long id,
            @NotNull String required,
            @NotBlank String filled,
            @NotEmpty byte[] content,
            @Size(min = 2, max = 9) String sized,
            @Size(max = 900) String longer,
            @Size(max = 900) @Column(length = 50) String cut,
            @Min(3) @Max(5) int bounded,
            @Max(300) byte beyond,
            @Positive BigDecimal price,

            @DecimalMin(value = "0.5", inclusive = false) @DecimalMax("9.5")
            BigDecimal rate,

            @DecimalMin("0.5") @NegativeOrZero Long rounded,
            @Min(1) double inexact,
            @Pattern(regexp = "[a-z]+") String lower,

            @Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE)
            String anyCase,

            @NotNull(groups = Draft.class) @Size(max = 3, groups = Draft.class)
            String drafted,

            @Convert(converter = WordsConverter.class) @Size(max = 3)
            List<String> converted,

            @Valid Part checked,

            @AttributeOverride(name = "text", column = @Column(name = "other"))
            Part unchecked) {}

    private static final EntityModel MODEL = ModelReader.read(List.of(Wide.class), List.of())
            .model()
            .find(Wide.class)
            .orElseThrow();

    private static ColumnModel column(String path) {
        return MODEL.columns().stream()
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nullIsRefusedWhereItIsNoValue() {
        assertThat(MODEL.columns())
                .filteredOn(c -> !c.nullable() && !c.domainType().isPrimitive())
                .extracting(ColumnModel::path)
                .containsExactly("required", "filled", "content");
        // the embeddable may be null as a whole
        assertThat(column("checked.text").nullable()).isTrue();
    }

    @Test
    void sizesAreLengths() {
        assertThat(column("sized").length()).isEqualTo(9);
        assertThat(column("longer").length()).isEqualTo(900);
        assertThat(column("cut").length()).isEqualTo(50);
        assertThat(column("required").length()).isEqualTo(255);
        assertThat(column("sized").checks()).containsExactly(new ColumnCheck.MinLength(2));
        assertThat(column("filled").checks()).containsExactly(new ColumnCheck.MinLength(1));
        assertThat(column("content").checks()).containsExactly(new ColumnCheck.MinLength(1));
    }

    @Test
    void boundsAreThoseOfTheColumnsType() {
        assertThat(column("bounded").checks())
                .containsExactly(new ColumnCheck.Min(3, true), new ColumnCheck.Max(5, true));
        assertThat(column("price").checks()).containsExactly(new ColumnCheck.Min(BigDecimal.ZERO, false));
        assertThat(column("rate").checks())
                .containsExactly(
                        new ColumnCheck.Min(new BigDecimal("0.5"), false),
                        new ColumnCheck.Max(new BigDecimal("9.5"), true));
        assertThat(column("beyond").checks()).isEmpty();
        assertThat(column("rounded").checks()).containsExactly(new ColumnCheck.Max(0L, true));
        assertThat(column("inexact").checks()).isEmpty();
    }

    @Test
    void patternsWithoutFlagsAreChecks() {
        assertThat(column("lower").checks()).containsExactly(new ColumnCheck.Pattern("[a-z]+"));
        assertThat(column("anyCase").checks()).isEmpty();
    }

    @Test
    void otherGroupsAndOtherValuesSayNothing() {
        assertThat(column("drafted").nullable()).isTrue();
        assertThat(column("drafted").length()).isEqualTo(255);
        assertThat(column("converted").length()).isEqualTo(255);
    }

    @Test
    void embeddablesCountWhereTheyAreValidated() {
        assertThat(column("checked.text").length()).isEqualTo(7);
        assertThat(column("unchecked.text").length()).isEqualTo(255);
    }

    @Test
    void withoutValidationNothingIsSaid() {
        EntityModel plain = ModelReader.read(List.of(Wide.class), List.of(), false, List.of(), null)
                .model()
                .find(Wide.class)
                .orElseThrow();
        assertThat(plain.columns()).allSatisfy(c -> assertThat(c.checks()).isEmpty());
        assertThat(plain.columns()).filteredOn(c -> !c.nullable()).hasSize(4);
    }
}
