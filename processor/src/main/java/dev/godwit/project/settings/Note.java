package dev.godwit.project.settings;

/**
 * Why a setting has its value.
 *
 * @param setting its name, as in {@code schema.json}
 * @param value what it is
 * @param where the file or dependency that decided, or that none did
 * @param meaning what it does to a schema
 */
public record Note(String setting, String value, String where, String meaning) {

    @Override
    public String toString() {
        return "%s %s: %s (%s)".formatted(setting, value, meaning, where);
    }
}
