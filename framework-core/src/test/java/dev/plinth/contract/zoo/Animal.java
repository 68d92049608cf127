package dev.plinth.contract.zoo;

import dev.plinth.association.Ref;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** In a table for each class. Refers to its keeper, whatever it is. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Animal {
    @Id
    private long id;

    @Version
    private long version;

    private String name = "";

    @ManyToOne
    private @Nullable Keeper keeper;

    protected Animal() {}

    protected Animal(long id, String name, @Nullable Keeper keeper) {
        this.id = id;
        this.name = name;
        this.keeper = keeper;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable Keeper getKeeper() {
        return keeper;
    }

    public void setKeeper(@Nullable Keeper keeper) {
        this.keeper = keeper;
    }

    /** Refers to an animal of any kind. */
    @Entity
    public static class Lion extends Animal {
        @ManyToOne
        private @Nullable Ref<Bird> prey;

        protected Lion() {}

        public Lion(long id, String name, @Nullable Keeper keeper) {
            super(id, name, keeper);
        }

        public @Nullable Ref<Bird> getPrey() {
            return prey;
        }

        public void setPrey(@Nullable Ref<Bird> prey) {
            this.prey = prey;
        }
    }

    /** Refers to where it lives. */
    @Entity
    public static class Bird extends Animal {
        @ManyToOne
        private @Nullable Aviary home;

        protected Bird() {}

        public Bird(long id, String name, @Nullable Keeper keeper, @Nullable Aviary home) {
            super(id, name, keeper);
            this.home = home;
        }

        public @Nullable Aviary getHome() {
            return home;
        }

        public void setHome(@Nullable Aviary home) {
            this.home = home;
        }
    }
}
