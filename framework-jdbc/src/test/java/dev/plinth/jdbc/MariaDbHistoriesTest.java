package dev.plinth.jdbc;

import dev.plinth.contract.UnitOfWorkProperties;

/** Any history of units of work leaves what a plain model holds. */
final class MariaDbHistoriesTest extends UnitOfWorkProperties implements MariaDbTest.OnMariaDb {}
