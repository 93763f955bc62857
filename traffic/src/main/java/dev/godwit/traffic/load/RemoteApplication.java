package dev.godwit.traffic.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An application in a JVM of its own. */
public final class RemoteApplication implements Application {

    private final Process process;
    private final BufferedReader said;
    private final PrintWriter orders;

    private RemoteApplication(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /**
     * Starts without requests.
     *
     * @param side {@code before} or {@code after}
     */
    public static RemoteApplication start(Place place, String manoeuvre, String side, long seed) {
        List<String> arguments = new ArrayList<>(place.arguments());
        arguments.addAll(List.of(manoeuvre, side, Long.toString(seed)));
        RemoteApplication application = new RemoteApplication(Jvm.start(ApplicationProcess.class, arguments));
        application.awaitReady();
        return application;
    }

    @Override
    public void rate(int perSecond) {
        orders.println(perSecond);
        awaitReady();
    }

    private void awaitReady() {
        String said = line();
        if (!said.equals(ApplicationProcess.READY)) {
            throw new IllegalStateException("The application is not ready, but says " + said);
        }
    }

    @Override
    public Outcome end() {
        orders.println(ApplicationProcess.END);
        List<Sample> samples = new ArrayList<>();
        String line = line();
        while (!line.startsWith(ApplicationProcess.END)) {
            samples.add(Sample.parse(line));
            line = line();
        }
        return new Outcome(samples, Long.parseLong(line.substring(ApplicationProcess.END.length() + 1)));
    }

    private String line() {
        try {
            String line = said.readLine();
            if (line == null) {
                throw new IllegalStateException("The application has ended: see its errors.");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
