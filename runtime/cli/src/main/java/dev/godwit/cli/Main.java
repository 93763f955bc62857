package dev.godwit.cli;

/** {@code java -jar godwit-cli.jar}. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(CommandLines.create(System.getenv()).execute(arguments));
    }
}
