package dev.godwit.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.tools.ToolProvider;

/** One compilation as a process of its own; the last line of its output is its CPU time in nanoseconds. */
public final class CompileOnce {

    private CompileOnce() {}

    /** @param arguments those of javac */
    public static void main(String[] arguments) {
        int status = ToolProvider.getSystemJavaCompiler().run(null, System.out, System.out, arguments);
        long cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        if (status != 0) {
            System.out.println("failed: " + Arrays.toString(arguments));
        }
        System.out.println(cpu);
        System.exit(status);
    }
}
