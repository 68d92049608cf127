package dev.plinth.jdbc.internal.engine.postgres;

import dev.plinth.jdbc.internal.catalog.CatalogReader.Place;
import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.catalog.LiveColumn.Collation;
import dev.plinth.jdbc.internal.catalog.LiveIndex;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.catalog.Rows;
import dev.plinth.jdbc.internal.sql.CheckConditions;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Generation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The schemas of PostgreSQL. */
final class PostgresSchema implements SchemaRules {
    static final String BY_CODE_POINT = "C";

    private static final String OF_TABLE =
            " join pg_namespace n on n.oid = t.relnamespace" + " where n.nspname = ? and t.relname = ?";
    private static final String CHECKS_OF_TABLE =
            "select c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid" + OF_TABLE
                    + " and c.contype = 'c'";
    private static final String OWNERS_OF_INDEXES = "select i.relname, c.conname from pg_constraint c"
            + " join pg_class t on t.oid = c.conrelid join pg_class i on i.oid = c.conindid" + OF_TABLE
            + " and c.contype in ('u', 'x')";
    private static final String BROKEN_INDEXES = "select i.relname from pg_index x"
            + " join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid" + OF_TABLE
            + " and not x.indisvalid";
    private static final String IDENTITY_ALWAYS =
            "select a.attname from pg_attribute a join pg_class t on t.oid = a.attrelid" + OF_TABLE
                    + " and a.attidentity = 'a'";
    private static final String COLLATIONS = "select a.attname, l.collname, l.collisdeterministic, l.collprovider"
            + " from pg_attribute a join pg_collation l on l.oid = a.attcollation"
            + " join pg_class t on t.oid = a.attrelid" + OF_TABLE + " and a.attnum > 0 and not a.attisdropped";

    private static final String FOUND_ELSEWHERE = "select distinct c.relname::text from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace where n.nspname = any(current_schemas(false))"
            + " and n.nspname <> current_schema() and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')";

    /** The lock of a database that who changes a schema in it takes: a number that no one else uses for a lock. */
    private static final long CHANGING = 0x706c_696e_7468_0001L;

    /** Collations that order by code point, whatever the library. */
    private static final Set<String> ORDERING_BY_CODE_POINT =
            Set.of("C", "POSIX", "ucs_basic", "C.UTF-8", "C.utf8", "pg_c_utf8", "pg_unicode_fast");

    private static final Set<String> TEXTS = Set.of("varchar", "text", "bpchar", "name");

    /**
     * What means the same in regular expressions of Java and of PostgreSQL: characters, sets of them, digits, groups,
     * alternatives, and repetitions that are not possessive.
     */
    private static final Pattern COMMON =
            Pattern.compile("(?:[A-Za-z0-9 _@#,:;/!%&=<>'\"~-]|\\\\[.*+?()\\[\\]{}|^$/\\\\-]"
                    + "|\\[\\^?(?:[A-Za-z0-9 _@#.,:;/!%&=<>'\"~*+?(){}|$-]|\\\\[\\]\\[^\\\\-])+]"
                    + "|\\((?:\\?:)?|\\)|\\||(?:[*+?]|\\{\\d{1,3}(?:,(?:\\d{1,3})?)?})(?![*+?{]))*");

    private static final CheckConditions CHECKS = new CheckConditions(
            CheckConditions::plain,
            // it counts a pair of surrogates as one
            (field, length) -> DSL.charLength(field.coerce(String.class)).ge(DSL.inline((length.length() + 1) / 2)),
            PostgresSchema::matches);

    private static @Nullable Condition matches(Field<Object> field, String regex) {
        return COMMON.matcher(regex).matches()
                ? DSL.condition("{0} ~ {1}", field, DSL.inline("^(?:" + regex + ")$"))
                : null;
    }

    @Override
    public List<Condition> conditions(Field<Object> column, ColumnModel model) {
        List<Condition> conditions = new ArrayList<>(CHECKS.of(column, model));
        Field<String> text = column.coerce(String.class);
        switch (model.type()) {
            case BYTE, YEAR -> conditions.addAll(CheckConditions.range(column, model));
            case CHAR -> conditions.add(DSL.charLength(text).eq(DSL.inline(1)));
            case BYTES -> {
                if (model.length() < Integer.MAX_VALUE) {
                    conditions.add(DSL.octetLength(text).le(DSL.inline(model.length())));
                }
            }
            case STRING, URI -> {
                if (PostgresValues.isLarge(model) && model.length() < Integer.MAX_VALUE) {
                    conditions.add(DSL.charLength(text).le(DSL.inline(model.length())));
                }
            }
            default -> {}
        }
        return conditions;
    }

    @Override
    public boolean nullIsGreatest() {
        return true;
    }

    @Override
    public List<Place> path(Connection connection) throws SQLException {
        String catalog = connection.getCatalog();
        return Rows.texts(connection, "select unnest(current_schemas(false))").stream()
                .map(schema -> new Place(catalog, schema))
                .toList();
    }

    @Override
    public boolean changesInTransactions() {
        return true;
    }

    @Override
    public void lock(Connection connection) throws SQLException {
        Rows.texts(connection, "select pg_advisory_xact_lock(" + CHANGING + ")::text");
    }

    @Override
    public Set<String> foundElsewhere(Connection connection) throws SQLException {
        return Set.copyOf(Rows.texts(connection, FOUND_ELSEWHERE));
    }

    @Override
    public String collation() {
        return BY_CODE_POINT;
    }

    // the statement itself takes numbers only
    @Override
    public List<Query> createSequence(DSLContext dsl, Generation.Sequence sequence, Field<Long> first) {
        Name name = EntityTable.name(sequence.name());
        return List.of(
                dsl.createSequenceIfNotExists(name)
                        .startWith(sequence.initialValue())
                        .incrementBy(sequence.allocationSize()),
                dsl.query("select setval({0}, {1}, false)", DSL.inline(dsl.render(name)), first));
    }

    @Override
    public Query dropEnd(DSLContext dsl, Name sequence) {
        return dsl.query("alter sequence {0} as bigint no maxvalue", sequence);
    }

    @Override
    public LiveTable complete(Connection connection, LiveTable table) throws SQLException {
        List<String> always = Rows.texts(connection, IDENTITY_ALWAYS, table.schema(), table.name());
        Map<String, Collation> collations = collations(connection, table);
        List<LiveColumn> columns = table.columns().stream()
                .map(PostgresSchema::typed)
                .map(column -> column.with(collations.get(column.name())))
                .map(column -> always.contains(column.name()) ? column.with(LiveColumn.Generation.ALWAYS) : column)
                .toList();
        List<String> broken = Rows.texts(connection, BROKEN_INDEXES, table.schema(), table.name());
        Map<String, String> owners = Rows.pairs(connection, OWNERS_OF_INDEXES, table.schema(), table.name());
        List<LiveIndex> indexes = table.indexes().stream()
                .map(index -> index.of(owners.get(index.name())))
                .map(index -> broken.contains(index.name()) ? index.unusable() : index)
                .toList();
        return table.with(
                columns, indexes, Set.copyOf(Rows.texts(connection, CHECKS_OF_TABLE, table.schema(), table.name())));
    }

    // the driver says timestamp and varchar of types that it sends as such
    private static LiveColumn typed(LiveColumn column) {
        return switch (column.typeName()) {
            case "timestamptz" -> column.withType(Types.TIMESTAMP_WITH_TIMEZONE, column.size());
            case "timetz" -> column.withType(Types.TIME_WITH_TIMEZONE, column.size());
            // a number without limits is told as one of more digits than may be asked for
            case "numeric" -> column.size() > 1000 ? column.withType(Types.NUMERIC, 0) : column;
            default ->
                column.type() == Types.VARCHAR && !TEXTS.contains(column.typeName())
                        ? column.withType(Types.OTHER, column.size())
                        : column;
        };
    }

    private static Map<String, Collation> collations(Connection connection, LiveTable table) throws SQLException {
        record Named(String column, Collation collation, boolean byDefault) {}
        List<Named> all = Rows.ask(
                connection,
                COLLATIONS,
                row -> new Named(
                        row.getString(1),
                        new Collation(row.getString(2), row.getBoolean(3)),
                        "d".equals(row.getString(4))),
                table.schema(),
                table.name());
        boolean defaultIsFine = all.stream().noneMatch(Named::byDefault) || databaseOrdersByCodePoint(connection);
        return all.stream()
                .filter(each -> each.byDefault()
                        ? !defaultIsFine
                        : !ORDERING_BY_CODE_POINT.contains(each.collation().name()))
                .collect(Collectors.toMap(Named::column, Named::collation));
    }

    private static boolean databaseOrdersByCodePoint(Connection connection) throws SQLException {
        // the provider is known from PostgreSQL 15 on, and builtin ones order by code point
        String provider = connection.getMetaData().getDatabaseMajorVersion() < 15 ? "'c'" : "datlocprovider";
        return Rows.ask(
                        connection,
                        "select " + provider + ", datcollate from pg_database where datname = current_database()",
                        row -> "b".equals(row.getString(1))
                                || "c".equals(row.getString(1)) && ORDERING_BY_CODE_POINT.contains(row.getString(2)))
                .contains(true);
    }
}
