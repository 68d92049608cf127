/** The MongoDB backend on real servers: one in this process, and the one that PLINTH_TEST_MONGODB_URI names. */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo;
