package dev.godwit.engine.execute;

import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a step executes, in 16 hexadecimal digits: tells whether a step that was executed has been edited since. Behind a
 * dot stands the revision of row code.
 */
public final class StepFingerprint implements Work.Visitor<String> {

    private static final StepFingerprint TEXT = new StepFingerprint();
    private static final Revision REVISION = new Revision();
    private static final int BYTES = 8;

    private StepFingerprint() {}

    public static List<String> of(List<Step> steps) {
        return steps.stream().map(StepFingerprint::of).toList();
    }

    static String of(Step step) {
        try {
            byte[] text = step.work().accept(TEXT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, BYTES)
                    + step.work().accept(REVISION);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public String sql(Work.Sql work) {
        return work.sql();
    }

    @Override
    public String namedByDatabase(Work.NamedByDatabase work) {
        return String.join("\n", work.lookup(), String.join("\n", work.parameters()), work.template());
    }

    @Override
    public String verify(Work.Verify work) {
        return WorkText.of(work);
    }

    @Override
    public String rows(Work.Rows work) {
        return WorkText.of(work);
    }

    @Override
    public String fill(Work.Fill work) {
        return WorkText.of(work);
    }

    @Override
    public String copyRows(Work.CopyRows work) {
        return WorkText.of(work);
    }

    /** Whether two fingerprints are of one step, whatever the revision of its row code. */
    static boolean isSameStep(String one, String other) {
        return withoutRevision(one).equals(withoutRevision(other));
    }

    private static String withoutRevision(String fingerprint) {
        int dot = fingerprint.indexOf('.');
        return dot < 0 ? fingerprint : fingerprint.substring(0, dot);
    }

    private static final class Revision implements Work.Visitor<String> {
        @Override
        public String sql(Work.Sql work) {
            return "";
        }

        @Override
        public String namedByDatabase(Work.NamedByDatabase work) {
            return "";
        }

        @Override
        public String verify(Work.Verify work) {
            return "";
        }

        @Override
        public String rows(Work.Rows work) {
            return "." + work.transform().revision();
        }

        @Override
        public String fill(Work.Fill work) {
            return "";
        }

        @Override
        public String copyRows(Work.CopyRows work) {
            return "";
        }
    }
}
