package dev.plinth.internal.validation;

import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ErrorCode;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import org.jspecify.annotations.Nullable;

/** Finds what validates. */
public final class Validations {
    private Validations() {}

    /**
     * Makes a factory with the provider on the class path.
     *
     * @return the factory, which the caller closes; null where there is no provider
     * @throws ConfigurationException where there is one that does not start
     */
    public static @Nullable ValidatorFactory provided() {
        return isApiPresent() ? Provider.factory() : null;
    }

    private static boolean isApiPresent() {
        try {
            Class.forName("jakarta.validation.Validation", false, Validations.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    // a class of its own, so that nothing of the API is looked up where it is missing
    private static final class Provider {
        static @Nullable ValidatorFactory factory() {
            try {
                return Validation.buildDefaultValidatorFactory();
            } catch (NoProviderFoundException e) {
                return null;
            } catch (ValidationException e) {
                throw new ConfigurationException(
                        ErrorCode.CONFIGURATION_INVALID,
                        "the provider of Jakarta Validation on the class path does not start: " + e.getMessage()
                                + ". Add what it misses (Hibernate Validator needs an implementation of Jakarta Expression"
                                + " Language, for example org.glassfish.expressly:expressly), give the builder a"
                                + " ValidatorFactory with validation(...), or leave validation out with"
                                + " withoutValidation()",
                        e);
            }
        }
    }
}
