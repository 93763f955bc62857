package dev.godwit.traffic.load;

import dev.godwit.traffic.manoeuvre.Manoeuvre;
import dev.godwit.traffic.manoeuvre.Manoeuvres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The main class of an application in a JVM of its own. It does what the lines on its standard input say, a rate or
 * {@value #END}, says {@value #READY} when it has done it, and ends with its input.
 */
final class ApplicationProcess {

    static final String READY = "ready";
    static final String END = "end";

    private ApplicationProcess() {}

    /** @param arguments URL, user, password, name of the manoeuvre, {@code before} or {@code after}, seed */
    public static void main(String[] arguments) throws IOException {
        Manoeuvre manoeuvre = Manoeuvres.named(arguments[3]);
        try (Application application = ApplicationHere.start(
                        Place.of(arguments),
                        arguments[4].equals("before") ? manoeuvre.before() : manoeuvre.after(),
                        Long.parseLong(arguments[5]));
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(READY);
            String order = orders.readLine();
            while (order != null && !order.equals(END)) {
                application.rate(Integer.parseInt(order));
                System.out.println(READY);
                order = orders.readLine();
            }
            Application.Outcome outcome = application.end();
            outcome.samples().forEach(sample -> System.out.println(sample.text()));
            System.out.println(END + " " + outcome.growth());
        }
    }
}
