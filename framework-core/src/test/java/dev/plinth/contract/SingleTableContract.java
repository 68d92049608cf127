package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.contract.domain.OneTableFleet;
import dev.plinth.contract.domain.OneTableFleet.Car;
import dev.plinth.contract.domain.OneTableFleet.Tanker;
import dev.plinth.contract.domain.OneTableFleet.Truck;
import dev.plinth.contract.domain.Vehicle;
import jakarta.data.exceptions.DataException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hierarchies of classes, in one table. */
public abstract class SingleTableContract extends FleetTests {
    @Override
    protected List<Class<?>> entities() {
        return List.of(OneTableFleet.Vehicle.class, Car.class, Truck.class, Tanker.class);
    }

    @Override
    protected Class<? extends Vehicle> root() {
        return OneTableFleet.Vehicle.class;
    }

    @Override
    protected Class<? extends Vehicle> car() {
        return Car.class;
    }

    @Override
    protected Class<? extends Vehicle> truck() {
        return Truck.class;
    }

    @Override
    protected Class<? extends Vehicle> tanker() {
        return Tanker.class;
    }

    @Override
    protected Vehicle newCar(String id, String plate) {
        return new Car(id, "car " + id, plate, 5, List.of("radio", "heating"));
    }

    @Override
    protected Vehicle newTruck(String id) {
        return new Truck(id, "truck " + id, 7);
    }

    @Override
    protected Vehicle newTanker(String id) {
        return new Tanker(id, "tanker " + id, 20, "milk");
    }

    @Override
    protected List<Object> stateOf(Vehicle vehicle) {
        if (vehicle instanceof Car car) {
            return List.of(car.getPlate(), car.getSeats(), car.getExtras());
        } else if (vehicle instanceof Tanker tanker) {
            return List.of(tanker.getLoad(), String.valueOf(tanker.getLiquid()));
        }
        return List.of(((Truck) vehicle).getLoad());
    }

    @Override
    protected void change(Vehicle vehicle) {
        if (vehicle instanceof Car car) {
            car.setSeats(2);
            car.getExtras().add("roof");
        } else if (vehicle instanceof Tanker tanker) {
            tanker.setLiquid("oil");
        } else {
            ((Truck) vehicle).setLoad(8);
        }
    }

    @Test
    void aUniqueKeyOfASubtypeHolds() {
        insert(newCar("c", "W-1"), newTruck("t"), newTruck("u"));

        assertThatThrownBy(() -> insert(newCar("d", "W-1"))).isInstanceOf(DataException.class);
    }

    @Test
    void anIdOfAnotherEntityIsTaken() {
        insert(newTruck("t"));

        assertThatThrownBy(() -> insert(newCar("t", "W-1"))).isInstanceOf(DataException.class);
    }
}
