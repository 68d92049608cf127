package dev.plinth.jdbc;

import dev.plinth.contract.UnitOfWorkProperties;

/** Any history of units of work leaves what a plain model holds. */
final class PostgresHistoriesTest extends UnitOfWorkProperties implements PostgresTest.OnPostgres {}
