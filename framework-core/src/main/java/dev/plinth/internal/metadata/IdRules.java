package dev.plinth.internal.metadata;

import dev.plinth.backend.DriverType;
import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Generation;
import dev.plinth.model.IdModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import jakarta.persistence.GenerationType;
import java.lang.invoke.MethodType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of ids and versions. */
final class IdRules {
    private static final Set<ValueType> WHOLE =
            EnumSet.of(ValueType.BYTE, ValueType.SHORT, ValueType.INT, ValueType.LONG);
    private static final Set<ValueType> INEXACT = EnumSet.of(ValueType.FLOAT, ValueType.DOUBLE);
    private static final int UUID_LENGTH = 36;
    private static final Set<Class<?>> VERSIONS =
            Set.of(long.class, Long.class, int.class, Integer.class, java.time.Instant.class);

    private final ColumnBuilder columns;
    private final Problems problems;

    IdRules(ColumnBuilder columns, Problems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    IdModel id(
            Site site,
            PropertyModel property,
            List<ColumnModel> idColumns,
            Declaration.Property said,
            TableName table) {
        idColumns.forEach(column -> checkType(site, column));
        Class<?> declared = property instanceof PropertyModel.Embedded embedded
                ? embedded.type()
                : ((PropertyModel.Basic) property).column().domainType();
        Class<?> type = MethodType.methodType(declared).wrap().returnType();
        return new IdModel(property, type, idColumns, generation(site, property, said.generation(), table));
    }

    void checkType(Site site, ColumnModel column) {
        String why = null;
        if (INEXACT.contains(column.type())) {
            why = "is a floating point number, which has no exact equality";
        } else if (column.type() == ValueType.BYTES) {
            why = "is an array, which is mutable and equal only to itself";
        } else if (column.type() == ValueType.JSON) {
            why = "is JSON, which databases compare in their own ways";
        } else if (column.type() == ValueType.OFFSET_DATE_TIME) {
            why = "names one instant in many ways";
        } else if (column.type().isTemporal()) {
            why = "may be truncated to what the database can hold, and an id never changes";
        }
        if (why != null) {
            problems.add(
                    site,
                    "the id '" + column.path() + "' of type "
                            + column.domainType().getTypeName() + " " + why,
                    "Use a UUID, a whole number or a String");
        }
    }

    private Generation generation(
            Site site, PropertyModel property, Declaration.@Nullable Generation said, TableName table) {
        if (said == null) {
            return new Generation.Assigned();
        }
        if (!(property instanceof PropertyModel.Basic basic)) {
            problems.add(
                    site,
                    "only an id of one column can be generated",
                    "Remove " + site.say("@GeneratedValue", "'generated'") + " and set the id in the constructor");
            return new Generation.Assigned();
        }
        ValueType type = basic.column().type();
        GenerationType strategy = said.strategy();
        Optional<DriverType> ofDriver =
                columns.driverTypes().find(basic.column().domainType());
        if (ofDriver.isPresent()) {
            return byDriver(site, ofDriver.get(), said);
        }
        if (strategy == GenerationType.AUTO) {
            strategy = type == ValueType.UUID ? GenerationType.UUID : GenerationType.SEQUENCE;
        }
        if (said.sequence() != null && strategy != GenerationType.SEQUENCE) {
            problems.add(
                    site,
                    "a sequence is said for an id that is generated as " + strategy,
                    "Remove the sequence, or use GenerationType.SEQUENCE");
        }
        if (strategy == GenerationType.UUID
                && type == ValueType.STRING
                && basic.column().length() < UUID_LENGTH) {
            problems.add(
                    site,
                    "its column of length " + basic.column().length() + " cannot hold a UUID",
                    "Set the length to " + UUID_LENGTH + " or more");
        }
        return switch (strategy) {
            case UUID ->
                checked(site, type, EnumSet.of(ValueType.UUID, ValueType.STRING), strategy, new Generation.Uuid());
            case IDENTITY -> checked(site, type, WHOLE, strategy, new Generation.Identity());
            case SEQUENCE -> checked(site, type, WHOLE, strategy, sequence(site, said.sequence(), table));
            default -> {
                problems.add(
                        site,
                        "GenerationType.TABLE is not supported",
                        "Use GenerationType.SEQUENCE: where an engine has no sequences, Plinth keeps a counter");
                yield new Generation.Assigned();
            }
        };
    }

    private Generation byDriver(Site site, DriverType type, Declaration.Generation said) {
        if (said.strategy() != GenerationType.AUTO || said.sequence() != null) {
            problems.add(
                    site,
                    "an id of type " + type.type().getTypeName() + " is made by the database's driver",
                    "Leave the strategy and the sequence away");
        }
        return new Generation.ByDriver(type.next());
    }

    private Generation checked(
            Site site, ValueType type, Set<ValueType> allowed, GenerationType strategy, Generation generation) {
        if (!allowed.contains(type)) {
            problems.add(
                    site,
                    "an id of type " + type + " cannot be generated as " + strategy,
                    allowed == WHOLE
                            ? "Use a whole number such as long, or GenerationType.UUID with a UUID"
                            : "Use a UUID (or a String), or GenerationType.SEQUENCE with a long");
        }
        return generation;
    }

    private Generation sequence(Site site, Declaration.@Nullable Sequence said, TableName table) {
        Declaration.Sequence sequence = said == null ? Declaration.Sequence.DEFAULT : said;
        if (sequence.allocationSize() < 1) {
            problems.add(
                    site,
                    "the allocation size " + sequence.allocationSize() + " is less than 1",
                    "Say how many values are taken at a time, for example 50");
        }
        Declaration.Table name = sequence.name();
        return new Generation.Sequence(
                new TableName(
                        name.catalog() == null ? table.catalog() : name.catalog(),
                        name.schema() == null ? table.schema() : name.schema(),
                        columns.name(site, name.name(), Names.shorten(table.name() + "_seq"))),
                sequence.initialValue(),
                Math.max(1, sequence.allocationSize()));
    }

    void checkVersion(Site site, ColumnModel column) {
        if (!VERSIONS.contains(column.domainType()) || column.converter() != null) {
            problems.add(
                    site,
                    "a version cannot be of type " + column.domainType().getTypeName()
                            + (column.converter() == null ? "" : " with a converter"),
                    "Use long, int, Long, Integer or java.time.Instant");
        }
        if (column.unique()) {
            problems.add(site, "a version is not unique", "Remove 'unique'");
        }
    }
}
