package dev.plinth.jdbc;

import dev.plinth.contract.GraphProperties;

/** Any walk along associations comes to what a plain model comes to. */
@MySql.OnGivenServer
final class MySqlGraphWalksTest extends GraphProperties implements MySqlTest.OnMySql {}
