package dev.godwit.mapping;

import dev.godwit.mapping.Message.Severity;
import dev.godwit.mapping.read.Place;
import java.util.Arrays;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * Reports to the compiler, at the element, annotation or value. {@code @SuppressWarnings} with a warning's code, on the
 * element or one that encloses it, silences the warning.
 */
public final class MessagerDiagnostics implements Diagnostics {

    private final Messager messager;

    public MessagerDiagnostics(Messager messager) {
        this.messager = messager;
    }

    @Override
    public void report(Message message, Place place) {
        if (message.severity() != Severity.ERROR && isSilenced(message.code(), place.element())) {
            return;
        }
        Kind kind = switch (message.severity()) {
            case ERROR -> Kind.ERROR;
            case WARNING -> Kind.WARNING;
            case HINT -> Kind.NOTE;
        };
        messager.printMessage(
                kind,
                message.toString(),
                place.element().orElse(null),
                place.annotation().orElse(null),
                place.value().orElse(null));
    }

    private static boolean isSilenced(String code, Optional<Element> place) {
        for (Optional<Element> at = place; at.isPresent(); at = at.map(Element::getEnclosingElement)) {
            SuppressWarnings suppressed = at.get().getAnnotation(SuppressWarnings.class);
            if (suppressed != null && Arrays.asList(suppressed.value()).contains(code)) {
                return true;
            }
        }
        return false;
    }
}
