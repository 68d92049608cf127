package dev.plinth.contract.domain;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity that says nothing of its table and columns, which are called after long names. */
@Entity
public class TheEntityWhoseNameIsLongerThanEveryEngineTakesItAndHasNoTableOfItsOwn {
    @Id
    private long id;

    private @Nullable String aPropertyWhoseNameIsLongerThanEveryEngineTakesItAndIsTheFirst;
    private @Nullable String aPropertyWhoseNameIsLongerThanEveryEngineTakesItAndIsTheSecond;

    @ElementCollection
    private Set<String> aCollectionWhoseNameIsLongerThanEveryEngineTakesItAndIsTheOnly = new LinkedHashSet<>();

    protected TheEntityWhoseNameIsLongerThanEveryEngineTakesItAndHasNoTableOfItsOwn() {}

    public TheEntityWhoseNameIsLongerThanEveryEngineTakesItAndHasNoTableOfItsOwn(
            long id, String first, String second, String element) {
        this.id = id;
        aPropertyWhoseNameIsLongerThanEveryEngineTakesItAndIsTheFirst = first;
        aPropertyWhoseNameIsLongerThanEveryEngineTakesItAndIsTheSecond = second;
        aCollectionWhoseNameIsLongerThanEveryEngineTakesItAndIsTheOnly.add(element);
    }

    public @Nullable String getFirst() {
        return aPropertyWhoseNameIsLongerThanEveryEngineTakesItAndIsTheFirst;
    }

    public @Nullable String getSecond() {
        return aPropertyWhoseNameIsLongerThanEveryEngineTakesItAndIsTheSecond;
    }

    public Set<String> getElements() {
        return aCollectionWhoseNameIsLongerThanEveryEngineTakesItAndIsTheOnly;
    }
}
