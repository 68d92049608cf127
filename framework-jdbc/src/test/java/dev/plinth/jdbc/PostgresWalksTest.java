package dev.plinth.jdbc;

import dev.plinth.contract.LoadingProperties;

/** Any walk along associations comes to what a plain model comes to. */
final class PostgresWalksTest extends LoadingProperties implements PostgresTest.OnPostgres {}
