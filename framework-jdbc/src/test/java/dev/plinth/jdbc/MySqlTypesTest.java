package dev.plinth.jdbc;

import dev.plinth.contract.TypeProperties;

/** The round trips of values, on MySQL. */
@MySql.OnGivenServer
final class MySqlTypesTest extends TypeProperties implements MySqlTest.OnMySql {}
