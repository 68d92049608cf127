package dev.plinth.jdbc;

import dev.plinth.contract.UnitOfWorkProperties;

/** Any history of units of work leaves what a plain model holds. */
@MySql.OnGivenServer
final class MySqlHistoriesTest extends UnitOfWorkProperties implements MySqlTest.OnMySql {}
