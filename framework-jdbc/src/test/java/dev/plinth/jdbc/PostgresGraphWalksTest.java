package dev.plinth.jdbc;

import dev.plinth.contract.GraphProperties;

/** Any walk along associations comes to what a plain model comes to. */
final class PostgresGraphWalksTest extends GraphProperties implements PostgresTest.OnPostgres {}
