package dev.drayage.settings;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text of a secret setting: itself, or where to look each time. */
final class SecretText {
    private SecretText() {}

    static SecretSource source(String text) {
        if (text.startsWith("env:")) {
            String variable = text.substring("env:".length());
            return () -> {
                String value = System.getenv(variable);
                if (value == null || value.isBlank()) {
                    throw new AuthorisationException(
                            ErrorCode.CREDENTIALS_REFUSED, "environment variable " + variable + " holds no secret");
                }
                return Secret.of(value);
            };
        }
        if (text.startsWith("file:")) {
            Path file = Path.of(text.substring("file:".length()));
            return () -> {
                try {
                    return Secret.of(Files.readString(file).strip());
                } catch (IOException e) {
                    throw new AuthorisationException(
                            ErrorCode.CREDENTIALS_REFUSED, "secret file " + file + " cannot be read", null, null, e);
                }
            };
        }
        return SecretSource.fixed(text);
    }
}
