package dev.godwit.spring;

import dev.godwit.ledger.Ledger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;

/** The class path with a ledger on it. */
final class WithLedger extends ClassLoader {

    private final Ledger ledger;

    WithLedger(Ledger ledger) {
        super(WithLedger.class.getClassLoader());
        this.ledger = ledger;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(Ledger.PATH)
                ? Collections.enumeration(Collections.singleton(url()))
                : super.getResources(name);
    }

    @SuppressWarnings("deprecation") // its replacement came with Java 20
    private URL url() throws IOException {
        byte[] text = ledger.text().getBytes(StandardCharsets.UTF_8);
        return new URL(null, "memory:ledger", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(text);
                    }
                };
            }
        });
    }
}
