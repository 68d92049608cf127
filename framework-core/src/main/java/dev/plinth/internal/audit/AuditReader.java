package dev.plinth.internal.audit;

import dev.plinth.audit.AuditAction;
import dev.plinth.audit.AuditEntry;
import dev.plinth.audit.AuditTrail;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.ValueType;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import dev.plinth.unitofwork.ReadMode;
import dev.plinth.unitofwork.Transactions;
import dev.plinth.unitofwork.UnitOfWork;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail. Thread-safe. */
public final class AuditReader implements AuditTrail {
    private final Transactions transactions;
    private final Function<Class<?>, EntityRuntime> entities;

    /**
     * Creates the reader of a Plinth.
     *
     * @param transactions the units of work it reads in
     * @param entities what is known of a type
     */
    public AuditReader(Transactions transactions, Function<Class<?>, EntityRuntime> entities) {
        this.transactions = transactions;
        this.entities = entities;
    }

    @Override
    public List<AuditEntry> history(Class<?> type, Object id) {
        Map<String, EntityMapper> mappers = audited(type);
        String key = ChangesJson.ofKey(entities.apply(type).mapper().toKey(id));
        Selection<AuditRow> selection =
                entriesOf(mappers, Specification.where(AuditRow::entityId).is(key));
        return transactions.readResult(ReadMode.UNTRACKED, uow -> {
            flush(uow);
            return uow.find(selection).stream().map(row -> entry(row, mappers)).toList();
        });
    }

    @Override
    public Stream<AuditEntry> between(Class<?> type, Instant from, Instant before) {
        Map<String, EntityMapper> mappers = audited(type);
        if (from == null || before == null) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_NULL,
                    "between(...) needs both ends of the period. Use Instant.MIN or Instant.MAX for an open end",
                    null);
        }
        Selection<AuditRow> selection = entriesOf(
                mappers,
                Specification.where(AuditRow::occurredAt)
                        .greaterThanOrEqual(from)
                        .and(Specification.where(AuditRow::occurredAt).lessThan(before)));
        transactions.current().ifPresent(AuditReader::flush);
        return transactions.stream(selection).map(row -> entry(row, mappers));
    }

    // an entry names the entity of the object, which may extend the one that is asked for
    private Map<String, EntityMapper> audited(Class<?> type) {
        EntityModel model = entities.apply(type).model();
        if (!model.audited()) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE, "'" + model.name() + "' has no history, because it is not @Audited", null);
        }
        HierarchyModel hierarchy = model.hierarchy();
        List<EntityModel> models = hierarchy == null
                ? List.of(model)
                : hierarchy.from(type).stream()
                        .map(member -> member.entity().get())
                        .toList();
        return models.stream()
                .collect(Collectors.toMap(
                        EntityModel::name, each -> entities.apply(each.type()).mapper()));
    }

    // ids are ordered by time and never turn back, as a clock may
    private static Selection<AuditRow> entriesOf(Map<String, EntityMapper> mappers, Specification<AuditRow> which) {
        return Selection.of(AuditRow.class)
                .where(Specification.where(AuditRow::entity)
                        .in(mappers.keySet())
                        .and(which))
                .orderBy(Order.by(Sort.asc("id")));
    }

    // entries are written with what they tell of
    private static void flush(UnitOfWork uow) {
        if (!uow.isReadOnly()) {
            uow.flush();
        }
    }

    private static AuditEntry entry(AuditRow row, Map<String, EntityMapper> mappers) {
        EntityMapper mapper = Objects.requireNonNull(mappers.get(row.entity()));
        return new AuditEntry(
                row.entity(),
                row.entityId(),
                AuditAction.valueOf(row.action()),
                row.occurredAt(),
                row.actor(),
                version(row.version(), mapper.model().version()),
                ChangesJson.read(row.changes(), mapper));
    }

    private static @Nullable Object version(@Nullable String text, @Nullable ColumnModel version) {
        if (text == null || version == null) {
            return text;
        }
        return version.type() == ValueType.INSTANT
                ? (Object) Instant.parse(text)
                : version.type() == ValueType.INT ? (Object) Integer.valueOf(text) : Long.valueOf(text);
    }
}
