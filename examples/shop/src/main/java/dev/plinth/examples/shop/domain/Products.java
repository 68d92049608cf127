package dev.plinth.examples.shop.domain;

import dev.plinth.repository.Repository;

/** All products. */
public interface Products extends Repository<Product, String> {}
