package dev.longshore.devops.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates that were found in the stores of a computer. A store that cannot be read, or a certificate in it, is
 * left out and told: it must not take the others away.
 *
 * @param certificates what was found, each once
 * @param stores the files and stores that were read, by their names
 * @param unreadable those that could not be read
 */
record TrustedCertificates(Set<Certificate> certificates, List<String> stores, List<String> unreadable) {
    private static final Logger LOG = LoggerFactory.getLogger(TrustedCertificates.class);
    private static final long LARGEST_FILE = 32L << 20;
    private static final int MOST_FILES = 10_000;
    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]{1,100000})-----END (?:X509 |TRUSTED )?CERTIFICATE-----");

    TrustedCertificates {
        certificates = Collections.unmodifiableSet(new LinkedHashSet<>(certificates));
        stores = List.copyOf(stores);
        unreadable = List.copyOf(unreadable);
    }

    /** Reads; takes some milliseconds. */
    static TrustedCertificates of(TrustedStores trustedStores) {
        var found = new TrustedCertificates.CertificateSearch();
        trustedStores.bundles().stream().filter(Files::isReadable).findFirst().ifPresent(found::file);
        trustedStores.keyStores().forEach(found::keyStore);
        trustedStores.named().forEach(found::fileOrFolder);
        return new TrustedCertificates(found.certificates, found.stores, found.unreadable);
    }

    /** What has been found so far. */
    private static final class CertificateSearch {
        private final Set<Certificate> certificates = new LinkedHashSet<>();
        private final List<String> stores = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();

        /** Of a folder each file is read; what is no certificate in it is left alone, as it is in the folders of OpenSSL. */
        void fileOrFolder(Path path) {
            if (!Files.isDirectory(path)) {
                file(path);
                return;
            }
            try (var files = Files.list(path)) {
                for (var each : files.filter(Files::isRegularFile).sorted().limit(MOST_FILES).toList()) {
                    certificatesOfFolder(each);
                }
                stores.add(path.toString());
            } catch (IOException | UncheckedIOException no) {
                leftOut(path.toString(), no);
            }
        }

        private void certificatesOfFolder(Path file) {
            try {
                certificates.addAll(read(file));
            } catch (IOException | GeneralSecurityException no) {
                LOG.info("{} holds no certificate: {}", file, no.toString());
            }
        }

        void file(Path file) {
            try {
                add(file.toString(), read(file));
            } catch (IOException | GeneralSecurityException no) {
                leftOut(file.toString(), no);
            }
        }

        void keyStore(String name) {
            try {
                var keyStore = KeyStore.getInstance(name);
                keyStore.load(null, null);
                var found = new ArrayList<Certificate>();
                for (var alias : Collections.list(keyStore.aliases())) {
                    if (keyStore.isCertificateEntry(alias)) {
                        found.add(keyStore.getCertificate(alias));
                    }
                }
                add(name, found);
            } catch (IOException | GeneralSecurityException no) {
                leftOut(name, no);
            }
        }

        private void add(String name, List<Certificate> found) {
            certificates.addAll(found);
            stores.add(name);
        }

        private void leftOut(String name, Exception why) {
            LOG.warn("The certificates of {} cannot be read: {}", name, why.toString());
            unreadable.add(name);
        }

        private static List<Certificate> read(Path file) throws IOException, GeneralSecurityException {
            if (!Files.isRegularFile(file) && Files.exists(file)) {
                throw new CertificateException("It is no file.");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new CertificateException("It is too large.");
            }
            var bytes = Files.readAllBytes(file);
            var found = new ArrayList<Certificate>();
            var factory = CertificateFactory.getInstance("X.509");
            // As some editors save it, every other byte is zero.
            var blocks = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", ""));
            while (blocks.find()) {
                try {
                    found.add(factory.generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(blocks.group(1)))));
                } catch (CertificateException | IllegalArgumentException one) {
                    LOG.warn("A certificate of {} cannot be read: {}", file, one.toString());
                }
            }
            // In DER, alone or several of them as PKCS #7.
            var others = found.isEmpty() ? factory.generateCertificates(new ByteArrayInputStream(bytes)) : found;
            if (others.isEmpty()) {
                throw new CertificateException("It holds none.");
            }
            return List.copyOf(others);
        }
    }
}
