package dev.godwit.fidelity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Derives the schema of one model or of a tree of models. What it takes is described in {@code docs/fidelity.md}.
 *
 * <p>Exit codes: 0 when every case gave SQL, 1 when a case was refused, 2 when the arguments are wrong.
 */
public final class Fidelity {

    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private Fidelity() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            return run(Options.parse(List.of(arguments)), out);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(Options.USAGE);
            return MISUSED;
        } catch (IOException e) {
            err.println("GW2050: A file cannot be read or written: " + e.getMessage());
            return MISUSED;
        }
    }

    private static int run(Options options, PrintStream out) throws IOException {
        int done = 0;
        int refused = 0;
        CaseCompiler compiler = new CaseCompiler(options);
        for (Path folder : options.folders()) {
            Path target = options.outputFor(folder);
            Files.createDirectories(target);
            CaseResult result = compiler.compile(folder);
            result.write(target, options);
            if (result.isRefused()) {
                refused++;
            } else {
                done++;
            }
        }
        out.printf("%d cases with SQL, %d refused.%n", done, refused);
        return refused == 0 ? 0 : REFUSED;
    }
}
