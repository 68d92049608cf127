package dev.plinth.examples.shop.domain;

import dev.plinth.repository.Repository;
import java.util.UUID;

/** All orders. */
public interface SalesOrders extends Repository<SalesOrder, UUID> {}
