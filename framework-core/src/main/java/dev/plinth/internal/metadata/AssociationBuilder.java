package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.Declaration.Role;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.Cascade;
import dev.plinth.model.AssociationModel.ForeignKey;
import dev.plinth.model.AssociationModel.Inverse;
import dev.plinth.model.AssociationModel.InverseKey;
import dev.plinth.model.AssociationModel.InverseLinks;
import dev.plinth.model.AssociationModel.Keeping;
import dev.plinth.model.AssociationModel.Links;
import dev.plinth.model.AssociationModel.Shape;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.PropertyModel;
import jakarta.persistence.CascadeType;
import java.lang.reflect.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rules of properties that refer to other entities. */
final class AssociationBuilder {
    private final Outline owner;
    private final Directory directory;
    private final PropertyBuilder properties;
    private final JoinColumns joinColumns;
    private final AssociationRules rules;
    private final AssociationTargets targets;
    private final PolymorphicTargets polymorphic;
    private final AssociationOrder order;
    private final SubDocumentRules subDocuments;
    private final LinksBuilder links;
    private final References references;

    AssociationBuilder(
            Outline owner,
            Directory directory,
            PropertyBuilder properties,
            ColumnBuilder columns,
            ElementsBuilder elements,
            References references,
            Problems problems) {
        this.owner = owner;
        this.directory = directory;
        this.properties = properties;
        this.joinColumns = new JoinColumns(columns, problems);
        this.rules = new AssociationRules(problems);
        this.targets = new AssociationTargets(directory, problems);
        this.polymorphic = new PolymorphicTargets(directory, problems);
        this.order = new AssociationOrder(directory, problems);
        this.subDocuments = new SubDocumentRules(directory, problems);
        this.links = new LinksBuilder(directory, columns, elements, problems);
        this.references = references;
    }

    /** An association that is being built. */
    private record Draft(
            Field field,
            Declaration.Property property,
            Role role,
            AssociationType type,
            Class<?> declared,
            List<Outline> targets,
            Site site) {
        Outline target() {
            return targets.get(0);
        }

        Declaration.Association said() {
            return Objects.requireNonNull(property.association());
        }
    }

    /** Whether an association is kept in links of its owner: they follow all columns of the row. */
    static boolean isLinks(Declaration.Property property) {
        Declaration.Association said = property.association();
        return said != null
                && said.mappedBy() == null
                && (property.roles().contains(Role.MANY_TO_MANY)
                        || (property.roles().contains(Role.ONE_TO_MANY)
                                && (said.table() != null || said.joinColumns().isEmpty())));
    }

    /** Builds an association that is kept in links. */
    Optional<PropertyModel.Association> links(
            Field field, Declaration.Property property, Scope scope, int position, List<ColumnModel> id) {
        return draft(field, property, scope)
                .flatMap(draft -> links.build(
                                draft.site(), draft.property(), owner.table(), id, draft.target(), position)
                        .map(collection -> property(draft, new Links(collection))));
    }

    /** Builds an association, and adds the columns of the row that it is kept in. */
    Optional<PropertyModel.Association> build(Field field, Declaration.Property property, Scope scope) {
        return draft(field, property, scope)
                .flatMap(draft -> keeping(draft, scope).map(keeping -> property(draft, keeping)));
    }

    private Optional<Draft> draft(Field field, Declaration.Property property, Scope scope) {
        Site site = properties.site(field, scope);
        Role role = property.roles().iterator().next();
        AssociationType type = AssociationType.of(field, owner.type());
        rules.check(site, property, role, type, owner.said().readOnly());
        Class<?> target = type.target();
        if (!rules.checkType(site, field, role, type) || target == null) {
            return Optional.empty();
        }
        List<Outline> found = isPolymorphic(type, target)
                ? polymorphic.find(site, target)
                : targets.find(site, target, type.shape() != Shape.ONE).stream().toList();
        found.forEach(each -> targets.checkWrites(site, property, each));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(field, property, role, type, target, found, site));
    }

    private boolean isPolymorphic(AssociationType type, Class<?> target) {
        return type.holder() && target.isSealed() && directory.find(target).isEmpty();
    }

    private Optional<Keeping> keeping(Draft draft, Scope scope) {
        if (isPolymorphic(draft.type(), draft.declared())) {
            polymorphic.check(draft.site(), draft.property());
            return foreignKey(draft, scope);
        }
        if (draft.type().shape() == Shape.ONE && !draft.type().holder()) {
            targets.checkReference(draft.site(), draft.target().type());
        }
        String mappedBy = draft.said().mappedBy();
        if (mappedBy != null) {
            return inverse(draft, mappedBy);
        }
        return draft.role() == Role.ONE_TO_MANY ? hidden(draft) : foreignKey(draft, scope);
    }

    private Optional<Keeping> foreignKey(Draft draft, Scope scope) {
        Declaration.Association said = draft.said();
        if (draft.target().id().isEmpty()) {
            // the target has the mistake
            return Optional.empty();
        }
        boolean refused = scope.constrained() && Constraints.of(draft.field()).refuseNull();
        boolean nullable = scope.mayBeNull()
                || (said.optional()
                        && !refused
                        && said.joinColumns().stream().allMatch(Declaration.JoinColumn::nullable));
        boolean one = draft.role() == Role.ONE_TO_ONE;
        boolean any = isPolymorphic(draft.type(), draft.declared());
        String path = scope.prefix() + draft.property().name();
        List<ColumnModel> declared = joinColumns.build(
                draft.site(),
                said.joinColumns(),
                any ? PolymorphicTargets.common(draft.declared(), draft.targets()) : draft.target(),
                new JoinColumns.Place(
                        scope.columns().size(),
                        path,
                        Names.snake(draft.property().name()),
                        nullable,
                        one && !any));
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        List<ColumnModel> columns = scope.place(declared);
        ColumnModel type = any
                ? scope.place(
                        PolymorphicTargets.typeColumn(
                                draft.property(), scope.columns().size(), nullable),
                        false)
                : null;
        if (columns.equals(references.byPath().get(path))) {
            // a sibling in the hierarchy has the same reference
            return Optional.of(new ForeignKey(columns, type));
        }
        List<ColumnModel> all = columns;
        if (type != null) {
            all = Stream.concat(Stream.of(type), columns.stream()).toList();
            references.addIndexed(all);
        } else {
            references.add(draft.target(), said.foreignKey(), columns);
        }
        references.addPath(path, columns);
        if (one && all.size() > 1) {
            references.addUnique(all);
        }
        return Optional.of(new ForeignKey(columns, type));
    }

    /** The columns are of the other entity's row, which has them from {@link HiddenColumns}. */
    private Optional<Keeping> hidden(Draft draft) {
        String property = draft.property().name();
        if (owner.id().isEmpty()
                || joinColumns
                        .build(
                                draft.site(),
                                draft.said().joinColumns(),
                                owner,
                                new JoinColumns.Place(0, property, Names.snake(property), true, false))
                        .isEmpty()) {
            return Optional.empty();
        }
        Supplier<EntityModel> target = directory.model(draft.target().type());
        String name = owner.name();
        return Optional.of(new Inverse(new Late<>(() -> HiddenColumns.key(target.get(), name, property)), null));
    }

    private Optional<Keeping> inverse(Draft draft, String mappedBy) {
        if (!targets.checkMappedBy(draft.site(), owner.type(), draft.role(), mappedBy, draft.target())) {
            return Optional.empty();
        }
        Supplier<EntityModel> target = directory.model(draft.target().type());
        Supplier<AssociationModel> other = new Late<>(() -> association(target.get(), mappedBy));
        if (draft.role() == Role.MANY_TO_MANY) {
            return Optional.of(new InverseLinks(other));
        }
        String name = owner.name();
        String property = draft.property().name();
        return Optional.of(new Inverse(
                new Late<>(() -> new InverseKey(
                        ((ForeignKey) other.get().keeping()).columns(),
                        HiddenColumns.order(target.get(), name, property))),
                other));
    }

    private static AssociationModel association(EntityModel entity, String path) {
        return entity.associations().stream()
                .filter(association -> association.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no association " + entity.name() + "." + path));
    }

    private PropertyModel.Association property(Draft draft, Keeping keeping) {
        Declaration.Association said = draft.said();
        String name = draft.property().name();
        boolean optional =
                !(keeping instanceof ForeignKey key) || key.columns().stream().allMatch(ColumnModel::nullable);
        if (said.subDocuments()) {
            subDocuments.check(draft.site(), owner, draft.property(), draft.role(), draft.target());
        }
        AssociationModel model = new AssociationModel(
                name,
                draft.type().shape(),
                draft.declared(),
                new Late<>(() -> draft.targets().stream()
                        .map(target -> directory.model(target.type()).get())
                        .toList()),
                directory.model(owner.type()),
                keeping,
                draft.type().holder(),
                optional,
                cascades(said),
                said.orphanRemoval(),
                draft.type().shape() == Shape.ONE ? List.of() : order.order(draft.site(), said, draft.target()),
                draft.type().shape() == Shape.MAP
                        ? order.mapKey(draft.site(), said, draft.type(), draft.target())
                        : null,
                said.subDocuments());
        return new PropertyModel.Association(name, name, draft.field(), model);
    }

    /** Who loses its owner for good goes with it, too. */
    private static Set<Cascade> cascades(Declaration.Association said) {
        Set<CascadeType> types = said.cascades();
        if (types.contains(CascadeType.ALL)) {
            return EnumSet.allOf(Cascade.class);
        }
        Set<Cascade> result = EnumSet.noneOf(Cascade.class);
        for (Cascade cascade : Cascade.values()) {
            if (types.contains(CascadeType.valueOf(cascade.name()))
                    || (cascade == Cascade.REMOVE && said.orphanRemoval())) {
                result.add(cascade);
            }
        }
        return result;
    }
}
