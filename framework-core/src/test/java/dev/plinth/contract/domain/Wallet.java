package dev.plinth.contract.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Owns entities of a hierarchy without versions, in which every class is one that objects are made of. */
@Entity
public class Wallet {
    @Id
    private int id;

    @OneToMany(mappedBy = "wallet", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Pass> passes = new ArrayList<>();

    protected Wallet() {}

    public Wallet(int id, Pass... passes) {
        this.id = id;
        for (Pass pass : passes) {
            pass.wallet = this;
            this.passes.add(pass);
        }
    }

    public List<Pass> getPasses() {
        return passes;
    }

    /** The root. */
    @Entity
    public static class Pass {
        @Id
        private int id;

        @ManyToOne
        private @Nullable Wallet wallet;

        protected Pass() {}

        public Pass(int id) {
            this.id = id;
        }

        public int getId() {
            return id;
        }
    }

    /** Has a collection, which a write of a plain pass would not know. */
    @Entity
    public static class DayPass extends Pass {
        @ElementCollection
        private List<String> zones = new ArrayList<>();

        protected DayPass() {}

        public DayPass(int id, String... zones) {
            super(id);
            this.zones.addAll(List.of(zones));
        }

        public List<String> getZones() {
            return zones;
        }
    }

    /** Beside the other one. */
    @Entity
    public static class NightPass extends Pass {
        protected NightPass() {}

        public NightPass(int id) {
            super(id);
        }
    }
}
