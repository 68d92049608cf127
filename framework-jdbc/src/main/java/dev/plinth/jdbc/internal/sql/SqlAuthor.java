package dev.plinth.jdbc.internal.sql;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes SQL with jOOQ. A value is a numbered slot, so that a statement is rendered once for all values. */
public final class SqlAuthor {
    private final DSLContext dsl;

    /** An author for one engine. */
    public SqlAuthor(SQLDialect dialect) {
        QuietJooq.load();
        this.dsl = DSL.using(
                dialect,
                new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                        .withRenderNameCase(RenderNameCase.AS_IS)
                        .withStatementType(StatementType.PREPARED_STATEMENT)
                        .withParamType(ParamType.INDEXED)
                        .withParamCastMode(ParamCastMode.NEVER)
                        .withExecuteLogging(false));
    }

    private SqlAuthor(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** An author that breaks long statements into lines, for people to read. */
    public SqlAuthor forPeople() {
        Settings settings = SettingsTools.clone(dsl.settings()).withRenderFormatted(true);
        return new SqlAuthor(DSL.using(dsl.dialect(), settings));
    }

    /** jOOQ itself, to build statements with. */
    public DSLContext dsl() {
        return dsl;
    }

    /** The place of a value. */
    public static Field<Object> slot(int number) {
        return DSL.val((Object) new Slot(number), SQLDataType.OTHER);
    }

    /** Renders a statement whose values are slots. */
    public Sql render(Query query) {
        return new Sql(
                dsl.render(query),
                dsl.extractBindValues(query).stream()
                        .map(value -> ((Slot) value).number())
                        .toList());
    }

    /** Renders a statement, or a part of one, that has no slots. */
    public String renderInlined(QueryPart query) {
        return dsl.renderInlined(query);
    }

    private record Slot(int number) {}
}
