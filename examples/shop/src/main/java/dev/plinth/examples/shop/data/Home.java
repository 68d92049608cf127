package dev.plinth.examples.shop.data;

import dev.plinth.association.Ref;
import dev.plinth.examples.shop.domain.Address;
import dev.plinth.examples.shop.domain.Country;

/** An address and its country. */
public record Home(Address address, Ref<Country> country) {}
