package dev.godwit.engine;

import java.util.Optional;

/** Who this process is, for those who wait for it. */
final class Holder {

    private Holder() {}

    static String describe() {
        String process = "process " + ProcessHandle.current().pid();
        return Optional.ofNullable(System.getenv("HOSTNAME"))
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .map(host -> process + " on " + host)
                .orElse(process);
    }
}
