package dev.universalapi.launcher.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A key pair for ES256, written as JSON Web Keys (RFC 7517).
///
/// @param privateJwk for who signs alone
/// @param publicJwk its public half, for everyone who verifies
record SigningKey(String privateJwk, String publicJwk) {
    private static final int COORDINATE_BYTES = 32;

    static SigningKey random(String id) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            var members =
                    "\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\""
                            .formatted(id, coordinate(point.getAffineX()), coordinate(point.getAffineY()));
            var secret = coordinate(((ECPrivateKey) pair.getPrivate()).getS());
            return new SigningKey("{" + members + ",\"d\":\"" + secret + "\"}", "{" + members + "}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /// The public halves as a set.
    static String publicJwks(SigningKey... keys) {
        return Stream.of(keys).map(SigningKey::publicJwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[COORDINATE_BYTES];
        var length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
