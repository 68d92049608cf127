package dev.plinth.jdbc;

import dev.plinth.contract.LoadingProperties;

/** Any walk along associations comes to what a plain model comes to. */
@MySql.OnGivenServer
final class MySqlWalksTest extends LoadingProperties implements MySqlTest.OnMySql {}
