package dev.universalapi.launcher.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SigningKeyTests {

    private static byte[] member(String jwk, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(jwk);
        assertThat(found.find()).isTrue();
        return Base64.getUrlDecoder().decode(found.group(1));
    }

    private static BigInteger number(String jwk, String name) {
        return new BigInteger(1, member(jwk, name));
    }

    @RepeatedTest(20) // a coordinate with a leading zero comes once in 256
    void hasCoordinatesOfThirtyTwoBytesThatBelongTogether() throws GeneralSecurityException {
        var key = SigningKey.random("one");
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var parameters = curve.getParameterSpec(ECParameterSpec.class);
        var factory = KeyFactory.getInstance("EC");
        var secret = factory.generatePrivate(new ECPrivateKeySpec(number(key.privateJwk(), "d"), parameters));
        var open = factory.generatePublic(new ECPublicKeySpec(
                new ECPoint(number(key.publicJwk(), "x"), number(key.publicJwk(), "y")), parameters));

        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(secret);
        signer.update("text".getBytes(StandardCharsets.UTF_8));
        var signature = signer.sign();
        signer.initVerify(open);
        signer.update("text".getBytes(StandardCharsets.UTF_8));

        assertThat(signer.verify(signature)).isTrue();
        assertThat(member(key.privateJwk(), "x")).hasSize(32);
        assertThat(member(key.privateJwk(), "y")).hasSize(32);
        assertThat(member(key.privateJwk(), "d")).hasSize(32);
    }

    @Test
    void givesNoSecretToThePublic() {
        var key = SigningKey.random("one");

        assertThat(key.publicJwk()).doesNotContain("\"d\"").contains("\"kid\":\"one\"");
        assertThat(key.toString()).isEqualTo("SigningKey");
    }
}
