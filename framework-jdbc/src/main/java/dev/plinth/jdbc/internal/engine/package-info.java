/** Which engine a connection leads to. Each engine has a package of its own below, which knows nothing of the others. */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.engine;
