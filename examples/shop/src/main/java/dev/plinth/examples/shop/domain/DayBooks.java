package dev.plinth.examples.shop.domain;

import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Sorts.desc;

import dev.plinth.repository.Repository;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The books of all days. */
public interface DayBooks extends Repository<DayBook, LocalDate> {
    default Optional<DayBook> latest() {
        return findFirst(Specification.all(), Order.by(desc(DayBook::getDay)));
    }

    default List<DayBook> byDay() {
        return findAll(Specification.all(), Order.by(asc(DayBook::getDay)));
    }
}
