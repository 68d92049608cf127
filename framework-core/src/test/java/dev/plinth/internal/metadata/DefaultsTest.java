package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.contract.domain.Address;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.ValueType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {
    @ParameterizedTest
    @CsvSource({
        "id, id",
        "createdAt, created_at",
        "OrderLine, order_line",
        "URLName, url_name",
        "aURL, a_url",
        "address2, address2",
        "line2Text, line2_text",
        "already_snake, already_snake",
        "Mixed_Case, mixed_case"
    })
    void namesAreSnakeCase(String java, String database) {
        assertThat(Names.snake(java)).isEqualTo(database);
    }

    @Test
    void derivedNamesThatAreTooLongAreCutTheSameWayEachTime() {
        String name = "uk_" + "long_".repeat(20);

        assertThat(Names.shorten(name)).hasSize(63).startsWith("uk_long_").isEqualTo(Names.shorten(name));
        assertThat(Names.shorten(name)).isNotEqualTo(Names.shorten(name + "x"));
        assertThat(Names.shorten("short")).isEqualTo("short");
    }

    @Entity
    record Everything(
            @Id long id,
            boolean aBoolean,
            Boolean boxedBoolean,
            byte aByte,
            short aShort,
            int anInt,
            Integer boxedInt,
            float aFloat,
            double aDouble,
            char aChar,
            String text,
            BigDecimal decimal,
            BigInteger bigInteger,
            UUID uuid,
            byte[] bytes,
            @Lob byte[] largeBytes,
            LocalDate localDate,
            LocalTime localTime,
            LocalDateTime localDateTime,
            Instant instant,
            OffsetDateTime offsetDateTime,
            Duration duration,
            Year year,
            URI uri) {}

    @Test
    void everyBasicTypeHasAColumn() {
        assertThat(read(Everything.class).columns())
                .extracting(DefaultsTest::describe)
                .containsExactly(
                        "id LONG not null",
                        "a_boolean BOOLEAN not null",
                        "boxed_boolean BOOLEAN",
                        "a_byte BYTE not null",
                        "a_short SHORT not null",
                        "an_int INT not null",
                        "boxed_int INT",
                        "a_float FLOAT not null",
                        "a_double DOUBLE not null",
                        "a_char CHAR not null",
                        "text STRING(255)",
                        "decimal DECIMAL(38,2)",
                        "big_integer BIG_INTEGER(38,0)",
                        "uuid UUID",
                        "bytes BYTES(255)",
                        "large_bytes BYTES(2147483647)",
                        "local_date LOCAL_DATE",
                        "local_time LOCAL_TIME",
                        "local_date_time LOCAL_DATE_TIME",
                        "instant INSTANT",
                        "offset_date_time OFFSET_DATE_TIME",
                        "duration DURATION",
                        "year YEAR",
                        "uri URI(255)");
    }

    private static String describe(ColumnModel c) {
        return c.name() + " " + c.type()
                + (c.length() > 0 ? "(" + c.length() + ")" : "")
                + (c.precision() > 0 ? "(" + c.precision() + "," + c.scale() + ")" : "")
                + (c.nullable() ? "" : " not null");
    }

    @Embeddable
    record Size(int width, @Column(nullable = false) Integer height) {}

    @Embeddable
    record Key(String country, int number) {}

    @Entity
    record Parcel(
            @EmbeddedId Key key,
            @Embedded Size size,
            @ElementCollection Collection<Size> parts,

            @ElementCollection
            @CollectionTable(
                    joinColumns = {
                        @JoinColumn(name = "no", referencedColumnName = "number"),
                        @JoinColumn(referencedColumnName = "country")
                    })
            List<String> lineNotes) {}

    @Test
    void aPrimitiveOfAnEmbeddableThatMayBeNullIsNullable() {
        EntityModel parcel = read(Parcel.class);

        assertThat(parcel.columns())
                .extracting(DefaultsTest::describe)
                .containsExactly(
                        "country STRING(255) not null", "number INT not null", "width INT", "height INT not null");
        assertThat(parcel.collections().get(0).columns())
                .extracting(DefaultsTest::describe)
                .containsExactly("width INT not null", "height INT not null");
    }

    @Test
    void aCollectionHasATableThatRefersToEachIdColumn() {
        EntityModel parcel = read(Parcel.class);
        CollectionModel parts = parcel.collections().get(0);
        CollectionModel notes = parcel.collections().get(1);

        assertThat(parts.table().name()).isEqualTo("parcel_parts");
        assertThat(parts.ownerColumns()).containsExactly("parcel_country", "parcel_number");
        assertThat(parts.kind()).isEqualTo(CollectionModel.Kind.LIST);
        assertThat(parts.orderColumn()).isEqualTo("parts_order");
        assertThat(parts.isBasic()).isFalse();
        assertThat(notes.ownerColumns()).containsExactly("parcel_country", "no");
        assertThat(notes.name()).isEqualTo("line_notes");
        assertThat(notes.isBasic()).isTrue();
        assertThat(notes.columns().get(0).name()).isEqualTo("line_notes");
        assertThat(notes.columns().get(0).nullable()).isFalse();
    }

    @Entity
    record AutoUuid(@Id @GeneratedValue UUID id) {}

    @Entity
    record AutoNumber(@Id @GeneratedValue int id) {}

    @Test
    void autoMeansUuidOrSequence() {
        assertThat(read(AutoUuid.class).id().generation()).isEqualTo(new Generation.Uuid());
        assertThat(read(AutoNumber.class).id().generation())
                .isEqualTo(
                        new Generation.Sequence(new dev.plinth.model.TableName(null, null, "auto_number_seq"), 1, 50));
        assertThat(read(AutoNumber.class).id().columns().get(0).type()).isEqualTo(ValueType.INT);
    }

    @Test
    void theDomainOfTheContractsIsAGoodModel() throws Exception {
        java.nio.file.Path folder = java.nio.file.Path.of(
                        Address.class.getResource("Address.class").toURI())
                .getParent();
        List<Class<?>> types;
        try (var files = java.nio.file.Files.list(folder)) {
            types = files.map(f -> f.getFileName().toString())
                    .filter(name -> name.matches("[A-Z]\\w+\\.class"))
                    .<Class<?>>map(name -> load(Address.class.getPackageName() + "." + name.replace(".class", "")))
                    .filter(type -> type.isAnnotationPresent(Entity.class))
                    // reads another entity's table, in a model of its own
                    .filter(type -> type != dev.plinth.contract.domain.CurrencyView.class)
                    // mapped wrongly on purpose
                    .filter(type -> type != dev.plinth.contract.domain.Misfit.class)
                    // is a model of its own with the entities within it
                    .filter(type -> Arrays.stream(type.getDeclaredClasses())
                            .noneMatch(each -> each.isAnnotationPresent(Entity.class)))
                    .toList();
        }
        assertThat(types).hasSizeGreaterThan(5);
        assertThat(ModelReader.read(types, List.of()).problems()).isEmpty();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static EntityModel read(Class<?> type) {
        ModelReader.Result result = ModelReader.read(List.of(type), List.of());
        assertThat(result.problems()).isEmpty();
        return result.model().find(type).orElseThrow();
    }
}
