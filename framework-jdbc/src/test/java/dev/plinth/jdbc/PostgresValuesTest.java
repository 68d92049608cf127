package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.byIds;
import static dev.plinth.jdbc.Rows.find;
import static dev.plinth.jdbc.Rows.insert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Condition;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ValueType;
import dev.plinth.model.Values;
import dev.plinth.specification.MatchKind;
import dev.plinth.specification.Operator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values on PostgreSQL: those it holds, and those that it is not sent. */
final class PostgresValuesTest extends ValuesOnEngine {
    @Override
    Store store(EntityModel... entities) {
        return Postgres.store(entities);
    }

    private static EntityModel thing(ValueType type) {
        return Entities.named("Thing", "thing")
                .with("id", ValueType.INT)
                .withNullable("value", type)
                .build();
    }

    static Stream<Arguments> limits() {
        LocalDateTime last = LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000);
        LocalDateTime first = LocalDate.of(-4712, 1, 1).atStartOfDay();
        return Stream.of(
                Arguments.of(ValueType.LOCAL_DATE, LocalDate.of(-4712, 1, 1), LocalDate.of(5_874_897, 12, 31)),
                Arguments.of(ValueType.LOCAL_DATE_TIME, first, last),
                Arguments.of(ValueType.INSTANT, first.toInstant(ZoneOffset.UTC), last.toInstant(ZoneOffset.UTC)),
                Arguments.of(
                        ValueType.OFFSET_DATE_TIME,
                        first.atOffset(ZoneOffset.UTC).withOffsetSameInstant(ZoneOffset.ofHours(-9)),
                        last.atOffset(ZoneOffset.UTC).withOffsetSameInstant(ZoneOffset.MAX)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Vienna", "America/St_Johns"})
    void leapDaysBeforeChristAreRead(String zone) {
        LocalDateTime leap = LocalDateTime.of(-4, 2, 29, 23, 30, 0, 120_000_000);
        EntityModel entity = Entities.named("Thing", "thing")
                .with("id", ValueType.INT)
                .with("date", ValueType.LOCAL_DATE)
                .with("time", ValueType.LOCAL_DATE_TIME)
                .with("instant", ValueType.INSTANT)
                .with("moment", ValueType.OFFSET_DATE_TIME)
                .build();
        String url = Postgres.url();
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (Store store = H2.prepared(Postgres.backend(url).connect((kind, rows, batched) -> {}), entity);
                StoreSession session = store.open(false)) {
            Object[] row = {
                1, leap.toLocalDate(), leap, leap.toInstant(ZoneOffset.UTC), leap.atOffset(ZoneOffset.ofHours(3))
            };
            insert(session, entity, row);
            assertThat(byIds(session, entity, 1).get(0)).isEqualTo(row);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static Object shifted(Object time, int direction) {
        return time instanceof LocalDate date
                ? date.plusDays(direction)
                : ((java.time.temporal.Temporal) time).plus(direction, ChronoUnit.MICROS);
    }

    private static Object farthest(ValueType type, boolean last) {
        return switch (type) {
            case LOCAL_DATE -> last ? LocalDate.MAX : LocalDate.MIN;
            case LOCAL_DATE_TIME -> last ? LocalDateTime.MAX : LocalDateTime.MIN;
            case INSTANT -> last ? Instant.MAX : Instant.MIN;
            default -> last ? OffsetDateTime.MAX : OffsetDateTime.MIN;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void theFirstAndTheLastTimeAreHeldAndTheNextAreRefused(ValueType type, Object first, Object last) {
        EntityModel entity = thing(type);
        ColumnModel column = entity.columns().get(1);
        try (Store store = store(entity);
                StoreSession session = store.open(false)) {
            Store.ValueCheck check = Objects.requireNonNull(store.check(column));
            assertThat(check.refusal(first)).isNull();
            assertThat(check.refusal(last)).isNull();
            assertThat(check.refusal(shifted(first, -1))).contains("-4712-01-01", "PostgreSQL");
            assertThat(check.refusal(shifted(last, 1))).isNotNull();
            insert(session, entity, new Object[] {1, first}, new Object[] {2, last}, new Object[] {3, null});
            assertThat(byIds(session, entity, 1).get(0)[1]).isEqualTo(first);
            assertThat(byIds(session, entity, 2).get(0)[1]).isEqualTo(last);
            for (Object below : List.of(farthest(type, false), shifted(first, -1))) {
                assertThat(ids(session, entity, Operator.LESS, below)).isEmpty();
                assertThat(ids(session, entity, Operator.GREATER, below)).containsExactly(1, 2);
            }
            for (Object above : List.of(farthest(type, true), shifted(last, 1))) {
                assertThat(ids(session, entity, Operator.GREATER_OR_EQUAL, above))
                        .isEmpty();
                assertThat(ids(session, entity, Operator.LESS_OR_EQUAL, above)).containsExactly(1, 2);
            }
        }
    }

    private static List<Object> ids(StoreSession session, EntityModel entity, Operator operator, Object value) {
        Condition condition = new Condition.Compare(entity.columns().get(1), operator, value);
        SortKey byId = new SortKey(entity.columns().get(0), false, false);
        return find(session, entity, condition, byId).stream()
                .map(row -> row[0])
                .toList();
    }

    @Test
    void nulIsRefusedAndComparedAsTheSmallestCharacter() {
        try (Store store = store()) {
            for (ValueType type : List.of(ValueType.STRING, ValueType.CHAR, ValueType.URI)) {
                Store.ValueCheck check = Objects.requireNonNull(store.check(Entities.column(0, "x", type, true)));
                assertThat(check.refusal("a\0b")).contains("NUL");
                assertThat(check.floor("a\0b")).isEqualTo("a");
                assertThat(check.floor("\0")).isEqualTo("");
                assertThat(check.floor('\0')).isNull();
            }
        }
    }

    @Test
    void infinitiesOfOtherProgramsCanBeRead() {
        List<ValueType> types =
                List.of(ValueType.LOCAL_DATE, ValueType.LOCAL_DATE_TIME, ValueType.INSTANT, ValueType.OFFSET_DATE_TIME);
        Entities things = Entities.named("Thing", "thing").with("id", ValueType.INT);
        types.forEach(type -> things.withNullable(type.name().toLowerCase(java.util.Locale.ROOT), type));
        EntityModel entity = things.build();
        String url = Postgres.url();
        try (Store store = H2.prepared(Postgres.backend(url).connect((kind, rows, batched) -> {}), entity);
                StoreSession session = store.open(true)) {
            String columns = "(id, local_date, local_date_time, instant, offset_date_time)";
            Postgres.execute(
                    url,
                    "insert into thing " + columns + " values (1, 'infinity', 'infinity', 'infinity', 'infinity')");
            Postgres.execute(
                    url,
                    "insert into thing " + columns + " values (2, '-infinity', '-infinity', '-infinity', '-infinity')");
            Postgres.execute(url, "insert into thing (id, offset_date_time) values (3, '2020-01-01 12:00:00+02')");
            for (int i = 1; i <= types.size(); i++) {
                assertThat(byIds(session, entity, 1).get(0)[i]).isEqualTo(farthest(types.get(i - 1), true));
                assertThat(byIds(session, entity, 2).get(0)[i]).isEqualTo(farthest(types.get(i - 1), false));
            }
            assertThat(byIds(session, entity, 3).get(0)[4]).isEqualTo(OffsetDateTime.parse("2020-01-01T10:00:00Z"));
        }
    }

    @Test
    void offsetsAreKeptInElementsTooAndInstantsAreCompared() {
        OffsetDateTime inVienna = OffsetDateTime.parse("2020-01-01T12:00:00+01:00");
        OffsetDateTime inLondon = inVienna.withOffsetSameInstant(ZoneOffset.UTC);
        EntityModel trip = Entities.named("Trip", "trip")
                .with("id", ValueType.INT)
                .elements("stops", CollectionModel.Kind.LIST, "pos", stop())
                .elements("seen", CollectionModel.Kind.SET, null, stop())
                .build();
        try (Store store = store(trip);
                StoreSession session = store.open(false)) {
            Object[] before = Rows.row(1, Rows.elements(inVienna, null), Rows.elements(inVienna, inLondon.plusDays(1)));
            insert(session, trip, before);
            assertThat(stops(session, trip, 0)).containsExactly(inVienna, null);
            Object[] after = Rows.row(1, Rows.elements(inLondon, inVienna), Rows.elements(inLondon));
            Rows.update(session, trip, new dev.plinth.backend.Change(before, after));
            assertThat(stops(session, trip, 0)).containsExactly(inLondon, inVienna);
            assertThat(stops(session, trip, 1)).containsExactly(inLondon);
            Condition atNoon = new Condition.Compare(stop(), Operator.EQUAL, inVienna);
            assertThat(Rows.count(
                            session, trip, new Condition.Any(trip.collections().get(1), atNoon)))
                    .isEqualTo(1);
        }
    }

    private static ColumnModel stop() {
        return Entities.column(0, "at", ValueType.OFFSET_DATE_TIME, true);
    }

    private static List<Object> stops(StoreSession session, EntityModel trip, int collection) {
        return Rows.values(byIds(session, trip, 1).get(0), trip.collections().get(collection));
    }

    /** All of Unicode that this JDK knows: each character is found by each that differs from it in case only. */
    @Test
    void caseIsIgnoredPerCodePoint() {
        EntityModel entity = thing(ValueType.STRING);
        ColumnModel column = entity.columns().get(1);
        List<Object[]> rows = new ArrayList<>();
        for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
            int folded = Character.toLowerCase(Character.toUpperCase(c));
            if (folded != c) {
                rows.add(new Object[] {c, Character.toString(c)});
            }
        }
        try (Store store = store(entity);
                StoreSession session = store.open(false)) {
            insert(session, entity, rows);
            for (String text : List.of("a", "\u00df", "\u03c3", "i", "k", "s", "\u01c6", "\u1e61", "\ud801\udc28")) {
                for (MatchKind kind : MatchKind.values()) {
                    assertThat(find(session, entity, new Condition.Match(column, kind, text, true)))
                            .extracting(row -> row[1])
                            .containsExactlyInAnyOrderElementsOf(sameWithoutCase(rows, text));
                }
            }
            List<Object[]> sorted = find(session, entity, Condition.ALWAYS, new SortKey(column, false, true));
            assertThat(sorted)
                    .extracting(row -> Values.foldCase((String) row[1]))
                    .isSortedAccordingTo(Values.CODE_POINT_ORDER);
        }
    }

    private static List<Object> sameWithoutCase(List<Object[]> rows, String text) {
        return rows.stream()
                .map(row -> row[1])
                .filter(each -> Values.foldCase((String) each).equals(text))
                .toList();
    }

    @Test
    void textIsOrderedByCodePointWhateverTheLocale() {
        EntityModel entity = thing(ValueType.STRING);
        @Nullable Object[] texts = {"", "B", "a", "b", "\u00e4", "\uffff", "\ud83d\ude00"};
        try (Store store = store(entity);
                StoreSession session = store.open(false)) {
            for (int i = 0; i < texts.length; i++) {
                insert(session, entity, new Object[] {-i, texts[i]});
            }
            SortKey byText = new SortKey(entity.columns().get(1), false, false);
            assertThat(find(session, entity, Condition.ALWAYS, byText))
                    .extracting(row -> row[1])
                    .isEqualTo(Arrays.asList(texts));
        }
    }
}
