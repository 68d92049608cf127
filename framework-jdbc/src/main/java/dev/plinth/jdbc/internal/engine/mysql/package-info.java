/** What is special about MySQL and MariaDB, which are alike in most things. */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.engine.mysql;
