package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.contract.domain.Note;
import dev.plinth.contract.domain.Specimen;
import dev.plinth.contract.domain.SpecimenRecord;
import dev.plinth.contract.domain.Status;
import dev.plinth.error.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that goes in comes out equal, or is refused before anything is sent. */
public abstract class BasicTypesContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Specimen.class, SpecimenRecord.class, Note.class);
    }

    private static void assertSame(Specimen actual, Specimen expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(expected);
    }

    private static Stream<Specimen> specimens() {
        return Stream.of(
                Specimens.bare(1), Specimens.ordinary(2), Specimens.smallest(3), Specimens.greatest(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void aClassComesOutEqual(Specimen specimen) {
        insert(specimen);
        assertSame(stored(Specimen.class, specimen.id), specimen);
    }

    @Test
    void aUriThatDiffersInCaseOnlyIsAChange() {
        Specimen specimen = Specimens.bare(1);
        specimen.uri = URI.create("http://example.org/a");
        insert(specimen);
        URI changed = URI.create("HTTP://Example.org/a");
        plinth().transact(uow -> uow.getById(Specimen.class, 1L).uri = changed);
        assertThat(present(stored(Specimen.class, 1L).uri)).hasToString(changed.toString());
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void aRecordComesOutEqual(Specimen specimen) {
        insert(SpecimenRecord.of(specimen));
        assertSame(stored(SpecimenRecord.class, specimen.id).toClass(), specimen);
    }

    @Test
    void everyPropertyCanBeChanged() {
        insert(Specimens.ordinary(1));
        Specimen other = Specimens.greatest(1);
        plinth().transact(uow -> uow.update(Specimens.greatest(1)));
        assertSame(stored(Specimen.class, 1L), other);
    }

    @Test
    void everyPropertyCanBecomeNullAndBack() {
        insert(Specimens.ordinary(1));
        plinth().transact(uow -> uow.update(Specimens.bare(1)));
        assertSame(stored(Specimen.class, 1L), Specimens.bare(1));
        plinth().transact(uow -> uow.update(Specimens.ordinary(1)));
        assertSame(stored(Specimen.class, 1L), Specimens.ordinary(1));
    }

    /** Values that a database may be unable to hold: then it says so before anything is sent. */
    private static Stream<Arguments> extremes() {
        return Stream.of(
                extreme("NUL in a text", s -> s.text = "a\0b"),
                extreme("a text of one NUL", s -> s.text = "\0"),
                extreme("half of a surrogate pair", s -> s.text = "a\uD83Db"),
                extreme("NUL as a character", s -> s.letter = '\0'),
                extreme("the last character", s -> s.letter = '\uFFFF'),
                extreme("a surrogate as a character", s -> s.letter = '\uD800'),
                extreme("positive infinity", s -> s.twice = Double.POSITIVE_INFINITY),
                extreme("negative infinity", s -> s.single = Float.NEGATIVE_INFINITY),
                extreme("the first date", s -> s.date = LocalDate.MIN),
                extreme("the last date", s -> s.date = LocalDate.MAX),
                extreme("a date before Christ", s -> s.date = LocalDate.of(-44, 3, 15)),
                extreme("the first instant", s -> s.instant = Instant.MIN),
                extreme("the last instant", s -> s.instant = Instant.MAX),
                extreme("the shortest duration", s -> s.duration = Duration.ofSeconds(Long.MIN_VALUE)),
                extreme("the longest duration", s -> s.duration = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
                extreme("the first year", s -> s.year = Year.of(Year.MIN_VALUE)),
                extreme("the last year", s -> s.year = Year.of(Year.MAX_VALUE)),
                extreme("a URI with Unicode", s -> s.uri = URI.create("http://exämple.org/\uD83D\uDE00")));
    }

    private static Arguments extreme(String name, Consumer<Specimen> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("extremes")
    void anExtremeComesOutEqualOrIsRefused(String name, Consumer<Specimen> change) {
        Specimen specimen = Specimens.ordinary(1);
        change.accept(specimen);
        try {
            insert(specimen);
        } catch (InvalidValueException e) {
            assertThat(e).satisfies(Errors.hasCode(e.errorCode())).hasMessageContaining("Specimen");
            assertThat(store().takeWrites()).isEmpty();
            return;
        }
        assertSame(stored(Specimen.class, 1L), specimen);
    }

    @Test
    void aMegabyteOfTextComesOutEqual() {
        Note note = new Note(1L, "large");
        String text = "0123456789abcde\u00e9".repeat(65_536);
        note.setText(text);
        insert(note);
        assertThat(text.equals(stored(Note.class, 1L).getText())).isTrue();
    }

    @Test
    void aMegabyteOfBytesComesOutEqual() {
        byte[] scan = new byte[1 << 20];
        new Random(7).nextBytes(scan);
        Note note = new Note(1L, "large");
        note.setScan(scan);
        insert(note);
        assertThat(stored(Note.class, 1L).getScan()).isEqualTo(scan);
    }

    @Test
    void negativeZeroIsZero() {
        Specimen specimen = Specimens.ordinary(1);
        specimen.twice = -0.0;
        specimen.single = -0.0f;
        insert(specimen);
        Specimen stored = stored(Specimen.class, 1L);
        assertThat(stored.twice == 0.0).isTrue();
        assertThat(stored.single == 0.0f).isTrue();
        assertThat(cost(() -> plinth().transact(uow -> uow.getById(Specimen.class, 1L).twice = 0.0))
                        .updates())
                .isZero();
    }

    @Test
    void theNamesOfEnumsSurviveAChangeOfOrder() {
        insert(Specimens.ordinary(1));
        store().takeWrites();
        plinth().transact(uow -> uow.getById(Specimen.class, 1L).status = Status.NEW);
        assertThat(store().takeWrites().get(0).changes().get(0).after()).contains("NEW");
    }

    @Test
    void manyRandomValuesComeOutEqual() {
        Random random = new Random(42);
        Specimen[] all = new Specimen[200];
        for (int i = 0; i < all.length; i++) {
            all[i] = random(random, i);
        }
        insert((Object[]) all);
        plinth().read(uow -> {
            for (Specimen each : all) {
                assertSame(uow.getById(Specimen.class, each.id), each);
            }
        });
    }

    private static Specimen random(Random random, long id) {
        Specimen s = Specimens.ordinary(id);
        s.medium = random.nextInt();
        s.large = random.nextLong();
        s.twice = random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30);
        s.single = (float) random.nextGaussian();
        s.decimal = new BigDecimal(new BigInteger(45, random), random.nextInt(7));
        s.integer = new BigInteger(90, random).negate();
        s.uuid = new UUID(random.nextLong(), random.nextLong());
        s.text = random.ints(random.nextInt(30), 1, 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        s.date = LocalDate.ofEpochDay(random.nextInt(1_000_000) - 500_000);
        s.instant = Instant.ofEpochMilli(random.nextLong() % 60_000_000_000_000L);
        s.duration = Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
        return s;
    }
}
