package dev.drayage.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a {@link ContentDigest} is made of: marks, and texts in UTF-8 behind their length. Not thread-safe. */
final class ContentBytes {
    private final MessageDigest digest;
    private final byte[] waiting = new byte[512];
    private int size;

    ContentBytes() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A text as it is digested. */
    static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[4 + bytes.length];
        length(bytes.length, all, 0);
        System.arraycopy(bytes, 0, all, 4, bytes.length);
        return all;
    }

    /** A sign that tells one kind of value from another. */
    void mark(char kind) {
        room(1);
        waiting[size++] = (byte) kind;
    }

    /** A text. */
    void text(String text) {
        int length = text.length();
        if (length + 4 > waiting.length) {
            bytes(encode(text));
            return;
        }
        room(4 + length);
        int end = size + 4;
        for (int i = 0; i < length; i++) {
            char sign = text.charAt(i);
            if (sign >= 0x80) {
                bytes(encode(text));
                return;
            }
            waiting[end++] = (byte) sign;
        }
        length(length, waiting, size);
        size = end;
    }

    /** Bytes as they are. */
    void bytes(byte[] bytes) {
        if (bytes.length > waiting.length) {
            flush();
            digest.update(bytes);
        } else {
            room(bytes.length);
            System.arraycopy(bytes, 0, waiting, size, bytes.length);
            size += bytes.length;
        }
    }

    private static void length(int length, byte[] into, int at) {
        into[at] = (byte) (length >> 24);
        into[at + 1] = (byte) (length >> 16);
        into[at + 2] = (byte) (length >> 8);
        into[at + 3] = (byte) length;
    }

    private void room(int wanted) {
        if (waiting.length - size < wanted) {
            flush();
        }
    }

    private void flush() {
        digest.update(waiting, 0, size);
        size = 0;
    }

    /** The SHA-256 of everything so far. */
    byte[] digest() {
        flush();
        return digest.digest();
    }
}
