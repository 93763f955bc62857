package dev.godwit.project;

import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source file of a committed migration, as text: what it says outside of its code, and the same file at another
 * place of the chain.
 *
 * @param entry what the file says about itself
 */
public record MigrationFile(LedgerEntry entry, String text) {

    private static final Pattern AFTER = Pattern.compile("(after\\s*=\\s*\")\\d+\"");
    private static final Pattern VERSION = Pattern.compile("(version\\s*=\\s*\")\\d+\"");
    private static final Pattern DESCRIPTION = Pattern.compile("description\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WHY = Pattern.compile(" Why: ([^\\n]*)\\n\\s*\\* <ul>");
    private static final Pattern IMPORTS = Pattern.compile("(?m)^import .*$");
    private static final Pattern MARGIN = Pattern.compile("(?m)^\\s*\\*");

    /** A few words for people, as its annotation has them. */
    public Optional<String> description() {
        return found(DESCRIPTION).map(literal -> literal.replaceAll("\\\\(.)", "$1"));
    }

    /** The reason in its Javadoc. */
    public Optional<String> why() {
        return found(WHY)
                .map(words -> words.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#64;", "@")
                        .replace("&#92;", "\\")
                        .replace("&#47;", "/")
                        .replace("&amp;", "&"));
    }

    private Optional<String> found(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether another text says the same to people and to the compiler, however either is formatted. */
    public boolean saysTheSameAs(String other) {
        return unformatted(text).equals(unformatted(other));
    }

    private static String unformatted(String source) {
        String code = IMPORTS.matcher(source).replaceAll("");
        return MARGIN.matcher(code).replaceAll("").replaceAll("\\s+", "");
    }

    /** The file as it is with another version, another predecessor, or both; its code stays. */
    public MigrationFile at(LedgerEntry other) {
        String renamed = text.replace(simpleName(entry.className()), simpleName(other.className()));
        String version = VERSION.matcher(renamed).replaceFirst("$1%s\"".formatted(other.version()));
        return new MigrationFile(
                other, other.after().map(after -> following(version, after)).orElse(version));
    }

    private static String following(String source, Version after) {
        Matcher stated = AFTER.matcher(source);
        return stated.find()
                ? stated.replaceFirst("$1%s\"".formatted(after))
                : source.replaceFirst("(version\\s*=\\s*\"\\d+\")", "$1, after = \"%s\"".formatted(after));
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** What the file is called. */
    String fileName() {
        return simpleName(entry.className()) + ".java";
    }

    /** The part of the class name behind the version. */
    public String name() {
        String simple = simpleName(entry.className());
        return simple.contains("__") ? simple.substring(simple.indexOf("__") + 2) : simple;
    }
}
