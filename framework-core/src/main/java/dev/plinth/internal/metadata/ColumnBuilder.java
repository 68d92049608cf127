package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.ColumnCheck;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueConverter;
import dev.plinth.model.ValueType;
import jakarta.persistence.EnumType;
import jakarta.persistence.EnumeratedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a single value: how it is stored and what its column is like. */
final class ColumnBuilder {
    private static final int GREATEST_PRECISION = 38;
    private static final int DEFAULT_SCALE = 2;

    private final AttributeConverters converters;
    private final Problems problems;

    ColumnBuilder(AttributeConverters converters, Problems problems) {
        this.converters = converters;
        this.problems = problems;
    }

    DriverTypes driverTypes() {
        return converters.driverTypes();
    }

    JsonColumns json() {
        return converters.json();
    }

    /** What a value is stored as. */
    record Storage(ValueType type, @Nullable ValueConverter converter) {}

    /**
     * What the column is, apart from its value.
     *
     * @param position its place
     * @param path the property's path
     * @param defaultName its name where none is said
     * @param neverNull whether its place makes it not null: an id, a version, an element
     * @param mayBeAbsent whether it belongs to an object that may be null as a whole
     * @param constraints what is validated of it before it is written
     */
    record Place(
            int position,
            String path,
            String defaultName,
            boolean neverNull,
            boolean mayBeAbsent,
            Constraints constraints) {}

    Optional<ColumnModel> build(
            Site site, Class<?> domain, Declaration.Value value, Declaration.Column said, Place place) {
        return storage(site, domain, value, place.path())
                .map(storage -> column(site, domain, value, said, place, storage));
    }

    private ColumnModel column(
            Site site,
            Class<?> domain,
            Declaration.Value value,
            Declaration.Column said,
            Place place,
            Storage storage) {
        ValueType type = storage.type();
        checkAttributes(site, said, value, type);
        if (storage.converter() instanceof EnumConverter.ByName && !value.large()) {
            checkLongestName(site, domain, said.length());
        }
        boolean unset = said.precision() == 0 && said.scale() == 0;
        boolean primitive = domain.isPrimitive() && !place.mayBeAbsent();
        boolean refused = place.constraints().refuseNull() && !place.mayBeAbsent();
        Constraints constraints = storage.converter() == null ? place.constraints() : Constraints.NONE;
        List<ColumnCheck> checks = new ArrayList<>(constraints.checks(type));
        // a constraint on the table of constants is no check: a new constant needs no change of the schema
        if (storage.converter() instanceof EnumConverter enums && !EnumLookups.isLookup(domain)) {
            checks.addAll(enums.checks());
        }
        return new ColumnModel(
                place.position(),
                place.path(),
                name(site, said.name(), place.defaultName()),
                type,
                domain,
                storage.converter(),
                said.nullable() && !value.required() && !place.neverNull() && !primitive && !refused,
                said.unique(),
                hasLength(type) ? (value.large() ? Integer.MAX_VALUE : constraints.length(said.length())) : 0,
                hasPrecision(type) ? (said.precision() == 0 ? GREATEST_PRECISION : said.precision()) : 0,
                type == ValueType.DECIMAL ? (unset ? DEFAULT_SCALE : said.scale()) : 0,
                said.secondPrecision(),
                said.insertable(),
                said.updatable(),
                checks);
    }

    /** A name as it was said, or the default. */
    String name(Site site, @Nullable String said, String defaultName) {
        if (said == null) {
            return defaultName;
        }
        if (said.isBlank() || said.chars().anyMatch(c -> c < ' ' || c == '"' || c == '`' || c == '[' || c == ']')) {
            problems.add(
                    site,
                    "the name '" + said + "' is blank or has quotes, brackets or control characters in it",
                    "Write the bare name; Plinth quotes names itself");
        }
        return said;
    }

    private Optional<Storage> storage(Site site, Class<?> domain, Declaration.Value value, String path) {
        if (value.enums() != null && (!domain.isEnum() || value.converter() != null)) {
            problems.add(
                    site,
                    value.converter() != null
                            ? "it is said to be stored as an enum and through a converter"
                            : "its type " + domain.getName() + " is not an enum",
                    "Remove " + site.say("@Enumerated", "'enumerated'"));
        }
        if (value.converter() != null) {
            return converters.storage(site, domain, value.converter(), path);
        }
        if (domain.isEnum()) {
            return enumStorage(site, domain, value.enums());
        }
        Optional<Storage> storage = driverTypes().storage(domain);
        if (storage.isEmpty()) {
            UnsupportedTypes.report(site, domain, problems);
        }
        return storage;
    }

    private Optional<Storage> enumStorage(Site site, Class<?> domain, @Nullable EnumType said) {
        if (Arrays.stream(domain.getDeclaredFields()).anyMatch(f -> f.isAnnotationPresent(EnumeratedValue.class))) {
            problems.add(
                    site,
                    "the enum " + domain.getName() + " has an @EnumeratedValue, which is not supported",
                    "Use @Enumerated(EnumType.STRING), or convert the enum with an AttributeConverter");
        }
        return Optional.of(
                said == EnumType.STRING
                        ? new Storage(ValueType.STRING, new EnumConverter.ByName(domain))
                        : new Storage(ValueType.INT, new EnumConverter.ByOrdinal(domain)));
    }

    private void checkLongestName(Site site, Class<?> domain, int length) {
        String longest = Arrays.stream(domain.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        if (longest.length() > length) {
            problems.add(
                    site,
                    "the name of the constant " + longest + " is longer than the column's length " + length,
                    "Set the length to " + longest.length() + " or more");
        }
    }

    private void checkAttributes(Site site, Declaration.Column said, Declaration.Value value, ValueType type) {
        if (value.large() && type != ValueType.STRING && type != ValueType.BYTES) {
            problems.add(
                    site,
                    "only text and bytes may be of any length, this is stored as " + type,
                    "Remove " + site.say("@Lob", "'large'"));
        }
        check(site, hasLength(type), said.length() != Declaration.Column.DEFAULT_LENGTH, "length", type);
        check(site, hasPrecision(type), said.precision() != 0, "precision", type);
        check(site, type == ValueType.DECIMAL, said.scale() != 0, "scale", type);
        check(site, type.isTemporal(), said.secondPrecision() != -1, "secondPrecision", type);
        if (said.length() < 1) {
            problems.add(site, "the length " + said.length() + " is less than 1", "Set a length of at least 1");
        }
        int digits = said.precision() == 0 ? GREATEST_PRECISION : said.precision();
        if (said.precision() < 0 || said.scale() < 0 || said.scale() > digits) {
            problems.add(
                    site,
                    "the precision " + said.precision() + " and the scale " + said.scale() + " do not fit together",
                    "The precision counts all digits, the scale those of them that stand after the point");
        }
        if (said.secondPrecision() < -1 || said.secondPrecision() > 9) {
            problems.add(
                    site,
                    "the second precision " + said.secondPrecision() + " is not a number of digits",
                    "Give 0 to 9 digits");
        }
    }

    private void check(Site site, boolean meaningful, boolean said, String attribute, ValueType type) {
        if (said && !meaningful) {
            problems.add(
                    site,
                    "the attribute '" + attribute + "' has no meaning for a value that is stored as " + type,
                    "Remove it");
        }
    }

    private static boolean hasLength(ValueType type) {
        return type == ValueType.STRING || type == ValueType.BYTES || type == ValueType.URI;
    }

    private static boolean hasPrecision(ValueType type) {
        return type == ValueType.DECIMAL || type == ValueType.BIG_INTEGER;
    }
}
