package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Lookup;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.IdModel;
import dev.plinth.model.LookupModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The tables of enums that are {@link Lookup}, as columns come up that hold them. */
final class EnumLookups {
    /** How columns hold an enum; of those that hold its name the greatest length. */
    private record Use(boolean byName, int length) {}

    private final Map<Class<?>, Use> uses = new LinkedHashMap<>();
    private final Map<Class<?>, EntityModel> tables = new LinkedHashMap<>();

    static boolean isLookup(Class<?> type) {
        return type.isEnum() && type.isAnnotationPresent(Lookup.class);
    }

    /**
     * Notes that a column holds an enum.
     *
     * @return its table, to be asked once the whole model is built; empty where the column has a mistake
     */
    Optional<Supplier<EntityModel>> use(Site site, ColumnModel column, Problems problems) {
        Class<?> type = column.domainType();
        if (!(column.converter() instanceof EnumConverter)) {
            problems.add(
                    site,
                    "its type " + type.getName()
                            + " is @Lookup, whose table holds names and ordinals, and it has a converter",
                    "Remove the converter and use @Enumerated(EnumType.STRING), or remove @Lookup from the enum");
            return Optional.empty();
        }
        Use use = new Use(column.type() == ValueType.STRING, column.length());
        Use other = uses.putIfAbsent(type, use);
        if (other != null && other.byName() != use.byName()) {
            problems.add(
                    site,
                    "the @Lookup " + type.getName() + " is stored by name and by ordinal, and its table has one key",
                    "Store it everywhere the same way: @Enumerated(EnumType.STRING)");
            return Optional.empty();
        }
        if (other != null && other.length() < use.length()) {
            uses.put(type, use);
        }
        return Optional.of(new Late<>(() -> table(type)));
    }

    /** The tables of all enums that are in use. */
    List<LookupModel> models() {
        return uses.keySet().stream()
                .map(type -> new LookupModel(table(type), () -> Arrays.asList(type.getEnumConstants())))
                .toList();
    }

    private EntityModel table(Class<?> type) {
        return tables.computeIfAbsent(type, t -> table(t, Objects.requireNonNull(uses.get(t))));
    }

    private static EntityModel table(Class<?> type, Use use) {
        Lookup lookup = Objects.requireNonNull(type.getAnnotation(Lookup.class));
        PropertyModel.Basic name = property("name", column(0, "name", ValueType.STRING, String.class, use.length()));
        PropertyModel.Basic ordinal = property("ordinal", column(1, "ordinal", ValueType.INT, Integer.class, 0));
        PropertyModel.Basic id = use.byName() ? name : ordinal;
        return new EntityModel(
                type.getSimpleName(),
                type,
                new TableName(
                        null,
                        lookup.schema().isEmpty() ? null : lookup.schema(),
                        lookup.table().isEmpty() ? Names.derived(type.getSimpleName()) : lookup.table()),
                List.of(name, ordinal),
                List.of(name.column(), ordinal.column()),
                List.of(),
                new IdModel(id, id.column().domainType(), List.of(id.column()), new Generation.Assigned()),
                null,
                null,
                false,
                List.of(),
                false);
    }

    private static PropertyModel.Basic property(String name, ColumnModel column) {
        try {
            Field field = Enum.class.getDeclaredField(name);
            return new PropertyModel.Basic(name, name, field, column);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("an enum has no field " + name, e);
        }
    }

    private static ColumnModel column(int position, String name, ValueType type, Class<?> domain, int length) {
        int held = type == ValueType.STRING && length == 0 ? 255 : length;
        return new ColumnModel(
                position, name, name, type, domain, null, false, false, held, 0, 0, -1, true, true, List.of());
    }
}
