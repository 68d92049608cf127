package dev.plinth.jdbc;

import dev.plinth.contract.GraphProperties;

/** Any history of changes to a graph leaves what a plain model holds. */
@MySql.OnGivenServer
final class MySqlGraphHistoriesTest extends GraphProperties implements MySqlTest.OnMySql {}
