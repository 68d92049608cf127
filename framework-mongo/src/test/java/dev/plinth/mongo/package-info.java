/** The MongoDB backend on a real server: one in this process, or the one that PLINTH_TEST_MONGODB_URI names. */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo;
