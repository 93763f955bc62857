package dev.godwit.source;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.hazard.Finding;
import dev.godwit.hazard.Hazards;
import dev.godwit.plan.Hazard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** What a migration does, in lines for its reviewer. */
public final class Summary {

    /** The most lines that the Javadoc of a migration holds. */
    private static final int LINES = 40;

    private Summary() {}

    /** One line per change of {@code up}, with the worst that is to know about it. */
    public static List<String> lines(MigrationText migration) {
        List<List<Finding>> findings =
                Hazards.perChange(migration.up(), migration.before(), EnumSet.allOf(DatabaseKind.class));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < migration.up().size(); i++) {
            lines.add(line(migration.up().get(i), findings.get(i)));
        }
        return lines;
    }

    private static String line(Change change, List<Finding> findings) {
        Hazard worst = findings.stream()
                .map(Finding::hazard)
                .max(Comparator.naturalOrder())
                .orElse(Hazard.ONLINE);
        return "%s (%s)".formatted(change.accept(new ChangeLine()), worst.text());
    }

    static String javadoc(MigrationText migration) {
        StringBuilder text = new StringBuilder(escaped(sentence(migration.description())));
        migration.why().ifPresent(why -> text.append(" Why: ").append(escaped(sentence(why))));
        List<String> lines = lines(migration);
        if (lines.isEmpty()) {
            return text.append('\n').toString();
        }
        text.append("\n<ul>\n");
        lines.stream()
                .limit(LINES)
                .forEach(line -> text.append("  <li>").append(escaped(line)).append('\n'));
        if (lines.size() > LINES) {
            text.append("  <li>and %d more changes\n".formatted(lines.size() - LINES));
        }
        return text.append("</ul>\n").toString();
    }

    private static String sentence(String text) {
        String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    /** As text of a Javadoc comment, on one line. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;");
    }
}
