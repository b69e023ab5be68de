package dev.universalapi.auth.credential.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals texts, each under a fresh key that is itself sealed by a master key. What is sealed for one place opens at no
/// other, so a row that is copied elsewhere is worth nothing there.
public final class Envelopes {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final MasterKeys masters;
    private final SecureRandom random = new SecureRandom();

    public Envelopes(MasterKeys masters) {
        this.masters = masters;
    }

    /// The master keys that open.
    public MasterKeys masters() {
        return masters;
    }

    /// @param place where it belongs: `organisation/provider`
    public Sealed seal(String place, String text) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        try {
            var content = encrypt(new SecretKeySpec(bytes, "AES"), place, text.getBytes(StandardCharsets.UTF_8));
            return wrapped(place, bytes, content);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// @throws IllegalStateException if it was not sealed for this place, was changed, or its master key is gone
    public String open(String place, Sealed sealed) {
        var bytes = unwrap(place, sealed);
        try {
            return new String(
                    decrypt(new SecretKeySpec(bytes, "AES"), place, sealed.content()), StandardCharsets.UTF_8);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// The same under the master key that seals now. The text is not looked at.
    public Sealed rewrap(String place, Sealed sealed) {
        var bytes = unwrap(place, sealed);
        try {
            return wrapped(place, bytes, sealed.content());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private Sealed wrapped(String place, byte[] bytes, byte[] content) {
        var master = masters.current();
        return new Sealed(master, encrypt(masters.get(master), master + " " + place, bytes), content);
    }

    private byte[] unwrap(String place, Sealed sealed) {
        return decrypt(masters.get(sealed.master()), sealed.master() + " " + place, sealed.wrapped());
    }

    private byte[] encrypt(SecretKey key, String place, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, place, nonce);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-256-GCM", impossible);
        }
    }

    private static byte[] decrypt(SecretKey key, String place, byte[] sealed) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, place, Arrays.copyOf(sealed, NONCE_BYTES));
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalStateException("what is sealed for " + place + " does not open", wrong);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, String place, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
