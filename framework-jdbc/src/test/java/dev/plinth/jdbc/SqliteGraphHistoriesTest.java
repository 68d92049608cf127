package dev.plinth.jdbc;

import dev.plinth.contract.GraphProperties;

/** Any history of changes to a graph leaves what a plain model holds. */
final class SqliteGraphHistoriesTest extends GraphProperties implements SqliteTest.OnSqlite {}
