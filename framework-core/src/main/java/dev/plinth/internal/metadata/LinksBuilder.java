package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of a table of links, which in a document is an array of ids. */
final class LinksBuilder {
    private static final Declaration.JoinTable DEFAULT =
            new Declaration.JoinTable(Declaration.Table.DEFAULT, List.of(), List.of());

    private final Directory directory;
    private final ColumnBuilder columns;
    private final ElementsBuilder elements;
    private final Problems problems;

    LinksBuilder(Directory directory, ColumnBuilder columns, ElementsBuilder elements, Problems problems) {
        this.directory = directory;
        this.columns = columns;
        this.elements = elements;
        this.problems = problems;
    }

    /** The links; empty where they or the entities at either end have mistakes. */
    Optional<CollectionModel> build(
            Site site,
            Declaration.Property property,
            TableName owner,
            List<ColumnModel> ownerId,
            Outline target,
            int position) {
        Declaration.Association said = Objects.requireNonNull(property.association());
        Declaration.JoinTable table = said.table() == null ? DEFAULT : said.table();
        if (ownerId.isEmpty() || target.id().isEmpty()) {
            return Optional.empty();
        }
        List<String> ownerColumns = elements.ownerColumns(site, table.ownerColumns(), owner, ownerId);
        List<ColumnModel> targetColumns = targetColumns(site, property, table, ownerColumns, target);
        if (ownerColumns.isEmpty() || targetColumns.isEmpty()) {
            return Optional.empty();
        }
        String order = said.orderColumn();
        CollectionModel model = new CollectionModel(
                position,
                property.name(),
                Names.derived(property.name()),
                elements.table(site, table.table(), owner, property.name()),
                ownerColumns,
                order == null ? CollectionModel.Kind.SET : CollectionModel.Kind.LIST,
                order == null ? null : elements.orderName(site, order, property.name()),
                target.type(),
                targetColumns,
                List.of(),
                directory.model(target.type()));
        elements.checkDuplicates(site, model);
        return Optional.of(model);
    }

    private List<ColumnModel> targetColumns(
            Site site,
            Declaration.Property property,
            Declaration.JoinTable table,
            List<String> ownerColumns,
            Outline target) {
        List<Declaration.JoinColumn> said = table.targetColumns().stream()
                .map(column -> new Declaration.JoinColumn(column.name(), column.refersTo(), false, false))
                .toList();
        List<ColumnModel> result = build(site, said, target, target.table().name());
        boolean clash = result.stream()
                .anyMatch(column -> ownerColumns.stream()
                        .map(Names::same)
                        .collect(Collectors.toSet())
                        .contains(Names.same(column.name())));
        // links within one table: the other end is called by the property
        return clash ? build(site, said, target, Names.snake(property.name())) : result;
    }

    private List<ColumnModel> build(Site site, List<Declaration.JoinColumn> said, Outline target, String prefix) {
        List<ColumnModel> id = target.id();
        List<ColumnModel> result = new ArrayList<>();
        for (ColumnModel column : new JoinColumns(columns, problems)
                .build(site, said, target, new JoinColumns.Place(0, "", prefix, false, false))) {
            String path = id.size() == 1 ? "" : id.get(result.size()).path();
            result.add(JoinColumns.copy(column, result.size(), path, column.name(), false, false));
        }
        return result;
    }
}
