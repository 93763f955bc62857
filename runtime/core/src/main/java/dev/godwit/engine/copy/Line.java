package dev.godwit.engine.copy;

import java.util.List;
import java.util.Optional;

/** One row in its travelling form. */
record Line(List<Optional<String>> values) {}
