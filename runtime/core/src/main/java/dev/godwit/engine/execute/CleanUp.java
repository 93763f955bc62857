package dev.godwit.engine.execute;

import dev.godwit.plan.Resume;
import java.util.Optional;

/** What removes the remains of a failed or interrupted attempt. */
final class CleanUp implements Resume.Visitor<Optional<String>> {

    @Override
    public Optional<String> transactional(Resume.Transactional resume) {
        return Optional.empty();
    }

    @Override
    public Optional<String> idempotent(Resume.Idempotent resume) {
        return Optional.empty();
    }

    @Override
    public Optional<String> observable(Resume.Observable resume) {
        return resume.cleanUp();
    }

    @Override
    public Optional<String> batched(Resume.Batched resume) {
        return Optional.empty();
    }

    @Override
    public Optional<String> undeclared(Resume.Undeclared resume) {
        return Optional.empty();
    }
}
