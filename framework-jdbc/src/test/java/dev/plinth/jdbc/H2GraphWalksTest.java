package dev.plinth.jdbc;

import dev.plinth.contract.GraphProperties;

/** Any walk along associations comes to what a plain model comes to. */
final class H2GraphWalksTest extends GraphProperties implements H2Test.OnH2 {}
