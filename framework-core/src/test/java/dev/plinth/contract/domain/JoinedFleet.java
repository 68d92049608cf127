package dev.plinth.contract.domain;

import dev.plinth.contract.domain.base.VehicleState;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Vehicles whose rows are spread over a table for each class. */
public final class JoinedFleet {
    private JoinedFleet() {}

    /** The root, of which no object is made. */
    @Entity(name = "JoinedVehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    @SoftDelete
    @Audited
    public abstract static class Vehicle extends VehicleState {
        protected Vehicle() {}

        protected Vehicle(String id, @Nullable String name) {
            super(id, name);
        }
    }

    /** Has a property that is never null, and a collection. */
    @Entity(name = "JoinedCar")
    @DiscriminatorValue("car")
    public static class Car extends Vehicle {
        @Column(nullable = false, length = 40)
        private String plate = "";

        private int seats;

        @ElementCollection
        private List<String> extras = new ArrayList<>();

        protected Car() {}

        public Car(String id, String name, String plate, int seats, List<String> extras) {
            super(id, name);
            this.plate = plate;
            this.seats = seats;
            this.extras = new ArrayList<>(extras);
        }

        public String getPlate() {
            return plate;
        }

        public int getSeats() {
            return seats;
        }

        public void setSeats(int seats) {
            this.seats = seats;
        }

        public List<String> getExtras() {
            return extras;
        }
    }

    /** Is extended itself. */
    @Entity(name = "JoinedTruck")
    public static class Truck extends Vehicle {
        private int load;

        protected Truck() {}

        public Truck(String id, String name, int load) {
            super(id, name);
            this.load = load;
        }

        public int getLoad() {
            return load;
        }

        public void setLoad(int load) {
            this.load = load;
        }
    }

    /** Two levels below the root. */
    @Entity(name = "JoinedTanker")
    public static class Tanker extends Truck {
        private @Nullable String liquid;

        protected Tanker() {}

        public Tanker(String id, String name, int load, String liquid) {
            super(id, name, load);
            this.liquid = liquid;
        }

        public @Nullable String getLiquid() {
            return liquid;
        }

        public void setLiquid(@Nullable String liquid) {
            this.liquid = liquid;
        }
    }
}
