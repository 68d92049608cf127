package dev.plinth.examples.shop.domain;

import static java.util.stream.Collectors.toMap;

import dev.plinth.repository.Repository;
import dev.plinth.specification.Specification;
import java.util.Map;

/** All countries. */
public interface Countries extends Repository<Country, String> {
    /** The names of all countries by their codes. */
    default Map<String, String> names() {
        return findAll(Specification.all()).stream().collect(toMap(Country::code, Country::name));
    }
}
