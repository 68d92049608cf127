/** What the contracts have shown, engine by engine: collected while they run, printed when the build ends. */
@org.jspecify.annotations.NullMarked
package dev.plinth.contract.report;
