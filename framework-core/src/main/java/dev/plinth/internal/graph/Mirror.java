package dev.plinth.internal.graph;

import dev.plinth.internal.association.Lazies;
import dev.plinth.internal.association.References;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.ForeignKey;
import dev.plinth.model.AssociationModel.Inverse;
import dev.plinth.model.AssociationModel.Links;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.PropertyModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets loaded inverse sides follow the sides that were changed, once everything is sent. */
final class Mirror {
    private final Members members;
    private final Relations relations;
    private final Sides sides;
    private final Copies copies;

    Mirror(Members members, Relations relations, Sides sides, Copies copies) {
        this.members = members;
        this.relations = relations;
        this.sides = sides;
        this.copies = copies;
    }

    /** Notes what has to follow; nothing is changed yet. */
    void note(Collection<Tracked> objects, Map<AssociationModel, AssociationModel> inverses) {
        for (Tracked object : objects) {
            if (object.isPresent() && !References.isUnloaded(object.entity())) {
                for (AssociationModel property : object.model().associations()) {
                    AssociationModel inverse = inverses.get(property);
                    if (inverse != null && property.keeping() instanceof ForeignKey) {
                        noteReference(object, property, inverse);
                    } else if (inverse != null && property.keeping() instanceof Links) {
                        noteLinks(object, property, inverse);
                    }
                }
            }
        }
        for (Relation relation : relations.all()) {
            for (Object identity : relation.given()) {
                Tracked member = members.tracked(identity);
                if (member != null && !member.isPresent()) {
                    relation.leave(identity);
                }
            }
            number(relation);
        }
    }

    private void noteReference(Tracked object, AssociationModel property, AssociationModel inverse) {
        Object before = Sides.before(object, property);
        Object now = sides.now(object, property);
        if (!Objects.equals(before, now)) {
            Object identity = Members.identity(object);
            Relation from = before == null ? null : relations.find(before, inverse);
            Relation to = now == null ? null : relations.find(now, inverse);
            if (from != null) {
                from.leave(identity);
            }
            if (to != null) {
                to.join(identity);
            } else if (object.snapshot() != null && inverse.keeping() instanceof Inverse moved) {
                leavePlace(object, moved);
            }
        }
    }

    // its place was one in another list
    private static void leavePlace(Tracked object, Inverse inverse) {
        ColumnModel order = inverse.key().get().order();
        if (order != null) {
            object.override(order.position(), null);
        }
    }

    private void noteLinks(Tracked object, AssociationModel property, AssociationModel inverse) {
        Relation links = relations.find(Members.identity(object), property);
        if (links != null) {
            Object identity = Members.identity(object);
            for (Object target : links.added()) {
                Relation other = relations.find(target, inverse);
                if (other != null) {
                    other.join(identity);
                }
            }
            for (Object target : links.removed()) {
                Relation other = relations.find(target, inverse);
                if (other != null) {
                    other.leave(identity);
                }
            }
        }
    }

    // the place in the list is kept in the row of the element
    private void number(Relation relation) {
        if (relation.association().keeping() instanceof Inverse inverse
                && inverse.key().get().order() != null) {
            ColumnModel order = Objects.requireNonNull(inverse.key().get().order());
            int index = 0;
            for (Object identity : relation.result()) {
                Tracked member = members.tracked(identity);
                if (member != null) {
                    Object place = index;
                    if (member.snapshot() == null || !place.equals(member.row()[order.position()])) {
                        member.override(order.position(), place);
                    }
                }
                index++;
            }
        }
    }

    /** Changes the objects, and remembers what the database has now. */
    void apply() {
        copies.refer();
        for (Relation relation : relations.all()) {
            Tracked owner = relation.owner();
            List<Object> entities = new ArrayList<>();
            for (Object identity : relation.result()) {
                Tracked member = members.tracked(identity);
                if (member != null) {
                    entities.add(member.entity());
                }
            }
            if (!owner.isGone()) {
                if (!owner.model().isRecord()) {
                    if (relation.isMirrored()) {
                        change(relation, entities);
                    }
                    copies.renew(owner, relation.association());
                }
                owner.members(relation.association(), shown(relation, entities));
            }
        }
    }

    // what a collection does not show, be it that the set has an equal one, or the map another of that key, is not
    // taken out of it where it is not there with the next flush
    private List<Object> shown(Relation relation, List<Object> entities) {
        Collection<?> held = members.held(relation.owner(), relation.association());
        if (held == null) {
            return entities;
        }
        List<Object> shown = new ArrayList<>(held.size());
        for (Object value : held) {
            if (value != null) {
                shown.add(Objects.requireNonNullElse(Lazies.entity(value), value));
            }
        }
        return shown;
    }

    private void change(Relation relation, List<Object> entities) {
        Tracked owner = relation.owner();
        AssociationModel association = relation.association();
        if (!association.isMany()) {
            owner.mapper().setAssociation(owner.entity(), association, entities.isEmpty() ? null : entities.get(0));
            return;
        }
        Object value = owner.mapper().association(owner.entity(), association);
        if (value == null) {
            replace(relation, null);
            return;
        }
        try {
            change(relation, value);
        } catch (UnsupportedOperationException e) {
            // the application has put in a collection that cannot be changed
            replace(relation, value);
        }
    }

    private void replace(Relation relation, @Nullable Object former) {
        Tracked owner = relation.owner();
        AssociationModel association = relation.association();
        Object copy = copy(association, former);
        change(relation, copy);
        owner.mapper().setAssociation(owner.entity(), association, copy);
    }

    private static Object copy(AssociationModel association, @Nullable Object former) {
        if (association.shape() == AssociationModel.Shape.MAP) {
            return former == null ? new LinkedHashMap<>() : new LinkedHashMap<>((Map<?, ?>) former);
        }
        Collection<?> elements = former == null ? List.of() : (Collection<?>) former;
        return association.shape() == AssociationModel.Shape.SET
                ? new LinkedHashSet<>(elements)
                : new ArrayList<>(elements);
    }

    private void change(Relation relation, Object value) {
        if (value instanceof Map<?, ?> map) {
            changeMap(relation, map);
        } else {
            changeCollection(relation, (Collection<?>) value);
        }
    }

    @SuppressWarnings("unchecked")
    private void changeCollection(Relation relation, Collection<?> held) {
        Collection<Object> collection = (Collection<Object>) held;
        if (!relation.left().isEmpty()) {
            remove(relation, collection);
        }
        for (Object identity : relation.joined()) {
            Tracked member = members.tracked(identity);
            if (member != null) {
                collection.add(member.entity());
            }
        }
    }

    private void remove(Relation relation, Collection<Object> collection) {
        List<Object> staying = new ArrayList<>(collection);
        staying.removeIf(each -> relation.left().contains(members.identity(each)));
        collection.removeIf(each -> relation.left().contains(members.identity(each)));
        if (collection instanceof Set && !isSame(collection, staying)) {
            // of two that have become equal, the set has removed the other one
            collection.clear();
            collection.addAll(staying);
        }
    }

    private static boolean isSame(Collection<?> held, List<Object> staying) {
        Iterator<Object> expected = staying.iterator();
        return held.size() == staying.size() && held.stream().allMatch(each -> each == expected.next());
    }

    @SuppressWarnings("unchecked")
    private void changeMap(Relation relation, Map<?, ?> held) {
        Map<Object, Object> map = (Map<Object, Object>) held;
        if (!relation.left().isEmpty()) {
            map.values().removeIf(each -> relation.left().contains(members.identity(each)));
        }
        for (Object identity : relation.joined()) {
            Tracked member = members.tracked(identity);
            if (member != null) {
                map.putIfAbsent(key(relation.association(), member), member.entity());
            }
        }
    }

    private static @Nullable Object key(AssociationModel association, Tracked member) {
        String path = association.mapKey();
        @Nullable Object[] row = member.mapper().toRow(member.entity());
        if (path != null && member.model().property(path).orElseThrow() instanceof PropertyModel.Basic basic) {
            return basic.column().toDomain(row[basic.column().position()]);
        }
        return member.mapper().toId(row);
    }
}
